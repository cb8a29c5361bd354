/** Members whose value, or each entry of it, is read best on one line. */
const ON_ONE_LINE: ReadonlySet<string> = new Set([
  "breaks",
  "clients",
  "closures",
  "publicHolidays",
  "resources",
  "seasons",
  "timeOff",
]);
const AFTER_A_BLANK_LINE: ReadonlySet<string> = new Set(["agents", "appointmentTypes"]);

/** Words that some reader of YAML takes for something else than text. */
const NOT_TEXT = /^(true|false|null|yes|no|on|off|y|n)$/i;
const PLAIN = /^(\d+ )?\p{L}[\p{L}\p{M}\p{N} ._/@()&+'-]*$/u;

type Members = { readonly [name: string]: unknown };

/** The members in the style of `examples/physio.yaml`, which a generic YAML writer does not offer. */
export function yamlText(members: Members): string {
  return Object.entries(members)
    .map(([name, value]) => `${member(name, value, "").join("\n")}\n`)
    .join("\n");
}

function member(name: string, value: unknown, indent: string): string[] {
  const label = `${indent}${scalar(name)}:`;
  if (!isBlock(name, value)) return [`${label} ${inline(value)}`];
  const space = AFTER_A_BLANK_LINE.has(name) ? [""] : [];
  if (!Array.isArray(value)) return [...space, label, ...block(value as Members, `${indent}  `)];
  return [...space, label, ...value.flatMap((entry) => listEntry(name, entry, `${indent}  `))];
}

function listEntry(name: string, entry: unknown, indent: string): string[] {
  if (ON_ONE_LINE.has(name) || !isMembers(entry) || isEmpty(entry)) return [`${indent}- ${inline(entry)}`];
  const [first, ...others] = block(entry, `${indent}  `);
  return [`${indent}- ${first!.trimStart()}`, ...others];
}

function block(members: Members, indent: string): string[] {
  return Object.entries(members).flatMap(([name, value]) => member(name, value, indent));
}

function isBlock(name: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isMembers);
  return isMembers(value) && !isEmpty(value) && !ON_ONE_LINE.has(name);
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (!isMembers(value)) return scalar(value);
  const members = Object.entries(value).map(([name, inner]) => `${scalar(name)}: ${inline(inner)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Text that could be read as something else is in quotes; those of JSON are also YAML's. */
function scalar(value: unknown): string {
  const isPlain =
    typeof value === "string" && PLAIN.test(value) && !NOT_TEXT.test(value) && value === value.trim();
  return isPlain ? value : JSON.stringify(value);
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(members: Members): boolean {
  return Object.keys(members).length === 0;
}
