import { setTimeout as wait } from "node:timers/promises";
import { type Caller, newCaller, seededRandom } from "./callers.ts";
import type { BookingRow } from "./database-audit.ts";
import type { WebhookClient, WireAnswer, WireSlot } from "./webhook-client.ts";

const OFFERS = ["m20", "m30", "m45", "m60"].map((productId) => ({ appointmentTypeId: "massage", productId }));

/** Nobody listens longer; whoever is not answered by then was left hanging. */
const LONGEST_CALL_MS = 15_000;

const BREATH_AFTER_FAILURE_MS = 20;

/** One request and what became of it. */
export interface Asked {
  readonly action: string;
  /** 0 when the connection broke. */
  readonly status: number;
  readonly code: string | undefined;
  readonly milliseconds: number;
  readonly sentAt: number;
}

interface Wanted {
  readonly caller: Caller;
  readonly offer: object;
  readonly request: object;
  booked?: { readonly bookingId: string; readonly slotId: string; readonly start: string };
  cancelled?: boolean;
  /** The last change was not answered: it may have been made or not. */
  uncertain?: { readonly action: string; readonly request: object } | undefined;
}

export interface MixedTraffic {
  readonly asked: readonly Asked[];
  /** Resolves when the last request is answered. */
  readonly stop: () => Promise<void>;
  /** Sends again what was not answered, as bots do; afterwards it is known what must be stored. */
  readonly settle: (bot: WebhookClient) => Promise<void>;
  /** What is stored otherwise than it was acknowledged. */
  readonly faultsIn: (stored: readonly BookingRow[]) => string[];
}

export interface TrafficOptions {
  /** How many call at once, by turns at each of the bots. */
  readonly clients: number;
  /** Which day from tomorrow on is the first of the days for which they call. */
  readonly firstDay: number;
  readonly days?: number;
  readonly seed?: number;
}

/** Callers who book, move and cancel without a pause, for starts that many of them want. */
export async function startMixedTraffic(
  bots: readonly WebhookClient[],
  { clients, firstDay, days = 3, seed = 1 }: TrafficOptions,
): Promise<MixedTraffic> {
  const random = seededRandom(seed);
  const any = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const [soonest] = await bots[0]!.slots({ ...OFFERS[0], dateTime: "morgen" });
  const first = Temporal.PlainDate.from(soonest!.slotStart.slice(0, 10));
  const offered: { offer: object; slots: WireSlot[] }[] = [];
  for (const offer of OFFERS) {
    const slots: WireSlot[] = [];
    for (let day = 0; day < days; day += 1) {
      const dateTime = first.add({ days: firstDay + day }).toString();
      slots.push(...(await bots[0]!.slots({ ...offer, dateTime })));
    }
    offered.push({ offer, slots });
  }

  const asked: Asked[] = [];
  const all: Wanted[] = [];
  let running = true;
  const ask = async (
    bot: WebhookClient,
    action: string,
    request: object,
  ): Promise<WireAnswer | undefined> => {
    const sentAt = performance.now();
    const answer = await Promise.race([
      bot.call(action, request).catch(() => undefined),
      wait(LONGEST_CALL_MS, undefined, { ref: false }),
    ]);
    const milliseconds = performance.now() - sentAt;
    asked.push({ action, status: answer?.status ?? 0, code: answer?.body?.code, milliseconds, sentAt });
    if (answer === undefined || answer.status >= 500) {
      await wait(BREATH_AFTER_FAILURE_MS);
      return undefined;
    }
    return answer;
  };
  const change = async (bot: WebhookClient, one: Wanted, action: string, request: object): Promise<void> => {
    one.uncertain = { action, request };
    const answer = await ask(bot, action, request);
    if (answer === undefined) return;
    one.uncertain = undefined;
    if (answer.status !== 200) return;
    if (action === "cancelAppointment") one.cancelled = true;
    else one.booked = answer.body;
  };
  const call = async (bot: WebhookClient) => {
    const mine: Wanted[] = [];
    while (running) {
      const dice = random();
      const one = dice < 0.5 ? undefined : mine.pop();
      if (one === undefined) {
        const { offer, slots } = any(offered);
        const slot = any(slots);
        const caller = newCaller();
        const request = { ...offer, slotId: slot.avId, start: slot.slotStart, booker: caller };
        const wanted: Wanted = { caller, offer, request };
        all.push(wanted);
        await change(bot, wanted, "bookAppointment", request);
        if (wanted.booked !== undefined) mine.push(wanted);
      } else if (dice < 0.75) {
        const { slots } = offered.find(({ offer }) => offer === one.offer)!;
        const target = any(slots);
        const { bookingId, slotId } = one.booked!;
        const request = { bookingId, slotIdOld: slotId, slotIdNew: target.avId, start: target.slotStart };
        await change(bot, one, "modifyAppointment", request);
        if (one.uncertain === undefined) mine.push(one);
      } else {
        const { bookingId, slotId, start } = one.booked!;
        await change(bot, one, "cancelAppointment", { bookingId, slotId, start });
      }
    }
  };
  const calls = Array.from({ length: clients }, (_, turn) => call(bots[turn % bots.length]!));
  return {
    asked,
    stop: async () => {
      running = false;
      await Promise.all(calls);
    },
    settle: async (bot) => {
      for (const one of all) {
        if (one.uncertain !== undefined) await change(bot, one, one.uncertain.action, one.uncertain.request);
      }
    },
    faultsIn: (stored) => {
      const known = new Map(stored.map((row) => [row.id, row]));
      const lost = all.flatMap(({ booked, cancelled, uncertain }) => {
        if (booked === undefined) return [];
        const row = known.get(booked.bookingId);
        const start = Temporal.Instant.from(booked.start).epochMilliseconds;
        if (row === undefined) return [`${booked.bookingId} is lost`];
        if (uncertain !== undefined) return [`${booked.bookingId} is uncertain still`];
        if (row.status !== (cancelled ? "cancelled" : "confirmed"))
          return [`${booked.bookingId} is ${row.status}`];
        return row.starts_at === start ? [] : [`${booked.bookingId} has another start`];
      });
      const ids = all.flatMap(({ booked }) => booked?.bookingId ?? []);
      const twice = ids.length === new Set(ids).size ? [] : ["two callers have one booking"];
      return [...lost, ...twice];
    },
  };
}
