/** The candidate that was most probably meant, or undefined when none is near. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = distanceBetween(typed, candidate.toLowerCase());
    if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { candidate, distance };
  }
  return best !== undefined && best.distance <= tolerance(typed) ? best.candidate : undefined;
}

/** One slip in a short word, two in a longer one. */
function tolerance(word: string): number {
  return word.length <= 3 ? 1 : Math.max(2, Math.floor(word.length / 4));
}

function distanceBetween(typed: string, candidate: string): number {
  if (typed === candidate) return 0;
  const MIN_ABBREVIATION = 3; // "monday" for "mon"
  const [short, long] = typed.length < candidate.length ? [typed, candidate] : [candidate, typed];
  if (short.length >= MIN_ABBREVIATION && long.startsWith(short)) return 1;
  return editDistance(typed, candidate);
}

/** Insertions, deletions and replacements that turn one text into the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = previous[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[to.length]!;
}
