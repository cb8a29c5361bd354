import { ACTIONS, type Slot } from "../protocol/index.ts";
import type { Business, Offer } from "./check-business.ts";
import type { Exchange, Findings } from "./findings.ts";
import { dayIn, hasOffset, offsetIn, statedOffset } from "./local-time.ts";
import { isAnswer, type Probe } from "./probe.ts";

export interface SlotQuestion {
  readonly offer: Offer;
  readonly agentId: string | null;
  /** A date, a timestamp or words. */
  readonly dateTime: string;
  /** IANA name. */
  readonly timezone: string;
}

/** A day on which something can be tried out: an offer, one agent and what they have free. */
export interface FreeDay {
  readonly offer: Offer;
  readonly agentId: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly slots: readonly Slot[];
}

export interface SlotOptions {
  /** IANA name. */
  readonly timezone: string;
  /** Of what is looked for; absent: any. */
  readonly productId?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Beyond what most businesses want for a change, and before most of their horizons. */
const DAYS_LOOKED_AT = { from: 3, to: 24 };
/** One to book, one to race for, one to move to, and one for the buffers between them. */
const FEWEST_SLOTS = 4;

/** Slots as they are answered, in all that must hold for each list of them. */
export async function slotsOf(
  probe: Probe,
  findings: Findings,
  { offer, agentId, dateTime, timezone }: SlotQuestion,
): Promise<readonly Slot[] | undefined> {
  const { entityId, appointmentTypeId, product } = offer;
  const members = { entityId, appointmentTypeId, agentId, productId: product.id, dateTime, timezone };
  const read = await probe.read("getSlots", members, "slots.shape");
  if (read === undefined) return undefined;
  const { answer: slots, exchange } = read;
  checkTimes(findings, slots, timezone, exchange);
  checkList(findings, slots, exchange);
  for (const { slotStart, slotEnd } of slots) {
    const minutes = (Date.parse(slotEnd) - Date.parse(slotStart)) / 60_000;
    const expected = `${product.duration} minutes, not ${minutes} (${slotStart})`;
    findings.check("slots.length", minutes === product.duration, expected, exchange);
  }
  if (agentId === null) {
    const starts = slots.map(({ slotStart }) => slotStart);
    const twice = starts.find((start, at) => starts.indexOf(start) !== at);
    findings.check("slots.once", twice === undefined, `${twice} once`, exchange);
  }
  return slots;
}

function checkTimes(findings: Findings, slots: readonly Slot[], zone: string, exchange: Exchange): void {
  for (const time of slots.flatMap(({ slotStart, slotEnd }) => [slotStart, slotEnd])) {
    checkOffset(findings, time, exchange);
    if (!hasOffset(time)) continue;
    const right = offsetIn(zone, Date.parse(time));
    const expected = `${time} with the offset of ${zone}, ${right} minutes`;
    findings.check("slots.zone", statedOffset(time) === right, expected, exchange);
  }
}

export function checkOffset(findings: Findings, time: string, exchange: Exchange): void {
  findings.check("slots.offset", hasOffset(time), `"${time}" with an offset such as +01:00`, exchange);
}

function checkList(findings: Findings, slots: readonly Slot[], exchange: Exchange): void {
  const ids = slots.map(({ avId }) => avId);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  findings.check("slots.ids", twice === undefined, `${twice} only once`, exchange);
  const strange = ids.find((id) => !/^[\w-]{1,32}$/.test(id));
  findings.check("slots.id-form", strange === undefined, `another form than "${strange}"`, exchange);
  const starts = slots.map(({ slotStart }) => Date.parse(slotStart));
  const isSorted = starts.every((start, at) => at === 0 || start >= starts[at - 1]!);
  findings.check("slots.order", isSorted, "the earliest first", exchange);
}

/** What getSlots must keep to. Returns a day to book on, if there is one; with `productId`, of that product. */
export async function checkSlots(
  probe: Probe,
  findings: Findings,
  business: Business,
  { timezone, productId, now }: SlotOptions,
): Promise<FreeDay | undefined> {
  probe.nextCall();
  const offers = business.offers.filter(({ product }) => productId === undefined || product.id === productId);
  const free = await freeDay(probe, findings, offers, { timezone, now });
  const [offer] = free === undefined ? offers : [free.offer];
  if (offer === undefined) return undefined;
  const ask = (agentId: string | null, dateTime: string) =>
    slotsOf(probe, findings, { offer, agentId, dateTime, timezone });
  const yesterday = await ask(null, dayIn(timezone, now, -1));
  const past = yesterday?.length ?? 0;
  findings.check(
    "slots.past",
    past === 0,
    `nothing on a day that is over, not ${past} slots`,
    probe.exchanges.at(-1),
  );
  await checkWords(probe, findings, offer, timezone);
  if (free === undefined) return undefined;
  const { agentId, day, slots } = free;
  const any = await ask(null, day);
  const answered = probe.exchanges.at(-1)!;
  findings.check("slots.any-agent", any !== undefined, "a list", answered);
  const starts = new Set(any?.map(({ slotStart }) => Date.parse(slotStart)));
  const missing = slots.find(({ slotStart }) => !starts.has(Date.parse(slotStart)));
  const expected = `${missing?.slotStart}, which ${agentId} has free, among all`;
  findings.check("slots.preference", missing === undefined, expected, answered);
  const from = slots[Math.floor(slots.length / 2)]!.slotStart;
  const rest = (await ask(agentId, from)) ?? [];
  const early = rest.find(({ slotStart }) => Date.parse(slotStart) < Date.parse(from));
  findings.check("slots.from", early === undefined, `nothing before ${from}`, probe.exchanges.at(-1));
  return free;
}

async function freeDay(
  probe: Probe,
  findings: Findings,
  offers: readonly Offer[],
  { timezone, now }: SlotOptions,
): Promise<FreeDay | undefined> {
  for (const offer of offers) {
    for (const { id: agentId } of offer.agents) {
      for (let later = DAYS_LOOKED_AT.from; later <= DAYS_LOOKED_AT.to; later += 1) {
        const day = dayIn(timezone, now, later);
        const slots = await slotsOf(probe, findings, { offer, agentId, dateTime: day, timezone });
        if (slots === undefined) break;
        const other = slots.find(({ slotStart }) => !slotStart.startsWith(day));
        const expected = `only slots of ${day}, not ${other?.slotStart}`;
        findings.check("slots.day", other === undefined, expected, probe.exchanges.at(-1));
        if (apart(slots).length >= FEWEST_SLOTS) return { offer, agentId, day, slots };
      }
    }
  }
  return undefined;
}

/** As many as fit behind each other. */
function apart(slots: readonly Slot[]): readonly Slot[] {
  let end = Number.NEGATIVE_INFINITY;
  return slots.filter(({ slotStart, slotEnd }) => {
    const isBehind = Date.parse(slotStart) >= end;
    if (isBehind) end = Date.parse(slotEnd);
    return isBehind;
  });
}

/** In one of the two languages at least. */
async function checkWords(probe: Probe, findings: Findings, offer: Offer, timezone: string): Promise<void> {
  const { entityId, appointmentTypeId, product } = offer;
  let exchange: Exchange | undefined;
  for (const dateTime of ["morgen", "tomorrow"]) {
    const members = { entityId, appointmentTypeId, agentId: null, productId: product.id, dateTime, timezone };
    exchange = await probe.send("getSlots", JSON.stringify({ action: "getSlots", ...members }));
    if (isAnswer(exchange) && ACTIONS.getSlots.answer.safeParse(exchange.body).success) break;
  }
  const isList = exchange !== undefined && ACTIONS.getSlots.answer.safeParse(exchange.body).success;
  findings.check("slots.words", isList, "a list of slots for “tomorrow” or “morgen”", exchange);
}
