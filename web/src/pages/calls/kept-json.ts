/** Reads a member of what was kept of a request or an answer, which can be anything. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

export function textOf(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === "string" ? member : undefined;
}

const LEFT_OUT = /^… (\d+) more$/;

/** The items themselves. */
export function keptItems(value: unknown): unknown[] {
  return Array.isArray(value)
    ? value.filter((item) => !(typeof item === "string" && LEFT_OUT.test(item)))
    : [];
}

/** Items of a kept list: the log cuts it and says how many were left out ("… 18 more"). */
export function countOf(value: unknown): number | undefined {
  if (!Array.isArray(value)) return undefined;
  const cut = value.map((item) => (typeof item === "string" ? LEFT_OUT.exec(item)?.[1] : undefined));
  const left = cut.find((count) => count !== undefined);
  return left === undefined ? value.length : value.length - 1 + Number(left);
}
