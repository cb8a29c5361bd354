import { describe, expect, it } from "vitest";
import { readPracticeFile } from "./read-practice-file.ts";

const file = (timeWords: string) =>
  `account: { id: a, name: A }\nentities: [{ id: e, name: E, timezone: Europe/Berlin, timeWords: ${timeWords} }]`;

it("time words are read as they are written", async () => {
  const words =
    '{ parts: { afternoon: "13:00-17:00", night: "20:00-05:00" }, nextWeekday: coming, aroundMinutes: 15, ' +
    'weekend: [fri, sat], month: { beginning: 8, middle: 22 }, seasons: { spring: "03-01" } }';
  expect(await readPracticeFile(file(words), "a.yaml")).toMatchObject({
    ok: true,
    configuration: {
      entities: [
        {
          timeWords: {
            parts: { afternoon: "13:00-17:00", night: "20:00-05:00" },
            nextWeekday: "coming",
            aroundMinutes: 15,
            weekend: ["fri", "sat"],
            month: { beginning: 8, middle: 22 },
            seasons: { spring: "03-01" },
          },
        },
      ],
    },
  });
});

describe("a wrong time word is said with what to write instead", () => {
  it.each([
    ["{ parts: { evning: '18:00-22:00' } }", "There is no member evning here; did you mean evening?"],
    ["{ parts: { afternoon: 13-17 } }", '"13-17" are not hours; write them as "HH:MM-HH:MM", for example'],
    ["{ nextWeekday: comming }", 'nextWeekday cannot be "comming"; did you mean coming?'],
    ["{ aroundMinutes: 300 }", "aroundMinutes must be at most 240, not 300."],
    [
      "{ weekend: [sat, mon] }",
      "are not days that follow each other in one week; write for example [sat, sun].",
    ],
    ["{ month: { beginning: 10 } }", "middle is missing; add for example middle: 20."],
    ["{ seasons: { spring: '02-30' } }", '"02-30" is not a day of every year; write it as "MM-DD"'],
    ["{ shortlyMinutes: 0 }", "shortlyMinutes must be at least 5, not 0."],
    ["{ work: 9-17 }", '"9-17" are not hours; write them as "HH:MM-HH:MM", for example'],
    [
      "{ betweenTheYears: { first: 30, last: 27 } }",
      "ends before it begins; write for example { first: 27, last: 31 }.",
    ],
    ["{ betweenTheYears: { first: 20, last: 27 } }", "first must be at least 24, not 20."],
    ["{ todayHourRollsOver: maybe }", "todayHourRollsOver"],
    ["{ weekday: mon }", "There is no member weekday here;"],
  ])("%s", async (words, message) => {
    const reading = await readPracticeFile(file(words), "a.yaml");
    expect(reading.ok ? [] : reading.faults.map((fault) => fault.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });
});
