import { folded } from "./hearing.ts";
import type { ListenedFor } from "./texts.ts";

/** What a caller can want. */
export type Intent = "book" | "move" | "cancel" | "look up";

export interface Wish {
  readonly intent: Intent;
  /** The words in which it was said, with all that they say besides. */
  readonly opening: string;
}

/** What the words want, in this order: "absagen und einen neuen vereinbaren" wants two things. */
export function wishesIn(text: string, words: ListenedFor): readonly Wish[] {
  const wishes: Wish[] = [];
  for (const part of text.split(words.andThen)) {
    const intent = intentIn(folded(part), words);
    const last = wishes.at(-1);
    if (intent !== undefined && intent !== last?.intent) wishes.push({ intent, opening: part });
    else if (last !== undefined) wishes[wishes.length - 1] = { ...last, opening: `${last.opening} ${part}` };
  }
  return wishes.length === 1 ? [{ ...wishes[0]!, opening: text }] : wishes;
}

/** "Termin" alone wants to book; said with another wish it is what that is about. */
function intentIn(said: string, { move, cancel, lookUp, book }: ListenedFor): Intent | undefined {
  if (lookUp.test(said)) return "look up";
  if (move.test(said)) return "move";
  if (cancel.test(said)) return "cancel";
  return book.test(said) ? "book" : undefined;
}
