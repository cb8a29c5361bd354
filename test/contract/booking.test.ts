import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  ANNA,
  BEN,
  book,
  CARLA,
  clockOf,
  guest,
  halfHour,
  MASSAGE,
  mustBook,
  offering,
  open,
  openAccount,
  slotAt,
  slotsOf,
  studio,
  TUESDAY,
  WEDNESDAY,
} from "../fixtures/studio.ts";
import { type DeskUnderTest, MONDAY_MORNING, startDesk } from "../harness/desk-under-test.ts";
import type { WebhookClient, WireSlot } from "../harness/webhook-client.ts";

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await startDesk();
});
afterEach(() => {
  desk.clock.now = MONDAY_MORNING;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

async function idOf(bot: WebhookClient, participant: object): Promise<string> {
  const clients = await bot.must("findExistingUser", { participant });
  expect(clients).toHaveLength(1);
  return clients[0].id;
}

async function bookingIdsOf(bot: WebhookClient, participant: object): Promise<string[]> {
  const bookings = await bot.must("findExistingBooking", { id: await idOf(bot, participant) });
  return bookings.map((booking: { bookingId: string }) => booking.bookingId);
}

describe("bookAppointment", () => {
  it("answers booking, slot, start, end, status, type, product, agent and the type's name", async () => {
    const bot = await open(desk);
    const slot = slotAt(await slotsOf(bot, { agentId: "ben" }), "10:30");
    const answer = await book(bot, slot);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json\b/);
    expect(answer.body).toEqual({
      bookingId: expect.stringMatching(/^bk_/),
      slotId: slot.avId,
      start: "2026-12-01T10:30:00.000+01:00",
      end: "2026-12-01T11:00:00.000+01:00",
      status: "confirmed",
      ...MASSAGE,
      agent: { id: "ben", firstname: "Ben", lastname: "Brandt" },
      name: "Massage",
    });
  });

  it("the slot id carries the agent, so that a booked agent is the one who was asked for", async () => {
    const bot = await open(desk);
    for (const agentId of ["ben", "anna"]) {
      const slot = slotAt(await slotsOf(bot, { agentId }), "11:00");
      const booked = await mustBook(bot, slot, { booker: guest(agentId.length) });
      expect(booked.agent.id).toBe(agentId);
    }
  });

  it("an offered slot can be booked days later, as long as it is free", async () => {
    const bot = await open(desk);
    const [slot] = await slotsOf(bot, { dateTime: "2026-12-07" });
    desk.clock.now += 6 * 86_400_000;
    expect((await mustBook(bot, slot!)).start).toBe(slot!.slotStart);
  });

  it("a slot whose time has come meanwhile is not offered any more; alternatives are later", async () => {
    const bot = await open(desk, { minNoticeMinutes: 60 });
    const slot = slotAt(await slotsOf(bot), "10:00");
    desk.clock.now = Date.parse("2026-12-01T09:01:00.000+01:00");
    const answer = await book(bot, slot);
    expect([answer.status, answer.body.code]).toEqual([409, "slot_not_offered"]);
    expect(answer.body.alternatives.map(clockOf)).toEqual(["10:30", "11:00"]);
  });

  it("a slot whose hours the owner has changed meanwhile is not offered any more", async () => {
    const account = await openAccount(desk);
    const bot = await desk.botOf(account);
    const slot = slotAt(await slotsOf(bot), "10:00");
    const changed = studio({ overrides: { [TUESDAY]: ["10:15-12:00"] } });
    await desk.apply(JSON.stringify({ account: { id: account, name: "A" }, entities: [changed] }));
    const answer = await book(bot, slot);
    expect([answer.status, answer.body.code]).toEqual([409, "slot_not_offered"]);
    expect(answer.body.alternatives.map((one: WireSlot) => one.slotStart)).toEqual([
      "2026-11-30T11:00:00.000+01:00",
      "2026-11-30T11:30:00.000+01:00",
      "2026-12-01T10:15:00.000+01:00",
      "2026-12-01T10:45:00.000+01:00",
    ]);
  });

  it("type, product, slot and start must belong together", async () => {
    const other = { id: "yoga", name: "Yoga", agents: ["anna"], products: [halfHour({ id: "yoga-30" })] };
    const bot = await open(desk, { appointmentTypes: [...offering({}).appointmentTypes!, other] });
    const slot = slotAt(await slotsOf(bot), "10:00");
    const wrong = [
      { appointmentTypeId: "yoga" },
      { productId: "yoga-30" },
      { appointmentTypeId: "yoga", productId: "yoga-30" },
      { start: "2026-12-01T10:30:00.000+01:00" },
    ];
    for (const members of wrong) {
      const answer = await book(bot, slot, members);
      expect([answer.status, answer.body.code], JSON.stringify(members)).toEqual([409, "slot_mismatch"]);
    }
    expect(await slotsOf(bot)).toHaveLength(6);
  });
});

describe("participant", () => {
  it("absent or null: the booker attends", async () => {
    const bot = await open(desk);
    const [first, second] = await slotsOf(bot);
    const booked = [
      await mustBook(bot, first!, { booker: guest(1) }),
      await mustBook(bot, second!, { booker: guest(1), participant: null }),
    ];
    expect(await bookingIdsOf(bot, guest(1))).toEqual(booked.map((one) => one.bookingId));
  });

  it("the booker once more, in other words: one client, known by all that was said", async () => {
    const info = { bookerInfo: ["firstname", "lastname", "phone"], participantInfo: ["dob"] } as never;
    const bot = await open(desk, offering(info));
    const [slot] = await slotsOf(bot);
    const { firstname, lastname, phone } = guest(1);
    await mustBook(bot, slot!, {
      booker: { firstname, lastname, phone },
      participant: { firstname: "GAST", lastname: "nummer1", dob: "1985-07-25" },
    });
    const clients = await bot.must("findExistingUser", { participant: { firstname, lastname } });
    expect(clients).toMatchObject([{ firstname, lastname, phone, dob: "1985-07-25" }]);
  });

  it("somebody else: both find the booking, and each is a client of their own", async () => {
    const bot = await open(desk);
    const [slot] = await slotsOf(bot);
    const mother = guest(1);
    const child = { firstname: "Mia", lastname: mother.lastname, dob: "2019-05-04" };
    const { bookingId } = await mustBook(bot, slot!, { booker: mother, participant: child });
    expect(await bookingIdsOf(bot, mother)).toEqual([bookingId]);
    expect(await bookingIdsOf(bot, child)).toEqual([bookingId]);
    expect(await idOf(bot, mother)).not.toBe(await idOf(bot, child));
  });

  it("a child whom the mother has booked for before is the same client again", async () => {
    const bot = await open(desk);
    const [first, second] = await slotsOf(bot);
    const child = { firstname: "Mia", lastname: "Nummer1" };
    const booked = [
      await mustBook(bot, first!, { participant: { ...child, dob: "2019-05-04" } }),
      await mustBook(bot, second!, { participant: child }),
    ];
    const ids = booked.map((one) => one.bookingId);
    expect(await bookingIdsOf(bot, { ...child, dob: "2019-05-04" })).toEqual(ids);
  });

  it("one booker can book the same start for several participants of a class", async () => {
    const bot = await open(desk, offering({ capacity: 3 }, ["anna"]));
    const [slot] = await slotsOf(bot);
    const children = ["Mia", "Tom", "Lea"].map((firstname) => ({ firstname, lastname: "Nummer1" }));
    const ids = new Set();
    for (const participant of children) ids.add((await mustBook(bot, slot!, { participant })).bookingId);
    expect(ids.size).toBe(3);
    expect(await bookingIdsOf(bot, guest(1))).toEqual([...ids]);
  });

  it("booker and participant can be named by the id of findExistingUser", async () => {
    const bot = await open(desk, {}, [
      { id: "mother", firstname: "Ute", lastname: "Meier", phone: "0341 111222" },
      { id: "child", firstname: "Mia", lastname: "Meier" },
    ]);
    const [slot] = await slotsOf(bot);
    const { bookingId } = await mustBook(bot, slot!, {
      booker: { id: "mother" },
      participant: { id: "child" },
    });
    for (const id of ["mother", "child"]) {
      expect(await bot.must("findExistingBooking", { id })).toMatchObject([{ bookingId }]);
    }
  });

  it.each(["booker", "participant"])("a %s of an id that does not exist is unknown_client", async (party) => {
    const bot = await open(desk);
    const [slot] = await slotsOf(bot);
    const answer = await book(bot, slot!, { [party]: { ...guest(1), id: "cl_nobody" } });
    expect([answer.status, answer.body.code]).toEqual([404, "unknown_client"]);
    expect(await slotsOf(bot)).toHaveLength(6);
  });

  it("father and son of one name and phone are told apart by their dates of birth", async () => {
    const bot = await open(desk);
    const [slot] = await slotsOf(bot);
    const father = { ...guest(1), dob: "1960-01-01" };
    const son = { ...guest(1), dob: "1990-01-01" };
    const ids = [await mustBook(bot, slot!, { booker: father }), await mustBook(bot, slot!, { booker: son })];
    expect(new Set(ids.map((one) => one.bookingId)).size).toBe(2);
  });
});

describe("missing information", () => {
  const ASKS = {
    bookerInfo: ["firstname", "lastname", "phone", "email"],
    participantInfo: ["firstname", "dob"],
  } as const;
  const asking = () =>
    offering({ bookerInfo: [...ASKS.bookerInfo], participantInfo: [...ASKS.participantInfo] });

  async function missingOf(bot: WebhookClient, members: object): Promise<string[]> {
    const [slot] = await slotsOf(bot);
    const answer = await book(bot, slot!, members);
    expect([answer.status, answer.body.code]).toEqual([422, "missing_information"]);
    expect(await slotsOf(bot)).toHaveLength(6);
    return answer.body.missing;
  }

  it("is named as booker.email, participant.dob", async () => {
    const bot = await open(desk, asking());
    expect(await missingOf(bot, { booker: {}, participant: {} })).toEqual([
      "booker.firstname",
      "booker.lastname",
      "booker.phone",
      "booker.email",
      "participant.firstname",
      "participant.dob",
    ]);
    const participant = { firstname: "Mia", lastname: "Muster" };
    expect(await missingOf(bot, { booker: guest(1), participant })).toEqual([
      "booker.email",
      "participant.dob",
    ]);
  });

  it("without a participant the booker attends and must tell what participants tell", async () => {
    const bot = await open(desk, asking());
    const booker = { ...guest(1), email: "gast@example.com" };
    expect(await missingOf(bot, { booker })).toEqual(["participant.dob"]);
    const [slot] = await slotsOf(bot);
    await mustBook(bot, slot!, { booker: { ...booker, dob: "1985-07-25" } });
  });

  it("each party's answers count when booker and participant are one person", async () => {
    const bot = await open(desk, asking());
    const [slot] = await slotsOf(bot);
    const booker = { ...guest(1), email: "gast@example.com" };
    const participant = { firstname: booker.firstname, lastname: booker.lastname, dob: "1985-07-25" };
    await mustBook(bot, slot!, { booker, participant });
  });

  it("what a known client's card holds need not be said again", async () => {
    const card = { ...guest(1), id: "known", email: "gast@example.com", dob: "1985-07-25" };
    const bot = await open(desk, asking(), [card]);
    const [first, second] = await slotsOf(bot);
    await mustBook(bot, first!, { booker: { id: "known" } });
    await mustBook(bot, second!, { booker: guest(1) });
  });

  it.each([
    ["null", null],
    ["an empty text", ""],
    ["a withheld number", "anonymous"],
    ["an unknown number", "unknown"],
    ["blanks", "   "],
  ])("a phone that is %s is missing", async (_what, phone) => {
    const bot = await open(desk);
    expect(await missingOf(bot, { booker: { ...guest(1), phone } })).toEqual(["booker.phone"]);
  });

  it("a name of blanks is missing", async () => {
    const bot = await open(desk);
    const booker = { ...guest(1), firstname: " ", lastname: "\u00a0\u2003" };
    expect(await missingOf(bot, { booker })).toEqual(["booker.firstname", "booker.lastname"]);
  });

  it("email is not mandatory unless the product asks for it", async () => {
    const bot = await open(desk);
    const [slot] = await slotsOf(bot);
    await mustBook(bot, slot!, { booker: { ...guest(1), email: null } });
  });
});

describe("repeats", () => {
  it("the same client booking the same start of the same product again gets the same booking", async () => {
    const bot = await open(desk);
    const slot = slotAt(await slotsOf(bot), "09:30");
    const booked = await mustBook(bot, slot);
    expect(await mustBook(bot, slot)).toEqual(booked);
    const { firstname, lastname, phone } = guest(1);
    const saidOtherwise = { firstname: "GAST", lastlame: lastname, phone: phone.replace("+49 ", "0") };
    expect(await mustBook(bot, slot, { booker: saidOtherwise })).toEqual(booked);
    const participant = { firstname, lastname };
    expect(await mustBook(bot, slot, { booker: guest(1), participant })).toEqual(booked);
    const start = "2026-12-01T08:30:00Z";
    expect(await mustBook(bot, slot, { start })).toEqual(booked);
    expect(await bookingIdsOf(bot, guest(1))).toEqual([booked.bookingId]);
  });

  it("also when all agents are busy by then, and when the slot was of an agent before", async () => {
    const bot = await open(desk);
    const slot = slotAt(await slotsOf(bot), "09:30");
    const ofAnna = slotAt(await slotsOf(bot, { agentId: "anna" }), "09:30");
    const booked = await mustBook(bot, ofAnna);
    await mustBook(bot, slot, { booker: guest(2) });
    expect((await book(bot, slot, { booker: guest(3) })).body.code).toBe("slot_taken");
    expect(await mustBook(bot, ofAnna)).toEqual(booked);
    expect(await mustBook(bot, slot)).toEqual(booked);
  });

  it("also when nothing tells the client from a namesake: it is the same wish, word for word", async () => {
    const bot = await open(desk, offering({ bookerInfo: ["firstname", "lastname"] }, ["anna"]));
    const [slot] = await slotsOf(bot);
    const booker = { firstname: "Erika", lastname: "Musterfrau" };
    const booked = await mustBook(bot, slot!, { booker });
    expect(await mustBook(bot, slot!, { booker })).toEqual(booked);
  });

  it("who said nothing about themselves repeats nobody: a class that asks nothing fills up", async () => {
    const bot = await open(desk, offering({ bookerInfo: [], capacity: 3 }, ["anna"]));
    const [slot] = await slotsOf(bot);
    const ids = new Set();
    for (let seat = 0; seat < 3; seat += 1) ids.add((await mustBook(bot, slot!, { booker: {} })).bookingId);
    expect(ids.size).toBe(3);
    expect((await book(bot, slot!, { booker: {} })).body.code).toBe("slot_taken");
  });

  it("another product, another start and another client are other bookings", async () => {
    const types = offering({}).appointmentTypes!;
    const [massage] = types;
    const bot = await open(desk, {
      appointmentTypes: [{ ...massage!, products: [halfHour(), halfHour({ id: "massage-30b" })] }],
    });
    const [first, second] = await slotsOf(bot);
    const [other] = await slotsOf(bot, { productId: "massage-30b" });
    const ids = [
      await mustBook(bot, first!),
      await mustBook(bot, second!),
      await mustBook(bot, other!, { productId: "massage-30b" }),
    ].map((one) => one.bookingId);
    expect(new Set(ids).size).toBe(3);
    expect((await book(bot, first!, { booker: guest(2) })).body.code).toBe("slot_taken");
  });

  it("after a cancellation the same wish is a new booking", async () => {
    const bot = await open(desk);
    const [slot] = await slotsOf(bot);
    const booked = await mustBook(bot, slot!);
    await bot.must("cancelAppointment", booked);
    const again = await mustBook(bot, slot!);
    expect(again.bookingId).not.toBe(booked.bookingId);
    expect(again.status).toBe("confirmed");
  });
});

describe("Idempotency-Key", () => {
  const KEY = { "idempotency-key": "6f1c" };

  it("with the same body: the same answer, whatever spacing and order of members", async () => {
    const bot = await open(desk, offering({ bookerInfo: [] }));
    const [slot] = await slotsOf(bot);
    const booked = await book(bot, slot!, { booker: {} }, KEY);
    expect(booked.status).toBe(200);
    const start = slot!.slotStart;
    const reordered = { booker: {}, start, slotId: slot!.avId, ...MASSAGE, action: "bookAppointment" };
    const again = await bot.send(JSON.stringify(reordered, null, 3), { headers: KEY });
    expect([again.status, again.body]).toEqual([200, booked.body]);
  });

  it("with another body: invalid_request that names it, and nothing is done", async () => {
    const bot = await open(desk);
    const [first, second] = await slotsOf(bot);
    await book(bot, first!, {}, KEY);
    const { status, body } = await book(bot, second!, {}, KEY);
    expect([status, body.code, body.issues[0].path]).toEqual([422, "invalid_request", "Idempotency-Key"]);
    const cancelled = await bot.call("cancelAppointment", (await book(bot, first!, {}, KEY)).body, KEY);
    expect(cancelled.body.code).toBe("invalid_request");
    expect(await bookingIdsOf(bot, guest(1))).toHaveLength(1);
  });

  it("long ones that differ only at their end are different ones", async () => {
    const bot = await open(desk);
    const [first, second] = await slotsOf(bot);
    const long = "k".repeat(200);
    expect((await book(bot, first!, {}, { "idempotency-key": `${long}1` })).status).toBe(200);
    expect((await book(bot, second!, {}, { "idempotency-key": `${long}2` })).status).toBe(200);
  });

  it("of another API key is another one, also within the account", async () => {
    const account = await openAccount(desk);
    const [one, other] = [await desk.botOf(account), await desk.botOf(account)];
    const [first, second] = await slotsOf(one);
    const ids = [await book(one, first!, {}, KEY), await book(other, second!, {}, KEY)].map(
      (answer) => answer.body.bookingId,
    );
    expect(new Set(ids).size).toBe(2);
  });

  it("of a request that was refused can be used again", async () => {
    const bot = await open(desk);
    const [slot] = await slotsOf(bot);
    expect((await book(bot, slot!, { booker: {} }, KEY)).body.code).toBe("missing_information");
    expect((await book(bot, slot!, {}, KEY)).status).toBe(200);
  });

  it("is honoured for moves and cancellations too, long after", async () => {
    const bot = await open(desk);
    const [first, second, third] = await slotsOf(bot);
    const { bookingId } = await mustBook(bot, first!);
    const move = {
      bookingId,
      slotIdOld: first!.avId,
      slotIdNew: second!.avId,
      start: second!.slotStart,
    };
    const moved = await bot.call("modifyAppointment", move, KEY);
    const further = { ...move, slotIdOld: second!.avId, slotIdNew: third!.avId, start: third!.slotStart };
    await bot.must("modifyAppointment", further);
    expect((await bot.call("modifyAppointment", move, KEY)).status).toBe(moved.status);
    const cancel = { bookingId, slotId: third!.avId, start: third!.slotStart };
    const cancelled = await bot.call("cancelAppointment", cancel, { "idempotency-key": "c" });
    expect(cancelled.body).toEqual({ bookingId, status: "cancelled" });
    desk.clock.now = Date.parse("2026-12-03T00:00:00Z");
    expect((await bot.call("cancelAppointment", cancel, { "idempotency-key": "c" })).body).toEqual(
      cancelled.body,
    );
  });
});

describe("any agent: who gets the booking", () => {
  const THREE = { agents: [CARLA, BEN, ANNA], ...offering({}, ["carla", "ben", "anna"]) };

  /** The agents of bookings at these times, one after the other, each for another client. */
  async function agentsAt(bot: WebhookClient, date: string, times: readonly string[], agentId?: string) {
    const agents: string[] = [];
    for (const [index, time] of times.entries()) {
      const slot = slotAt(await slotsOf(bot, { dateTime: date, agentId }), time);
      const booker = guest(Number(date.slice(8)) * 100 + index);
      agents.push((await mustBook(bot, slot, { booker })).agent.id);
    }
    return agents;
  }

  it("fewest bookings that day, then longest idle, then id", async () => {
    const bot = await open(desk, THREE);
    const times = ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"];
    expect(await agentsAt(bot, TUESDAY, times)).toEqual(["anna", "ben", "carla", "anna", "ben", "carla"]);
  });

  it("bookings of other days do not count", async () => {
    const bot = await open(desk, THREE);
    await agentsAt(bot, TUESDAY, ["09:00", "09:30", "10:00"], "ben");
    await agentsAt(bot, WEDNESDAY, ["09:00"], "anna");
    await agentsAt(bot, WEDNESDAY, ["09:30"], "carla");
    expect(await agentsAt(bot, WEDNESDAY, ["11:00"])).toEqual(["ben"]);
  });

  it("who finished longest ago comes before the smaller id, also across days", async () => {
    const bot = await open(desk, THREE);
    await agentsAt(bot, "2026-11-30", ["09:00"], "carla");
    await agentsAt(bot, "2026-11-30", ["10:00"], "anna");
    await agentsAt(bot, "2026-11-30", ["11:00"], "ben");
    expect(await agentsAt(bot, TUESDAY, ["09:00", "09:30", "10:00"])).toEqual(["carla", "anna", "ben"]);
  });

  it("only who is free: a busy agent never gets it, and the last one is taken", async () => {
    const bot = await open(desk, THREE);
    const slot = slotAt(await slotsOf(bot), "10:00");
    const agents = [];
    for (const number of [1, 2, 3])
      agents.push((await mustBook(bot, slot, { booker: guest(number) })).agent.id);
    expect(agents.sort()).toEqual(["anna", "ben", "carla"]);
    expect((await book(bot, slot, { booker: guest(4) })).body.code).toBe("slot_taken");
  });
});

describe("capacity", () => {
  it("a class takes that many participants at one start with one agent, then it is taken", async () => {
    const bot = await open(desk, offering({ capacity: 3 }, ["anna"]));
    const slot = slotAt(await slotsOf(bot), "10:00");
    const ids = new Set();
    for (const number of [1, 2, 3]) {
      expect((await slotsOf(bot)).map(clockOf)).toContain("10:00");
      const booked = await mustBook(bot, slot, { booker: guest(number) });
      expect(booked.agent.id).toBe("anna");
      ids.add(booked.bookingId);
    }
    expect(ids.size).toBe(3);
    expect((await slotsOf(bot)).map(clockOf)).not.toContain("10:00");
    expect((await book(bot, slot, { booker: guest(4) })).body.code).toBe("slot_taken");
  });

  it("a participant who cancels frees the seat for somebody else", async () => {
    const bot = await open(desk, offering({ capacity: 2 }, ["anna"]));
    const [slot] = await slotsOf(bot);
    const first = await mustBook(bot, slot!, { booker: guest(1) });
    await mustBook(bot, slot!, { booker: guest(2) });
    await bot.must("cancelAppointment", first);
    await mustBook(bot, slot!, { booker: guest(3) });
    expect((await book(bot, slot!, { booker: guest(4) })).body.code).toBe("slot_taken");
  });

  it("a class keeps its agent from other appointments, and they keep the class from its agent", async () => {
    const types = [
      { id: "class", name: "Kurs", agents: ["anna"], products: [halfHour({ id: "class-30", capacity: 5 })] },
      ...offering({}, ["anna"]).appointmentTypes!,
    ];
    const bot = await open(desk, { appointmentTypes: types });
    const course = { appointmentTypeId: "class", productId: "class-30" };
    const inClass = slotAt(await slotsOf(bot, course), "09:00");
    await mustBook(bot, inClass, course);
    await mustBook(bot, slotAt(await slotsOf(bot), "10:00"));
    expect((await slotsOf(bot)).map(clockOf)).toEqual(["09:30", "10:30", "11:00", "11:30"]);
    expect((await slotsOf(bot, course)).map(clockOf)).toEqual(["09:00", "09:30", "10:30", "11:00", "11:30"]);
  });
});

describe("resources", () => {
  it("a free one of the pool must exist: two rooms, three agents, two at a time", async () => {
    const bot = await open(desk, {
      agents: [ANNA, BEN, CARLA],
      resources: [
        { id: "room1", pool: "room", name: "1" },
        { id: "room2", pool: "room", name: "2" },
      ],
      ...offering({ resources: { room: 1 } }, ["anna", "ben", "carla"]),
    });
    const slot = slotAt(await slotsOf(bot), "10:00");
    const ofCarla = slotAt(await slotsOf(bot, { agentId: "carla" }), "10:00");
    const first = await mustBook(bot, slot, { booker: guest(1) });
    await mustBook(bot, slot, { booker: guest(2) });
    expect((await slotsOf(bot)).map(clockOf)).not.toContain("10:00");
    expect((await slotsOf(bot, { agentId: "carla" })).map(clockOf)).not.toContain("10:00");
    for (const one of [slot, ofCarla]) {
      expect((await book(bot, one, { booker: guest(3) })).body.code).toBe("slot_taken");
    }
    await bot.must("cancelAppointment", first);
    expect((await mustBook(bot, ofCarla, { booker: guest(3) })).agent.id).toBe("carla");
  });

  it("a product can need several of one pool and some of another", async () => {
    const bot = await open(desk, {
      resources: [
        { id: "mat1", pool: "mat", name: "1" },
        { id: "mat2", pool: "mat", name: "2" },
        { id: "mat3", pool: "mat", name: "3" },
        { id: "lamp", pool: "lamp", name: "L" },
      ],
      ...offering({ resources: { mat: 2, lamp: 1 } }),
    });
    const slot = slotAt(await slotsOf(bot), "10:00");
    await mustBook(bot, slot, { booker: guest(1) });
    expect((await book(bot, slot, { booker: guest(2) })).body.code).toBe("slot_taken");
  });
});

describe("limits and buffers", () => {
  it("past an agent's daily limit nothing of theirs is offered that day", async () => {
    const bot = await open(desk, {
      agents: [{ ...ANNA, maxBookingsPerDay: 2 }],
      ...offering({}, ["anna"]),
    });
    const slots = await slotsOf(bot);
    await mustBook(bot, slots[0]!, { booker: guest(1) });
    await mustBook(bot, slots[1]!, { booker: guest(2) });
    expect(await slotsOf(bot)).toEqual([]);
    expect((await book(bot, slots[2]!, { booker: guest(3) })).body.code).toBe("slot_taken");
    expect(await slotsOf(bot, { dateTime: WEDNESDAY })).toHaveLength(6);
  });

  it("past a product's daily limit nothing of it is offered that day by any agent", async () => {
    const bot = await open(desk, offering({ maxBookingsPerDay: 1 }));
    const [first, second] = await slotsOf(bot);
    const booked = await mustBook(bot, first!, { booker: guest(1) });
    expect(await slotsOf(bot)).toEqual([]);
    expect((await book(bot, second!, { booker: guest(2) })).body.code).toBe("slot_taken");
    await bot.must("cancelAppointment", booked);
    expect(await slotsOf(bot)).toHaveLength(6);
  });

  it("the buffers of two appointments add up, and touching is not overlapping", async () => {
    const buffers = { bufferBeforeMinutes: 10, bufferAfterMinutes: 5, slotIntervalMinutes: 15 };
    const bot = await open(desk, offering(buffers, ["anna"]));
    await mustBook(bot, slotAt(await slotsOf(bot), "10:00"));
    // 30 minutes and both buffers between two starts: 45 is just enough.
    expect((await slotsOf(bot)).map(clockOf)).toEqual(["09:00", "09:15", "10:45", "11:00", "11:15", "11:30"]);
  });
});

describe("slot_taken", () => {
  it("alternatives are the nearest free starts before and after, same product and preference", async () => {
    const bot = await open(desk);
    const ofAnna = await slotsOf(bot, { agentId: "anna" });
    for (const [number, time] of ["09:30", "10:00", "10:30"].entries()) {
      await mustBook(bot, slotAt(ofAnna, time), { booker: guest(number) });
    }
    const { status, body } = await book(bot, slotAt(ofAnna, "10:00"), { booker: guest(9) });
    expect([status, body.code, body.retryable]).toEqual([409, "slot_taken", false]);
    const offered = await slotsOf(bot, { agentId: "anna" });
    const yesterday = await slotsOf(bot, { agentId: "anna", dateTime: "2026-11-30" });
    expect(body.alternatives).toEqual([
      yesterday.at(-1),
      slotAt(offered, "09:00"),
      slotAt(offered, "11:00"),
      slotAt(offered, "11:30"),
    ]);
    const alternatives = body.alternatives as WireSlot[];
    for (const [number, alternative] of alternatives.entries()) {
      const booked = await mustBook(bot, alternative, { booker: guest(20 + number) });
      expect(booked.agent.id).toBe("anna");
    }
  });

  it("without a preference they name no agent; they reach across days, within the horizon", async () => {
    const bot = await open(desk, {
      hours: { mon: ["09:00-10:00"] },
      horizonDays: 8,
      ...offering({}, ["anna"]),
    });
    const slot = slotAt(await slotsOf(bot, { dateTime: "2026-12-07" }), "09:30");
    await mustBook(bot, slot);
    const { body } = await book(bot, slot, { booker: guest(2) });
    expect(body.alternatives.map((one: WireSlot) => one.slotStart)).toEqual([
      "2026-11-30T09:30:00.000+01:00",
      "2026-12-07T09:00:00.000+01:00",
    ]);
    for (const one of body.alternatives) expect(one).not.toHaveProperty("agentId");
  });

  it("with nothing left within the horizon there are no alternatives", async () => {
    const bot = await open(desk, {
      hours: { tue: ["09:00-09:30"] },
      horizonDays: 3,
      ...offering({}, ["anna"]),
    });
    const [slot] = await slotsOf(bot);
    await mustBook(bot, slot!);
    expect((await book(bot, slot!, { booker: guest(2) })).body.alternatives).toEqual([]);
  });
});
