import fc from "fast-check";
import { expect, it } from "vitest";
import { slotAt } from "../booking/slot.ts";
import { TimeZone } from "../scheduling/time-zone.ts";
import { wireSlot } from "./answers.ts";
import { masked } from "./mask.ts";
import { answerOf } from "./remembered-slots.ts";

const KEY = [0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c] as const;
const MINUTE_OF = (text: string) => Date.parse(text) / 60_000;

/** Days around clock changes, and a plain one. */
const noons = fc.constantFrom(
  ...["2026-03-29T12:00Z", "2026-10-25T12:00Z", "2026-10-04T00:00Z", "2027-07-01T12:00Z"].map(MINUTE_OF),
);
const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");
const agents = fc.constantFrom(undefined, "ben", 'Jörg "Ö" \\ 1');

it("says in bytes what the wire shape says in JSON, and keeps its beginning for the call log", () => {
  fc.assert(
    fc.property(
      noons,
      fc.uniqueArray(fc.integer({ min: -1_500, max: 1_500 }), { maxLength: 90 }),
      zones,
      agents,
      fc.integer({ min: 5, max: 600 }),
      (noon, offsets, zoneName, agentId, durationMinutes) => {
        const zone = TimeZone.named(zoneName)!;
        const kind = { productRef: 7, agentRef: 3, durationMinutes, agentId, key: KEY };
        const starts = offsets.sort((one, other) => one - other).map((offset) => noon + offset);
        const slots = starts.map((start) => wireSlot(slotAt(kind, start), zone));
        for (const time of ["first", "with the same ids", "as before"]) {
          const answer = answerOf({ starts, kind, zone });
          expect(answer.json.toString(), time).toBe(JSON.stringify(slots));
          expect(answer.kept, time).toBe(JSON.stringify(masked(slots)));
        }
        const elsewhere = TimeZone.named("Asia/Tokyo")!;
        const named = starts.map((start) => wireSlot(slotAt(kind, start), elsewhere));
        expect(answerOf({ starts, kind, zone: elsewhere }).json.toString()).toBe(JSON.stringify(named));
      },
    ),
  );
});
