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
  /** Of each of these a sentence must have a word, wherever the pattern begins. */
  readonly needs: readonly ReadonlySet<string>[];
  readonly build: (...captures: never[]) => unknown;
}

interface Index {
  readonly byWord: Map<string, Rule[]>;
  readonly bySense: Map<Sense, Rule[]>;
  /** What was found for a word; as many as there are words in the lexicon and the patterns. */
  readonly known: Map<string, readonly Rule[]>;
}

export interface Match<Value = unknown> {
  readonly value: Value;
  /** Index of the first token after it. */
  readonly end: number;
}

/** A token with the senses that the language's lexicon gives it. */
export interface Word {
  readonly word: string;
  /** Words of the same kind open the same patterns: the word itself, of figures what they can be. */
  readonly kind: string;
  readonly senses: Partial<Senses>;
}

/**
 * Patterns over words, indexed by how they can begin, so that a word meets only the patterns it can open.
 * `a|b` is one of two words, `{month}` anything with that sense, `(of the|in)?` an optional group with choices.
 */
export class Grammar {
  readonly #rules = new Map<Sense, Rule[]>();
  #index: Map<Sense, Index> | undefined;
  readonly #vocabulary = new Set<string>();
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
    const { nodes, slots } = compile(pattern, this.#fold, this.#vocabulary);
    const rules = this.#rules.get(sense) ?? [];
    rules.push({ order: this.#order++, nodes, slots, needs: needsOf(nodes), build });
    this.#rules.set(sense, rules);
    return this;
  }

  /** Whether a pattern has the word. */
  knows(word: string): boolean {
    return this.#vocabulary.has(word);
  }

  /** How many rules there are; the `order` of each is below it. */
  get size(): number {
    return this.#order;
  }

  rulesFor(sense: Sense, word: Word): readonly Rule[] {
    this.#index ??= this.#buildIndex();
    const index = this.#index.get(sense);
    if (index === undefined) return NO_RULES;
    // "1. Advent": a figure that stands in a pattern itself.
    const key = index.byWord.has(word.word) ? word.word + word.kind : word.kind;
    const known = index.known.get(key);
    if (known !== undefined) return known;
    const found = new Set<Rule>(index.byWord.get(word.word) ?? NO_RULES);
    let hasSense = false;
    for (const own in word.senses) {
      hasSense = true;
      for (const rule of index.bySense.get(own as Sense) ?? NO_RULES) found.add(rule);
    }
    // Words that nobody knows are not remembered: there is no end of them.
    if (found.size === 0 && !hasSense) return NO_RULES;
    const rules = [...found].sort((one, other) => one.order - other.order);
    index.known.set(key, rules);
    return rules;
  }

  #buildIndex(): Map<Sense, Index> {
    const firsts = this.#firsts();
    const index = new Map<Sense, Index>();
    for (const [sense, rules] of this.#rules) {
      const entry: Index = { byWord: new Map(), bySense: new Map(), known: new Map() };
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

/** Most patterns that begin with a mere number fail for want of a word that stands later in them. */
function needsOf(nodes: readonly Node[]): ReadonlySet<string>[] {
  return nodes.flatMap((node): ReadonlySet<string>[] => {
    if (node.kind === "word") return [node.words];
    if (node.kind === "capture" || node.optional) return [];
    const firsts = node.choices.map((choice) => needsOf(choice)[0]);
    if (!firsts.every((words) => words !== undefined)) return [];
    return [new Set(firsts.flatMap((words) => [...words]))];
  });
}

const NO_RULES: readonly Rule[] = [];

function compile(
  pattern: string,
  foldOne: (word: string) => string,
  vocabulary: Set<string>,
): { nodes: Node[]; slots: number } {
  const fold = (text: string) => {
    const word = foldOne(text);
    vocabulary.add(word);
    return word;
  };
  const parts = pattern.match(/\{\w+[?!]?\}|\(|\)\??|\/|\||[^\s(){}/|]+(?:\|[^\s(){}/|]+)*/g) ?? [];
  let slots = 0;
  let at = 0;
  /** The choices up to the closing bracket, or the one sequence up to the end. */
  const choices = (inGroup: boolean): Node[][] => {
    let nodes: Node[] = [];
    const all = [nodes];
    const nextChoice = () => {
      nodes = [];
      all.push(nodes);
    };
    for (; at < parts.length && !parts[at]!.startsWith(")"); at += 1) {
      const part = parts[at]!;
      if (part === "/" || part === "|") nextChoice();
      else if (part === "(") {
        at += 1;
        nodes.push({ kind: "group", choices: choices(true), optional: parts[at] === ")?" });
      } else if (part.startsWith("{")) {
        const sense = part.replace(/[{}?!]/g, "") as Sense;
        nodes.push({ kind: "capture", sense, slot: slots++, optional: part.endsWith("?}") });
      } else if (inGroup) {
        part.split("|").forEach((word, index) => {
          if (index > 0) nextChoice();
          nodes.push({ kind: "word", words: new Set([fold(word)]) });
        });
      } else nodes.push({ kind: "word", words: new Set(part.split("|").map(fold)) });
    }
    return all.map(together);
  };
  return { nodes: choices(false)[0]!, slots };
}

/** Choices of one word each are one look-up. */
function together(nodes: Node[]): Node[] {
  return nodes.map((node) => {
    if (node.kind !== "group") return node;
    const single = node.choices.filter((choice) => choice.length === 1 && choice[0]!.kind === "word");
    if (single.length < 2) return node;
    const words = new Set(single.flatMap(([word]) => (word?.kind === "word" ? [...word.words] : [])));
    const rest = node.choices.filter((choice) => !single.includes(choice));
    return { ...node, choices: [[{ kind: "word", words }], ...rest] };
  });
}

const NO_MATCHES: readonly never[] = [];

/** What was read at a place; while it is being read, what is known so far. */
interface Entry {
  matches: readonly Match[];
  isOpen: boolean;
  /** Asked for again inside: "eight o'clock sharp" begins with a clock time. */
  isAsked: boolean;
}

/** One sentence against one grammar; every question about a place is answered once. */
export class Reading {
  readonly #memo: Map<Sense, Entry>[];
  readonly #read: { readonly at: Map<Sense, Entry>; readonly sense: Sense }[] = [];
  readonly #grammar: Grammar;
  readonly #words: readonly Word[];
  /** By the order of a rule: whether the sentence has all that it needs. */
  readonly #isPossible: Uint8Array;

  constructor(grammar: Grammar, words: readonly Word[]) {
    this.#grammar = grammar;
    this.#words = words;
    this.#memo = words.map(() => new Map());
    this.#isPossible = new Uint8Array(grammar.size);
  }

  /** All that can be read as `sense` from that word on, longest first, one of each length. */
  at<S extends Sense>(sense: S, position: number): readonly Match<Senses[S]>[] {
    const word = this.#words[position];
    const memo = this.#memo[position];
    if (word === undefined || memo === undefined) return NO_MATCHES;
    const known = memo.get(sense);
    if (known !== undefined) {
      if (known.isOpen) known.isAsked = true;
      return known.matches as Match<Senses[S]>[];
    }
    const rules = this.#grammar.rulesFor(sense, word);
    const own = word.senses[sense];
    if (rules.length === 0 && own === undefined) return NO_MATCHES;
    const entry: Entry = { matches: NO_MATCHES, isOpen: true, isAsked: false };
    memo.set(sense, entry);
    this.#read.push({ at: memo, sense });
    const inside = this.#read.length;
    const byEnd = new Map<number, unknown>();
    if (own !== undefined) byEnd.set(position + 1, own);
    // What begins with its own kind grows from what was found in the round before.
    for (let before = -1; before < byEnd.size; ) {
      before = byEnd.size;
      entry.isAsked = false;
      for (const rule of rules) if (this.#canMatch(rule)) this.#try(rule, position, byEnd);
      entry.matches = [...byEnd].map(([end, value]) => ({ end, value })).sort((a, b) => b.end - a.end);
      if (!entry.isAsked || byEnd.size === before) break;
      // What was read meanwhile knew only a part.
      for (const { at, sense: other } of this.#read.splice(inside)) at.delete(other);
    }
    entry.isOpen = false;
    return entry.matches as Match<Senses[S]>[];
  }

  #canMatch({ order, needs }: Rule): boolean {
    const known = this.#isPossible[order];
    if (known !== UNASKED) return known === POSSIBLE;
    const isPossible = needs.every((words) => this.#words.some(({ word }) => words.has(word)));
    this.#isPossible[order] = isPossible ? POSSIBLE : IMPOSSIBLE;
    return isPossible;
  }

  #try(rule: Rule, position: number, byEnd: Map<number, unknown>): void {
    const captures: unknown[] = new Array(rule.slots).fill(undefined);
    this.#match({ rule, captures, byEnd }, rule.nodes, 0, position, undefined);
  }

  /** `after` is what follows the group that `nodes` is a choice of. */
  #match(
    attempt: Attempt,
    nodes: readonly Node[],
    index: number,
    position: number,
    after: Continuation | undefined,
  ): void {
    const node = nodes[index];
    if (node === undefined) {
      if (after !== undefined) this.#match(attempt, after.nodes, after.index, position, after.after);
      else accept(attempt, position);
      return;
    }
    if (node.kind === "word") {
      const word = this.#words[position];
      if (word !== undefined && node.words.has(word.word))
        this.#match(attempt, nodes, index + 1, position + 1, after);
      return;
    }
    if (node.kind === "capture") {
      for (const { value, end } of this.at(node.sense, position)) {
        attempt.captures[node.slot] = value;
        this.#match(attempt, nodes, index + 1, end, after);
      }
      attempt.captures[node.slot] = undefined;
    } else {
      const rest = { nodes, index: index + 1, after };
      for (const choice of node.choices) this.#match(attempt, choice, 0, position, rest);
    }
    if (node.optional) this.#match(attempt, nodes, index + 1, position, after);
  }
}

const UNASKED = 0;
const POSSIBLE = 1;
const IMPOSSIBLE = 2;

/** One rule at one place. */
interface Attempt {
  readonly rule: Rule;
  readonly captures: unknown[];
  readonly byEnd: Map<number, unknown>;
}

interface Continuation {
  readonly nodes: readonly Node[];
  readonly index: number;
  readonly after: Continuation | undefined;
}

function accept({ rule, captures, byEnd }: Attempt, end: number): void {
  if (byEnd.has(end)) return;
  const value = rule.build(...(captures as never[]));
  if (value !== undefined) byEnd.set(end, value);
}
