import { addEnglishClock } from "./english-clock.ts";
import { addEnglishDays } from "./english-days.ts";
import { englishLexicon } from "./english-words.ts";
import { Grammar } from "./grammar.ts";
import type { Tongue } from "./read-sentence.ts";
import { fold } from "./words.ts";
import { addWrittenForms } from "./written-forms.ts";

export function english(): Tongue {
  const grammar = new Grammar(fold);
  addWrittenForms(grammar);
  addEnglishDays(grammar);
  addEnglishClock(grammar);
  return { grammar, lexicon: englishLexicon() };
}
