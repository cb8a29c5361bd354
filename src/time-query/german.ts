import { addGermanClock } from "./german-clock.ts";
import { addGermanDays } from "./german-days.ts";
import { germanLexicon } from "./german-words.ts";
import { Grammar } from "./grammar.ts";
import type { Tongue } from "./read-sentence.ts";
import { fold } from "./words.ts";
import { addWrittenForms } from "./written-forms.ts";

export function german(): Tongue {
  const grammar = new Grammar(fold);
  addWrittenForms(grammar);
  addGermanDays(grammar);
  addGermanClock(grammar);
  return { grammar, lexicon: germanLexicon() };
}
