import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Desk } from "../booking/desk.ts";
import { findSlots } from "../booking/find-slots.ts";
import { slotAt } from "../booking/slot.ts";
import type { Settings } from "../config.ts";
import { REAL_EFFECTS } from "../effects.ts";
import type { RunningServer } from "../main.ts";
import { applyPracticeFile } from "../practice-file/apply-practice-file.ts";
import { DEMO } from "../staff-api/who-did.ts";
import type { Store } from "../store/store.ts";
import { hashOf } from "../webhook/credentials.ts";
import { createKey } from "./commands/key.ts";
import { fillDemoDays } from "./demo-days.ts";
import { CommandFailed } from "./terminal.ts";
import { withStore } from "./with-store.ts";

const DEMO_FILE = new URL("../../examples/physio.yaml", import.meta.url);
const DEMO_ACCOUNT = "acc-leipzig";
const DEMO_WISH = { appointmentTypeId: "abc1", productId: "prId1" };

export interface Demo {
  /** The demo account's name. */
  readonly name: string;
  readonly key: string;
  /** Makes its calendar look used, where it has no bookings; without that the demo works, too. */
  readonly fillDays: (server: RunningServer, onFault: (error: unknown) => void) => Promise<void>;
  /** A `curl` command that books the soonest slot there is, with a line that says so. */
  readonly curlThatBooks: (desk: Desk, url: string) => Promise<string>;
}

/** The demo business and a key to it, made when the data has none; whatever was changed since is kept. */
export async function prepareDemo(settings: Settings): Promise<Demo> {
  return await withStore(
    settings,
    async (store) => {
      if (!(await store.accountIds()).includes(DEMO_ACCOUNT)) await applyDemo(store);
      const stored = await store.configuration(DEMO_ACCOUNT);
      const key = await demoKey(store, settings);
      const fillDays = async (server: RunningServer, onFault: (error: unknown) => void) =>
        await fillDemoDays(server, DEMO_ACCOUNT, key).catch(onFault);
      return { name: stored?.configuration.name ?? DEMO_ACCOUNT, key, fillDays, curlThatBooks };
    },
    { create: true },
  );
}

async function applyDemo(store: Store): Promise<void> {
  const text = readFileSync(DEMO_FILE, "utf8");
  const { now: clock, newId } = REAL_EFFECTS;
  const options = { prune: false, dryRun: false, at: clock(), newId };
  const applied = await applyPracticeFile(store, text, "examples/physio.yaml", options);
  if (applied.ok) return;
  const [fault] = applied.faults;
  throw new CommandFailed(`examples/physio.yaml cannot be applied: line ${fault?.line}: ${fault?.message}`);
}

/** The same key on every start, so that a bot that was given the URL keeps working; only the demo keeps one in clear. */
async function demoKey(store: Store, settings: Settings): Promise<string> {
  const file = join(settings.data, "demo.key");
  if (existsSync(file)) {
    const kept = readFileSync(file, "utf8").trim();
    const stored = await store.keyByHash(hashOf(kept));
    if (stored !== undefined && stored.revokedAt === null) return kept;
  }
  const { key } = await createKey(store, settings, { account: DEMO_ACCOUNT, label: "demo" });
  writeFileSync(file, `${key}\n`);
  chmodSync(file, 0o600);
  return key;
}

async function curlThatBooks(desk: Desk, url: string): Promise<string> {
  const caller = { accountId: DEMO_ACCOUNT, entityIds: null, actor: DEMO } as const;
  const found = await findSlots(desk, caller, { ...DEMO_WISH, dateTime: "so bald wie möglich" });
  const [first] = found.ok ? found.value.starts : [];
  if (!found.ok || first === undefined) return "The demo business is booked out: nothing to book just now.";
  const slot = slotAt(found.value.kind, first);
  const start = found.value.zone.format(first);
  const body = {
    action: "bookAppointment",
    ...DEMO_WISH,
    slotId: slot.slotId,
    start,
    booker: { firstname: "Erika", lastname: "Musterfrau", phone: "+49 341 2223344" },
  };
  return `This books the next free massage, ${start}:\n\n  curl -s ${url} -d '${JSON.stringify(body)}'`;
}
