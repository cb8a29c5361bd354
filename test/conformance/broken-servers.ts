import { setTimeout as sleep } from "node:timers/promises";
import type { RuleId } from "../../src/conformance/rules.ts";
import { type Answer, type Members, type MinimalDesk, Refusal } from "./minimal-server.ts";

/** One fault in a server that is otherwise right, and the rule that must name it. */
export interface BrokenServer {
  readonly fault: string;
  readonly caughtBy: RuleId;
  readonly spoil: (desk: MinimalDesk) => void;
}

type Spoil = BrokenServer["spoil"];
type Slots = readonly Members[];

const fault = (words: string, caughtBy: RuleId, spoil: Spoil): BrokenServer => ({
  fault: words,
  caughtBy,
  spoil,
});

/** The action does something else; `usual` is what it did. */
function instead(
  action: string,
  act: (members: Members, usual: (m: Members) => unknown, desk: MinimalDesk) => unknown,
): Spoil {
  return (desk) => {
    const usual = desk.actions[action]!;
    desk.actions[action] = (members) => act(members, usual, desk);
  };
}

const answering = (action: string, change: (answer: never) => unknown) =>
  instead(action, (members, usual) => change(usual(members) as never));

const each = (action: string, change: (one: Members) => Members) =>
  answering(action, (answer: Slots) => answer.map(change));

const hearing = (action: string, change: (members: Members) => Members) =>
  instead(action, (members, usual) => usual(change(members)));

const refusingIf = (action: string, isRefused: (members: Members) => boolean) =>
  instead(action, (members, usual) => {
    if (isRefused(members)) throw new Refusal(422, "invalid_request");
    return usual(members);
  });

/** The answers as they are sent, those that `concerns` picks. */
function sending(
  concerns: (request: string, answer: Answer) => boolean,
  change: (answer: Answer) => Answer,
): Spoil {
  return (desk) => {
    const usual = desk.respond;
    desk.respond = async (request) => {
      const answer = await usual(request);
      return concerns(request, answer) ? change(answer) : answer;
    };
  };
}

const ofAction = (action: string) => (request: string) => request.includes(`"${action}"`);
const ofRefusals = (_request: string, { status }: Answer) => status >= 400;
const ofAll = () => true;

const textOf = (text: string) => (answer: Answer) => ({ ...answer, text });
const statusOf = (status: number) => (answer: Answer) => ({ ...answer, status });
const headersOf = (headers: object) => (answer: Answer) => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
});

const times = (change: (time: string) => string) =>
  each("getSlots", ({ slotStart, slotEnd, ...one }) => ({
    ...one,
    slotStart: change(String(slotStart)),
    slotEnd: change(String(slotEnd)),
  }));

/** In Berlin's winter and summer alike: the wall clock moves, the offset stays. */
const shifted = (time: string, minutes: number) =>
  `${new Date(Date.parse(`${time.slice(0, 19)}Z`) + minutes * 60_000).toISOString().slice(0, 23)}${time.slice(23)}`;

const twice = (list: Slots) => [...list, ...list];

const nextMonday = () => {
  const day = new Date(Date.now() + 86_400_000 * 3);
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7));
  return day.toISOString().slice(0, 10);
};

const isOver = (dateTime: unknown) => Date.parse(String(dateTime)) < Date.now() - 86_400_000 / 2;

const idAt = (start: unknown) => `at-${Date.parse(String(start)) / 60_000}`;

export const BROKEN_SERVERS: readonly BrokenServer[] = [
  fault("never answers", "answer.comes", (desk) => {
    desk.respond = () => new Promise(() => {});
  }),
  fault(
    "drops the connection",
    "answer.comes",
    answering("getAgents", () => {
      throw new Error("drop");
    }),
  ),
  fault(
    "answers a sentence instead of JSON",
    "answer.json",
    sending(ofAction("getBusinessName"), textOf("Salon")),
  ),
  fault(
    "answers HTML",
    "answer.json",
    sending(ofAction("getSlots"), textOf("<html><body>Slots</body></html>")),
  ),
  fault(
    "answers a good request with an error",
    "answer.ok",
    sending(ofAction("getAppointmentTypes"), statusOf(500)),
  ),
  fault(
    "wraps the entity in data",
    "entity.shape",
    answering("getEntityForSipId", (data) => ({ data })),
  ),
  fault(
    "has no name for the business",
    "name.shape",
    answering("getBusinessName", () => ({ name: null })),
  ),
  fault(
    "answers types as an object",
    "types.shape",
    answering("getAppointmentTypes", (types) => ({ types })),
  ),
  fault("lists a type twice", "types.ids", answering("getAppointmentTypes", twice)),
  fault(
    "answers null for its agents",
    "agents.shape",
    answering("getAgents", () => null),
  ),
  fault("lists an agent twice", "agents.ids", answering("getAgents", twice)),
  fault(
    "sends the duration as a string",
    "products.shape",
    each("getProducts", (one) => ({ ...one, duration: "30" })),
  ),
  fault("lists a product twice", "products.ids", answering("getProducts", twice)),
  fault(
    "forgets the products",
    "with-products.shape",
    each("getAppointmentTypesWithProducts", ({ products: _, ...one }) => one),
  ),
  fault(
    "names other products together than apart",
    "with-products.same",
    answering("getAppointmentTypesWithProducts", () => []),
  ),
  fault(
    "requires what no user has",
    "required.shape",
    answering("getRequiredInfo", () => ({ bookerInfo: ["shoeSize"], participantInfo: [] })),
  ),
  fault(
    "calls the slot's id slotId",
    "slots.shape",
    each("getSlots", ({ avId, ...one }) => ({ ...one, slotId: avId })),
  ),
  fault(
    "answers null when nothing is free",
    "slots.shape",
    answering("getSlots", (slots: Slots) => (slots.length > 0 ? slots : null)),
  ),
  fault(
    "leaves the offset out",
    "slots.offset",
    times((time) => time.slice(0, 23)),
  ),
  fault(
    "sends all times in UTC",
    "slots.zone",
    times((time) => new Date(time).toISOString()),
  ),
  fault(
    "answers the day after",
    "slots.day",
    times((time) => shifted(time, 1_440)),
  ),
  fault(
    "has slots that are too long",
    "slots.length",
    each("getSlots", (one) => ({ ...one, slotEnd: shifted(String(one.slotEnd), 15) })),
  ),
  fault(
    "gives all slots one id",
    "slots.ids",
    each("getSlots", (one) => ({ ...one, avId: "at-1" })),
  ),
  fault(
    "wants an agent",
    "slots.any-agent",
    refusingIf("getSlots", ({ agentId }) => agentId === null),
  ),
  fault(
    "answers the whole day for a timestamp",
    "slots.from",
    hearing("getSlots", ({ dateTime, ...rest }) => ({ ...rest, dateTime: String(dateTime).slice(0, 10) })),
  ),
  fault(
    "understands no words",
    "slots.words",
    refusingIf("getSlots", ({ dateTime }) => /^[a-z]/.test(String(dateTime))),
  ),
  fault(
    "offers what is over",
    "slots.past",
    hearing("getSlots", ({ dateTime, ...rest }) => ({
      ...rest,
      dateTime: isOver(dateTime) ? nextMonday() : dateTime,
    })),
  ),
  fault(
    "offers the last one first",
    "slots.order",
    answering("getSlots", (slots: Slots) => slots.toReversed()),
  ),
  fault(
    "offers a time once for each agent",
    "slots.once",
    instead("getSlots", (members, usual) => {
      const slots = usual(members) as Slots;
      return members.agentId === null
        ? slots.flatMap((one) => [one, { ...one, avId: `${one.avId}-2` }])
        : slots;
    }),
  ),
  fault(
    "offers less to who does not mind",
    "slots.preference",
    instead("getSlots", (members, usual) => {
      const slots = usual(members) as Slots;
      return members.agentId === null ? slots.slice(1) : slots;
    }),
  ),
  fault(
    "has ids that nobody can repeat",
    "slots.id-form",
    each("getSlots", (one) => ({ ...one, avId: `${"/".repeat(40)}${one.avId}` })),
  ),
  fault(
    "takes a stranger for a client",
    "users.unknown",
    answering("findExistingUser", () => [{ id: "user-0" }]),
  ),
  fault(
    "lists clients without an id",
    "users.shape",
    each("findExistingUser", ({ id: _, ...one }) => one),
  ),
  fault(
    "lists everybody",
    "users.too-broad",
    instead("findExistingUser", (members, usual, { users }) => {
      const { lastname } = members.participant as Members;
      return lastname === undefined ? users : usual(members);
    }),
  ),
  fault(
    "names the booking's time otherwise",
    "bookings.shape",
    each("findExistingBooking", ({ start, ...one }) => ({ ...one, time: start })),
  ),
  fault("does not book", "book.works", sending(ofAction("bookAppointment"), statusOf(500))),
  fault(
    "answers {success: true}",
    "book.answer",
    answering("bookAppointment", () => ({ success: true })),
  ),
  fault(
    "offers what is booked",
    "book.gone",
    instead("getSlots", (members, usual, desk) => {
      const { bookings } = desk;
      desk.bookings = [];
      const slots = usual(members);
      desk.bookings = bookings;
      return slots;
    }),
  ),
  fault("books two on one slot", "book.taken", (desk) => {
    desk.slots = desk.slots.bind({ ...desk, isFree: desk.isFree.bind(desk) } as MinimalDesk);
    desk.isFree = () => true;
  }),
  fault(
    "looks, waits and then books",
    "book.race",
    instead("bookAppointment", async (members, usual, desk) => {
      if (!desk.isFree(Date.parse(String(members.start)))) return usual(members);
      await sleep(50);
      const { isFree } = desk;
      desk.isFree = () => true;
      try {
        return usual(members);
      } finally {
        desk.isFree = isFree;
      }
    }),
  ),
  fault(
    "offers no alternatives",
    "book.alternatives",
    sending(ofAction("bookAppointment"), (answer) => {
      const { alternatives: _, ...rest } = JSON.parse(answer.text);
      return { ...answer, text: JSON.stringify(rest) };
    }),
  ),
  fault(
    "forgets what was booked",
    "book.listed",
    answering("findExistingBooking", () => []),
  ),
  fault("lists everybody's bookings", "book.own", (desk) => {
    desk.bookings.push({ bookingId: "booking-0", userId: "user-0", start: Date.UTC(2030, 0, 7, 9) });
    desk.actions.findExistingBooking = () => desk.bookings.map((one) => desk.told(one));
  }),
  fault(
    "books a repeated request again",
    "book.repeat",
    instead("bookAppointment", (members, usual, desk) => {
      const { phone } = (members.booker ?? {}) as Members;
      const user = desk.users.find((one) => one.phone === phone);
      const own = desk.bookings.filter(({ userId }) => userId === user?.id);
      desk.bookings = desk.bookings.filter((one) => !own.includes(one));
      try {
        return usual(members);
      } finally {
        desk.bookings.push(...own);
      }
    }),
  ),
  fault(
    "minds only the start",
    "book.mismatch",
    hearing("bookAppointment", ({ start, ...rest }) => ({ ...rest, start, slotId: idAt(start) })),
  ),
  fault(
    "books nobody",
    "book.missing",
    hearing("bookAppointment", ({ booker, ...rest }) => ({
      ...rest,
      booker: { firstname: "?", lastname: "?", phone: "0", ...(booker as object) },
    })),
  ),
  fault("does not move", "modify.works", sending(ofAction("modifyAppointment"), statusOf(501))),
  fault(
    "keeps the old time when it moves",
    "modify.frees",
    instead("modifyAppointment", (members, usual, desk) => {
      const { start } = desk.booking(members.bookingId);
      const answer = usual(members);
      if (desk.booking(members.bookingId).start !== start)
        desk.bookings.push({ bookingId: "old", userId: "user-0", start });
      return answer;
    }),
  ),
  fault(
    "says it has moved, and has not",
    "modify.takes",
    instead("modifyAppointment", (members, _usual, desk) => {
      const start = Date.parse(String(members.start));
      return desk.told({ ...desk.booking(members.bookingId), start });
    }),
  ),
  fault("lists the time from which it was moved", "modify.listed", (desk) => {
    const before = new Map<unknown, Members>();
    const usual = desk.actions.findExistingBooking!;
    desk.actions.findExistingBooking = (members) =>
      (usual(members) as Slots).map((one) => {
        if (!before.has(one.bookingId)) before.set(one.bookingId, one);
        return before.get(one.bookingId);
      });
  }),
  fault(
    "refuses a repeated move",
    "modify.repeat",
    instead("modifyAppointment", (members, usual, desk) => {
      if (idAt(members.start) === `at-${desk.booking(members.bookingId).start / 60_000}`)
        throw new Refusal(409, "slot_mismatch");
      return usual(members);
    }),
  ),
  fault(
    "moves whatever the old slot was",
    "modify.old-slot",
    instead("modifyAppointment", (members, usual, desk) =>
      usual({ ...members, slotIdOld: `at-${desk.booking(members.bookingId).start / 60_000}` }),
    ),
  ),
  fault("does not cancel", "cancel.works", sending(ofAction("cancelAppointment"), statusOf(500))),
  fault(
    "says it has cancelled, and has not",
    "cancel.frees",
    instead("cancelAppointment", ({ bookingId }, _usual, desk) => ({
      bookingId: desk.booking(bookingId).bookingId,
      status: "cancelled",
    })),
  ),
  fault("lists what is cancelled", "cancel.unlisted", (desk) => {
    const listed: Members[] = [];
    const { cancelAppointment, findExistingBooking } = desk.actions as Record<
      string,
      (members: Members) => unknown
    >;
    desk.actions.cancelAppointment = (members) => {
      if (!desk.cancelled.has(members.bookingId)) listed.push(desk.told(desk.booking(members.bookingId)));
      return cancelAppointment!(members);
    };
    desk.actions.findExistingBooking = (members) => [...(findExistingBooking!(members) as Slots), ...listed];
  }),
  fault(
    "refuses a repeated cancellation",
    "cancel.repeat",
    instead("cancelAppointment", (members, usual, desk) => {
      desk.booking(members.bookingId);
      return usual(members);
    }),
  ),
  fault("says what is wrong in HTML", "errors.json", sending(ofRefusals, textOf("<h1>Bad Request</h1>"))),
  fault(
    "takes mistakes for requests",
    "errors.refused",
    sending(ofRefusals, (answer) => ({ ...answer, status: 200, text: '{"ok":false}' })),
  ),
  fault(
    "breaks on mistakes",
    "errors.refused",
    sending(ofRefusals, (answer) => ({ ...answer, status: 500, text: '{"ok":false}' })),
  ),
  fault(
    "has no code for what is wrong",
    "errors.problem",
    sending(ofRefusals, textOf('{"error":"Bad Request"}')),
  ),
  fault("has nothing to say to the caller", "errors.speech", sending(ofRefusals, textOf('{"code":"wrong"}'))),
  fault(
    "shows its stack",
    "errors.internals",
    sending(ofRefusals, (answer) => ({
      ...answer,
      text: JSON.stringify({ code: "wrong", stack: new Error("x").stack }),
    })),
  ),
  fault(
    "calls JSON a page",
    "transport.content-type",
    sending(ofAll, headersOf({ "content-type": "text/html" })),
  ),
  fault(
    "lets answers be kept",
    "transport.no-store",
    sending(ofAll, headersOf({ "cache-control": "max-age=60" })),
  ),
  fault("minds what the request is called", "transport.text-plain", (desk) => {
    const usual = desk.respond;
    desk.respond = (request, contentType) => usual(contentType === "text/plain" ? "" : request, contentType);
  }),
  fault(
    "minds members that it does not know",
    "transport.unknown-members",
    refusingIf("getBusinessName", (members) => "nextVersion" in members),
  ),
  fault("is slow now and then", "latency.p95", (desk) => {
    const usual = desk.respond;
    let count = 0;
    desk.respond = async (request) => {
      count += 1;
      if (count % 8 === 0) await sleep(600);
      return await usual(request);
    };
  }),
];
