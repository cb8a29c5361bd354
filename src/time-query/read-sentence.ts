import { type Grammar, Reading, type Word } from "./grammar.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Piece } from "./senses.ts";
import type { Token } from "./words.ts";

export interface Tongue {
  readonly grammar: Grammar;
  readonly lexicon: Lexicon;
}

/** Some words and what they say. */
export interface Phrase {
  readonly words: string;
  readonly pieces: readonly Piece[];
  readonly afterComma: boolean;
}

export interface Sentence {
  readonly phrases: readonly Phrase[];
  readonly leftOut: readonly string[];
}

// What reading costs: the cheapest way through the sentence is the one that leaves the least out, in the fewest pieces.
const COST_OF_PIECE = 10;
const COST_OF_FILLER = 6;
const COST_OF_WORD_LEFT_OUT = 25;
const COST_OF_NUMBER_LEFT_OUT = 1_000;

/** The pieces that cover the sentence best; undefined when a number is left that fits nowhere. */
export function readSentence({ grammar, lexicon }: Tongue, tokens: readonly Token[]): Sentence | undefined {
  const words = tokens.map((token) => lexicon.lookUp(token));
  const reading = new Reading(grammar, words);
  // Cheapest way from each place to the end, filled from behind.
  const cost: number[] = new Array(words.length + 1).fill(0);
  const step: { readonly end: number; readonly pieces: readonly Piece[] | undefined }[] = [];
  for (let at = words.length - 1; at >= 0; at -= 1) {
    cost[at] = cost[at + 1]! + (isNumber(words[at]!) ? COST_OF_NUMBER_LEFT_OUT : COST_OF_WORD_LEFT_OUT);
    step[at] = { end: at + 1, pieces: undefined };
    for (const { value: pieces, end } of reading.at("pieces", at)) {
      const isFiller = pieces[0]?.kind === "filler";
      const own = isFiller ? COST_OF_FILLER : COST_OF_PIECE + pieces.length;
      if (own + cost[end]! < cost[at]!) {
        cost[at] = own + cost[end]!;
        step[at] = { end, pieces };
      }
    }
  }
  if (cost[0]! >= COST_OF_NUMBER_LEFT_OUT) return undefined;
  const phrases: Phrase[] = [];
  const leftOut: string[] = [];
  for (let at = 0; at < words.length; at = step[at]!.end) {
    const { end, pieces } = step[at]!;
    const text = tokens
      .slice(at, end)
      .map(({ raw }) => raw)
      .join(" ");
    if (pieces === undefined) leftOut.push(text);
    else phrases.push({ words: text, pieces, afterComma: tokens[at]!.afterComma });
  }
  return { phrases, leftOut };
}

function isNumber({ senses }: Word): boolean {
  return senses.figure !== undefined || senses.num !== undefined;
}
