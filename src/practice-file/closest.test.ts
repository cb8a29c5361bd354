import { describe, expect, it } from "vitest";
import { closest } from "./closest.ts";

describe("the closest word", () => {
  it.each([
    ["horisonDays", "horizonDays"],
    ["horizondays", "horizonDays"],
    ["monday", "mon"],
    ["agent", "agents"],
    ["nonsense", undefined],
  ])("to %s is %s", (word, meant) => {
    expect(closest(word, ["hours", "horizonDays", "mon", "agents"])).toBe(meant);
  });

  it("prefers an equal one in another case", () => {
    expect(closest("agID2", ["agId1", "agId2"])).toBe("agId2");
  });
});
