/** Words of their own that are one letter from such a name. */
const OTHER_WORDS: ReadonlySet<string> = new Set([
  "montage",
  "sundry",
  "augusta",
  "augustin",
  "freitas",
  "sundar",
  "jaguar",
  "nichts",
  "nachst",
  "mittig",
  "midway",
  "moaning",
  "mooning",
  "mourning",
  "sundae",
  "sundaes",
  "satay",
]);

/** Shorter names are too near to other words. */
const SHORTEST = 6;

/**
 * The name that a word is meant for: one letter wrong, missing, too many or two of them swapped, and not the first one.
 * Undefined for none, and for several that mean different things. `names`: each with what it means.
 */
export function meantName(word: string, names: ReadonlyMap<string, string>): string | undefined {
  if (word.length < SHORTEST - 1 || OTHER_WORDS.has(word)) return undefined;
  const near = [...names].filter(
    ([name]) => name.length >= SHORTEST && name[0] === word[0] && isOneEdit(word, name),
  );
  return new Set(near.map(([, meaning]) => meaning)).size === 1 ? near[0]![0] : undefined;
}

function isOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [a, b] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (a.length <= 1 && b.length <= 1) || (a.length === 2 && b === a[1]! + a[0]!);
}
