import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Booking } from "../../src/staff-api/wire-types.ts";
import {
  type Box,
  gridColumns,
  hoursShown,
  layOut,
} from "../../web/src/pages/calendar/appointment-layout.ts";

/** What the layout looks at. */
const booking = (id: string, start: string, end: string, agentId = "max") =>
  ({ id, agentId, start, end }) as Booking;
const DAY = "2026-12-02";
const at = (minute: number, offset = "+01:00") =>
  `${DAY}T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00.000${offset}`;
const places = (boxes: readonly Box[]) =>
  boxes.map(({ booking: { id }, column, from, to, lane, lanes }) => [
    id,
    column,
    from,
    to,
    `${lane}/${lanes}`,
  ]);

describe("where appointments stand", () => {
  it("is the column of their person, in the order of the day", () => {
    const bookings = [
      booking("late", at(600), at(630)),
      booking("other", at(480), at(510), "eva"),
      booking("early", at(540), at(600)),
      booking("nobody", at(540), at(600), "gone"),
    ];
    expect(places(layOut(bookings, gridColumns("day", DAY, ["max", "eva"])))).toEqual([
      ["early", 0, 540, 600, "0/1"],
      ["late", 0, 600, 630, "0/1"],
      ["other", 1, 480, 510, "0/1"],
    ]);
  });

  it("is the column of their day in a week, and in both of two days if they last over midnight", () => {
    const night = booking("night", "2026-12-02T23:00:00.000+01:00", "2026-12-03T01:30:00.000+01:00");
    const evening = booking("evening", "2026-12-04T23:00:00.000+01:00", "2026-12-05T00:00:00.000+01:00");
    expect(places(layOut([night, evening], gridColumns("week", "2026-11-30", ["max"])))).toEqual([
      ["night", 2, 1380, 1440, "0/1"],
      ["night", 3, 0, 90, "0/1"],
      ["evening", 4, 1380, 1440, "0/1"],
    ]);
    expect(hoursShown([night])).toEqual([0, 24]);
    expect(hoursShown([evening])).toEqual([8, 24]);
  });

  it("can be clicked at on the night the clocks go back", () => {
    const short = booking("short", "2026-10-25T02:45:00.000+02:00", "2026-10-25T02:15:00.000+01:00");
    expect(places(layOut([short], gridColumns("day", "2026-10-25", ["max"])))).toEqual([
      ["short", 0, 165, 175, "0/1"],
    ]);
    expect(hoursShown([short])).toEqual([2, 18]);
  });

  it("is never over each other, and as wide as can be for those who touch", () => {
    const span = fc.tuple(fc.nat(1_300), fc.integer({ min: 10, max: 130 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const bookings = spans.map(([from, length], index) =>
          booking(String(index), at(from), at(from + length)),
        );
        const boxes = layOut(bookings, gridColumns("day", DAY, ["max"]));
        expect(boxes.map(({ booking: { id } }) => id).sort()).toEqual(bookings.map(({ id }) => id).sort());
        for (const one of boxes) {
          const beside = boxes.filter((other) => other.from < one.to && one.from < other.to);
          expect(beside.filter(({ lane }) => lane === one.lane)).toEqual([one]);
          expect(beside.every(({ lanes }) => lanes === one.lanes)).toBe(true);
          expect(one.lane).toBeLessThan(one.lanes);
          // Alone, it has the whole width.
          if (beside.length === 1) expect(one.lanes).toBe(1);
        }
        // As many lanes as there are at once somewhere, and no more.
        const most = Math.max(0, ...boxes.map(({ lanes }) => lanes));
        const atOnce = boxes.map(
          ({ from }) => boxes.filter((box) => box.from <= from && from < box.to).length,
        );
        expect(most).toBe(Math.max(0, ...atOnce));
      }),
    );
  });
});
