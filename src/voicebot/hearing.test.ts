import { describe, expect, it } from "vitest";
import { ENGLISH } from "./english.ts";
import { GERMAN } from "./german.ts";
import {
  chosenByName,
  chosenByPlace,
  chosenByTime,
  firstDayOf,
  folded,
  saidMinutes,
  timeIn,
} from "./hearing.ts";

const TYPES = ["Massage", "Krankengymnastik", "Rückenkurs"];
const AGENTS = ["Max Mustermann", "Hans Meyer", "Ayşe Öztürk"];
const name = (text: string) => text;

describe("an option by its name", () => {
  it.each([
    ["Krankengymnastik bitte", "Krankengymnastik"],
    ["eine kranken gymnastik", "Krankengymnastik"],
    ["den ruecken kurs", "Rückenkurs"],
    ["Massage oder Krankengymnastik", undefined],
    ["etwas anderes", undefined],
  ])("%s: %s", (text, type) => {
    expect(chosenByName(text, TYPES, name)).toBe(type);
  });

  it.each([
    ["bei Frau Oeztuerk", "Ayşe Öztürk"],
    ["zu Herrn Maier", "Hans Meyer"],
    ["den Max", "Max Mustermann"],
    ["bei Frau Schmidt", undefined],
  ])("by sound, %s: %s", (text, agent) => {
    expect(chosenByName(text, AGENTS, name, { bySound: true })).toBe(agent);
  });
});

it.each([
  ["die zweite", GERMAN, 1],
  ["2", GERMAN, 1],
  ["the first one", ENGLISH, 0],
  ["die dritte", GERMAN, undefined],
  ["ja", GERMAN, undefined],
])("%s is a place among two", (text, { words }, place) => {
  expect(chosenByPlace(text, 2, words)).toBe(place);
});

describe("an offered slot by its time", () => {
  const slots = ["2026-12-01T09:00", "2026-12-01T14:30", "2026-12-02T09:00"].map((local) => ({
    avId: local,
    slotStart: `${local}:00.000+01:00`,
    slotEnd: local,
  }));
  it.each([
    ["um halb drei", ["2026-12-01T14:30"]],
    ["am Mittwoch", ["2026-12-02T09:00"]],
    ["am Nachmittag", ["2026-12-01T14:30"]],
    ["um elf", []],
    ["keine Ahnung", []],
  ])("%s", (text, fitting) => {
    expect(chosenByTime(text, slots, "de").map(({ avId }) => avId)).toEqual(fitting);
  });
});

it("minutes, times and folding", () => {
  expect(saidMinutes("die dreißig Minuten")).toEqual([30]);
  expect(saidMinutes("eine halbe Stunde")).toContain(30);
  expect(saidMinutes("three quarters of an hour")).toContain(45);
  expect(timeIn("nächsten Dienstag", "de")).toEqual({ namesDay: true, isSoonest: false });
  expect(timeIn("nein, sieben Uhr bitte", "de")).toEqual({ namesDay: false, isSoonest: false });
  expect(timeIn("so früh wie möglich", "de")).toMatchObject({ isSoonest: true });
  expect(timeIn("am 31. Februar", "de")).toEqual({ namesDay: true, isSoonest: false });
  expect(timeIn("Krankengymnastik bei Frau Öztürk", "de")).toBeUndefined();
  expect(firstDayOf("an Heiligabend", "de", "2026-11-30")).toBe("2026-12-24");
  expect(folded("Tschüß, Frau Öztürk!")).toBe("tschuess frau oeztuerk");
});
