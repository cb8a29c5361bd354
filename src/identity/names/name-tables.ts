import { foldToken, lowerCase } from "./fold-token.ts";
import { KNOWN_NAMES } from "./known-names.ts";
import { SAME_NAMES } from "./name-groups.ts";
import { type NameLanguage, soundCode } from "./name-sounds.ts";
import { RELATED_NAMES } from "./related-names.ts";

/** Lines by the names that stand in them, as written and folded, or by their sound. */
interface Lines {
  readonly forms: Map<string, number[]>;
  readonly nicknames: Map<string, number[]>;
}

interface Relations {
  readonly first: Map<string | number, number[]>;
  readonly others: Map<string | number, number[]>;
}

/** The tables of names, made ready to look up. */
export class NameTables {
  readonly writtenNames = new Set<string>();
  readonly languagesOf = new Map<string, NameLanguage[]>();
  readonly byText: Lines = { forms: new Map(), nicknames: new Map() };
  readonly byCode: Lines = { forms: new Map(), nicknames: new Map() };
  readonly relations: Relations = { first: new Map(), others: new Map() };
  /** What a group of forms is called in stored keys: its first name, whatever line it stands in. Groups may share one. */
  readonly groupNames: readonly string[];
  /** What a line of related names is called in stored keys: its first one. */
  readonly relationNames: readonly string[];

  constructor() {
    for (const language of ["de", "en", "tr", "pl", "ru", "ar"] as const) {
      for (const name of KNOWN_NAMES[language].trim().split(/\s+/)) {
        this.writtenNames.add(lowerCase(name));
        push(this.languagesOf, foldToken(name), language);
      }
    }
    const groups = SAME_NAMES.trim().split("\n");
    for (const [line, text] of groups.entries()) {
      const [forms = "", nicknames = ""] = text.split(" | ");
      for (const name of forms.split(/\s+/)) this.#addLine("forms", name, line);
      for (const name of nicknames.split(/\s+/).filter(Boolean)) this.#addLine("nicknames", name, line);
    }
    this.groupNames = groups.map((line) => foldToken(/^\S+/.exec(line)?.[0] ?? ""));
    const related = RELATED_NAMES.trim()
      .split("\n")
      .map((line) => line.split(/\s+/).map(foldToken));
    for (const [line, names] of related.entries()) {
      for (const [at, name] of names.entries()) {
        const side = at === 0 ? this.relations.first : this.relations.others;
        push(side, name, line);
        for (const form of this.byText.forms.get(name) ?? []) push(side, form, line);
      }
    }
    this.relationNames = related.map(([first = ""]) => first);
  }

  #addLine(kind: keyof Lines, name: string, line: number): void {
    const folded = foldToken(name);
    push(this.byText[kind], folded, line);
    const code = soundCode(lowerCase(name).replace(/\P{Letter}/gu, ""), this.languagesOf.get(folded) ?? []);
    push(this.byCode[kind], code, line);
  }
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const before = lists.get(key);
  if (before === undefined) lists.set(key, [value]);
  else if (!before.includes(value)) before.push(value);
}

let made: NameTables | undefined;

/** Making them takes a quarter of a second: once, when they are first needed. */
export function nameTables(): NameTables {
  made ??= new NameTables();
  return made;
}
