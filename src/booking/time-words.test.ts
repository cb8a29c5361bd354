import { expect, it } from "vitest";
import { CONVENTIONS } from "../time-query/conventions.ts";
import { conventionsOf } from "./time-words.ts";

it("what an entity does not say stays as it is", () => {
  expect(conventionsOf({}, "de")).toEqual({});
  const { parts } = conventionsOf({ parts: { afternoon: "13:00-17:00" } }, "de");
  expect(parts).toEqual({ ...CONVENTIONS.de.parts, afternoon: [780, 1_020] });
  const { seasons } = conventionsOf({ seasons: { spring: "03-01" } }, "en");
  expect(seasons).toEqual({ ...CONVENTIONS.en.seasons, spring: [3, 1] });
});

it("a part of the day can run into the next one", () => {
  const { parts } = conventionsOf({ parts: { night: "20:00-05:00" } }, "de");
  expect(parts?.night).toEqual([1_200, 1_740]);
});

it("weekdays and the thirds of a month are counted as the grammar counts them", () => {
  const month = { beginning: 8, middle: 22 };
  expect(
    conventionsOf({ weekend: ["fri", "sat"], businessDays: ["thu", "sun", "mon"], month }, "en"),
  ).toEqual({
    weekend: [4, 5],
    businessDays: [0, 3, 6],
    monthThirds: [8, 22],
  });
});

it("what is shortly, in a while, work and between the years", () => {
  const betweenTheYears = { first: 24, last: 30 };
  const words = { shortlyMinutes: 15, leewayMinutes: 45, work: "08:00-16:30", betweenTheYears };
  expect(conventionsOf({ ...words, todayHourRollsOver: true }, "de")).toEqual({
    shortlyMinutes: 15,
    leewayMinutes: 45,
    work: [480, 990],
    betweenTheYears: [24, 30],
    todayHourRollsOver: true,
  });
});
