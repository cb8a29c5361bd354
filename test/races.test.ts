import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { bookingsOf, type Caller, newCaller, newCallers, seededRandom } from "./harness/callers.ts";
import { faultsIn } from "./harness/database-audit.ts";
import { type Desks, oneServer, twoServers } from "./harness/desks.ts";
import { readableData } from "./harness/fresh-place.ts";
import { startServerProcess } from "./harness/server-process.ts";
import { WebhookClient, type WireAnswer, type WireSlot } from "./harness/webhook-client.ts";

const TALK = { appointmentTypeId: "talk", productId: "t30" };
const COURSE = { appointmentTypeId: "course", productId: "c8" };
const SHORT = { appointmentTypeId: "massage", productId: "m20" };
const LONG = { appointmentTypeId: "massage", productId: "m60" };

type Wish = typeof TALK & { readonly agentId?: string };

describe.each([
  ["one server", oneServer],
  ["two servers on one database", twoServers],
])("callers at once, %s:", (_name, start) => {
  let desks: Desks;
  let firstDay: string;
  let days = 0;
  const known = new Set<string>();

  beforeAll(async () => {
    desks = await start();
    const [soonest] = await bot().slots({ ...TALK, dateTime: "übermorgen" });
    firstDay = soonest!.slotStart.slice(0, 10);
  });
  afterAll(() => desks.stop());
  afterEach(async () => {
    // What one race has broken is not held against the next.
    const broken = faultsIn(await readableData(desks.place)).filter((fault) => !known.has(fault));
    for (const fault of broken) known.add(fault);
    expect(broken).toEqual([]);
    expect(desks.faults()).toEqual([]);
  });

  const bot = (turn = 0): WebhookClient => desks.bots[turn % desks.bots.length]!;
  /** A date on which nobody has booked yet. */
  const freshDay = (): string => Temporal.PlainDate.from(firstDay).add({ days: days++ }).toString();
  const book = (turn: number, wish: Wish, slot: WireSlot, booker: Caller, more: object = {}) =>
    bot(turn).call("bookAppointment", { ...bookRequest(wish, slot, booker), ...more });

  it("200 callers for one slot: one gets it, 199 get slot_taken with alternatives that are free", async () => {
    const wish = { ...TALK, agentId: "bob" };
    const slots = await bot().slots({ ...wish, dateTime: freshDay() });
    const callers = newCallers(200);
    const answers = await Promise.all(callers.map((caller, turn) => book(turn, wish, slots[10]!, caller)));
    const { won, lost } = sorted(answers);
    expect(won).toHaveLength(1);
    expect(lost).toHaveLength(199);
    const nearest = [slots[8], slots[9], slots[11], slots[12]];
    for (const { body } of lost) expect(body.alternatives).toEqual(nearest);
    for (const [turn, alternative] of lost[0]!.body.alternatives.entries()) {
      expect(await book(turn, wish, alternative, newCaller())).toMatchObject({ status: 200 });
    }
  });

  it("200 callers for one start with any agent: as many get it as there are agents, each another", async () => {
    const slots = await bot().slots({ ...SHORT, dateTime: freshDay() });
    const callers = newCallers(200);
    const answers = await Promise.all(callers.map((caller, turn) => book(turn, SHORT, slots[30]!, caller)));
    const { won } = sorted(answers);
    expect(won.map(({ body }) => body.agent.id).sort()).toEqual(["ann", "bob", "cem"]);
  });

  it.each([1, 2])("200 callers for random overlapping products of 3 agents (seed %i)", async (seed) => {
    const random = seededRandom(seed);
    const any = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
    const dateTime = freshDay();
    const offers: { wish: Wish; slots: WireSlot[] }[] = [];
    for (const productId of ["m20", "m30", "m45", "m60"]) {
      for (const agent of [{}, { agentId: "ann" }, { agentId: "bob" }, { agentId: "cem" }]) {
        const wish = { ...SHORT, productId, ...agent };
        offers.push({ wish, slots: await bot().slots({ ...wish, dateTime }) });
      }
    }
    const wanted = newCallers(200).map((caller) => {
      const { wish, slots } = any(offers);
      return { caller, wish, slot: any(slots) };
    });
    const answers = await Promise.all(
      wanted.map(({ wish, slot, caller }, turn) => book(turn, wish, slot, caller)),
    );
    const { won, lost } = sorted(answers);
    expect(won.length).toBeGreaterThan(20);
    expect(lost.length).toBeGreaterThan(20);
    for (const [index, { status, body }] of answers.entries()) {
      const { wish, slot, caller } = wanted[index]!;
      if (status === 200) {
        expect(body).toMatchObject({ start: slot.slotStart, end: slot.slotEnd, slotId: slot.avId });
        if (wish.agentId !== undefined) expect(body.agent.id).toBe(wish.agentId);
        const listed = await bookingsOf(bot(index + 1), caller);
        expect(listed.map((one) => one.bookingId)).toEqual([body.bookingId]);
      } else {
        const { avId } = slot;
        const offered = await bot(index + 1).slots({ ...wish, dateTime });
        expect(offered.find((one) => one.avId === avId)).toBeUndefined();
      }
    }
  });

  it("a class of 8 with 40 callers: exactly 8 get a seat, all with the one agent", async () => {
    const slots = await bot().slots({ ...COURSE, dateTime: freshDay() });
    const callers = newCallers(40);
    const answers = await Promise.all(callers.map((caller, turn) => book(turn, COURSE, slots[5]!, caller)));
    const { won, lost } = sorted(answers);
    expect(won.map(({ body }) => body.agent.id)).toEqual(Array.from({ length: 8 }, () => "cem"));
    for (const { body } of lost) expect(body.alternatives).toEqual([slots[3], slots[4], slots[6], slots[7]]);
    expect(await book(1, COURSE, lost[0]!.body.alternatives[1], newCaller())).toMatchObject({ status: 200 });
  });

  it("callers for free starts of a day: no more get one than agent and product may have that day", async () => {
    const ofAnn = { ...TALK, agentId: "ann" };
    const limits: [Wish, number][] = [
      [ofAnn, 9],
      [LONG, 6],
    ];
    for (const [wish, limit] of limits) {
      const slots = await bot().slots({ ...wish, dateTime: freshDay() });
      const answers = await Promise.all(
        [...slots, ...slots].map((slot, turn) => book(turn, wish, slot, newCaller())),
      );
      expect(sorted(answers).won).toHaveLength(limit);
    }
  });

  it("modify against book for one slot: one gets it, who loses the modify keeps the old booking", async () => {
    const wish = { ...TALK, agentId: "bob" };
    const dateTime = freshDay();
    const slots = await bot().slots({ ...wish, dateTime });
    const rounds = Array.from({ length: 10 }, (_, round) => {
      const [target, ...old] = slots.slice(3 * round, 3 * round + 3);
      return { round, target: target!, movers: old.map((slot) => ({ slot, caller: newCaller() })) };
    });
    const played = await Promise.all(
      rounds.map(async ({ round, target, movers }) => {
        const booked = await Promise.all(
          movers.map(({ slot, caller }, turn) => book(turn, wish, slot, caller)),
        );
        const moves = booked.map(({ body }) => modifyRequest(body, target));
        const newcomer = newCaller();
        const contest = [
          ...moves.map((request) => (turn: number) => bot(turn).call("modifyAppointment", request)),
          (turn: number) => book(turn, wish, target, newcomer),
        ];
        // Who is sent first, and to which server, changes from round to round.
        const answers = await Promise.all(contest.map((_, at) => contest[(at + round) % 3]!(at + round)));
        const ordered = contest.map((_, index) => answers[(index - (round % 3) + 3) % 3]!);
        return { target, movers, newcomer, answers: ordered };
      }),
    );
    const offered = new Set((await bot().slots({ ...wish, dateTime })).map((slot) => slot.avId));
    for (const { target, movers, newcomer, answers } of played) {
      const { won } = sorted(answers);
      expect(won).toHaveLength(1);
      expect(won[0]!.body).toMatchObject({ start: target.slotStart, slotId: target.avId });
      expect(offered).not.toContain(target.avId);
      for (const [index, { slot, caller }] of movers.entries()) {
        const hasMoved = answers[index]!.status === 200;
        const now = hasMoved ? target : slot;
        expect(await bookingsOf(bot(index), caller)).toMatchObject([
          { slotId: now.avId, start: now.slotStart },
        ]);
        expect(offered.has(slot.avId)).toBe(hasMoved);
      }
      if (answers[2]!.status === 200) expect(await bookingsOf(bot(), newcomer)).toHaveLength(1);
    }
  });

  it("the same booking request 20 times at once: one booking, one client, 20 equal answers", async () => {
    const slots = await bot().slots({ ...COURSE, dateTime: freshDay() });
    const mother = newCaller();
    const daughter = { participant: { firstname: "Mia", lastname: mother.lastname } };
    const again = newCaller();
    const cases: [WireSlot, Caller, object, Record<string, string>][] = [
      [slots[0]!, newCaller(), {}, {}],
      [slots[0]!, newCaller(), {}, { "idempotency-key": "first-call" }],
      [slots[0]!, mother, daughter, {}],
      [slots[1]!, again, {}, {}],
      [slots[2]!, again, {}, {}],
    ];
    for (const [slot, caller, more, headers] of cases) {
      const request = { ...bookRequest(COURSE, slot, caller), ...more };
      const answers = await Promise.all(
        twenty((turn) => bot(turn).call("bookAppointment", request, headers)),
      );
      expectEqualAnswers(answers);
      const listed = await bookingsOf(bot(), caller);
      expect(listed.filter((one) => one.start === slot.slotStart)).toHaveLength(1);
    }
  });

  it("a new client who books 12 starts with 3 agents at once gets 12 bookings and one card", async () => {
    const dateTime = freshDay();
    const caller = newCaller();
    const agents = ["ann", "bob", "cem"];
    const offered = await Promise.all(agents.map((agentId) => bot().slots({ ...TALK, agentId, dateTime })));
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, turn) => book(turn, TALK, offered[turn % 3]![turn]!, caller)),
    );
    expect(sorted(answers).won).toHaveLength(12);
    expect(await bookingsOf(bot(), caller)).toHaveLength(12);
  });

  it("the same request with an Idempotency-Key 20 times at once: one seat, also for a first name only", async () => {
    const wish = { appointmentTypeId: "open", productId: "o8" };
    const [slot] = await bot().slots({ ...wish, dateTime: freshDay() });
    const request = { ...bookRequest(wish, slot!, newCaller()), booker: { firstname: "Mia" } };
    const answers = await Promise.all(
      twenty((turn) => bot(turn).call("bookAppointment", request, { "idempotency-key": "mia" })),
    );
    expectEqualAnswers(answers);
    const others = await Promise.all(newCallers(20).map((caller, turn) => book(turn, wish, slot!, caller)));
    expect(sorted(others).won).toHaveLength(7);
  });

  it("the same modify and the same cancel 20 times at once: 20 equal answers each", async () => {
    const wish = { ...TALK, agentId: "bob" };
    const [slot, target] = await bot().slots({ ...wish, dateTime: freshDay() });
    const caller = newCaller();
    const { body: booked } = await book(0, wish, slot!, caller);
    const move = modifyRequest(booked, target!);
    expectEqualAnswers(await Promise.all(twenty((turn) => bot(turn).call("modifyAppointment", move))));
    expect(await bookingsOf(bot(), caller)).toMatchObject([
      { bookingId: booked.bookingId, slotId: target!.avId },
    ]);
    const { bookingId } = booked;
    const cancel = { bookingId, slotId: target!.avId, start: target!.slotStart };
    expectEqualAnswers(await Promise.all(twenty((turn) => bot(turn).call("cancelAppointment", cancel))));
    expect(await bookingsOf(bot(), caller)).toEqual([]);
  });

  it("cancel against modify of the same booking: one happens, the other is told why not", async () => {
    const wish = { ...TALK, agentId: "bob" };
    const dateTime = freshDay();
    const slots = await bot().slots({ ...wish, dateTime });
    const rounds = Array.from({ length: 16 }, (_, round) => round);
    await Promise.all(
      rounds.map(async (round) => {
        const [slot, target] = slots.slice(2 * round, 2 * round + 2);
        const caller = newCaller();
        const { body: booked } = await book(round, wish, slot!, caller);
        const { bookingId } = booked;
        const moving = () => bot(round + 1).call("modifyAppointment", modifyRequest(booked, target!));
        const cancelling = () =>
          bot(round).call("cancelAppointment", { bookingId, slotId: slot!.avId, start: slot!.slotStart });
        const begun = round % 2 === 0 ? [moving(), cancelling()] : [cancelling(), moving()].reverse();
        const [moved, cancelled] = (await Promise.all(begun)) as [WireAnswer, WireAnswer];
        const listed = await bookingsOf(bot(round), caller);
        if (moved.status === 200) {
          expect(cancelled).toMatchObject({ status: 409, body: { code: "slot_mismatch" } });
          expect(listed).toMatchObject([{ bookingId, slotId: target!.avId }]);
        } else {
          expect(moved).toMatchObject({ status: 409, body: { code: "not_changeable" } });
          expect(cancelled).toMatchObject({ status: 200, body: { bookingId, status: "cancelled" } });
          expect(listed).toEqual([]);
        }
      }),
    );
  });

  it("cancel against 10 callers for the same slot: at most one gets it, and else it is free", async () => {
    const wish = { ...TALK, agentId: "bob" };
    const dateTime = freshDay();
    const slots = (await bot().slots({ ...wish, dateTime })).slice(0, 8);
    await Promise.all(
      slots.map(async (slot, round) => {
        const { body: booked } = await book(round, wish, slot, newCaller());
        const callers = newCallers(10);
        const cancel = { bookingId: booked.bookingId, slotId: slot.avId, start: slot.slotStart };
        const [cancelled, ...answers] = await Promise.all([
          bot(round).call("cancelAppointment", cancel),
          ...callers.map((caller, turn) => book(turn, wish, slot, caller)),
        ]);
        expect(cancelled).toMatchObject({ status: 200 });
        const { won } = sorted(answers);
        expect(won.length).toBeLessThanOrEqual(1);
        const next = await book(round, wish, slot, newCaller());
        expect(next.status).toBe(won.length === 1 ? 409 : 200);
      }),
    );
  });
});

it("two servers that start at once on an empty folder serve the same business", async () => {
  const data = mkdtempSync(join(tmpdir(), "slotline-test-"));
  const servers = await Promise.all([1, 2].map(() => startServerProcess(data, ["--demo"])));
  try {
    const bots = servers.map(({ webhookUrl }) => {
      const { origin, pathname } = new URL(webhookUrl!);
      return new WebhookClient(origin, pathname.replace("/webhook/", ""));
    });
    const wish = { appointmentTypeId: "abc1", productId: "prId1", dateTime: "so bald wie möglich" };
    const [offered, same] = await Promise.all(bots.map((bot) => bot.slots(wish)));
    expect(offered!.length).toBeGreaterThan(0);
    expect(same).toEqual(offered);
    expect(servers.map((server) => server.errors())).toEqual(["", ""]);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(data, { recursive: true, force: true });
  }
});

function bookRequest({ appointmentTypeId, productId }: Wish, slot: WireSlot, booker: Caller) {
  const participant = productId === "c8" ? { participant: booker } : {};
  return { appointmentTypeId, productId, slotId: slot.avId, start: slot.slotStart, booker, ...participant };
}

function modifyRequest(booked: { bookingId: string; slotId: string }, target: WireSlot) {
  const { bookingId, slotId } = booked;
  return { bookingId, slotIdOld: slotId, slotIdNew: target.avId, start: target.slotStart };
}

/** Winners and losers; every answer must be one or the other. Nobody is told less than that the slot is taken. */
function sorted(answers: readonly WireAnswer[]): { won: WireAnswer[]; lost: WireAnswer[] } {
  const won = answers.filter(({ status }) => status === 200);
  const lost = answers.filter(({ status }) => status !== 200);
  for (const { status, body } of lost) {
    expect({ status, code: body.code }).toEqual({ status: 409, code: "slot_taken" });
    expect(body.alternatives.length).toBeGreaterThan(0);
  }
  return { won, lost };
}

function twenty<T>(make: (turn: number) => T): T[] {
  return Array.from({ length: 20 }, (_, turn) => make(turn));
}

function expectEqualAnswers(answers: readonly WireAnswer[]): void {
  expect(answers.map(({ status }) => status)).toEqual(twenty(() => 200));
  for (const { body } of answers) expect(body).toEqual(answers[0]!.body);
}
