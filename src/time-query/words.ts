/** What one written word or figure can be; a pattern picks the reading that fits. */
export interface Token {
  /** Folded: lower case, no marks, "ae" as "a". */
  readonly word: string;
  /** As it stood in the text. */
  readonly raw: string;
  /** A comma, semicolon or full stop stood before it. */
  readonly afterComma: boolean;
  readonly figure: Figure | undefined;
  /** No space stood before it. */
  readonly glued: boolean;
  /** Not to be taken for the name of a day. */
  readonly isNoDay?: true;
}

export interface Figure {
  /** The numbers between the separators: 3.10.2026 is [3, 10, 2026]. */
  readonly parts: readonly number[];
  readonly lengths: readonly number[];
  readonly separator: "" | "." | ":" | "/" | "-" | ",";
  /** "3." and "3.10.". */
  readonly dot: boolean;
  /** "3rd", "3ten". */
  readonly ordinal: boolean;
  /** "'26". */
  readonly apostrophe: boolean;
}

/** The spelling in which words are compared: recognisers write "fruh", "frueh" and "früh". */
export function fold(word: string): string {
  if (/^[a-z]+$/.test(word)) return word.replace(/([aou])e/g, "$1");
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .replace(/([aou])e/g, "$1");
}

const ORDINAL_ENDING = /^(?:st|nd|rd|th|te|ten|ter|tes|tem|ste|sten|ster)$/;

const SCANNER =
  /(\d{4}-\d{1,2}-\d{1,2}(?![\d-])|\d{1,2}-\d{1,2}-\d{2,4}(?![\d-])|\d+(?:[.:/,]\d+)*)(\.(?!\d))?|(\p{L}[\p{L}\p{M}]*(?:['’`´]\p{L}+)*)\.?|([-‐–—~@&+])|([,;!?]|\.(?=\s|$))|(['’])(?=\d)|\S/gu;

/** The words and figures of a text; `-` stands for any dash. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let afterComma = false;
  let apostrophe = false;
  let end = 0;
  for (const match of joinMeridiem(inFigures(asUsual(text))).matchAll(SCANNER)) {
    const [raw, digits, dot, letters, sign, pause, quote] = match;
    const glued = match.index === end;
    end = match.index + raw.length;
    if (pause !== undefined) afterComma = true;
    else if (quote !== undefined) apostrophe = true;
    else if (digits !== undefined) {
      const figure = figureOf(digits, dot !== undefined, apostrophe);
      tokens.push({ word: digits, raw, afterComma, figure, glued });
    } else if (letters !== undefined) {
      const word = fold(letters.replace(/['’`´]s$/i, "").replace(/['’`´]/g, ""));
      const last = tokens.at(-1);
      if (glued && last?.figure !== undefined && ORDINAL_ENDING.test(word)) {
        tokens[tokens.length - 1] = {
          ...last,
          raw: last.raw + raw,
          figure: { ...last.figure, ordinal: true },
        };
        continue;
      }
      // "2026-10-03T14:30"
      if (glued && word === "t" && last?.figure?.separator === "-") continue;
      // "8p" is 8 pm.
      const meridiem = glued && last?.figure !== undefined && (word === "p" || word === "a");
      tokens.push({ word: meridiem ? `${word}m` : word, raw, afterComma, figure: undefined, glued });
    } else if (sign !== undefined) {
      tokens.push({ word: SIGNS[sign] ?? "-", raw, afterComma, figure: undefined, glued });
    } else continue;
    if (pause === undefined && quote === undefined) {
      // "Fri., 3 Oct": a full stop after letters is an abbreviation or a pause; neither separates.
      afterComma = false;
      apostrophe = false;
    }
  }
  return tokens;
}

const SIGNS: Readonly<Record<string, string>> = { "~": "~", "@": "@", "&": "&", "+": "+" };

/** "2½" is "2 1/2". */
/** What recognisers and hasty writers write apart, shorten or mistake, as it is usually written. */
const UNUSUAL: readonly (readonly [RegExp, string])[] = [
  [/(\d{4})\s+-\s+(\d{1,2})\s+-\s+(\d{1,2})/g, "$1-$2-$3"],
  [/(\d)\s+\.\s*(?=\d)/g, "$1."],
  [/(\d)\s+\.(?=\s)/g, "$1."],
  [/\b(dieses|nächstes|kommendes|übernächstes|jedes|am) wochen ende\b/gi, "$1 wochenende"],
  [/\b(this|next|the|every) week end\b(?! of)/gi, "$1 weekend"],
  [/\bto morrow\b/gi, "tomorrow"],
  [/(?<!\p{L})über morgen\b/giu, "übermorgen"],
  [/\bw\/c\b/gi, "week commencing"],
  [/\bvorm\.(?=[\s,]|$)/gi, "vormittags"],
  [/\bnachm\.(?=[\s,]|$)/gi, "nachmittags"],
  [/\b([12])\. ?hj\b\.?/gi, "$1. halbjahr"],
  [/\b(twenty|thirty)([ -])forth\b/gi, "$1$2fourth"],
];

function asUsual(text: string): string {
  return UNUSUAL.reduce((written, [unusual, usual]) => written.replace(unusual, usual), text);
}

function inFigures(text: string): string {
  return text.replace(/[½¼¾]/g, (sign) => (sign === "½" ? " 1/2 " : sign === "¼" ? " 1/4 " : " 3/4 "));
}

/** "8 p.m.", "8 p. m." and "8 p m" are "8 pm". */
function joinMeridiem(text: string): string {
  return text.replace(/\b([ap])(?:\.\s?m\b\.?|\sm\b(?!['’]))/gi, "$1m ");
}

function figureOf(digits: string, dot: boolean, apostrophe: boolean): Figure {
  const texts = digits.split(/[.:/,-]/);
  const separators = new Set(digits.replace(/\d/g, ""));
  const separator = (separators.size > 1 ? "," : ([...separators][0] ?? "")) as Figure["separator"];
  const parts = texts.map(Number);
  return { parts, lengths: texts.map((text) => text.length), separator, dot, ordinal: false, apostrophe };
}
