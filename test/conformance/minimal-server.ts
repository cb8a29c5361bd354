import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** The whole protocol in memory, as somebody else would write it: what the conformance kit must find nothing wrong with. */

const ZONE = "Europe/Berlin";
const ENTITY = { id: "shop", name: "Salon Minimal" };
const AGENT = { id: "anna", gender: "female", firstname: "Anna", lastname: "Albrecht" };
const PRODUCT = { id: "cut-30", name: "Haarschnitt", duration: 30, description: null, price: 34.5 };
const TYPE = { id: "cut", name: PRODUCT.name };
const REQUIRED = ["firstname", "lastname", "phone"];
const STYLE = { dateStyle: "short", timeStyle: "medium" } as const;
const FORMATS: Record<string, Intl.DateTimeFormat> = {};
const atWall = (wall: number) => 2 * wall - Date.parse(`${local(wall)}Z`);
const LENGTH = PRODUCT.duration * 60_000;

export type Members = Record<string, unknown>;
type User = Record<string, string | undefined>;
type Booking = { bookingId: string; userId: string; start: number };

export class Refusal extends Error {
  readonly answer: Members & { status: number };
  constructor(status: number, code: string, more: object = {}) {
    super(code);
    this.answer = { status, code, speech: "Das geht leider nicht.", ...more };
  }
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export class MinimalDesk {
  bookings: Booking[] = [];
  cancelled = new Set<unknown>();
  users: User[] = [];

  /** What an action answers; what it throws is refused. */
  actions: Record<string, (members: Members) => unknown> = {
    getEntityForSipId: ({ sipId }) => known(sipId === "1" && { entityId: ENTITY.id }, "unknown_sip"),
    getBusinessName: ({ entityId }) =>
      known(entityId === ENTITY.id && { name: ENTITY.name }, "unknown_entity"),
    getAppointmentTypes: ({ entityId }) => known(entityId === ENTITY.id && [TYPE], "unknown_entity"),
    getAppointmentTypesWithProducts: () => [{ ...TYPE, products: [PRODUCT] }],
    getAgents: ({ appointmentTypeId: id }) => known(id === TYPE.id && [AGENT], "unknown_type"),
    getProducts: ({ appointmentTypeId: id }) => known(id === TYPE.id && [PRODUCT], "unknown_type"),
    getRequiredInfo: ({ productId }) =>
      known(productId === PRODUCT.id && { bookerInfo: REQUIRED, participantInfo: [] }, "unknown_product"),
    getSlots: (members) => this.slots(members),
    bookAppointment: (members) => this.book(members),
    modifyAppointment: (members) => this.modify(members),
    cancelAppointment: ({ bookingId }) => this.cancel(bookingId),
    findExistingUser: ({ participant }) => this.find(participant as User),
    findExistingBooking: ({ id }) => this.list(id),
  };

  slots({ dateTime, timezone = ZONE }: Members): Members[] {
    const isTomorrow = dateTime === "morgen" || dateTime === "tomorrow";
    const asked = isTomorrow ? local(Date.now() + 86_400_000).slice(0, 10) : String(dateTime);
    if (Number.isNaN(Date.parse(asked))) throw new Refusal(422, "invalid_request");
    const from = Math.max(Date.now(), asked.length > 10 ? Date.parse(asked) : 0);
    const day = Date.parse(asked.slice(0, 10));
    if ([0, 6].includes(new Date(day).getUTCDay())) return [];
    const starts = Array.from({ length: 16 }, (_, at) => atWall(day + (9 * 60 + at * 30) * 60_000));
    return starts
      .filter((start) => start >= from && this.isFree(start))
      .map((start) => ({
        avId: idOf(start),
        slotStart: iso(start, String(timezone)),
        slotEnd: iso(start + LENGTH, String(timezone)),
      }));
  }

  isFree(start: number): boolean {
    return !this.bookings.some((one) => one.start === start);
  }

  book({ slotId, start, booker }: Members): Members {
    const person = (booker ?? {}) as User;
    const missing = REQUIRED.filter((field) => !person[field]).map((field) => `booker.${field}`);
    if (missing.length > 0) throw new Refusal(422, "missing_information", { missing });
    const time = startOf(slotId, start);
    let user = this.find(person)[0];
    const same = this.bookings.find((one) => one.userId === user?.id && one.start === time);
    if (same !== undefined) return this.told(same);
    if (!this.isFree(time)) {
      const alternatives = this.slots({ dateTime: String(start).slice(0, 10) });
      throw new Refusal(409, "slot_taken", { alternatives });
    }
    user ??= { ...person, id: crypto.randomUUID() };
    if (!this.users.includes(user)) this.users.push(user);
    const booking = { bookingId: crypto.randomUUID(), userId: user.id!, start: time };
    this.bookings.push(booking);
    return this.told(booking);
  }

  modify({ bookingId, slotIdOld, slotIdNew, start }: Members): Members {
    const booking = this.booking(bookingId);
    if (idOf(booking.start) === slotIdNew) return this.told(booking);
    if (idOf(booking.start) !== slotIdOld) throw new Refusal(409, "slot_mismatch");
    const time = startOf(slotIdNew, start);
    if (!this.isFree(time)) throw new Refusal(409, "slot_taken");
    return this.told(Object.assign(booking, { start: time }));
  }

  cancel(bookingId: unknown): Members {
    const booking = this.cancelled.has(bookingId) ? undefined : this.booking(bookingId);
    this.bookings = this.bookings.filter((one) => one !== booking);
    this.cancelled.add(bookingId);
    return { bookingId, status: "cancelled" };
  }

  find({ lastname, phone }: User): User[] {
    if (!lastname || !phone) throw new Refusal(422, "too_broad");
    return this.users.filter((user) => user.lastname === lastname && user.phone === phone);
  }

  list(id: unknown): Members[] {
    return this.bookings.filter(({ userId }) => userId === id).map((one) => this.told(one));
  }

  booking(bookingId: unknown): Booking {
    const booking = this.bookings.find((one) => one.bookingId === bookingId);
    return known(booking, "unknown_booking");
  }

  told({ bookingId, start }: Booking): Members {
    const slot = { slotId: idOf(start), start: iso(start, ZONE), end: iso(start + LENGTH, ZONE) };
    return { bookingId, ...slot, status: "confirmed", productId: PRODUCT.id, name: TYPE.name };
  }

  respond: (request: string, contentType?: string) => Promise<Answer> = async (request) => {
    const headers = { "content-type": "application/json", "cache-control": "no-store" };
    try {
      const { action, ...members } = read(request);
      const answer = this.actions[String(action)];
      if (answer === undefined) throw new Refusal(400, "unknown_action");
      return { status: 200, headers, text: JSON.stringify(await answer(members)) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.answer.status, headers, text: JSON.stringify(error.answer) };
    }
  };
}

function read(request: string): Members {
  try {
    const body = JSON.parse(request);
    if (body.action !== undefined) return body;
  } catch {}
  throw new Refusal(400, "malformed_json");
}

function known<T>(value: T | false | undefined, code: string): T {
  if (value === undefined || value === false) throw new Refusal(404, code);
  return value;
}

function idOf(start: number): string {
  return `at-${start / 60_000}`;
}

/** Of the slot, if it begins then. */
function startOf(slotId: unknown, start: unknown): number {
  const instant = Date.parse(String(start));
  if (!String(slotId).startsWith("at-")) throw new Refusal(404, "unknown_slot");
  if (slotId !== idOf(instant)) throw new Refusal(409, "slot_mismatch");
  return instant;
}

function local(instant: number, zone = ZONE): string {
  FORMATS[zone] ??= new Intl.DateTimeFormat("sv", { ...STYLE, timeZone: zone });
  return FORMATS[zone].format(instant).replace(" ", "T");
}

function iso(instant: number, zone: string): string {
  const offset = Date.parse(`${local(instant, zone)}Z`) - instant;
  return `${local(instant, zone)}.000${offset < 0 ? "-" : "+"}${new Date(Math.abs(offset)).toISOString().slice(11, 16)}`;
}

/** On a free port of this machine. */
export async function serve(desk: MinimalDesk): Promise<{ url: string; stop: () => void }> {
  const server = createServer(async (request, response) => {
    try {
      const answer = await desk.respond(await text(request), request.headers["content-type"]);
      response.writeHead(answer.status, answer.headers).end(answer.text);
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, stop: () => server.close() };
}
