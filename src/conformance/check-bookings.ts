import { ACTIONS, type ListedBooking, type Slot } from "../protocol/index.ts";
import { checkRefusal } from "./check-errors.ts";
import { checkOffset, type FreeDay, slotsOf } from "./check-slots.ts";
import type { Exchange, Findings } from "./findings.ts";
import { inventPeople, type Person, peopleOf } from "./invented-people.ts";
import { isAnswer, listOf, memberOf, type Probe } from "./probe.ts";
import type { RuleId } from "./rules.ts";

/** A booking that could not be cancelled again. */
export interface Leftover {
  readonly start: string;
  readonly name: string;
}

interface Made {
  readonly person: Person;
  readonly slot: Slot;
  readonly bookingId: string | undefined;
}

/** Books, moves and cancels for invented people, and leaves the calendar as it was. */
export async function checkBookings(
  probe: Probe,
  findings: Findings,
  free: FreeDay,
  timezone: string,
): Promise<readonly Leftover[]> {
  const run = new BookingRun(probe, findings, free, timezone);
  await run.checkAll();
  return await run.cancelRest();
}

class BookingRun {
  readonly #probe: Probe;
  readonly #findings: Findings;
  readonly #free: FreeDay;
  readonly #timezone: string;
  /** What is to be cancelled in the end. */
  readonly #made = new Set<Made>();

  constructor(probe: Probe, findings: Findings, free: FreeDay, timezone: string) {
    this.#probe = probe;
    this.#findings = findings;
    this.#free = free;
    this.#timezone = timezone;
  }

  async checkAll(): Promise<void> {
    const [first, second, third] = inventPeople();
    const slot = this.#free.slots[0]!;
    this.#probe.nextCall();
    await this.#checkMissing(first, slot);
    const request = this.#requestOf(first, slot);
    const booked = await this.#probe.ask("bookAppointment", request);
    if (!this.#findings.check("book.works", isAnswer(booked), "status 2xx", booked)) return;
    let made = this.#note(first, slot, booked);
    this.#checkAnswer(booked, slot);
    const rest = await this.#checkOffered("book.gone", slot, false);
    const listed = await this.#checkListed("book.listed", first, slot);
    made = this.#withId(made, listed);
    await this.#checkRepeat(request, made);
    await this.#checkTaken(second, slot);
    const [next, last] = [rest?.at(0), rest?.at(-1)];
    if (next === undefined || last === undefined || next === last) {
      this.#findings.skip(["book.mismatch", "book.race", "modify.works"], "nothing else is free on that day");
      return await this.#checkCancel(made);
    }
    await this.#checkMismatch(second, next, last);
    await this.#checkRace(second, third, next);
    await this.#checkMove(made, next, last);
  }

  async cancelRest(): Promise<readonly Leftover[]> {
    const left: Leftover[] = [];
    for (const { person, slot, bookingId } of this.#made) {
      this.#probe.nextCall();
      const start = slot.slotStart;
      const members = { bookingId, slotId: slot.avId, start, participant: person };
      const isGone = bookingId !== undefined && isAnswer(await this.#send("cancelAppointment", members));
      if (!isGone) left.push({ start, name: `${person.firstname} ${person.lastname}` });
    }
    return left;
  }

  #requestOf(person: Person, { avId, slotStart }: Slot): object {
    const { appointmentTypeId, product, required } = this.#free.offer;
    return {
      entityId: this.#free.offer.entityId,
      appointmentTypeId,
      productId: product.id,
      slotId: avId,
      start: slotStart,
      ...peopleOf(person, required),
    };
  }

  /** A request that may be refused. */
  async #send(action: string, members: object): Promise<Exchange> {
    const { entityId } = this.#free.offer;
    return await this.#probe.send(action, JSON.stringify({ action, entityId, ...members }));
  }

  #note(person: Person, slot: Slot, exchange: Exchange): Made {
    const made = { person, slot, bookingId: memberOf(exchange.body, "bookingId") };
    this.#made.add(made);
    return made;
  }

  /** What is refused must not be booked all the same. */
  async #mustRefuse(rule: RuleId, action: string, members: object, who: Made): Promise<Exchange | undefined> {
    const exchange = await this.#send(action, members);
    if (!this.#findings.check(rule, !isAnswer(exchange), "a refusal", exchange)) {
      if (action === "bookAppointment") this.#note(who.person, who.slot, exchange);
      return undefined;
    }
    checkRefusal(this.#findings, exchange);
    return exchange;
  }

  async #checkMissing(person: Person, slot: Slot): Promise<void> {
    const { bookerInfo, participantInfo } = this.#free.offer.required;
    if (bookerInfo.length + participantInfo.length === 0) {
      this.#findings.skip(["book.missing"], "this product requires nothing");
      return;
    }
    const members = { ...this.#requestOf(person, slot), booker: {}, participant: {} };
    const who = { person, slot, bookingId: undefined };
    const refused = await this.#mustRefuse("book.missing", "bookAppointment", members, who);
    if (refused === undefined) return;
    const missing = listOf(refused.body, "missing");
    this.#findings.check(
      "book.missing",
      missing.length > 0,
      "the names of what is missing in `missing`",
      refused,
    );
  }

  #checkAnswer(exchange: Exchange, slot: Slot): void {
    const checked = ACTIONS.bookAppointment.answer.safeParse(exchange.body);
    const issue = checked.error?.issues[0];
    const expected = `${issue?.path.join(".")}: ${issue?.message}`;
    if (!this.#findings.check("book.answer", checked.success, expected, exchange)) return;
    const isSame = Date.parse(checked.data!.start) === Date.parse(slot.slotStart);
    this.#findings.check("book.answer", isSame, `start ${slot.slotStart}`, exchange);
  }

  /** Returns what is offered on the day. */
  async #checkOffered(rule: RuleId, slot: Slot, isOffered: boolean): Promise<readonly Slot[] | undefined> {
    const { offer, agentId, day } = this.#free;
    const question = { offer, agentId, dateTime: day, timezone: this.#timezone };
    const slots = await slotsOf(this.#probe, this.#findings, question);
    if (slots === undefined) return undefined;
    const has = slots.some(({ slotStart }) => Date.parse(slotStart) === Date.parse(slot.slotStart));
    const hint = isOffered ? "" : " (if many can take part in it, choose another product)";
    const expected = `${slot.slotStart} ${isOffered ? "among" : "not among"} the slots${hint}`;
    this.#findings.check(rule, has === isOffered, expected, this.#probe.exchanges.at(-1));
    return slots;
  }

  /** The bookings of the person, as a bot finds them; checked to be the one at the slot. */
  async #checkListed(
    rule: RuleId,
    person: Person,
    slot: Slot | undefined,
  ): Promise<ListedBooking | undefined> {
    const { entityId, product } = this.#free.offer;
    this.#probe.nextCall();
    const users = await this.#probe.read(
      "findExistingUser",
      { entityId, participant: person },
      "users.shape",
    );
    const lists: ListedBooking[] = [];
    let exchange = users?.exchange;
    for (const { id } of users?.answer ?? []) {
      const members = { entityId, id, participant: { ...person, id } };
      const read = await this.#probe.read("findExistingBooking", members, "bookings.shape");
      if (read === undefined) continue;
      exchange = read.exchange;
      for (const booking of read.answer) checkOffset(this.#findings, booking.start, exchange);
      lists.push(...read.answer);
    }
    const at = Date.parse(slot?.slotStart ?? "");
    const found = lists.find(({ start, productId }) => Date.parse(start) === at && productId === product.id);
    const others = lists.filter((one) => one !== found);
    const expected = slot === undefined ? "no booking" : `a booking at ${slot.slotStart} of ${product.id}`;
    const isAsExpected = slot === undefined ? lists.length === 0 : found !== undefined;
    this.#findings.check(rule, isAsExpected, expected, exchange);
    if (rule === "book.listed") {
      const own = `no booking besides, not ${others.map(({ start }) => start).join(", ")}`;
      this.#findings.check("book.own", others.length === 0, own, exchange);
    } else if (slot !== undefined) {
      this.#findings.check(rule, others.length === 0, "only that one", exchange);
    }
    return found;
  }

  /** A server that does not tell the id when it books tells it when it lists. */
  #withId(made: Made, listed: ListedBooking | undefined): Made {
    if (made.bookingId !== undefined || listed === undefined) return made;
    this.#made.delete(made);
    const known = { ...made, bookingId: listed.bookingId };
    this.#made.add(known);
    return known;
  }

  async #checkRepeat(request: object, { person, slot, bookingId }: Made): Promise<void> {
    const again = await this.#send("bookAppointment", request);
    const isSame = isAnswer(again) && memberOf(again.body, "bookingId") === bookingId;
    this.#findings.check("book.repeat", isSame, `the booking ${bookingId}`, again);
    if (isAnswer(again) && !isSame) this.#note(person, slot, again);
  }

  async #checkTaken(person: Person, slot: Slot): Promise<void> {
    this.#probe.nextCall();
    const who = { person, slot, bookingId: undefined };
    const refused = await this.#mustRefuse(
      "book.taken",
      "bookAppointment",
      this.#requestOf(person, slot),
      who,
    );
    if (refused === undefined) return;
    const alternatives = listOf(refused.body, "alternatives");
    const has = ACTIONS.getSlots.answer.safeParse(alternatives).success && alternatives.length > 0;
    this.#findings.check("book.alternatives", has, "slots in `alternatives`", refused);
  }

  async #checkMismatch(person: Person, slot: Slot, other: Slot): Promise<void> {
    const members = { ...this.#requestOf(person, slot), start: other.slotStart };
    await this.#mustRefuse("book.mismatch", "bookAppointment", members, {
      person,
      slot,
      bookingId: undefined,
    });
  }

  async #checkRace(one: Person, another: Person, slot: Slot): Promise<void> {
    this.#probe.nextCall();
    const both = await Promise.all(
      [one, another].map(async (person) => ({
        person,
        exchange: await this.#send("bookAppointment", this.#requestOf(person, slot)),
      })),
    );
    const winners = both.filter(({ exchange }) => isAnswer(exchange));
    for (const { person, exchange } of winners) this.#note(person, slot, exchange);
    const expected = `one of two, not ${winners.length}`;
    this.#findings.check("book.race", winners.length === 1, expected, both.at(-1)!.exchange);
  }

  async #checkMove(made: Made, taken: Slot, to: Slot): Promise<void> {
    const { person, slot, bookingId } = made;
    if (bookingId === undefined) {
      const why = "the id of the booking is nowhere told";
      this.#findings.skip(["modify.works", "cancel.works"], why);
      return;
    }
    this.#probe.nextCall();
    const members = {
      bookingId,
      slotIdOld: slot.avId,
      slotIdNew: to.avId,
      start: to.slotStart,
      participant: person,
    };
    const { entityId } = this.#free.offer;
    const moved = await this.#probe.ask("modifyAppointment", { entityId, ...members });
    if (!this.#findings.check("modify.works", isAnswer(moved), "status 2xx", moved)) {
      await this.#checkCancel(made);
      return;
    }
    this.#made.delete(made);
    const after = { ...made, slot: to };
    this.#made.add(after);
    await this.#checkOffered("modify.frees", slot, true);
    await this.#checkOffered("modify.takes", to, false);
    await this.#checkListed("modify.listed", person, to);
    const again = await this.#send("modifyAppointment", members);
    this.#findings.check("modify.repeat", isAnswer(again), "status 2xx", again);
    const wrong = { ...members, slotIdOld: taken.avId, slotIdNew: slot.avId, start: slot.slotStart };
    await this.#mustRefuse("modify.old-slot", "modifyAppointment", wrong, after);
    await this.#checkCancel(after);
  }

  async #checkCancel(made: Made): Promise<void> {
    const { person, slot, bookingId } = made;
    const { entityId } = this.#free.offer;
    this.#probe.nextCall();
    const members = { bookingId, slotId: slot.avId, start: slot.slotStart, participant: person };
    const cancelled = await this.#probe.ask("cancelAppointment", { entityId, ...members });
    if (!this.#findings.check("cancel.works", isAnswer(cancelled), "status 2xx", cancelled)) return;
    this.#made.delete(made);
    await this.#checkOffered("cancel.frees", slot, true);
    await this.#checkListed("cancel.unlisted", person, undefined);
    const again = await this.#send("cancelAppointment", members);
    this.#findings.check("cancel.repeat", isAnswer(again), "status 2xx", again);
  }
}
