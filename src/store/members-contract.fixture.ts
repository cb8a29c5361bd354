import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AuditEvent, AuditQuery, Invitation } from "./members.ts";
import type { Store } from "./store.ts";
import {
  ACCOUNT,
  AT,
  foundAccount,
  type OpenStore,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

const OTHER = "acc-other";

export function describeMembers(name: string, openStore: OpenStore): void {
  let opened: StoreUnderTest;
  let store: Store;
  const begin = async () => {
    opened = await openStore();
    store = opened.store;
    for (const account of [ACCOUNT, OTHER]) await foundAccount(store, account);
    // People are made by the login, in tables of its own.
    for (const id of ["ada", "bob", "cyd"]) {
      await opened.execute(
        `insert into people (id, name, email, email_verified, created_at, updated_at)
         values ('${id}', 'Name of ${id}', '${id}@example.org', 1, '2026-11-30', '2026-11-30')`,
      );
    }
  };
  const add = (userId: string, members: Partial<Parameters<Store["addMember"]>[0]> = {}) =>
    store.addMember({ accountId: ACCOUNT, userId, role: "desk", agentId: null, createdAt: AT, ...members });

  describe(`${name}: who may log in to an account`, () => {
    beforeEach(begin);
    afterEach(() => opened.close());

    const idsOf = async (account = ACCOUNT) => (await store.members(account)).map(({ userId }) => userId);

    it("is nobody at first; then members, in the order in which they came", async () => {
      expect(await store.members(ACCOUNT)).toEqual([]);
      await add("bob", { role: "agent", agentId: "max", createdAt: AT + 2 });
      await add("ada", { role: "owner", createdAt: AT + 1 });
      const ada = {
        accountId: ACCOUNT,
        userId: "ada",
        name: "Name of ada",
        email: "ada@example.org",
        role: "owner",
        agentId: null,
        createdAt: AT + 1,
      };
      const [first, second] = await store.members(ACCOUNT);
      expect(first).toEqual(ada);
      expect(second).toMatchObject({ userId: "bob", role: "agent", agentId: "max" });
      expect(await store.members(OTHER)).toEqual([]);
    });

    it("can belong to several accounts, with a role in each", async () => {
      await add("ada", { role: "owner" });
      await add("ada", { accountId: OTHER, role: "readonly", createdAt: AT + 1 });
      expect(await store.memberships("ada")).toMatchObject([
        { accountId: ACCOUNT, role: "owner" },
        { accountId: OTHER, role: "readonly" },
      ]);
      expect(await store.memberships("bob")).toEqual([]);
    });

    it("gets another role in that account alone", async () => {
      await add("ada", { role: "owner" });
      await add("ada", { accountId: OTHER, role: "owner" });
      await add("bob");
      const change = { accountId: ACCOUNT, userId: "bob", role: "agent", agentId: "max" } as const;
      expect(await store.changeMember(change)).toBe(true);
      store = await opened.reopen();
      expect(await store.members(ACCOUNT)).toMatchObject([{ userId: "ada" }, { ...change, createdAt: AT }]);
      expect(await store.changeMember({ ...change, accountId: OTHER })).toBe(false);
      expect(await store.changeMember({ ...change, userId: "nobody" })).toBe(false);
    });

    it("gets the new role when added once more", async () => {
      await add("bob");
      await add("bob", { role: "owner", createdAt: AT + 1 });
      expect(await store.members(ACCOUNT)).toMatchObject([{ userId: "bob", role: "owner", createdAt: AT }]);
    });

    it("is removed from that account alone", async () => {
      await add("ada", { role: "owner" });
      await add("bob");
      await add("bob", { accountId: OTHER });
      expect(await store.removeMember(ACCOUNT, "bob")).toBe(true);
      expect(await store.removeMember(ACCOUNT, "bob")).toBe(false);
      expect(await idsOf()).toEqual(["ada"]);
      expect(await idsOf(OTHER)).toEqual(["bob"]);
    });

    it("stays an owner while there is no other one", async () => {
      await add("ada", { role: "owner" });
      await add("bob");
      await add("cyd", { accountId: OTHER, role: "owner" });
      const lower = { accountId: ACCOUNT, userId: "ada", role: "desk", agentId: null } as const;
      expect(await store.changeMember(lower)).toBe(false);
      expect(await store.removeMember(ACCOUNT, "ada")).toBe(false);
      expect(await store.changeMember({ ...lower, role: "owner" })).toBe(true);
      await store.changeMember({ ...lower, userId: "bob", role: "owner" });
      expect(await store.changeMember(lower)).toBe(true);
      expect(await store.members(ACCOUNT)).toMatchObject([{ role: "desk" }, { role: "owner" }]);
    });

    it("keeps an owner also when two owners go at the same moment", async () => {
      for (let round = 0; round < 5; round += 1) {
        await add("ada", { role: "owner" });
        await add("bob", { role: "owner" });
        const lower = { accountId: ACCOUNT, role: "desk", agentId: null } as const;
        const done = await Promise.all([
          store.changeMember({ ...lower, userId: "ada" }),
          store.removeMember(ACCOUNT, "bob"),
        ]);
        expect(done.filter(Boolean)).toHaveLength(1);
        const owners = (await store.members(ACCOUNT)).filter(({ role }) => role === "owner");
        expect(owners).toHaveLength(1);
      }
    });
  });

  describe(`${name}: people of no account`, () => {
    beforeEach(begin);
    afterEach(() => opened.close());

    it("are forgotten when they came through a provider long ago, have no password, and are not logged in", async () => {
      const made = "'2026-11-30T00:00:00.000Z', '2026-11-30T00:00:00.000Z'";
      const session = (userId: string, endsAt: string) =>
        opened.execute(
          `insert into people_sessions (id, token, user_id, expires_at, created_at, updated_at)
           values ('s-${userId}', 't-${userId}', '${userId}', '${endsAt}', ${made})`,
        );
      for (const id of ["dan", "eve", "fay"]) {
        await opened.execute(
          `insert into people (id, name, email, email_verified, created_at, updated_at)
           values ('${id}', '${id}', '${id}@example.org', 1, ${id === "fay" ? made.replaceAll("30T", "29T") : made})`,
        );
        await opened.execute(
          `insert into people_credentials (id, account_id, provider_id, user_id, password, created_at, updated_at)
           values ('c-${id}', 'sub-${id}', 'oidc', '${id}', ${id === "dan" ? "'a hash'" : "null"}, ${made})`,
        );
      }
      await add("ada");
      await session("bob", "2026-12-02T00:00:00.000Z");
      await session("fay", "2026-12-01T00:00:00.000Z");
      // Removed before using a link for a new password.
      await store.addInvitation({
        ...{ hash: "h1", accountId: ACCOUNT, role: "desk", agentId: null, label: null, userId: "fay" },
        ...{ createdAt: AT, expiresAt: AT + 1_000, usedAt: null },
      });
      const madeBefore = Date.parse("2026-11-30T00:00:00.000Z");
      await store.forgetPeopleOfNoAccount({ madeBefore, at: Date.parse("2026-12-01T12:00:00.000Z") });
      // Whoever is gone can be made anew under the same address; who is there cannot.
      const isThere = async (id: string) => {
        const again = `insert into people (id, name, email, email_verified, created_at, updated_at)
          values ('${id}-2', '${id}', '${id}@example.org', 1, ${made})`;
        return await opened.execute(again).then(
          () => false,
          () => true,
        );
      };
      const kept: Record<string, boolean> = {};
      for (const id of ["ada", "bob", "cyd", "dan", "eve", "fay"]) kept[id] = await isThere(id);
      expect(kept).toEqual({ ada: true, bob: true, cyd: false, dan: true, eve: true, fay: false });
      expect(await store.invitation("h1")).toBeUndefined();
    });
  });

  describe(`${name}: links that make members`, () => {
    beforeEach(begin);
    afterEach(() => opened.close());

    const link = (hash: string, members: Partial<Invitation> = {}): Invitation => ({
      hash,
      accountId: ACCOUNT,
      role: "desk",
      agentId: null,
      label: null,
      userId: null,
      createdAt: AT,
      expiresAt: AT + 1_000,
      usedAt: null,
      ...members,
    });

    it("are kept as they were made, and known by their hash alone", async () => {
      const made = link("h1", { role: "agent", agentId: "max", label: "Max", userId: "ada" });
      await store.addInvitation(made);
      store = await opened.reopen();
      expect(await store.invitation("h1")).toEqual(made);
      expect(await store.invitation("h2")).toBeUndefined();
    });

    it("are listed for their account until they are used, newest last", async () => {
      await store.addInvitation(link("second", { createdAt: AT + 1 }));
      await store.addInvitation(link("first"));
      await store.addInvitation(link("theirs", { accountId: OTHER }));
      await store.addInvitation(link("nobodys", { accountId: null }));
      const hashes = async (account: string | null) =>
        (await store.invitations(account)).map(({ hash }) => hash);
      expect(await hashes(ACCOUNT)).toEqual(["first", "second"]);
      await store.useInvitation("first", AT + 2);
      expect(await hashes(ACCOUNT)).toEqual(["second"]);
      expect(await hashes(OTHER)).toEqual(["theirs"]);
      expect(await hashes(null)).toEqual(["nobodys"]);
    });

    it("are used once, also when two take one at the same moment", async () => {
      await store.addInvitation(link("h1"));
      const used = await Promise.all([AT + 5, AT + 6].map((at) => store.useInvitation("h1", at)));
      expect(used.filter(Boolean)).toHaveLength(1);
      expect((await store.invitation("h1"))?.usedAt).toBeGreaterThan(AT);
      expect(await store.useInvitation("h1", AT + 7)).toBe(false);
      expect(await store.useInvitation("h2", AT + 7)).toBe(false);
    });

    it("are withdrawn by their own account while they were not used", async () => {
      await store.addInvitation(link("h1"));
      await store.addInvitation(link("h2", { accountId: null }));
      expect(await store.withdrawInvitation(OTHER, "h1")).toBe(false);
      expect(await store.withdrawInvitation(null, "h1")).toBe(false);
      expect(await store.withdrawInvitation(ACCOUNT, "h2")).toBe(false);
      expect(await store.withdrawInvitation(ACCOUNT, "h1")).toBe(true);
      expect(await store.withdrawInvitation(null, "h2")).toBe(true);
      expect(await store.invitation("h1")).toBeUndefined();
      expect(await store.useInvitation("h1", AT)).toBe(false);
      await store.addInvitation(link("h3"));
      await store.useInvitation("h3", AT);
      expect(await store.withdrawInvitation(ACCOUNT, "h3")).toBe(false);
    });
  });

  describe(`${name}: secrets of the server`, () => {
    beforeEach(begin);
    afterEach(() => opened.close());

    it("are made once and stay, whoever asks first", async () => {
      const asked = await Promise.all(["a", "b", "c"].map((secret) => store.serverSecret("login", secret)));
      expect(new Set(asked).size).toBe(1);
      store = await opened.reopen();
      expect(await store.serverSecret("login", "d")).toBe(asked[0]);
      expect(await store.serverSecret("another", "d")).toBe("d");
    });
  });

  describe(`${name}: what was done at the desk`, () => {
    beforeEach(begin);
    afterEach(() => opened.close());

    const event = (id: string, members: Partial<AuditEvent> = {}): AuditEvent => ({
      accountId: ACCOUNT,
      id,
      at: AT,
      actor: { kind: "person", id: "ada" },
      action: "agents.change",
      subjectId: "max",
      detail: { members: ["lastname"] },
      ...members,
    });

    it("is kept as it was recorded, newest first, of one account", async () => {
      const old = event("au-1", { actor: { kind: "key", id: "key-1" }, subjectId: null, detail: {} });
      const recent = event("au-0", { at: AT + 1 });
      for (const one of [old, recent, event("au-2", { accountId: OTHER })]) await store.recordAudit(one);
      store = await opened.reopen();
      expect(await store.auditEvents(ACCOUNT, { most: 10 })).toEqual([recent, old]);
      expect(await store.auditEvents(OTHER, { most: 10 })).toMatchObject([{ id: "au-2" }]);
    });

    it("is narrowed to who, what and when, each and all together", async () => {
      const key = { kind: "key", id: "key-1" } as const;
      await store.recordAudit(event("au-1", { actor: key, action: "bookings.create" }));
      await store.recordAudit(event("au-2", { actor: key, action: "bookings-of-old.create" }));
      await store.recordAudit(event("au-3", { action: "bookings.cancel", at: AT + 5 }));
      await store.recordAudit(event("au-4", { at: AT + 10 }));
      await store.recordAudit(event("au-5", { actor: key, action: "bookings.create", accountId: OTHER }));
      const ids = async (query: Omit<AuditQuery, "most">) =>
        (await store.auditEvents(ACCOUNT, { most: 10, ...query })).map(({ id }) => id);
      expect(await ids({ actorId: "key-1" })).toEqual(["au-2", "au-1"]);
      expect(await ids({ action: "bookings" })).toEqual(["au-3", "au-1"]);
      expect(await ids({ action: "bookings.create" })).toEqual(["au-1"]);
      expect(await ids({ from: AT + 5 })).toEqual(["au-4", "au-3"]);
      expect(await ids({ from: AT + 5, to: AT + 10 })).toEqual(["au-3"]);
      const before = { at: AT + 10, id: "au-4" };
      expect(await ids({ before, actorId: "ada", action: "bookings", from: AT, to: AT + 9 })).toEqual([
        "au-3",
      ]);
      expect(await ids({ before, actorId: "eve" })).toEqual([]);
    });

    it("comes in pages that hold each once, also of one moment", async () => {
      for (let number = 0; number < 5; number += 1) {
        await store.recordAudit(event(`au-${number}`, { at: AT + (number === 4 ? 1 : 0) }));
      }
      const seen: string[] = [];
      let before: Pick<AuditEvent, "at" | "id"> | undefined;
      for (;;) {
        const page = await store.auditEvents(ACCOUNT, { most: 2, before });
        if (page.length === 0) break;
        seen.push(...page.map(({ id }) => id));
        before = page.at(-1);
      }
      expect(seen).toEqual(["au-4", "au-3", "au-2", "au-1", "au-0"]);
    });
  });
}
