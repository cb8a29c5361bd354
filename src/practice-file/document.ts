import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { type Fault, type Path, type PathFault, pathText } from "./fault.ts";

/** More references than people write; beyond it a small file could unfold into a huge one. */
const MAX_ALIASES = 1_000;

/** The text of a file as plain data, and where each part of it was written. */
export interface FileDocument {
  readonly value: unknown;
  locate(fault: PathFault): Fault;
  /** A scalar as it was written: `01044` where `value` has 1044. */
  sourceOf(path: Path): string | undefined;
}

export type DocumentReading =
  | { readonly ok: true; readonly document: FileDocument }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** YAML 1.2, of which JSON is a subset. */
export function readDocument(text: string): DocumentReading {
  const lines = new LineCounter();
  const start = { path: "", line: 1, column: 1 };
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  let parsed: ReturnType<typeof parseDocument>;
  try {
    parsed = parseDocument(text.replace(/^\uFEFF/, ""), {
      lineCounter: lines,
      prettyErrors: false,
      schema: "core", // also for a file that says %YAML 1.1, where "no" would be false
      merge: false,
      stringKeys: true,
      logLevel: "error",
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, faults: [{ ...start, message: "The file is nested too deeply to be read." }] };
  }
  // What follows the first syntax error is mostly its echo; names written twice are independent of it.
  const problems = [...parsed.errors, ...parsed.warnings];
  const syntax = problems.find((problem) => problem.code !== "DUPLICATE_KEY");
  const told = problems.filter((problem) => problem.code === "DUPLICATE_KEY" || problem === syntax);
  if (told.length > 0) {
    const faults = told.map((problem) => ({
      path: "",
      ...place(problem.pos[0]),
      message: syntaxMessage(problem, text),
    }));
    return { ok: false, faults };
  }
  const reserved = text.includes("__proto__") ? reservedName(parsed) : undefined;
  if (reserved !== undefined)
    return { ok: false, faults: [{ path: "", ...place(reserved), message: RESERVED }] };
  let value: unknown;
  try {
    value = parsed.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    return { ok: false, faults: [{ ...start, message: aliasMessage(error) }] };
  }
  const nodeAt = (path: Path) => walk(parsed.contents, path, (node) => resolve(node, parsed));
  return {
    ok: true,
    document: {
      value,
      locate: ({ path, message, inName }) => {
        const found = nodeAt(path);
        const offset = inName === true ? found.nameOffset : found.offset;
        return { path: pathText(path), ...place(offset), message };
      },
      sourceOf: (path) => {
        const { node, whole } = nodeAt(path);
        return whole && isScalar(node) ? node.source : undefined;
      },
    },
  };
}

const RESERVED = "__proto__ cannot be the name of a member; choose another one.";

/** Where a member has the name that objects treat in their own way; it would be lost without a word. */
function reservedName(parsed: ReturnType<typeof parseDocument>): number | undefined {
  let offset: number | undefined;
  visit(parsed, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === "__proto__") offset ??= key.range?.[0] ?? 0;
    },
  });
  return offset;
}

interface Found {
  readonly node: Node | null;
  /** False when only a parent of what was asked for exists. */
  readonly whole: boolean;
  readonly offset: number;
  readonly nameOffset: number;
}

/** The node at that path, or the innermost parent of it that was written. */
function walk(root: Node | null, path: Path, resolved: (node: Node | null) => Node | null): Found {
  let node = resolved(root);
  let offset = root?.range?.[0] ?? 0;
  let nameOffset = offset;
  for (const segment of path) {
    let child: unknown;
    let name: unknown;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(segment),
      );
      child = pair?.value;
      name = pair?.key;
    } else if (isSeq(node)) child = node.items[Number(segment)];
    if (child === undefined && name === undefined) return { node, whole: false, offset, nameOffset };
    const written = isNode(child) ? child : null;
    const valueOffset = isScalar(written) && written.value === null ? undefined : written?.range?.[0];
    nameOffset = (isNode(name) ? name.range?.[0] : undefined) ?? valueOffset ?? offset;
    offset = valueOffset ?? nameOffset;
    node = resolved(written);
  }
  return { node, whole: true, offset, nameOffset };
}

function resolve(node: Node | null, parsed: ReturnType<typeof parseDocument>): Node | null {
  return isAlias(node) ? (node.resolve(parsed) ?? null) : node;
}

function syntaxMessage(problem: YAMLError, text: string): string {
  switch (problem.code) {
    case "DUPLICATE_KEY": {
      const name = /^[^:\s]+/.exec(text.slice(problem.pos[0]))?.[0] ?? "A member";
      return `${name} is written twice in the same place; keep one of them.`;
    }
    case "TAB_AS_INDENT":
      return "This line is indented with a tab; use spaces.";
    case "MULTIPLE_DOCS":
      return "A second document begins here; put everything into one and remove the line ---.";
    case "TAG_RESOLVE_FAILED":
      return "Tags such as !this have no meaning here; remove the tag, or put the text in quotes.";
    case "NON_STRING_KEY":
      return "The name of a member must be plain text.";
    default:
      return `The file is not valid YAML here: ${problem.message.replace(/\.$/, "")}.`;
  }
}

function aliasMessage(error: Error): string {
  return /unresolved alias/i.test(error.message)
    ? `The file refers to *${/: (.*)$/.exec(error.message)?.[1] ?? ""}, which no & names before.`
    : "The file refers to itself too often; write repeated parts out.";
}
