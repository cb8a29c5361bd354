import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallSettings, DialogueEvent } from "../src/voicebot/dialogue.ts";
import { runCall, type WebhookExchange } from "../src/voicebot/run-call.ts";
import { ANNA, BEN, type Entity, halfHour, open, openAccount, studio } from "./fixtures/studio.ts";
import { type DeskUnderTest, startDesk } from "./harness/desk-under-test.ts";
import { runSlotline } from "./harness/run-slotline.ts";
import type { WebhookClient } from "./harness/webhook-client.ts";

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const SETTINGS: CallSettings = {
  sipId: "phoneSipId12345678",
  language: "de",
  country: "DE",
  today: "2026-11-30",
  callerNumber: "+493412223344",
};

/** What was said and exchanged in a call whose caller says these lines and then hangs up. */
async function call(
  bot: WebhookClient,
  lines: readonly (string | DialogueEvent | (() => Promise<string>))[],
  settings: Partial<CallSettings> = {},
) {
  const said: string[] = [];
  const exchanged: WebhookExchange[] = [];
  const rest = [...lines];
  const ended = await runCall(
    { ...SETTINGS, ...settings },
    { url: `${bot.address}/webhook/${bot.key}`, callId: `call-${Math.random()}` },
    {
      listen: async () => {
        const next = rest.shift() ?? { type: "hung up" };
        if (typeof next === "object") return next;
        return { type: "said", text: typeof next === "string" ? next : await next() };
      },
      say: (text) => said.push(text),
      exchanged: (exchange) => exchanged.push(exchange),
    },
  );
  const actions = exchanged.map(({ action }) => action);
  const last = (action: string) => exchanged.findLast((one) => one.action === action);
  return { ended, said, actions, last, unsaid: rest.length };
}

const SINGLE: Partial<Entity> = {
  sipIds: ["sip-single"],
  agents: [ANNA],
  appointmentTypes: [{ id: "massage", name: "Massage", agents: ["anna"], products: [halfHour()] }],
};
const single = (entity: Partial<Entity> = {}, clients: Parameters<typeof open>[2] = []) =>
  open(desk, { ...SINGLE, ...entity }, clients);
const TO_SINGLE = { sipId: "sip-single" };

describe("a call that books", () => {
  it("walks the seed's sequence, and takes what was said early as an answer", async () => {
    const { actions, said, last } = await call(desk.bot, [
      "Ich hätte gern Krankengymnastik bei Frau Oeztürk nächsten Dienstag",
      "um neun",
      "mein Name ist Erika Musterfrau",
      "fünfundzwanzigster siebter fünfundachtzig",
      "ja",
      "ja genau",
      "nein danke",
    ]);
    expect(actions).toEqual([
      "getEntityForSipId",
      "getBusinessName",
      "getAppointmentTypes",
      "getAgents",
      "getProducts",
      "getSlots",
      "getRequiredInfo",
      "bookAppointment",
    ]);
    expect(said[0]).toContain("automatische Assistent");
    expect(said.join("\n")).not.toMatch(/Was darf es sein|Zu wem/);
    expect(last("bookAppointment")).toMatchObject({
      status: 200,
      request: {
        booker: { firstname: "Erika", lastname: "Musterfrau", dob: "1985-07-25", phone: "+493412223344" },
      },
      body: { status: "confirmed", agent: { id: "agId3" }, start: expect.stringContaining("T09:00") },
    });
  });

  it("with one type, product and agent takes at most 12 requests and 8 turns of the caller", async () => {
    const lines = ["einen Termin bitte", "morgen um zehn", "ja", "Erika Musterfrau", "ja", "ja", "nein"];
    const { actions, last, ended, unsaid } = await call(await single(), lines, TO_SINGLE);
    expect([ended, unsaid]).toEqual(["ended", 0]);
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(actions.length).toBeLessThanOrEqual(12);
    expect(last("bookAppointment")?.status).toBe(200);
  });

  it("in English", async () => {
    const { said, last } = await call(
      await single(),
      [
        "I would like an appointment tomorrow at half past ten",
        "yes please",
        "John Smith",
        "yes",
        "yes",
        "bye",
      ],
      { ...TO_SINGLE, language: "en" },
    );
    expect(said.join("\n")).toContain("Tuesday, December 1, 10:30 am");
    expect(last("bookAppointment")).toMatchObject({
      status: 200,
      request: { booker: { lastname: "Smith" } },
    });
  });

  it("offers at most three times, with the day, and takes a choice by its place", async () => {
    const { said, last } = await call(
      await single(),
      ["einen Termin morgen", "die zweite", "Erika Musterfrau", "ja", "ja"],
      TO_SINGLE,
    );
    const offer = said.find((text) => text.startsWith("Frei ist"));
    expect(offer).toBe("Frei ist Dienstag, 1. Dezember, 9 Uhr, 10 Uhr oder 11 Uhr 30. Was passt Ihnen?");
    expect(last("bookAppointment")?.body).toMatchObject({ start: expect.stringContaining("T10:00") });
  });

  it("offers what is free next where the wished time has nothing", async () => {
    const { said } = await call(await single(), ["einen Termin morgen um 20 Uhr"], TO_SINGLE);
    expect(said.at(-1)).toMatch(/^Dann ist leider nichts frei\. Frei ist Dienstag, 1\. Dezember, 9 Uhr/);
  });

  it("books nothing that was not confirmed, and changes only what is wrong", async () => {
    const bot = await single();
    const until = ["einen Termin morgen um neun", "ja", "Erika Musterfrau", "ja"];
    const refused = await call(bot, [...until, "nein"], TO_SINGLE);
    expect(refused.actions).not.toContain("bookAppointment");
    expect(refused.said.at(-1)).toBe("Was soll ich ändern?");
    const changed = await call(bot, [...until, "nein die Uhrzeit", "um elf", "ja", "ja"], TO_SINGLE);
    expect(changed.last("bookAppointment")?.body).toMatchObject({ start: expect.stringContaining("T11:00") });
    expect(changed.said.filter((text) => text.includes("Vor- und Nachname"))).toHaveLength(1);
  });

  it("offers the alternatives when somebody else was faster", async () => {
    const bot = await single();
    const wish = { appointmentTypeId: "massage", productId: "massage-30" };
    const somebodyElse = async () => {
      const [nine] = await bot.slots({ ...wish, dateTime: "2026-12-01T09:00" });
      const booker = { firstname: "Frieda", lastname: "Früher", phone: "0341 999888" };
      await bot.must("bookAppointment", { ...wish, slotId: nine!.avId, start: nine!.slotStart, booker });
      return "ja";
    };
    const lines = [
      "einen Termin morgen um neun",
      "ja",
      "Erika Musterfrau",
      "ja",
      somebodyElse,
      "die erste",
      "ja",
    ];
    const { said, last } = await call(bot, lines, TO_SINGLE);
    expect(said.find((text) => text.includes("vergeben"))).toMatch(/Frei ist .*9 Uhr 30/);
    expect(last("bookAppointment")?.status).toBe(200);
    expect(last("bookAppointment")?.body).not.toMatchObject({ start: expect.stringContaining("T09:00") });
  });

  it("asks for the child who is to come, and books for the child", async () => {
    const bot = await single({
      appointmentTypes: [
        {
          id: "massage",
          name: "Massage",
          agents: ["anna"],
          products: [halfHour({ participantInfo: ["firstname", "lastname", "dob"] })],
        },
      ],
    });
    const { last } = await call(
      bot,
      [
        "einen Termin morgen um neun",
        "ja",
        "nein, für meine Tochter",
        "Erika Musterfrau",
        "ja",
        "Mia Musterfrau",
        "dritter Mai zweitausendfünfzehn",
        "ja",
      ],
      TO_SINGLE,
    );
    expect(last("bookAppointment")).toMatchObject({
      status: 200,
      request: { booker: { firstname: "Erika" }, participant: { firstname: "Mia", dob: "2015-05-03" } },
    });
  });
});

describe("a call that changes", () => {
  const ERIKA = { firstname: "Erika", lastname: "Gabler", phone: "+493412223344" };
  const withBooking = async (...clients: NonNullable<Parameters<typeof open>[2]>) => {
    const bot = await single({}, clients);
    const wish = { appointmentTypeId: "massage", productId: "massage-30" };
    const [slot] = await bot.slots({ ...wish, dateTime: "2026-12-01" });
    const { id, ...booker } = { id: undefined, ...(clients[0] ?? ERIKA) };
    const booked = await bot.must("bookAppointment", {
      ...wish,
      slotId: slot!.avId,
      start: slot!.slotStart,
      booker: id === undefined ? booker : { ...booker, id },
    });
    return { bot, booked };
  };

  it("cancels after a yes, and keeps the appointment after a no", async () => {
    const { bot } = await withBooking();
    const kept = await call(
      bot,
      ["ich möchte meinen Termin absagen", "Erika Gabler", "nein", "nein"],
      TO_SINGLE,
    );
    expect(kept.said).toContain("Soll ich Massage am Dienstag, 1. Dezember, 9 Uhr absagen?");
    expect(kept.actions).not.toContain("cancelAppointment");
    const { last, said } = await call(bot, ["absagen bitte", "Erika Gabler", "ja", "tschüss"], TO_SINGLE);
    expect(last("cancelAppointment")?.status).toBe(200);
    expect(said.join(" ")).toContain("Der Termin ist abgesagt.");
  });

  it("moves to another time after a yes", async () => {
    const { bot, booked } = await withBooking();
    const { last, actions } = await call(
      bot,
      ["ich möchte meinen Termin verschieben", "Erika Gabler", "auf Mittwoch um elf", "ja", "ja"],
      TO_SINGLE,
    );
    expect(actions.slice(2)).toEqual([
      "findExistingUser",
      "findExistingBooking",
      "getSlots",
      "modifyAppointment",
    ]);
    expect(last("modifyAppointment")).toMatchObject({
      status: 200,
      request: { slotIdOld: booked.slotId },
      body: { bookingId: booked.bookingId, start: "2026-12-02T11:00:00.000+01:00" },
    });
  });

  it("asks openly for what tells two of one name apart, and reads no stored data aloud", async () => {
    const name = { firstname: "Max", lastname: "Mayer" };
    const { bot } = await withBooking(
      { id: "old", ...name, dob: "1950-01-12", phone: "0341 5556667" },
      { id: "young", ...name, dob: "1985-07-25", phone: "0341 7778889" },
    );
    const { said, actions } = await call(
      bot,
      ["ich muss absagen", "Max Meier", "zwölfter erster fünfzig", "ja"],
      { ...TO_SINGLE, callerNumber: undefined },
    );
    expect(said).toContain("Wann sind Sie geboren?");
    expect(actions.at(-1)).toBe("cancelAppointment");
    expect(said.join(" ")).not.toMatch(/1950|1985|555|777|Mayer/);
  });

  it("lets somebody spell who is not found, then hands over", async () => {
    const { said, ended } = await call(await single(), ["absagen", "Nie Mand", "M A N D T"], TO_SINGLE);
    expect(said.at(-2)).toContain("buchstabieren");
    expect(ended).toBe("transferred");
  });
});

describe("phone manners", () => {
  it("hand over at once to who asks for a person, and after three failures", async () => {
    expect((await call(desk.bot, ["ich will mit einem Menschen, einem Mitarbeiter sprechen"])).ended).toBe(
      "transferred",
    );
    const { said, ended } = await call(desk.bot, ["einen Termin", "brumm", "brumm", "brumm"]);
    expect(ended).toBe("transferred");
    expect(said.filter((text) => text.startsWith("Das habe ich leider nicht verstanden"))).toHaveLength(2);
  });

  it("repeat on request, nudge twice in silence, then say goodbye", async () => {
    const silence = { type: "silence" } as const;
    const { said, ended } = await call(desk.bot, ["einen Termin", "wie bitte?", silence, silence, silence]);
    expect(said[2]).toBe(said[1]);
    expect(said.slice(3)).toEqual([
      "Sind Sie noch da?",
      "Ich höre Sie leider nicht. Möchten Sie etwas sagen?",
      "Gut, dann habe ich nichts gebucht. Vielen Dank für Ihren Anruf. Auf Wiederhören!",
    ]);
    expect(ended).toBe("ended");
  });

  it("take keys of the telephone for a choice, and a change of mind at any point", async () => {
    const { last } = await call(desk.bot, [
      "einen Termin",
      { type: "pressed", keys: "2" },
      "doch lieber eine Massage",
      "egal",
      "die erste",
      "morgen",
    ]);
    expect(last("getSlots")?.request).toMatchObject({
      appointmentTypeId: "abc1",
      agentId: null,
      productId: "prId1",
    });
  });

  it("ask once more, then hand over when the server does not answer", async () => {
    const gone = { address: "http://127.0.0.1:9", key: "none" } as WebhookClient;
    const { said, ended } = await call(gone, []);
    expect(ended).toBe("transferred");
    expect(said).toEqual(["Einen Moment noch, bitte.", expect.stringContaining("schiefgegangen")]);
  });
});

it("slotline call is such a call in the terminal, with the traffic beside it", async () => {
  const account = await openAccount(desk, [studio({ ...SINGLE, agents: [ANNA, BEN] })]);
  const bot = await desk.botOf(account);
  const url = `${bot.address}/webhook/${bot.key}`;
  const { output, exitCode } = await runSlotline(["call", "sip-single", "--url", url], {
    input: "tschüss\n",
  });
  expect(exitCode).toBe(0);
  expect(output).toContain('→ {"action":"getEntityForSipId","sipId":"sip-single"}');
  expect(output).toMatch(/← \d+\.\d ms {2}200/);
  expect(output).toContain("The call has ended.");
  const wrong = await runSlotline(["call", "--url", "nowhere"]);
  expect([wrong.exitCode, wrong.errors]).toEqual([2, expect.stringContaining("is no URL")]);
});

it("slotline call without a webhook calls the demo business, and leaves nothing behind", async () => {
  const { output, exitCode } = await runSlotline(["call", "--quiet"], { input: "Massage\negal\ntschüss\n" });
  expect(exitCode).toBe(0);
  expect(output).toContain("what is booked is gone with the call");
  expect(output).toContain("Möchten Sie 30 min Massage oder 45 min Massage?");
});

it("slotline call says what is wrong with a practice file", async () => {
  const practice = fileURLToPath(new URL("fixtures/studio.ts", import.meta.url));
  const { errors, exitCode } = await runSlotline(["call", "--practice", practice], { input: "" });
  expect(exitCode).toBe(1);
  expect(errors).toContain("the practice file:");
});
