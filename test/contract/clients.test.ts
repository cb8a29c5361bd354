import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  guest,
  halfHour,
  mustBook,
  open,
  openAccount,
  slotAt,
  slotsOf,
  studio,
  WEDNESDAY,
} from "../fixtures/studio.ts";
import { type DeskUnderTest, MONDAY_MORNING, startDesk } from "../harness/desk-under-test.ts";
import type { WebhookClient } from "../harness/webhook-client.ts";

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

const AYSE = {
  id: "ayse",
  firstname: "Ayşe",
  lastname: "Öztürk-Müller",
  email: "Ayse@Example.com",
  dob: "1985-07-25",
  phone: "+49 341 9988776",
  street: "Straße 1",
  zip: "04109",
  city: "Leipzig",
  country: "Deutschland",
};

// biome-ignore lint/suspicious/noExplicitAny: a list of wire users
async function found(bot: WebhookClient, participant: object, member = "participant"): Promise<any[]> {
  return await bot.must("findExistingUser", { [member]: participant });
}

const idsOf = async (bot: WebhookClient, participant: object) =>
  (await found(bot, participant)).map((client) => client.id);

describe("findExistingUser", () => {
  let bot: WebhookClient;
  beforeAll(async () => {
    bot = await open(desk, {}, [
      AYSE,
      { id: "max1", firstname: "Max", lastname: "Mustermann", dob: "1985-07-25", phone: "0341 1234567" },
      { id: "max2", firstname: "Max", lastname: "Mustermann", dob: "1990-01-12" },
      { id: "nameless", phone: "0341 777888" },
    ]);
  });

  it("answers every member; lastname and lastlame have the same value", async () => {
    expect(await found(bot, { id: "ayse" })).toEqual([{ ...AYSE, lastlame: AYSE.lastname }]);
    expect(await found(bot, { phone: "0341777888" })).toEqual([
      {
        id: "nameless",
        firstname: null,
        lastname: null,
        lastlame: null,
        email: null,
        dob: null,
        phone: "0341 777888",
        street: null,
        zip: null,
        city: null,
        country: null,
      },
    ]);
  });

  it.each(["participant", "user", "booker"])("takes what the caller said as %s", async (member) => {
    const clients = await found(bot, { firstname: "Max", lastname: "Mustermann", dob: "1990-01-12" }, member);
    expect(clients.map((client) => client.id)).toEqual(["max2"]);
  });

  it("both spellings of lastname are accepted, and lastname wins", async () => {
    const firstname = "Max";
    expect(await idsOf(bot, { firstname, lastlame: "Mustermann" })).toEqual(["max1", "max2"]);
    expect(await idsOf(bot, { firstname, lastname: "Mustermann", lastlame: "Meyer" })).toHaveLength(2);
    expect(await idsOf(bot, { firstname, lastname: "Meyer", lastlame: "Mustermann" })).toEqual([]);
    expect(await idsOf(bot, { firstname, lastname: "", lastlame: "Mustermann" })).toHaveLength(2);
    expect(await idsOf(bot, { firstname, lastname: null, lastlame: "Mustermann" })).toHaveLength(2);
  });

  it("one more attribute discriminates, as the seed describes", async () => {
    const name = { firstname: "Max", lastname: "Mustermann" };
    expect(await idsOf(bot, name)).toHaveLength(2);
    expect(await idsOf(bot, { ...name, dob: "1985-07-25" })).toEqual(["max1"]);
    expect(await idsOf(bot, { ...name, dob: "1970-01-01" })).toEqual([]);
  });

  it("the best match comes first", async () => {
    const name = { firstname: "Max", lastname: "Mustermann" };
    expect(await idsOf(bot, { ...name, phone: "+493411234567" })).toEqual(["max1", "max2"]);
    const second = await open(desk, {}, [
      { id: "a", ...name },
      { id: "b", ...name, phone: "0341 1234567", email: "max@example.com" },
      { id: "c", ...name, phone: "0341 1234567" },
    ]);
    const said = { ...name, phone: "03411234567", email: "MAX@example.com" };
    expect(await idsOf(second, said)).toEqual(["b", "c", "a"]);
  });

  it.each([
    ["names without case, umlauts and accents", { firstname: "AYSE", lastname: "oeztuerk mueller" }],
    ["the id", { id: "ayse" }],
    ["the phone in E.164", { phone: "+493419988776" }],
    ["the phone as dialled at home", { phone: "0341 / 99 88 77 6" }],
    ["the phone with 0049", { phone: "0049-341-9988776" }],
    ["the phone as a SIP URI", { phone: "sip:+493419988776@provider.example" }],
    ["the mail address", { email: "ayse@example.com" }],
    ["date of birth and a name", { lastname: "Öztürk Müller", dob: "1985-07-25" }],
    ["decomposed letters", { firstname: "Ays\u0327e", lastname: "O\u0308ztu\u0308rk-Mu\u0308ller" }],
  ])("finds by %s", async (_how, said) => {
    expect(await idsOf(bot, said)).toContain("ayse");
  });

  it.each([
    {},
    { firstname: "Max" },
    { lastname: "Mustermann" },
    { dob: "1985-07-25" },
    { street: "Straße 1", zip: "04109", city: "Leipzig", country: "Deutschland" },
    { firstname: "Max", city: "Leipzig" },
    { firstname: "Max", phone: "anonymous" },
    { firstname: "Max", lastname: " " },
    { lastname: "Nie Mand" },
    { phone: "1234567" },
    { firstname: "", lastname: null, dob: "", phone: "", email: "", id: "" },
  ])("%j is too broad", async (participant) => {
    const { status, body } = await bot.call("findExistingUser", { participant });
    expect([status, body.code]).toEqual([422, "too_broad"]);
    expect(body.speech).toMatch(/Namen|Telefonnummer/);
  });

  it("without participant, user or booker the request is invalid and says what to send", async () => {
    for (const members of [{}, { participant: null, user: null }]) {
      const { status, body } = await bot.call("findExistingUser", members);
      expect([status, body.code, body.issues[0].path]).toEqual([422, "invalid_request", "participant"]);
    }
  });

  it.each([{ lastname: "Ayşe Öztürk Müller" }, { firstname: "Ayse Oeztuerk-Mueller" }])(
    "a whole name in one member finds: %j",
    async (participant) => {
      expect(await idsOf(bot, participant)).toContain("ayse");
    },
  );

  it("nobody found is an empty list", async () => {
    expect(await found(bot, { firstname: "Niemand", lastname: "Nirgends" })).toEqual([]);
    expect(await found(bot, { id: "cl_nobody" })).toEqual([]);
    expect(await found(bot, { phone: "0341 000000" })).toEqual([]);
  });

  it("an id whose client has another name is somebody else's", async () => {
    expect(await found(bot, { id: "ayse", firstname: "Max", lastname: "Mustermann" })).toEqual([]);
  });

  it("an id stays right when the phone has changed", async () => {
    expect(await idsOf(bot, { id: "ayse", phone: "0341 111" })).toEqual(["ayse"]);
  });

  it("at most 10 are answered", async () => {
    const many = Array.from({ length: 14 }, (_, index) => ({
      id: `k${String(index).padStart(2, "0")}`,
      firstname: "Kim",
      lastname: "Klein",
      dob: `19${50 + index}-01-01`,
    }));
    const crowded = await open(desk, {}, many);
    expect(await found(crowded, { firstname: "Kim", lastname: "Klein" })).toHaveLength(10);
    expect(await idsOf(crowded, { firstname: "Kim", lastname: "Klein", dob: "1963-01-01" })).toEqual(["k13"]);
  });

  it("among more namesakes than anybody can ask about, the date of birth still finds the one", async () => {
    const namesakes = Array.from({ length: 60 }, (_, index) => ({
      id: `k${String(index).padStart(2, "0")}`,
      firstname: "Kim",
      lastname: "Klein",
      dob: `19${String(index + 10)}-01-01`,
    }));
    const crowded = await open(desk, {}, namesakes);
    expect(await idsOf(crowded, { firstname: "Kim", lastname: "Klein", dob: "1969-01-01" })).toEqual(["k59"]);
  });

  it("a name that was misheard, when something else agrees", async () => {
    const yilmaz = {
      id: "emre",
      firstname: "Emre",
      lastname: "Yılmaz",
      phone: "0341 555666",
      dob: "1979-03-04",
    };
    const own = await open(desk, {}, [
      yilmaz,
      { id: "family", firstname: "Elif", lastname: "Yılmaz", phone: "0341 555666" },
    ]);
    const heard = { firstname: "emre", lastname: "Jilmas" };
    expect(await idsOf(own, { ...heard, phone: "+49 341 555666" })).toEqual(["emre"]);
    expect(
      await idsOf(own, { ...heard, phone: "null drei vier eins fünf fünf fünf sechs sechs sechs" }),
    ).toEqual(["emre"]);
    expect(await idsOf(own, { ...heard, dob: "vierter dritter neunundsiebzig" })).toEqual(["emre"]);
    expect(await idsOf(own, { ...heard, dob: "1980-03-04" })).toEqual([]);
  });

  it("a booking goes on the card of a name that sounds the same, and never on another of the family", async () => {
    const account = await openAccount(desk, {}, [
      { id: "maier", firstname: "Stefan", lastname: "Maier", phone: "0341 555666" },
    ]);
    const own = await desk.botOf(account);
    const [first, second] = await slotsOf(own);
    await mustBook(own, first!, {
      booker: { firstname: "Stephan", lastname: "Meyer", phone: "0341 555666" },
    });
    expect(await desk.store.clients(account)).toMatchObject([
      { id: "maier", firstname: "Stefan", lastname: "Maier" },
    ]);
    await mustBook(own, second!, {
      booker: { firstname: "Stella", lastname: "Maier", phone: "0341 555666" },
    });
    expect(await desk.store.clients(account)).toHaveLength(2);
  });

  it("never another account's clients", async () => {
    const other = await open(desk);
    const { id: _id, ...said } = AYSE;
    expect(await found(other, said)).toEqual([]);
    expect(await found(other, { id: "ayse" })).toEqual([]);
  });

  it("what a booking said is found afterwards, spelled as it was said", async () => {
    const fresh = await open(desk);
    const [slot] = await slotsOf(fresh);
    const said = {
      ...guest(1),
      firstname: "José",
      lastlame: "D’Arc",
      email: "jose@example.com",
      zip: "04109",
    };
    const { lastname: _lastname, ...booker } = said;
    await mustBook(fresh, slot!, { booker });
    const [client] = await found(fresh, { phone: said.phone });
    expect(client).toMatchObject({
      firstname: "José",
      lastname: "D’Arc",
      lastlame: "D’Arc",
      email: "jose@example.com",
      zip: "04109",
      dob: null,
    });
    expect(await idsOf(fresh, { firstname: "jose", lastname: "d'arc" })).toEqual([client.id]);
  });
});

describe("findExistingBooking", () => {
  it("lists future confirmed bookings, soonest first, each with end, type and agent", async () => {
    const bot = await open(desk);
    const slots = await slotsOf(bot, { agentId: "ben" });
    const later = await mustBook(bot, slotAt(slots, "11:00"));
    const sooner = await mustBook(bot, slotAt(slots, "09:00"));
    const cancelled = await mustBook(bot, slotAt(slots, "10:00"));
    await bot.must("cancelAppointment", cancelled);
    const [client] = await found(bot, guest(1));
    const listed = await bot.must("findExistingBooking", { id: client.id });
    expect(listed).toEqual([sooner, later].map(({ status: _status, ...booking }) => booking));
    expect(listed[0]).toMatchObject({ name: "Massage", productId: "massage-30", agent: { id: "ben" } });
    desk.clock.now = Date.parse("2026-12-01T09:00:00.001+01:00");
    expect(await bot.must("findExistingBooking", { id: client.id })).toHaveLength(1);
    desk.clock.now = Date.parse("2026-12-02T00:00:00+01:00");
    expect(await bot.must("findExistingBooking", { id: client.id })).toEqual([]);
  });

  it("times are in the entity's time zone, each booking's own", async () => {
    const elsewhere = {
      ...studio({ id: "ny", timezone: "America/New_York" }),
      agents: [{ id: "nick", firstname: "Nick", lastname: "N" }],
      appointmentTypes: [{ id: "ny", name: "NY", agents: ["nick"], products: [halfHour({ id: "ny-30" })] }],
    };
    const bot = await open(desk, [studio(), elsewhere]);
    await mustBook(bot, (await slotsOf(bot))[0]!);
    const wish = { appointmentTypeId: "ny", productId: "ny-30" };
    await mustBook(bot, (await slotsOf(bot, { ...wish, dateTime: WEDNESDAY }))[0]!, wish);
    const [client] = await found(bot, guest(1));
    const starts = async (members = {}) =>
      (await bot.must("findExistingBooking", { id: client.id, ...members })).map(
        (one: { start: string }) => one.start,
      );
    expect(await starts()).toEqual(["2026-12-01T09:00:00.000+01:00", "2026-12-02T09:00:00.000-05:00"]);
    expect(await starts({ entityId: "ny" })).toEqual(["2026-12-02T09:00:00.000-05:00"]);
    expect(await starts({ entityId: "studio" })).toEqual(["2026-12-01T09:00:00.000+01:00"]);
  });

  it("a client without bookings has none; an id that does not exist is unknown_client", async () => {
    const bot = await open(desk, {}, [AYSE]);
    expect(await bot.must("findExistingBooking", { id: "ayse" })).toEqual([]);
    const other = await open(desk);
    for (const id of ["ayse", "cl_nobody"]) {
      const { status, body } = await other.call("findExistingBooking", { id });
      expect([status, body.code]).toEqual([404, "unknown_client"]);
    }
  });
});
