import { BUSY_PRACTICE } from "./busy-practice.ts";
import { startDesk } from "./desk-under-test.ts";
import { prepareData } from "./prepared-data.ts";
import { startServerProcess } from "./server-process.ts";
import { WebhookClient } from "./webhook-client.ts";

/** Bots of one account that call at once: all the same server, or by turns two servers on one data folder. */
export interface Desks {
  readonly bots: readonly WebhookClient[];
  readonly data: string;
  /** Faults that Slotline reported about itself. */
  readonly faults: () => readonly unknown[];
  readonly stop: () => Promise<void>;
}

export async function oneServer(): Promise<Desks> {
  const desk = await startDesk({ files: [BUSY_PRACTICE] });
  return { bots: [desk.bot], data: desk.data, faults: () => desk.faults, stop: desk.stop };
}

export async function twoServers(): Promise<Desks> {
  const { data, key, remove } = await prepareData(BUSY_PRACTICE);
  const noLimit = ["--requests-per-minute", "0"];
  const servers = await Promise.all([startServerProcess(data, noLimit), startServerProcess(data, noLimit)]);
  return {
    bots: servers.map((server) => new WebhookClient(server.address, key)),
    data,
    faults: () => servers.map((server) => server.errors()).filter((text) => text !== ""),
    stop: async () => {
      const exitCodes = await Promise.all(servers.map((server) => server.stop()));
      remove();
      if (exitCodes.some((code) => code !== 0)) throw new Error(`exit codes ${exitCodes.join(", ")}`);
    },
  };
}
