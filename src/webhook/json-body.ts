/** A body nested deeper than this says nothing that an action could mean. */
const DEEPEST = 16;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

export type JsonBody =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly message: string };

/**
 * The body as a JSON object, or in one sentence why it is none: JSON that two readers could read differently is refused.
 * `expected` says what there should be.
 */
export function readJsonBody(
  bytes: Uint8Array,
  expected = "a JSON object with an `action` member",
): JsonBody {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return faulty("The body is not valid UTF-8.");
  }
  const shape = measure(text);
  if (shape.depth > DEEPEST) return faulty(`The body is nested deeper than ${DEEPEST} levels.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return faulty("The body is not valid JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return faulty(`The body must be ${expected}.`);
  }
  const members = countMembers(value);
  if (members === undefined) return faulty("The body has a member named `__proto__`.");
  if (members !== shape.members) return faulty("The body has the same member twice.");
  return { ok: true, value: value as Record<string, unknown> };
}

function faulty(message: string): JsonBody {
  return { ok: false, message };
}

const [BACKSLASH, QUOTE, COLON] = [0x5c, 0x22, 0x3a] as const;
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d] as const;

/** How deep the text nests and how many members it writes (in valid JSON, the colons outside of strings). */
function measure(text: string): { depth: number; members: number } {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (inString) {
      if (character === BACKSLASH) index += 1;
      else if (character === QUOTE) inString = false;
    } else if (character === QUOTE) inString = true;
    else if (character === COLON) members += 1;
    else if (character === OPEN_OBJECT || character === OPEN_ARRAY) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (character === CLOSE_OBJECT || character === CLOSE_ARRAY) depth -= 1;
  }
  return { depth: deepest, members };
}

/** Members that were kept: fewer than were written when one was written twice. Undefined on `__proto__`. */
function countMembers(value: object): number | undefined {
  const isObject = !Array.isArray(value);
  let count = 0;
  // What JSON.parse makes inherits nothing that can be enumerated.
  for (const name in value) {
    if (name === "__proto__") return undefined;
    if (isObject) count += 1;
    const member = (value as Record<string, unknown>)[name];
    if (typeof member !== "object" || member === null) continue;
    const inside = countMembers(member);
    if (inside === undefined) return undefined;
    count += inside;
  }
  return count;
}
