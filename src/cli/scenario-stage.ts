import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { readSettings } from "../config.ts";
import { startServer } from "../main.ts";
import { applyPracticeFile } from "../practice-file/apply-practice-file.ts";
import { readPracticeFile } from "../practice-file/read-practice-file.ts";
import type { OpenBusiness, Stage } from "../scenarios/stage.ts";
import { faultsIn } from "./commands/apply.ts";
import { createKey } from "./commands/key.ts";
import { CommandFailed } from "./terminal.ts";

interface PracticeFile {
  readonly entities: readonly {
    readonly id: string;
    readonly sipIds?: readonly string[];
    readonly country?: string;
    readonly publicHolidays?: { readonly country?: string };
  }[];
  readonly clients?: readonly object[];
}

/** A server of this process on a free port over a folder of its own, with this clock. */
export async function openStage(now: () => number): Promise<Stage> {
  const data = mkdtempSync(join(tmpdir(), "slotline-scenarios-"));
  const unlimited = { requestsPerMinute: 0, failuresPerMinute: 0, lookupsPerCall: 0, lookupsPerHour: 0 };
  const read = readSettings({ data, port: 0, ...unlimited }, {});
  if (!read.ok) throw new CommandFailed(JSON.stringify(read.faults));
  const { settings } = read;
  let ids = 0;
  const newId = (prefix: string) => `${prefix}_${String(++ids).padStart(12, "0")}`;
  const server = await startServer(settings, { now, newId });
  let accounts = 0;
  return {
    open: async (practice, { entity, clients }) => {
      const reading = await readPracticeFile(practice, "practice file");
      if (!reading.ok) throw faultsIn("the practice file", reading.faults);
      accounts += 1;
      const file = parse(practice) as PracticeFile;
      const [first, ...others] = file.entities;
      const account = { id: `call-${accounts}`, name: `Call ${accounts}` };
      const changed = {
        ...file,
        account,
        entities: [{ ...first, ...entity }, ...others],
        clients: [...(file.clients ?? []), ...clients],
      };
      const options = { prune: false, dryRun: false, at: now(), newId };
      const applied = await applyPracticeFile(server.store, JSON.stringify(changed), "scenario", options);
      if (!applied.ok) throw new CommandFailed(applied.faults.map(({ message }) => message).join("\n"));
      const { key } = await createKey(server.store, settings, { account: account.id, label: "scenario" });
      return businessAt(`${server.address}/webhook/${key}`, changed.entities[0]!);
    },
    close: async () => {
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function businessAt(webhookUrl: string, entity: Partial<PracticeFile["entities"][number]>): OpenBusiness {
  return {
    webhookUrl,
    fetch,
    entityId: entity.id ?? "",
    sipId: entity.sipIds?.[0] ?? "",
    country: entity.country ?? entity.publicHolidays?.country ?? "DE",
    ask: async <Answer>(action: string, members: object) => {
      const response = await fetch(webhookUrl, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ action, ...members }),
      });
      const body: unknown = await response.json();
      if (!response.ok) throw new Error(`${action} was answered ${response.status}: ${JSON.stringify(body)}`);
      return body as Answer;
    },
  };
}
