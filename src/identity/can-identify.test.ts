import { describe, expect, it } from "vitest";
import { canIdentify } from "./can-identify.ts";
import type { ClientDetails } from "./client.ts";

const CONTEXT = { country: "DE", language: "de", today: "2026-12-01" } as const;

describe("what can identify anyone", () => {
  it.each<ClientDetails>([
    { phone: "0341 1234567" },
    { email: "max@example.com" },
    { firstname: "Max", lastname: "Mustermann" },
    { firstname: "Max", dob: "1985-07-25" },
    { lastname: "Mustermann", dob: "1985-07-25" },
    { lastname: "Mustermann", dob: "25.7.85" },
  ])("%j", (said) => {
    expect(canIdentify(said, CONTEXT)).toBe(true);
  });

  it.each<ClientDetails>([
    {},
    { firstname: "Max" },
    { lastname: "Mustermann" },
    { lastname: "Max Mustermann" },
    { dob: "1985-07-25" },
    { phone: "1234567" },
    { street: "Beispiel Str. 2", zip: "01044", city: "Musterstadt" },
    { firstname: "Max", lastname: "…" },
    { firstname: "Max", phone: "anonymous" },
  ])("not %j", (said) => {
    expect(canIdentify(said, CONTEXT)).toBe(false);
  });
});
