import { expect, it } from "vitest";
import { understoodHeaders } from "./understood-headers.ts";

it("sentences travel in ASCII and come back whole", () => {
  const sentence = "Dienstag, 1. März, ab 14:30 Uhr (Wien's 'Zeit' *)";
  const headers = understoodHeaders({ sentence, ambiguities: ["nächsten, nicht diesen", "früh"] });
  expect(headers["slotline-understood"]).toMatch(/^[A-Za-z0-9%._~!-]+$/);
  expect(decodeURIComponent(headers["slotline-understood"]!)).toBe(sentence);
  const others = headers["slotline-ambiguous"]!.split(", ").map(decodeURIComponent);
  expect(others).toEqual(["nächsten, nicht diesen", "früh"]);
});

it("nothing is said about other readings where there are none", () => {
  expect(understoodHeaders({ sentence: "heute", ambiguities: [] })).toEqual({
    "slotline-understood": "heute",
  });
});
