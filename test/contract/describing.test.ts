import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANNA, BEN, halfHour, MASSAGE, open, studio } from "../fixtures/studio.ts";
import { type DeskUnderTest, startDesk } from "../harness/desk-under-test.ts";
import type { WebhookClient } from "../harness/webhook-client.ts";

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

describe("getEntityForSipId", () => {
  it.each([
    ["the exact id", "phoneSipId12345678"],
    ["the number as the owner wrote it", "+49 341 1234567"],
    ["E.164", "+493411234567"],
    ["00 instead of +", "0049 341 1234567"],
    ["a national number", "0341/1234567"],
    ["a bracketed zero", "+49 (0)341 1234567"],
    ["a SIP URI", "sip:+493411234567@sip.example.com"],
    ["a SIP URI with parameters", "sip:+493411234567@10.0.0.1:5060;user=phone"],
    ["a secure SIP URI", "sips:+493411234567@sip.example.com"],
    ["a tel URI", "tel:+49-341-1234567"],
  ])("finds the entity by %s", async (_spelling, sipId) => {
    expect(await desk.bot.must("getEntityForSipId", { sipId })).toEqual({ entityId: "xyzBusinessEntityId" });
  });

  it.each([
    "phonesipid12345678",
    "phoneSipId1234567",
    "phoneSipId123456789",
    "+49 341 1234568",
    "anonymous",
    "sip:x@y",
  ])("knows no entity for %j: ids match exactly, numbers by all their digits", async (sipId) => {
    const answer = await desk.bot.call("getEntityForSipId", { sipId });
    expect([answer.status, answer.body.code]).toEqual([404, "unknown_sip"]);
  });

  it("tells branches apart by their numbers", async () => {
    const bot = await open(desk, [
      studio({ id: "north", sipIds: ["0341 1000001", "sip-north"] }),
      { ...studio({ id: "south", sipIds: ["0341 1000002"] }), agents: [], appointmentTypes: [] },
    ]);
    expect(await bot.must("getEntityForSipId", { sipId: "+493411000001" })).toEqual({ entityId: "north" });
    expect(await bot.must("getEntityForSipId", { sipId: "sip:03411000002@x" })).toEqual({
      entityId: "south",
    });
    const narrowed = await bot.call("getEntityForSipId", { sipId: "sip-north", entityId: "south" });
    expect(narrowed.body.code).toBe("unknown_sip");
  });
});

it("getBusinessName answers the name and nothing else", async () => {
  const bot = await open(desk);
  expect(await bot.must("getBusinessName", { entityId: "studio" })).toEqual({ name: "Studio Sonnenschein" });
});

describe("types, agents and products", () => {
  let bot: WebhookClient;
  beforeAll(async () => {
    bot = await open(desk, {
      agents: [
        { ...BEN, gender: "diverse" },
        { ...ANNA, gender: "female" },
        { id: "x", firstname: "X", lastname: "Y" },
      ],
      appointmentTypes: [
        {
          id: "zumba",
          name: "Zumba",
          agents: ["x", "anna", "ben"],
          products: [
            halfHour({ id: "z2", name: "Lang", durationMinutes: 90, price: 28.5, description: "Mit Pause" }),
            halfHour({ id: "z1", name: "Kurz", durationMinutes: 20, price: 0 }),
          ],
        },
        { id: "no-agent", name: "Niemand", agents: [], products: [halfHour({ id: "n1" })] },
        { id: "no-product", name: "Nichts", agents: ["anna"], products: [] },
        { id: "massage", name: "Massage", agents: ["anna"], products: [halfHour()] },
      ],
    });
  });

  it("getAppointmentTypes lists types with a product and an agent, in the owner's order", async () => {
    expect(await bot.must("getAppointmentTypes", { entityId: "studio" })).toEqual([
      { id: "zumba", name: "Zumba" },
      { id: "massage", name: "Massage" },
    ]);
  });

  it("getAgents lists who performs the type; gender is male, female, diverse or null", async () => {
    expect(await bot.must("getAgents", { entityId: "studio", appointmentTypeId: "zumba" })).toEqual([
      { id: "x", gender: null, firstname: "X", lastname: "Y" },
      { id: "anna", gender: "female", firstname: "Anna", lastname: "Albrecht" },
      { id: "ben", gender: "diverse", firstname: "Ben", lastname: "Brandt" },
    ]);
    const ofMassage = await bot.must("getAgents", { entityId: "studio", appointmentTypeId: "massage" });
    expect(ofMassage.map((agent: { id: string }) => agent.id)).toEqual(["anna"]);
  });

  it("getProducts: duration in minutes, price as a plain number, description may be null", async () => {
    expect(await bot.must("getProducts", { entityId: "studio", appointmentTypeId: "zumba" })).toEqual([
      { id: "z2", name: "Lang", duration: 90, description: "Mit Pause", price: 28.5 },
      { id: "z1", name: "Kurz", duration: 20, description: null, price: 0 },
    ]);
  });

  it("getAppointmentTypesWithProducts lists the same types, each with getProducts' shape", async () => {
    const types = await bot.must("getAppointmentTypes", { entityId: "studio" });
    const withProducts = [];
    for (const type of types) {
      const products = await bot.must("getProducts", { entityId: "studio", appointmentTypeId: type.id });
      withProducts.push({ ...type, products });
    }
    expect(await bot.must("getAppointmentTypesWithProducts", { entityId: "studio" })).toEqual(withProducts);
  });

  it("ids and the key carry the scope when entityId is absent, null or empty", async () => {
    const agents = await bot.must("getAgents", { entityId: "studio", appointmentTypeId: "zumba" });
    for (const entityId of [undefined, null, ""]) {
      expect(await bot.must("getAgents", { entityId, appointmentTypeId: "zumba" })).toEqual(agents);
    }
  });

  it("an edited practice file counts from the next request on", async () => {
    const one = await open(desk);
    const id = `acc-edited`;
    await desk.apply(JSON.stringify({ account: { id, name: "A" }, entities: [studio({ name: "Vorher" })] }));
    const edited = await desk.botOf(id);
    expect(await edited.must("getBusinessName", { entityId: "studio" })).toEqual({ name: "Vorher" });
    await desk.apply(JSON.stringify({ account: { id, name: "A" }, entities: [studio({ name: "Nachher" })] }));
    expect(await edited.must("getBusinessName", { entityId: "studio" })).toEqual({ name: "Nachher" });
    expect(await one.must("getBusinessName", { entityId: "studio" })).toEqual({
      name: "Studio Sonnenschein",
    });
  });
});

describe("getRequiredInfo", () => {
  it("a silent product asks the booker for names and phone, the participant for nothing", async () => {
    const bot = await open(desk);
    expect(await bot.must("getRequiredInfo", { productId: MASSAGE.productId })).toEqual({
      bookerInfo: ["firstname", "lastname", "phone"],
      participantInfo: [],
    });
  });

  it("a product asks for what its owner wants to know, in that order", async () => {
    const info = {
      bookerInfo: ["email", "lastname", "street", "zip", "city", "country"] as const,
      participantInfo: ["dob", "firstname"] as const,
    };
    const bot = await open(desk, {
      appointmentTypes: [
        {
          id: "massage",
          name: "Massage",
          agents: ["anna"],
          products: [
            halfHour({ bookerInfo: [...info.bookerInfo], participantInfo: [...info.participantInfo] }),
            halfHour({ id: "asks-nothing", bookerInfo: [] }),
          ],
        },
      ],
    });
    expect(await bot.must("getRequiredInfo", { productId: MASSAGE.productId })).toEqual(info);
    expect(await bot.must("getRequiredInfo", { productId: "asks-nothing" })).toEqual({
      bookerInfo: [],
      participantInfo: [],
    });
  });
});
