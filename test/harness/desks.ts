import type { Place } from "../../src/places.ts";
import { BUSY_PRACTICE } from "./busy-practice.ts";
import { startDesk } from "./desk-under-test.ts";
import { prepareData } from "./prepared-data.ts";
import { startServerProcess } from "./server-process.ts";
import { WebhookClient, type WireAnswer } from "./webhook-client.ts";

/** Bots of one account that call at once: all the same server, or by turns two servers on one database. */
export interface Desks {
  readonly bots: readonly WebhookClient[];
  readonly place: Place;
  /** Faults that Slotline reported about itself. */
  readonly faults: () => readonly unknown[];
  readonly stop: () => Promise<void>;
}

const MOST_CALLS = 20;

/**
 * On a slow machine the last of 200 callers of one business has no turn within a request's deadline, and is told to
 * try again: a bot that does so.
 */
class PatientBot extends WebhookClient {
  override async send(...request: Parameters<WebhookClient["send"]>): Promise<WireAnswer> {
    for (let calls = 1; ; calls += 1) {
      const answer = await super.send(...request);
      if (answer.body?.code !== "unavailable" || calls === MOST_CALLS) return answer;
    }
  }
}

export async function oneServer(): Promise<Desks> {
  const desk = await startDesk({ files: [BUSY_PRACTICE] });
  const bots = [new PatientBot(desk.bot.address, desk.bot.key)];
  return { bots, place: desk.place, faults: () => desk.faults, stop: desk.stop };
}

export async function twoServers(): Promise<Desks> {
  const { place, environment, key, remove } = await prepareData(BUSY_PRACTICE);
  const start = () => startServerProcess(place.data, ["--requests-per-minute", "0"], environment);
  const servers = await Promise.all([start(), start()]);
  return {
    bots: servers.map((server) => new PatientBot(server.address, key)),
    place,
    faults: () => servers.map((server) => server.errors()).filter((text) => text !== ""),
    stop: async () => {
      const exitCodes = await Promise.all(servers.map((server) => server.stop()));
      await remove();
      if (exitCodes.some((code) => code !== 0)) throw new Error(`exit codes ${exitCodes.join(", ")}`);
    },
  };
}
