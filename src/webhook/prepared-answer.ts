import type { FoundSlots } from "../booking/find-slots.ts";
import type { Minute } from "../scheduling/range.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import { wireSlots } from "./answers.ts";
import { masked } from "./mask.ts";

/** An answer that is JSON text already. */
export class PreparedAnswer {
  readonly text: string;
  /** For the call log. */
  readonly masked: unknown;

  constructor(value: unknown) {
    this.text = JSON.stringify(value);
    this.masked = masked(value);
  }
}

/** Ten kilobytes each at most days: some 20 MB, then the memo starts anew instead of growing. */
const MOST_REMEMBERED = 2_000;

interface Remembered {
  readonly zone: TimeZone;
  readonly answer: PreparedAnswer;
}

let remembered = new WeakMap<readonly Minute[], Remembered>();
let count = 0;

/** The slots as text, made once for each list of starts: the same list says the same as long as it lives. */
export function preparedSlots({ starts, slotAt, zone }: FoundSlots): PreparedAnswer {
  const known = remembered.get(starts);
  if (known?.zone === zone) return known.answer;
  const answer = new PreparedAnswer(wireSlots(starts.map(slotAt), zone));
  if (count >= MOST_REMEMBERED) {
    remembered = new WeakMap();
    count = 0;
  }
  remembered.set(starts, { zone, answer });
  count += 1;
  return answer;
}
