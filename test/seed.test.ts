import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DeskUnderTest, startDesk } from "./harness/desk-under-test.ts";
import type { WebhookClient, WireAnswer, WireSlot } from "./harness/webhook-client.ts";

/** A sample of the seed, word for word. Where it documents no answer there is none here. */
interface Sample {
  readonly practice: "types" | "offer" | "booking";
  readonly request: Record<string, unknown> & { readonly action: string };
  // biome-ignore lint/suspicious/noExplicitAny: each action answers with another shape
  readonly response?: any;
}

const fixture = (name: string) => readFileSync(new URL(`./fixtures/seed/${name}`, import.meta.url), "utf8");
const sampleOf = (name: string) => JSON.parse(fixture(`${name}.json`)) as Sample;

/** Thursday morning, four days before the Monday of the seed's samples. */
const DAYS_BEFORE = Date.parse("2024-09-12T10:00:00.000+02:00");

/** What the seed calls `abcAvId1` or `abcSlotId`: ours are made by the server. */
const SLOT_ID = expect.stringMatching(/^[A-Za-z0-9_-]{1,32}$/);
const BOOKING_ID = expect.stringMatching(/^bk_/);

const WISH = { appointmentTypeId: "abcAppointmentTypeId", productId: "abcProductTypeId" };

describe("every sample of the seed", () => {
  let desk: DeskUnderTest;
  let bots: Record<Sample["practice"], WebhookClient>;
  beforeAll(async () => {
    const files = ["types", "offer", "booking"].map((practice) => fixture(`practice-${practice}.yaml`));
    desk = await startDesk({ files, now: DAYS_BEFORE });
    bots = {
      types: await desk.botOf("acc-seed-types"),
      offer: await desk.botOf("acc-seed-offer"),
      booking: await desk.botOf("acc-seed-booking"),
    };
  });
  afterAll(async () => {
    expect(desk.faults).toEqual([]);
    await desk.stop();
  });

  /** The sample as the seed writes it, but with the ids that this server made. */
  async function send({ practice, request }: Sample, made: Record<string, string> = {}): Promise<WireAnswer> {
    return await bots[practice].send(JSON.stringify({ ...request, ...made }), {
      headers: { "content-type": "application/json" },
    });
  }

  async function slotAt(start: string, productId: string): Promise<WireSlot> {
    const slots = await bots.booking.slots({ ...WISH, productId, dateTime: start });
    return slots.find((slot) => slot.slotStart === start)!;
  }

  // biome-ignore lint/suspicious/noExplicitAny: the answer of bookAppointment as it is on the wire
  async function bookedAt(start: string, productId = WISH.productId): Promise<any> {
    const slot = await slotAt(start, productId);
    const { request } = sampleOf("book-appointment");
    return await bots.booking.must("bookAppointment", { ...request, productId, slotId: slot.avId, start });
  }

  it.each([
    "get-entity-for-sip-id",
    "get-business-name",
    "get-appointment-types",
    "get-agents",
    "get-products",
    "get-required-info",
  ])("%s is answered word for word", async (name) => {
    const sample = sampleOf(name);
    const answer = await send(sample);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(sample.response);
  });

  it("getAppointmentTypesWithProducts, which the seed only mentions, joins types and products", async () => {
    const { entityId } = sampleOf("get-appointment-types").request;
    const types = await bots.offer.must("getAppointmentTypesWithProducts", { entityId });
    const products = sampleOf("get-products").response;
    expect(types).toEqual([{ id: "abcAppointmentTypeId", name: "Massage", products }]);
  });

  it("get-slots is answered with the seed's slots; each also names its agent", async () => {
    const sample = sampleOf("get-slots");
    const answer = await send(sample);
    expect(answer.status).toBe(200);
    const slots = sample.response.map((slot: WireSlot) => ({
      ...slot,
      avId: SLOT_ID,
      agentId: sample.request.agentId,
    }));
    expect(answer.body).toEqual(slots);
    expect(new Set(answer.body.map((slot: WireSlot) => slot.avId)).size).toBe(3);
  });

  it("find-existing-user is answered with the seed's client; lastname stands beside lastlame", async () => {
    const sample = sampleOf("find-existing-user");
    const answer = await send(sample);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual([{ ...sample.response[0], lastname: "Mustermann" }]);
  });

  it("book-appointment books the slot of that start for the client of that id", async () => {
    const sample = sampleOf("book-appointment");
    const start = String(sample.request.start);
    const slot = await slotAt(start, WISH.productId);
    const answer = await send(sample, { slotId: slot.avId });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      bookingId: BOOKING_ID,
      slotId: slot.avId,
      start,
      end: slot.slotEnd,
      status: "confirmed",
      ...WISH,
      agent: { id: "abcAgentId", firstname: "Max", lastname: "Mustermann" },
      name: "Massage",
    });
    const [booking] = await bots.booking.must("findExistingBooking", { id: "abcUserId" });
    expect(booking.bookingId).toBe(answer.body.bookingId);
    await bots.booking.must("cancelAppointment", answer.body);
  });

  it("find-existing-booking is answered with the seed's booking; end, type and agent beside it", async () => {
    const sample = sampleOf("find-existing-booking");
    const [wanted] = sample.response;
    const booked = await bookedAt(wanted.start, wanted.productId);
    const answer = await send(sample);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual([
      {
        ...wanted,
        bookingId: booked.bookingId,
        slotId: booked.slotId,
        end: "2024-09-16T09:00:00.000+02:00",
        appointmentTypeId: WISH.appointmentTypeId,
        agent: { id: "abcAgentId", firstname: "Max", lastname: "Mustermann" },
      },
    ]);
    await bots.booking.must("cancelAppointment", booked);
  });

  it("modify-appointment moves the booking to the start of the sample", async () => {
    const sample = sampleOf("modify-appointment");
    const start = String(sample.request.start);
    const booked = await bookedAt("2024-09-16T09:00:00.000+02:00");
    const slot = await slotAt(start, WISH.productId);
    const { bookingId } = booked;
    const answer = await send(sample, { bookingId, slotIdOld: booked.slotId, slotIdNew: slot.avId });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ ...booked, slotId: slot.avId, start, end: slot.slotEnd });
    await bots.booking.must("cancelAppointment", answer.body);
  });

  it("cancel-appointment cancels the booking of that slot and start", async () => {
    const sample = sampleOf("cancel-appointment");
    const { bookingId, slotId } = await bookedAt(String(sample.request.start));
    const answer = await send(sample, { bookingId, slotId });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ bookingId, status: "cancelled" });
    expect(await bots.booking.must("findExistingBooking", { id: "abcUserId" })).toEqual([]);
  });

  it.each(["book-appointment", "modify-appointment", "cancel-appointment"])(
    "%s with the made-up ids of the sample is refused as unknown, not as malformed",
    async (name) => {
      const answer = await send(sampleOf(name));
      expect(answer.status).toBe(404);
      expect(answer.body.code).toBe(name === "book-appointment" ? "unknown_slot" : "unknown_booking");
    },
  );
});

/** What a voice bot does with one call: every id it sends comes from an earlier answer. */
describe("the seed's call sequences", () => {
  let desk: DeskUnderTest;
  let bot: WebhookClient;
  beforeAll(async () => {
    desk = await startDesk();
    bot = desk.bot;
  });
  afterAll(async () => {
    expect(desk.faults).toEqual([]);
    await desk.stop();
  });

  const SPOKEN = {
    firstname: "Erika",
    lastname: "Musterfrau",
    phone: "0341 2223344",
    email: "erika@example.com",
    dob: "1979-03-02",
    street: "Lindenallee 4",
    zip: "04109",
    city: "Leipzig",
    country: "Deutschland",
  };

  /** What getRequiredInfo asks for and nothing else. */
  const answersTo = (fields: (keyof typeof SPOKEN)[]) =>
    Object.fromEntries(fields.map((field) => [field, SPOKEN[field]]));

  async function bookAsTheSeedDoes(day: string) {
    const { entityId } = await bot.must("getEntityForSipId", { sipId: "phoneSipId12345678" });
    const { name } = await bot.must("getBusinessName", { entityId });
    expect(name).toBe("Physiotherapie Gleichgewicht");
    const [{ id: appointmentTypeId }] = await bot.must("getAppointmentTypes", { entityId });
    const [, { id: agentId }] = await bot.must("getAgents", { entityId, appointmentTypeId });
    const [, { id: productId }] = await bot.must("getProducts", { entityId, appointmentTypeId });
    const wish = { appointmentTypeId, productId };
    const slots = await bot.slots({ ...wish, agentId, dateTime: day, timezone: "Europe/Berlin" });
    const { avId: slotId, slotStart: start } = slots[1]!;
    const { bookerInfo, participantInfo } = await bot.must("getRequiredInfo", { productId });
    return await bot.must("bookAppointment", {
      ...wish,
      slotId,
      start,
      booker: answersTo(bookerInfo),
      participant: answersTo(participantInfo),
    });
  }

  /** Asks for one attribute more until one client is left, as the seed describes. */
  async function identify(): Promise<string> {
    let clients = await bot.must("findExistingUser", {
      participant: { firstname: SPOKEN.firstname, lastname: SPOKEN.lastname },
    });
    if (clients.length > 1) {
      const { firstname, lastname, dob } = SPOKEN;
      clients = await bot.must("findExistingUser", { participant: { firstname, lastname, dob } });
    }
    expect(clients).toHaveLength(1);
    return clients[0].id;
  }

  it("book: entity, name, types, agents, products, slots, required info, booking", async () => {
    const booked = await bookAsTheSeedDoes("2026-12-03");
    expect(booked).toMatchObject({
      status: "confirmed",
      start: "2026-12-03T13:15:00.000+01:00",
      agent: { id: "agId2" },
    });
  });

  it("modify: find the client, find the booking, negotiate a slot, move", async () => {
    const id = await identify();
    const [booking] = await bot.must("findExistingBooking", { id });
    const { bookingId, slotId: slotIdOld, appointmentTypeId, productId } = booking;
    const [slot] = await bot.slots({ appointmentTypeId, productId, agentId: null, dateTime: "2026-12-04" });
    const { avId: slotIdNew, slotStart: start } = slot!;
    const moved = await bot.must("modifyAppointment", { bookingId, slotIdOld, slotIdNew, start });
    expect(moved).toMatchObject({ bookingId, slotId: slotIdNew, start, status: "confirmed" });
    const listed = await bot.must("findExistingBooking", { id });
    expect(listed).toMatchObject([{ bookingId, slotId: slotIdNew, start }]);
  });

  it("cancel: find the client among two of that name, find the booking, cancel", async () => {
    await desk.apply(`
      account: { id: acc-leipzig, name: Gleichgewicht GmbH }
      clients: [{ firstname: Erika, lastname: Musterfrau, dob: "1944-01-30" }]`);
    const id = await identify();
    const [{ bookingId, slotId, start }] = await bot.must("findExistingBooking", { id });
    const cancelled = await bot.must("cancelAppointment", { bookingId, slotId, start });
    expect(cancelled).toEqual({ bookingId, status: "cancelled" });
    expect(await bot.must("findExistingBooking", { id })).toEqual([]);
  });
});
