import { expect, it } from "vitest";
import type { Language } from "../scheduling/configuration.ts";
import { TimeZone } from "../scheduling/time-zone.ts";
import { OPEN_END, understandTime } from "./understand-time.ts";

/** What is said, and what it means: a date, a clock time, `from – to`, or that it cannot be answered. */
export type Phrase = readonly [said: string, meant: string];

const zone = TimeZone.named("Europe/Berlin")!;
/** A Tuesday. */
const NOW = Date.parse("2026-11-24T10:00:00+01:00");

/** Tests of phrases of one construction; a stretch with gaps is told by its two ends. */
export function phraseBook(language: Language, construction: string, phrases: readonly Phrase[]): void {
  it.each(phrases)(`${construction}: %s`, (said, meant) => {
    expect(meaning(said, language)).toBe(meant);
  });
}

function meaning(text: string, language: Language): string {
  const answer = understandTime({ text, language, zone, now: NOW });
  if (answer.kind !== "understood") return answer.kind;
  const start = answer.at ?? answer.ranges[0]!.start;
  const end = answer.ranges.at(-1)!.end;
  const local = (minute: number) => zone.format(minute).slice(0, 16);
  if (answer.grain === "date") return local(start).slice(0, 10);
  if (answer.grain === "datetime") return local(start);
  return `${local(start)} – ${end === OPEN_END ? "…" : local(end)}`;
}
