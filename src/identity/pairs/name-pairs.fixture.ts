/**
 * Pairs of names by construction. Same: `name: what a recogniser wrote, …; …`; different: `one/other …`. A `_` is a space
 * within a name.
 */
export interface NamePairs {
  readonly same: Readonly<Record<string, string>>;
  readonly different: Readonly<Record<string, string>>;
}

export type Pair = readonly [spoken: string, stored: string];

export function samePairs(text: string): Pair[] {
  return text
    .split(";")
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap((line) => {
      const at = line.indexOf(":");
      const stored = spaced(line.slice(0, at));
      return line
        .slice(at + 1)
        .trim()
        .split(/\s+/)
        .map((spoken): Pair => [spaced(spoken), stored]);
    });
}

export function differentPairs(text: string): Pair[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair): Pair => {
      const [one = "", other = ""] = pair.split("/");
      return [spaced(one), spaced(other)];
    });
}

function spaced(text: string): string {
  return text.replaceAll("_", " ");
}
