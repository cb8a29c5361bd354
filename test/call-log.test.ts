import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callLogFile } from "../src/places.ts";
import { type DeskUnderTest, MONDAY_MORNING, startDesk } from "./harness/desk-under-test.ts";
import { runSlotline } from "./harness/run-slotline.ts";
import { WebhookClient } from "./harness/webhook-client.ts";

/** Somebody whose every detail is a word that stands nowhere else. */
const WILHELMINE = {
  firstname: "Wilhelmine",
  lastname: "Quastenflosser",
  email: "wilhelmine.q@geheim.example",
  dob: "1931-02-03",
  phone: "+49 341 6655443",
  street: "Verschwiegene Gasse 99",
  zip: "98765",
  city: "Nirgendheim",
  country: "Utopien",
};
const CHILD = { firstname: "Ottokar", lastlame: "Zwiebelfisch", dob: "2019-09-19", mobile: "0170-7654321" };
const PERSONAL = [...Object.values(WILHELMINE), ...Object.values(CHILD), "493416655443", "Gernhardt"];

const MASSAGE = { appointmentTypeId: "abc1", productId: "prId1" };

interface LoggedCall {
  readonly at: number;
  readonly accountId: string | null;
  readonly keyId: string | null;
  readonly entityId: string | null;
  readonly callId: string | null;
  readonly action: string | null;
  readonly outcome: string;
  readonly milliseconds: number;
  readonly request: string | null;
  readonly answer: string | null;
}

let desk: DeskUnderTest;
let bot: WebhookClient;
beforeAll(async () => {
  desk = await startDesk();
  bot = await desk.botOf("acc-leipzig", { id: "key_log" });
});
afterAll(() => desk.stop());

/** The log writes in batches: looks again until that many calls are there. */
async function logged(count: number, { where = "true" } = {}): Promise<LoggedCall[]> {
  const database = new DatabaseSync(callLogFile(desk.data), { readOnly: true, timeout: 5_000 });
  try {
    const select = database.prepare(`
      select at, account_id as accountId, key_id as keyId, entity_id as entityId, call_id as callId, action,
        outcome, milliseconds, request, answer
      from webhook_calls where ${where} order by number`);
    return await expect
      .poll(() => select.all(), { timeout: 5_000, interval: 50 })
      .toHaveLength(count)
      .then(() => select.all() as unknown as LoggedCall[]);
  } finally {
    database.close();
  }
}

/**
 * The log's files as they are on disk. Another process copies them: closing a file that SQLite has open in
 * this one would drop its locks.
 */
function bytesOfCallLog(): string {
  const copies = mkdtempSync(join(tmpdir(), "slotline-test-"));
  execFileSync("cp", ["-r", `${desk.data}/.`, copies]);
  try {
    return readdirSync(copies)
      .filter((name) => name.startsWith("slotline-calls.db"))
      .map((name) => readFileSync(join(copies, name)).toString("latin1"))
      .join();
  } finally {
    rmSync(copies, { recursive: true });
  }
}

describe("every request is kept", () => {
  it("with key, entity, call id, action, outcome and milliseconds", async () => {
    const about = { entityId: "xyzBusinessEntityId", callId: "call-kept" };
    await bot.must("getBusinessName", about);
    await bot.call("getAgents", { ...about, appointmentTypeId: "nothing" });
    await bot.call("getSlots", about);
    await bot.call("getWeather", about);
    const calls = await logged(4, { where: "call_id = 'call-kept'" });
    expect(calls.map(({ action, outcome }) => [action, outcome])).toEqual([
      ["getBusinessName", "ok"],
      ["getAgents", "unknown_appointment_type"],
      ["getSlots", "invalid_request"],
      [null, "unknown_action"],
    ]);
    for (const call of calls) {
      expect(call).toMatchObject({
        at: MONDAY_MORNING,
        accountId: "acc-leipzig",
        keyId: "key_log",
        entityId: "xyzBusinessEntityId",
      });
      expect(call.milliseconds).toBeGreaterThan(0);
      expect(call.milliseconds).toBeLessThan(5_000);
    }
    const [first] = calls;
    expect(JSON.parse(first!.request!)).toEqual({ action: "getBusinessName", ...about });
    expect(JSON.parse(first!.answer!)).toEqual({ name: "Physiotherapie Gleichgewicht" });
  });

  it("a call is followed by X-Call-Id, X-Request-Id or callId, the first one given", async () => {
    const name = (members: object, headers: Record<string, string>) =>
      bot.call("getBusinessName", { entityId: "xyzBusinessEntityId", ...members }, headers);
    await name({ callId: "follow-body" }, { "x-call-id": "follow-1", "x-request-id": "follow-no" });
    await name({ callId: "follow-body" }, { "x-request-id": "follow-2" });
    await name({ callId: "follow-3" }, {});
    const calls = await logged(3, { where: "call_id like 'follow-%'" });
    expect(calls.map((call) => call.callId)).toEqual(["follow-1", "follow-2", "follow-3"]);
  });

  it("also what had no valid key, no readable body, no right method and too much body", async () => {
    const headers = { "x-call-id": "odd" };
    const stranger = new WebhookClient(desk.server.address, "slk_wrong");
    await stranger.call("getBusinessName", { entityId: "xyzBusinessEntityId" }, headers);
    await bot.send("{", { headers });
    await bot.send(undefined, { method: "GET", headers });
    await bot.send(" ".repeat(70_000), { headers });
    const calls = await logged(4, { where: "call_id = 'odd'" });
    expect(calls.map(({ action, outcome }) => [action, outcome])).toEqual([
      [null, "unauthorized"],
      [null, "malformed_json"],
      [null, "method_not_allowed"],
      [null, "payload_too_large"],
    ]);
    expect(calls.map(({ keyId, accountId }) => [keyId, accountId]).slice(0, 2)).toEqual([
      [null, null],
      ["key_log", "acc-leipzig"],
    ]);
  });

  it("long answers are kept by their beginning", async () => {
    await bot.slots({ ...MASSAGE, dateTime: "2026-12-03", callId: "long" });
    const [call] = await logged(1, { where: "call_id = 'long'" });
    const answer = JSON.parse(call!.answer!);
    expect(answer[0]).toMatchObject({ slotStart: "2026-12-03T08:00:00.000+01:00" });
    expect(answer.length).toBeLessThan(10);
  });
});

describe("words about a time", () => {
  it("are kept as what they were understood as; dates and timestamps as they were sent", async () => {
    const headers = { "x-call-id": "words" };
    const times = [
      "2026-12-01",
      "2026-12-01T08:00:00.000+01:00",
      "morgen",
      "hier ist Gernhardt, am blauen Tag",
    ];
    for (const dateTime of times) await bot.call("getSlots", { ...MASSAGE, dateTime }, headers);
    const calls = await logged(4, { where: "call_id = 'words'" });
    const kept = calls.map((call) => JSON.parse(call.request!));
    expect(kept.map(({ dateTime }) => dateTime)).toEqual([...times.slice(0, 2), "***", "***"]);
    expect(kept.map(({ understood }) => understood !== undefined)).toEqual([false, false, true, false]);
    expect(JSON.stringify(calls)).not.toContain("Gernhardt");
  });
});

describe("neither the log nor its file contains personal data or a key", () => {
  it("whatever was sent and answered, in right requests and wrong ones", async () => {
    const headers = { "x-call-id": "person" };
    const [slot, other] = await bot.slots({ ...MASSAGE, dateTime: "2026-12-01" });
    const request = { ...MASSAGE, slotId: slot!.avId, start: slot!.slotStart, booker: WILHELMINE };
    const booked = await bot.must("bookAppointment", { ...request, participant: CHILD }, headers);
    const [client] = await bot.must("findExistingUser", { participant: WILHELMINE }, headers);
    expect(client).toMatchObject(WILHELMINE);
    await bot.must("findExistingUser", { user: { phone: WILHELMINE.phone } }, headers);
    await bot.must("findExistingUser", { booker: { lastname: CHILD.lastlame, dob: CHILD.dob } }, headers);
    await bot.must("findExistingBooking", { id: client.id }, headers);
    await bot.must("cancelAppointment", booked, headers);
    const wrong: readonly [action: string, members: object][] = [
      ["bookAppointment", { ...request, slotId: other!.avId }],
      ["bookAppointment", { ...request, booker: { ...WILHELMINE, dob: "3.2.1931", email: "wilhelmine.q" } }],
      ["bookAppointment", { ...request, booker: Object.values(WILHELMINE).join(", ") }],
      ["bookAppointment", { ...request, booker: [WILHELMINE, Object.values(CHILD)] }],
      ["bookAppointment", { ...request, booker: { name: WILHELMINE, phone: [WILHELMINE.phone] } }],
      [
        "bookAppointment",
        { ...request, booker: { ...WILHELMINE, nickname: "Gernhardt" }, participant: CHILD },
      ],
      ["findExistingUser", { participant: { lastname: WILHELMINE.lastname } }],
      ["findExistingUser", { participant: "Wilhelmine Quastenflosser", note: WILHELMINE }],
      [
        "findExistingUser",
        { participant: { fullName: "Wilhelmine Quastenflosser", address: WILHELMINE.street } },
      ],
      [
        "getSlots",
        { ...MASSAGE, dateTime: "2026-12-01", caller: WILHELMINE, constructor: WILHELMINE.lastname },
      ],
      ["getSlots", { ...MASSAGE, dateTime: "morgen", toString: WILHELMINE.email, valueOf: CHILD }],
      ["getWeather", { who: WILHELMINE }],
      ["Quastenflosser", WILHELMINE],
    ];
    for (const [action, members] of wrong) await bot.call(action, members, headers);
    await bot.send(`{"booker":${JSON.stringify(WILHELMINE)}`, { headers });
    const path = `/webhook?key=${bot.key}&name=${WILHELMINE.lastname}`;
    await bot.send(JSON.stringify({ action: "findExistingUser", user: CHILD }), { path, headers });
    const auth = { ...headers, authorization: `Bearer ${bot.key}`, "idempotency-key": WILHELMINE.email };
    await bot.send(JSON.stringify({ action: "getBusinessName", key: bot.key }), {
      path: "/webhook",
      headers: auth,
    });
    const stranger = new WebhookClient(desk.server.address, "slk_stolen-key-of-someone");
    await stranger.call("findExistingUser", { participant: WILHELMINE }, headers);

    const calls = await logged(6 + wrong.length + 4, { where: "call_id = 'person'" });
    const words = [...PERSONAL, bot.key, desk.bot.key, "slk_stolen-key-of-someone", "slk_wrong"];
    const wordsIn = (text: string) => words.filter((word) => text.includes(word));
    const leaks = calls
      .map(({ action, request, answer }) => ({ action, request, words: wordsIn(`${request} ${answer}`) }))
      .filter((call) => call.words.length > 0);
    expect(leaks).toEqual([]);
    const kept = bytesOfCallLog();
    const shown = await runSlotline(["log", "--data", desk.data, "--json", "--lines", "1000"]);
    expect(shown.exitCode).toBe(0);
    expect(kept).toContain("findExistingUser");
    expect(shown.output).toContain("findExistingUser");
    expect(words.filter((word) => kept.includes(Buffer.from(word).toString("latin1")))).toEqual([]);
    expect(wordsIn(shown.output)).toEqual([]);
  });
});

describe("slotline log", () => {
  it("--json shows one call a line, oldest first, as many and of which account as asked", async () => {
    await desk.apply("{ account: { id: acc-other, name: Other }, entities: [] }");
    const other = await desk.botOf("acc-other");
    for (const callId of ["lines-1", "lines-2", "lines-3"]) {
      await bot.must("getBusinessName", { entityId: "xyzBusinessEntityId", callId });
    }
    await other.call("getBusinessName", { entityId: "e", callId: "lines-other" });
    await logged(4, { where: "call_id like 'lines-%'" });
    const linesOf = async (...options: string[]) =>
      (await runSlotline(["log", "--data", desk.data, "--json", ...options])).output
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).callId);
    expect(await linesOf("--lines", "4")).toEqual(["lines-1", "lines-2", "lines-3", "lines-other"]);
    expect(await linesOf("--lines", "2", "--account", "acc-leipzig")).toEqual(["lines-2", "lines-3"]);
  });

  it("for people shows time, duration, action, outcome and call", async () => {
    await bot.must("getBusinessName", { entityId: "xyzBusinessEntityId", callId: "readable" });
    await logged(1, { where: "call_id = 'readable'" });
    const { output } = await runSlotline(["log", "--data", desk.data, "-n", "1"]);
    expect(output).toMatch(/2026-11-30T07:00:00\.000Z +\d+\.\d ms +getBusinessName +ok +call readable/);
  });

  it("--follow shows a call that comes after it was started", async () => {
    const command = fileURLToPath(new URL("../bin/slotline.js", import.meta.url));
    const args = [command, "log", "--data", desk.data, "--follow", "--json", "--lines", "1"];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"], timeout: 20_000 });
    try {
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      expect(JSON.parse((await lines.next()).value ?? "")).toHaveProperty("number");
      await bot.must("getBusinessName", { entityId: "xyzBusinessEntityId", callId: "followed" });
      expect(JSON.parse((await lines.next()).value ?? "")).toMatchObject({
        callId: "followed",
        action: "getBusinessName",
        outcome: "ok",
      });
    } finally {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    }
  });

  it("says what to do when there is none", async () => {
    const { exitCode, errors } = await runSlotline(["log", "--data", join(desk.data, "nowhere")]);
    expect(exitCode).not.toBe(0);
    expect(errors).toContain("--data");
  });
});

describe("booking_events keep every change for good", () => {
  it("created, moved, cancelled: when, who, before and after; repeats and refusals add nothing", async () => {
    const account = "acc-leipzig";
    const mover = await desk.botOf(account, { id: "key_mover" });
    const [first, second] = await bot.slots({ ...MASSAGE, dateTime: "2026-12-04" });
    const request = { ...MASSAGE, slotId: first!.avId, start: first!.slotStart, booker: WILHELMINE };
    const booked = await bot.must("bookAppointment", request);
    await bot.must("bookAppointment", request);
    desk.clock.now += 60_000;
    const move = {
      bookingId: booked.bookingId,
      slotIdOld: first!.avId,
      slotIdNew: second!.avId,
      start: second!.slotStart,
    };
    const moved = await mover.must("modifyAppointment", move);
    await mover.must("modifyAppointment", move);
    await bot.call("cancelAppointment", booked);
    desk.clock.now += 60_000;
    await bot.must("cancelAppointment", moved);
    await bot.must("cancelAppointment", moved);
    const events = await desk.store.bookingEvents(account, booked.bookingId);
    const minute = (text: string) => Date.parse(text) / 60_000;
    const created = {
      id: booked.bookingId,
      slotId: first!.avId,
      start: minute(first!.slotStart),
      end: minute(first!.slotEnd),
      agentId: "agId1",
      status: "confirmed",
      version: 1,
    };
    const after = {
      ...created,
      slotId: second!.avId,
      start: minute(second!.slotStart),
      end: minute(second!.slotEnd),
      version: 2,
    };
    const by = (id: string) => ({ kind: "key", id });
    expect(events).toMatchObject([
      { kind: "created", at: MONDAY_MORNING, actor: by("key_log"), before: null, after: created },
      { kind: "moved", at: MONDAY_MORNING + 60_000, actor: by("key_mover"), before: created, after },
      {
        kind: "cancelled",
        at: MONDAY_MORNING + 120_000,
        actor: by("key_log"),
        before: after,
        after: { ...after, status: "cancelled", version: 3 },
      },
    ]);
    expect(events).toHaveLength(3);
    expect(desk.faults).toEqual([]);
  });
});
