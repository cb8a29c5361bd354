import type { Senses } from "./senses.ts";

/** What a capture in a pattern holds: `{month}` a month, `{month?}` perhaps one, `{month!}` one of an optional group. */
type Captures<Pattern extends string> = Pattern extends `${string}{${infer Name}}${infer Rest}`
  ? [CaptureOf<Name>, ...Captures<Rest>]
  : [];
type CaptureOf<Name extends string> = Name extends keyof Senses
  ? Senses[Name]
  : Name extends `${infer Sense extends keyof Senses}${"?" | "!"}`
    ? Senses[Sense] | undefined
    : never;

type Sense = keyof Senses;

type Node =
  | { readonly kind: "word"; readonly words: ReadonlySet<string> }
  | { readonly kind: "capture"; readonly sense: Sense; readonly slot: number; readonly optional: boolean }
  | { readonly kind: "group"; readonly choices: readonly (readonly Node[])[]; readonly optional: boolean };

interface Rule {
  readonly order: number;
  readonly nodes: readonly Node[];
  readonly slots: number;
  readonly build: (...captures: never[]) => unknown;
}

interface Index {
  readonly byWord: Map<string, Rule[]>;
  readonly bySense: Map<Sense, Rule[]>;
}

export interface Match<Value = unknown> {
  readonly value: Value;
  /** Index of the first token after it. */
  readonly end: number;
}

/** A token with the senses that the language's lexicon gives it. */
export interface Word {
  readonly word: string;
  readonly senses: Partial<Senses>;
}

/**
 * Patterns over words, indexed by how they can begin, so that a word meets only the patterns it can open.
 * `a|b` is one of two words, `{month}` anything with that sense, `(of the / in)?` an optional group with choices.
 */
export class Grammar {
  readonly #rules = new Map<Sense, Rule[]>();
  #index: Map<Sense, Index> | undefined;
  #order = 0;
  readonly #fold: (word: string) => string;

  constructor(fold: (word: string) => string) {
    this.#fold = fold;
  }

  /** Later patterns count only where earlier ones of that sense do not match as many words. */
  rule<S extends Sense, P extends string>(
    sense: S,
    pattern: P,
    build: (...captures: Captures<P>) => Senses[S] | undefined,
  ): this {
    const { nodes, slots } = compile(pattern, this.#fold);
    const rules = this.#rules.get(sense) ?? [];
    rules.push({ order: this.#order++, nodes, slots, build });
    this.#rules.set(sense, rules);
    return this;
  }

  rulesFor(sense: Sense, word: Word): readonly Rule[] {
    this.#index ??= this.#buildIndex();
    const index = this.#index.get(sense);
    if (index === undefined) return [];
    let found: readonly Rule[] = index.byWord.get(word.word) ?? [];
    for (const own in word.senses) {
      const more = index.bySense.get(own as Sense);
      if (more === undefined) continue;
      found = found.length === 0 ? more : [...new Set([...found, ...more])];
    }
    return found.length < 2 ? found : [...found].sort((a, b) => a.order - b.order);
  }

  #buildIndex(): Map<Sense, Index> {
    const firsts = this.#firsts();
    const index = new Map<Sense, Index>();
    for (const [sense, rules] of this.#rules) {
      const entry: Index = { byWord: new Map(), bySense: new Map() };
      for (const rule of rules) {
        const first: First = { words: new Set(), senses: new Set() };
        addFirst(rule.nodes, first, firsts);
        for (const word of first.words) entry.byWord.set(word, [...(entry.byWord.get(word) ?? []), rule]);
        for (const own of first.senses) entry.bySense.set(own, [...(entry.bySense.get(own) ?? []), rule]);
      }
      index.set(sense, entry);
    }
    return index;
  }

  /** What each sense can begin with; senses begin with each other, so until nothing is added any more. */
  #firsts(): Map<Sense, First> {
    const firsts = new Map<Sense, First>();
    for (const sense of this.#rules.keys()) firsts.set(sense, { words: new Set(), senses: new Set([sense]) });
    const size = () => [...firsts.values()].reduce((sum, one) => sum + one.words.size + one.senses.size, 0);
    for (let before = -1; before !== size(); ) {
      before = size();
      for (const [sense, rules] of this.#rules) {
        for (const rule of rules) addFirst(rule.nodes, firsts.get(sense)!, firsts);
      }
    }
    return firsts;
  }
}

interface First {
  readonly words: Set<string>;
  readonly senses: Set<Sense>;
}

/** Whether `nodes` can be empty. */
function addFirst(nodes: readonly Node[], to: First, firsts: ReadonlyMap<Sense, First>): boolean {
  for (const node of nodes) {
    let skippable = node.kind !== "word" && node.optional;
    if (node.kind === "word") for (const word of node.words) to.words.add(word);
    else if (node.kind === "capture") {
      to.senses.add(node.sense);
      for (const word of firsts.get(node.sense)?.words ?? []) to.words.add(word);
      for (const sense of firsts.get(node.sense)?.senses ?? []) to.senses.add(sense);
    } else for (const choice of node.choices) if (addFirst(choice, to, firsts)) skippable = true;
    if (!skippable) return false;
  }
  return true;
}

function compile(pattern: string, fold: (word: string) => string): { nodes: Node[]; slots: number } {
  const parts = pattern.match(/\{\w+[?!]?\}|\(|\)\??|\/|[^\s(){}/]+/g) ?? [];
  let slots = 0;
  let at = 0;
  const sequence = (): Node[] => {
    const nodes: Node[] = [];
    for (; at < parts.length; at += 1) {
      const part = parts[at]!;
      if (part === "/" || part.startsWith(")")) return nodes;
      if (part === "(") {
        const choices: Node[][] = [];
        do {
          at += 1;
          choices.push(sequence());
        } while (parts[at] === "/");
        nodes.push({ kind: "group", choices, optional: parts[at] === ")?" });
      } else if (part.startsWith("{")) {
        const sense = part.replace(/[{}?!]/g, "") as Sense;
        nodes.push({ kind: "capture", sense, slot: slots++, optional: part.endsWith("?}") });
      } else {
        nodes.push({ kind: "word", words: new Set(part.split("|").map(fold)) });
      }
    }
    return nodes;
  };
  return { nodes: sequence(), slots };
}

/** One sentence against one grammar; every question about a place is answered once. */
export class Reading {
  readonly #memo = new Map<string, readonly Match[]>();
  readonly #grammar: Grammar;
  readonly #words: readonly Word[];

  constructor(grammar: Grammar, words: readonly Word[]) {
    this.#grammar = grammar;
    this.#words = words;
  }

  /** All that can be read as `sense` from that word on, longest first, one of each length. */
  at<S extends Sense>(sense: S, position: number): readonly Match<Senses[S]>[] {
    const word = this.#words[position];
    if (word === undefined) return [];
    const key = `${sense}${position}`;
    const known = this.#memo.get(key);
    if (known !== undefined) return known as Match<Senses[S]>[];
    this.#memo.set(key, []); // what begins with itself is not read
    const byEnd = new Map<number, unknown>();
    const own = word.senses[sense];
    if (own !== undefined) byEnd.set(position + 1, own);
    for (const { nodes, slots, build } of this.#grammar.rulesFor(sense, word)) {
      const captures: unknown[] = new Array(slots).fill(undefined);
      this.#match(nodes, 0, position, captures, (end) => {
        if (byEnd.has(end)) return;
        const value = build(...(captures as never[]));
        if (value !== undefined) byEnd.set(end, value);
      });
    }
    const matches = [...byEnd].map(([end, value]) => ({ end, value })).sort((a, b) => b.end - a.end);
    this.#memo.set(key, matches);
    return matches as Match<Senses[S]>[];
  }

  #match(
    nodes: readonly Node[],
    index: number,
    position: number,
    captures: unknown[],
    found: (end: number) => void,
  ): void {
    const node = nodes[index];
    if (node === undefined) {
      found(position);
      return;
    }
    const next = (end: number) => this.#match(nodes, index + 1, end, captures, found);
    if (node.kind === "word") {
      const word = this.#words[position];
      if (word !== undefined && node.words.has(word.word)) next(position + 1);
      return;
    }
    if (node.kind === "capture") {
      for (const { value, end } of this.at(node.sense, position)) {
        captures[node.slot] = value;
        next(end);
      }
      captures[node.slot] = undefined;
      if (node.optional) next(position);
      return;
    }
    for (const choice of node.choices) this.#match(choice, 0, position, captures, next);
    if (node.optional) next(position);
  }
}
