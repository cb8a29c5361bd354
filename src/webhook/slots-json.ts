import type { FoundSlots } from "../booking/find-slots.ts";
import { slotAt } from "../booking/slot.ts";
import { SLOT_ID_LENGTH } from "../scheduling/slot-id.ts";
import { wireSlot } from "./answers.ts";
import { KEPT_ITEMS, more } from "./mask.ts";
import { PreparedAnswer } from "./prepared-answer.ts";

/**
 * The slots as `wireSlot` says them, written straight into bytes: a day of eighty slots is 10 kB, which as objects,
 * then strings, then bytes costs several times as much. `ids`: the slot ids, one after another.
 */
export function slotsAnswer({ starts, kind, zone }: FoundSlots, ids: Uint8Array): PreparedAnswer {
  if (starts.length === 0) return NOTHING;
  // Ids and times have the same length in all of them, so that one is a form for the others to be written into.
  const first = wireSlot(slotAt(kind, starts[0]!), zone);
  const form = Buffer.from(`${JSON.stringify(first)},`);
  const idAt = form.indexOf(first.avId);
  const startAt = form.indexOf(first.slotStart, idAt + SLOT_ID_LENGTH);
  const endAt = form.indexOf(first.slotEnd, startAt + first.slotStart.length);
  const json = Buffer.allocUnsafe(1 + form.length * starts.length).fill(form, 1);
  const day = zone.dayAround(starts[0]!);
  let at = 1;
  let id = 0;
  for (const start of starts) {
    const end = start + kind.durationMinutes;
    for (let character = 0; character < SLOT_ID_LENGTH; character += 1) {
      json[at + idAt + character] = ids[id + character]!;
    }
    if (day.offset !== undefined && end < day.end) {
      writeClock(json, at + startAt + CLOCK_AT, start - day.start);
      writeClock(json, at + endAt + CLOCK_AT, end - day.start);
    } else {
      json.write(zone.format(start), at + startAt, "latin1");
      json.write(zone.format(end), at + endAt, "latin1");
    }
    at += form.length;
    id += SLOT_ID_LENGTH;
  }
  json[0] = OPEN;
  json[json.length - 1] = CLOSE;
  return new PreparedAnswer(json, briefly(json, starts.length));
}

/** A list of items of the same length, for the call log; nothing in a slot is personal. */
function briefly(json: Buffer, items: number): string {
  if (items <= KEPT_ITEMS) return json.toString();
  const itemBytes = (json.length - 1) / items;
  return `${json.toString("utf8", 0, 1 + KEPT_ITEMS * itemBytes)}${JSON.stringify(more(items - KEPT_ITEMS))}]`;
}

const NOTHING = new PreparedAnswer(Buffer.from("[]"), "[]");
const OPEN = "[".charCodeAt(0);
const CLOSE = "]".charCodeAt(0);

/** Where a timestamp's `HH:MM` begins. */
const CLOCK_AT = "YYYY-MM-DDT".length;

const ZERO = "0".charCodeAt(0);

function writeClock(to: Uint8Array, offset: number, minuteOfDay: number): void {
  const hour = (minuteOfDay / 60) | 0;
  const minute = minuteOfDay % 60;
  to[offset] = ZERO + ((hour / 10) | 0);
  to[offset + 1] = ZERO + (hour % 10);
  to[offset + 3] = ZERO + ((minute / 10) | 0);
  to[offset + 4] = ZERO + (minute % 10);
}
