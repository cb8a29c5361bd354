/**
 * How unlike two readings of names sound: 0 alike, about 1 for each sound that nobody mishears. What a recogniser mixes
 * up (voiced and voiceless, unstressed vowels, h, r after a vowel) costs little, what tells names apart costs much.
 * Sounds are those of spelling-rules.ts.
 */
export interface Sounded {
  readonly text: string;
  readonly codes: Uint8Array;
  /** What it costs to leave out each sound where it stands. */
  readonly drop: Float64Array;
  readonly firstVowel: number;
}

const SOUNDS = "pbtdkgfvwszSZCJcTxhmnlrj678G543aeiouyqI@&^AEUOY";
const CODES: ReadonlyMap<string, number> = new Map(Array.from(SOUNDS, (sound, code) => [sound, code]));
const COUNT = SOUNDS.length;
const FIRST_VOWEL_CODE = SOUNDS.indexOf("a");
const J = SOUNDS.indexOf("j");
const SCHWA = SOUNDS.indexOf("@");

/** What it costs to hear one sound as the other; pairs not listed cost 1. */
const MISHEARD = `
  pb.25 td.25 kg.25 fv.08 sz.1 SZ.15 CJ.2 xk.38 xg.35 xh.2 xS.35 hk.7 wv.1 wf.2 vb.45 wb.6 wu.1 vu.35 wo.3 ji.12 jI.2 je.4 jZ.5 jJ.45
  mn.42 nl.8 lr.75 sS.4 zS.45 sc.4 zc.35 sT.25 tT.15 fT.35 dT.3 zT.35 SC.3 Zz.3 Zs.3 ZJ.12 ZC.3 SJ.4 Cc.35 Jc.5 Jz.6 sC.6 sJ.7 tc.65 tC.7 dJ.6 lw.35
  6S.05 6s.15 6C.3 6x.35 6z.2 67.3 7C.05 7c.15 7t.5 7S.3 7J.2 7x.5 8Z.05 8z.15 8s.25 8S.2 86.15 8J.25
  Gg.15 Gh.1 Gj.2 Gw.2 Gv.35 Gx.3 Gr.35 Gk.35 5s.02 5S.08 5z.12 5C.4 5c.4 56.1 5Z.2 4J.02 4C.08 4c.4 4Z.2 4S.35 4s.4 47.1 3g.02 3G.08 3k.25 3h.2 3j.25 3w.3 3x.35
  rx.6 rg.8 rh.8
  ae.55 ao.6 ai.9 au.8 ay.9 aq.8 aI.8 a@.28 a&.12 a^.4 aA.02 aE.35 aU.6
  ei.5 eo.8 eu.9 ey.65 eq.45 eI.3 e@.12 e&.35 e^.5 eA.12 eE.25 eU.7
  io.9 iu.8 iy.45 iq.6 iI.08 i@.3 i&.6 i^.8 iA.4 iE.03 iU.7
  ou.45 oy.7 oq.42 oI.8 o@.4 o&.6 o^.35 oA.5 oE.8 oU.05 oO.02
  uy.42 uq.6 uI.4 u@.4 u&.8 u^.35 uA.7 uE.7 uU.05 uY.02
  yq.5 yI.3 y@.4 y^.5 yE.35 yU.25 yY.08 qI.5 q@.15 q^.4 qU.3 qO.08 qE.5 I@.2 IE.1 &@.2 &^.25 &A.05 @^.12 @A.1 @E.12 @U.25
  AE.4 AU.45 EU.45 OY.4 OU.08 YU.08 Oy.7 Oq.08 OI.8 O@.4 Yi.4 YI.35 Y@.4 Ou.38 Yo.38 Y^.35 O^.35
`;

const COSTS = costTable();

/** The ö of "Shirley". */
const LONG_O_E = 0.15;
/** As in "ey", which German reads as "ai". */
const A_FOR_E = COSTS[SOUNDS.indexOf("a") * COUNT + SOUNDS.indexOf("e")]!;

function costTable(): Float64Array {
  const costs = new Float64Array(COUNT * COUNT).fill(1);
  for (let code = 0; code < COUNT; code += 1) costs[code * COUNT + code] = 0;
  for (const [, one, other, cost] of MISHEARD.matchAll(/(\S)(\S)\s?(\.\d+)/g)) {
    const [a, b] = [CODES.get(one!)!, CODES.get(other!)!];
    costs[a * COUNT + b] = Number(cost);
    costs[b * COUNT + a] = Number(cost);
  }
  return costs;
}

/** Two letters of a cost that are written as one sound by one recogniser and as two by another. */
const AS_ONE: readonly (readonly [RegExp, string])[] = [
  [/ts|tz/g, "c"],
  [/tS/g, "C"],
  [/dZ/g, "J"],
  [/dz/g, "c"],
];

export function sounded(reading: string): Sounded {
  const text = AS_ONE.reduce((sofar, [two, one]) => sofar.replace(two, one), reading);
  const codes = Uint8Array.from(text, (sound) => CODES.get(sound) ?? 0);
  const drop = Float64Array.from(codes, (_, at) => dropCost(text, at));
  return { text, codes, drop, firstVowel: codes.findIndex((code) => code >= FIRST_VOWEL_CODE) };
}

function isVowel(sound: string): boolean {
  return sound !== "" && SOUNDS.indexOf(sound) >= FIRST_VOWEL_CODE;
}

function dropCost(text: string, at: number): number {
  const sound = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (isVowel(sound)) return vowelDropCost(sound, before, after);
  switch (sound) {
    case "h":
      return before === "" ? 0.75 : after === "" ? 0.12 : 0.22;
    case "x":
      return before === "" ? 0.8 : 0.6;
    case "G":
      return 0.06;
    case "3":
      return 0.15;
    case "j":
      if (!isVowel(before)) return before === "" ? 0.6 : 0.3;
      if (isVowel(after)) return before === "i" || before === "I" || before === "E" ? 0.1 : 0.35;
      return before === "e" ? 0.15 : before === "i" || before === "I" ? 0.05 : before === "u" ? 0.3 : 0.6;
    case "w":
      return before === "" ? 0.9 : 0.5;
    case "r":
      if (!isVowel(before) || isVowel(after)) return 0.95;
      return after === "" && before === "@" ? 0.6 : 0.42;
    case "t":
    case "d":
      if (isVowel(before) || before === "") return 0.95;
      return after === "" ? 0.65 : isVowel(after) ? 0.8 : 0.35;
    case "g":
      return before === "n" ? 0.2 : 0.95;
    case "k":
      return before === "n" && after !== "" && !isVowel(after) ? 0.4 : 0.95;
    case "p":
    case "b":
      return (before === "m" && !isVowel(after)) || after === "f" ? 0.25 : 0.95;
    case "f":
      return before === "p" ? 0.3 : 0.95;
    case "S":
      return after === "C" || before === "C" ? 0.3 : 0.95;
    case "n":
    case "m":
      return isVowel(before) && !isVowel(after) && after !== "" ? 0.65 : 0.9;
    default:
      return 0.95;
  }
}

function vowelDropCost(sound: string, before: string, after: string): number {
  if (before === "") return 0.95;
  if (sound === "@") return after === "" ? 0.6 : 0.2;
  if (after === "") return 0.9;
  if (before === "G" || after === "G" || before === "3" || after === "3") return 0.25;
  if (before === "a" && sound === "u") return 0.6;
  if (before === "o" && sound === "u") return 0.3;
  if (isVowel(before) || isVowel(after)) return before === "j" || after === "j" ? 0.35 : 0.4;
  if ("AEU".includes(sound)) return 0.42;
  if ("eiI^".includes(sound)) return 0.5;
  return 0.65;
}

const LONGEST = 48;
let above = new Float64Array(LONGEST + 1);
let current = new Float64Array(LONGEST + 1);

/** Infinity when it is more than `most`. */
export function soundDistance(a: Sounded, b: Sounded, most: number): number {
  const rows = Math.min(a.codes.length, LONGEST);
  const columns = Math.min(b.codes.length, LONGEST);
  above[0] = 0;
  for (let column = 1; column <= columns; column += 1)
    above[column] = above[column - 1]! + b.drop[column - 1]!;
  for (let row = 1; row <= rows; row += 1) {
    current[0] = above[0]! + a.drop[row - 1]!;
    let least = current[0];
    for (let column = 1; column <= columns; column += 1) {
      const swapped = above[column - 1]! + misheardCost(a, row - 1, b, column - 1);
      const dropped = above[column]! + a.drop[row - 1]!;
      const added = current[column - 1]! + b.drop[column - 1]!;
      const cost =
        swapped < dropped ? (swapped < added ? swapped : added) : dropped < added ? dropped : added;
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return Infinity;
    [above, current] = [current, above];
  }
  const distance = above[columns]!;
  return distance > most ? Infinity : distance;
}

/** The first vowel carries the name, a last one its gender; others are slurred. A wrong first consonant is heard. */
function misheardCost(a: Sounded, i: number, b: Sounded, j: number): number {
  const [one, other] = [a.codes[i]!, b.codes[j]!];
  if (one === other) return 0;
  const cost = COSTS[one * COUNT + other]!;
  if (one < FIRST_VOWEL_CODE || other < FIRST_VOWEL_CODE) return i === 0 && j === 0 ? cost * 1.25 : cost;
  if (cost === A_FOR_E && a.codes[i + 1] === J && b.codes[j + 1] === J) return cost * 0.5;
  if (i === a.codes.length - 1 || j === b.codes.length - 1) return cost * 1.3;
  if (i === a.firstVowel || j === b.firstVowel)
    return (one === SCHWA || other === SCHWA) && cost > LONG_O_E ? cost * 2 : cost * 1.15;
  return cost * 0.85;
}
