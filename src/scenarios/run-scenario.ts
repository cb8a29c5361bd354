import type { Slot } from "../protocol/index.ts";
import type { DialogueEvent } from "../voicebot/dialogue.ts";
import type { WebhookExchange } from "../voicebot/run-call.ts";
import { type PlayedCall, playCall } from "./play-call.ts";
import type { BookingExpected, BookingMade, Scenario, Turn } from "./scenario-file.ts";
import type { OpenBusiness } from "./stage.ts";

export interface ScenarioResult {
  readonly name: string;
  /** What is not as expected; empty: all is. */
  readonly faults: readonly string[];
  readonly call: PlayedCall;
}

/** Makes what was before, plays the call, compares what it came to. */
export async function runScenario(
  scenario: Scenario,
  business: OpenBusiness,
  today: string,
): Promise<ScenarioResult> {
  const { name, language, from, to, expect } = scenario;
  const bookers = new OtherBookers(business);
  for (const made of scenario.before) await bookers.make(made);
  const faults: string[] = [];
  const call = await playCall(
    { sipId: to ?? business.sipId, language, country: business.country, today, callerNumber: from },
    { ...business, fetch: failing(business.fetch, scenario.fails) },
    name,
    turnsOf(scenario.call, bookers, faults),
  );
  const outcome = outcomeOf(call.exchanges);
  faults.push(...differencesIn(outcome, call, expect), ...(await unlisted(outcome, business)));
  return { name, faults, call };
}

function turnsOf(turns: readonly Turn[], bookers: OtherBookers, faults: string[]) {
  const rest = [...turns];
  return async (said: readonly string[]): Promise<DialogueEvent | undefined> => {
    for (;;) {
      const turn = rest.shift();
      if (turn === undefined) return undefined;
      if (typeof turn === "string") return { type: "said", text: turn };
      if ("press" in turn) return { type: "pressed", keys: turn.press };
      if ("silence" in turn) return { type: "silence" };
      if ("hangUp" in turn) return { type: "hung up" };
      if ("meanwhile" in turn) await bookers.make(turn.meanwhile);
      else if (!said.at(-1)?.includes(turn.hears)) {
        faults.push(`the bot was to say "${turn.hears}", and said: ${said.at(-1)}`);
      }
    }
  };
}

/** The first requests of an action are answered without the server, as the scenario says. */
function failing(send: typeof fetch, fails: Scenario["fails"]): typeof fetch {
  const waiting = new Map(Object.entries(fails).map(([action, statuses]) => [action, [...statuses]]));
  return async (url, init) => {
    const { action } = JSON.parse(String(init?.body)) as { action: string };
    const status = waiting.get(action)?.shift();
    if (status === undefined) return await send(url, init);
    if (status === 0) throw new TypeError("nobody answers");
    return new Response(status < 500 ? "{}" : "<html>Bad Gateway</html>", { status });
  };
}

/** Others who book at the same business, over the same webhook. */
class OtherBookers {
  readonly #business: OpenBusiness;
  #count = 0;

  constructor(business: OpenBusiness) {
    this.#business = business;
  }

  async make({ product, start, agent, booker, times = 1 }: BookingMade): Promise<void> {
    const types = await this.#business.ask<{ id: string; products: { id: string }[] }[]>(
      "getAppointmentTypesWithProducts",
      { entityId: this.#business.entityId },
    );
    const type = types.find(({ products }) => products.some(({ id }) => id === product));
    if (type === undefined) throw new Error(`There is no product ${product}.`);
    const wish = { appointmentTypeId: type.id, productId: product, agentId: agent ?? null };
    for (let time = 0; time < times; time += 1) {
      const slots = await this.#business.ask<Slot[]>("getSlots", { ...wish, dateTime: start });
      const slot = times === 1 ? slots.find(({ slotStart }) => slotStart.startsWith(start)) : slots[0];
      if (slot === undefined) throw new Error(`${start} is not free for ${product}.`);
      await this.#business.ask("bookAppointment", {
        ...wish,
        slotId: slot.avId,
        start: slot.slotStart,
        booker: booker ?? this.#somebody(),
      });
    }
  }

  #somebody() {
    this.#count += 1;
    const number = String(this.#count).padStart(4, "0");
    return { firstname: "Gast", lastname: `Nummer${number}`, phone: `+49341555${number}`, dob: "1980-01-01" };
  }
}

interface Booked {
  readonly bookingId: string;
  readonly product: string;
  readonly agent: string | undefined;
  readonly start: string;
  readonly booker: Readonly<Record<string, unknown>>;
  readonly participant: Readonly<Record<string, unknown>> | undefined;
}

interface Outcome {
  /** What was booked or moved in the call and not cancelled again, by id. */
  readonly booked: ReadonlyMap<string, Booked>;
  readonly cancelled: number;
}

/** Told from what the server confirmed. */
function outcomeOf(exchanges: readonly WebhookExchange[]): Outcome {
  const booked = new Map<string, Booked>();
  let cancelled = 0;
  for (const { action, request, status, body } of exchanges) {
    if (status !== 200) continue;
    const asked = request as { booker?: object; participant?: object };
    const answer = body as { bookingId: string; productId: string; start: string; agent?: { id: string } };
    if (action === "bookAppointment" || action === "modifyAppointment") {
      const before = booked.get(answer.bookingId);
      booked.set(answer.bookingId, {
        bookingId: answer.bookingId,
        product: answer.productId,
        agent: answer.agent?.id,
        start: answer.start.slice(0, 16),
        booker: { ...(before?.booker ?? asked.booker ?? asked.participant) },
        participant: before?.participant ?? (asked.participant as Booked["participant"]),
      });
    } else if (action === "cancelAppointment" && !booked.delete(answer.bookingId)) cancelled += 1;
  }
  return { booked, cancelled };
}

function differencesIn(outcome: Outcome, call: PlayedCall, expected: Scenario["expect"]): string[] {
  const faults: string[] = [];
  const { requests, booked, cancelled = 0, ends, says, neverSays } = expected;
  const actions = call.exchanges.map(({ action }) => action);
  if (requests !== undefined && requests.join() !== actions.join()) {
    faults.push(`requests were ${actions.join(", ")}`);
  }
  const last = [...outcome.booked.values()].at(-1);
  if (booked === null && last !== undefined)
    faults.push(`booked ${JSON.stringify(last)}, and was to book nothing`);
  if (booked != null) faults.push(...(last === undefined ? ["booked nothing"] : wrongIn(last, booked)));
  if (outcome.cancelled !== cancelled) faults.push(`cancelled ${outcome.cancelled}, not ${cancelled}`);
  if (ends !== undefined && ends !== call.ended) faults.push(`ended with ${call.ended}, not ${ends}`);
  const all = call.said.join("\n");
  for (const words of says) if (!all.includes(words)) faults.push(`never said "${words}"`);
  for (const words of neverSays) if (all.includes(words)) faults.push(`said "${words}"`);
  return faults;
}

function wrongIn(booked: Booked, expected: BookingExpected): string[] {
  const plain = { product: booked.product, agent: booked.agent, start: booked.start };
  const wrong = (Object.keys(plain) as (keyof typeof plain)[])
    .filter((member) => expected[member] !== undefined && expected[member] !== plain[member])
    .map((member) => `${member} is ${plain[member]}, not ${expected[member]}`);
  const people = (["booker", "participant"] as const).flatMap((who) =>
    Object.entries(expected[who] ?? {})
      .filter(([field, value]) => booked[who]?.[field] !== value)
      .map(([field, value]) => `${who}.${field} is ${String(booked[who]?.[field])}, not ${value}`),
  );
  return [...wrong, ...people];
}

/** What was confirmed is also what the server lists. */
async function unlisted({ booked }: Outcome, business: OpenBusiness): Promise<string[]> {
  const faults: string[] = [];
  for (const { bookingId, start, booker } of booked.values()) {
    const participant = Object.fromEntries(
      ["firstname", "lastname", "dob", "phone"].flatMap((field) =>
        booker[field] === undefined ? [] : [[field, booker[field]]],
      ),
    );
    const clients = await business.ask<{ id: string }[]>("findExistingUser", { participant });
    const lists = await Promise.all(
      clients.map(({ id }) =>
        business.ask<{ bookingId: string; start: string }[]>("findExistingBooking", {
          entityId: business.entityId,
          id,
          participant: { ...participant, id },
        }),
      ),
    );
    const isListed = lists.flat().some((one) => one.bookingId === bookingId && one.start.startsWith(start));
    if (!isListed) faults.push(`${bookingId} was confirmed for ${start}, and is not listed then`);
  }
  return faults;
}
