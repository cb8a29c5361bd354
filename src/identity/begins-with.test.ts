import { describe, expect, it } from "vitest";
import { beginsWith } from "./begins-with.ts";

const client = { firstname: "Jürgen", lastname: "von der Heide", phone: "+49-341-2223344" };

describe("a name or number that is still being typed", () => {
  it.each([
    [["hei"]],
    [["Jürg"]],
    [["juerg", "heide"]],
    [["heide,", "j"]],
    [["0341"]],
    [["0341", "222"]],
    [["+49341222"]],
    [["3344"]],
    [["hei", "0341"]],
  ])("%j can become the client", (words) => {
    expect(beginsWith(words, client)).toBe(true);
  });

  it.each([[[]], [["-"]], [["34"]], [["eide"]], [["heide", "m"]], [["0342"]], [["hei", "0351"]]])(
    "%j cannot",
    (words) => {
      expect(beginsWith(words, client)).toBe(false);
    },
  );

  it("looks at no number where there is none", () => {
    expect(beginsWith(["0341"], { ...client, phone: null })).toBe(false);
    expect(beginsWith(["jür"], { firstname: null, lastname: null, phone: null })).toBe(false);
  });
});
