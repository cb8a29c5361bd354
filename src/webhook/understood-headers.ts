import type { UnderstoodTime } from "../booking/find-slots.ts";

/** Sentences, as long as a proxy may refuse to pass on; nobody reads the tenth reading. */
const MOST_AMBIGUITIES = 4;

/**
 * How a getSlots in words was understood, beside the bare list that is its body: `Slotline-Understood` is the sentence,
 * `Slotline-Ambiguous` the readings not chosen, with commas between. Each sentence is percent-encoded UTF-8 (RFC 8187's
 * value-chars), because a header is ASCII: `decodeURIComponent` reads it.
 */
export function understoodHeaders({ sentence, ambiguities }: UnderstoodTime): Record<string, string> {
  const understood = { "slotline-understood": encoded(sentence) };
  if (ambiguities.length === 0) return understood;
  const others = ambiguities.slice(0, MOST_AMBIGUITIES).map(encoded).join(", ");
  return { ...understood, "slotline-ambiguous": others };
}

/** Also those that `encodeURIComponent` leaves as they are and RFC 8187 does not allow. */
function encoded(sentence: string): string {
  return encodeURIComponent(sentence.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
