import { lowerCase } from "./fold-token.ts";

/** Names of letters as a German and an English recogniser write them; single letters stand for themselves. */
const LETTER_NAMES: ReadonlyMap<string, string> = new Map(
  `a:a,ah,ay be:b,bee,beh ce:c,cee,zeh,tse de:d,dee,deh e:e,eh ef:f,eff,äff ge:g,gee,geh ha:h,hah,aitch,haitch,aych i:i,ih,eye jott:j,jot,jay ka:k,kah,kay el:l,ell em:m,emm
  en:n,enn o:o,oh pe:p,pee,peh ku:q,kuh,queue,cue er:r,err,ar,arr es:s,ess te:t,tee,teh u:u,uh,you vau:v,fau,vee we:w,weh,doubleyou ix:x,iks,ex ypsilon:y,üpsilon,upsilon,why zett:z,zet,zed,zee
  ä:ä,äh ö:ö,öh ü:ü,üh eszett:ß,esszett,scharfes-s`
    .split(/\s+/)
    .flatMap((entry) => {
      const [name = "", others = ""] = entry.split(":");
      const [letter = "", ...more] = others.split(",");
      return [name, letter, ...more].map((word): [string, string] => [word, letter]);
    }),
);

/** Words that stand for their first letter after a name: the German tables of 1950 and 2022, NATO's, and usual ones. */
const SPELLING_WORDS: ReadonlyMap<string, string> = new Map(
  `anton aachen alfa alpha adam apple ärger:ä umlaut-anton:ä berta bertha berlin bravo boy cäsar caesar chemnitz charlie charlotte:ch dora düsseldorf delta david dog emil essen echo edward friedrich frankfurt foxtrot frank fox
  gustav goslar golf george heinrich hamburg hotel henry ida ingelheim india isaac julius jena juliett juliet john kaufmann köln kilo king konrad ludwig leipzig lima love larry martha marta münchen mike mary nordpol nürnberg november nancy nora
  otto oldenburg oscar ökonom:ö österreich:ö paula potsdam papa peter quelle quickborn quebec queen richard rostock romeo robert robin samuel salzwedel sierra sugar sam schule:sch siegfried siegfrid theodor tübingen tango tom tommy ulrich unna uniform uncle übermut:ü übel:ü übung:ü
  viktor victor völklingen william wilhelm wuppertal whiskey whisky xanthippe xaver xanten x-ray xray ypsilon yankee young zacharias zwickau zulu zebra zürich eszett:ß`
    .split(/\s+/)
    .map((entry): [string, string] => {
      const [word = "", letters] = entry.split(":");
      return [word, letters ?? word[0]!];
    }),
);

const AS_IN = new Set(["wie", "for", "like", "as", "von"]);
const FILLER = new Set([
  "und",
  "and",
  "dann",
  "then",
  "in",
  "also",
  "äh",
  "ähm",
  "uh",
  "um",
  "buchstabiert",
  "spelled",
  "geschrieben",
]);
const DOUBLE = /^(doppel|doppeltes?|double|zweimal|zwei|two|zwo)$/;

/**
 * The word that the letters at the end of a name spell: `M wie Martha, A wie Anton …`, `em a ypsilon er`, `Mayr, M A Y R`.
 * Undefined when fewer than three letters are spelled.
 */
export function spelledName(text: string): string | undefined {
  if (!/[\s,.-]/.test(text.trim())) return undefined;
  const words = wordsOf(text);
  const reading = readLetters(words);
  return reading !== undefined && reading.length >= 3 ? reading : undefined;
}

function wordsOf(text: string): readonly string[] {
  return lowerCase(text)
    .replace(/scharfes s\b/g, "scharfes-s")
    .replace(/\b(?:as|like|wie) in\b/g, "as")
    .replace(/\b(?:capital|gro(?:ß|ss)es|kleines) (?=\p{Letter}\b)/gu, "")
    .replace(
      /(?<!\p{Letter})(\p{Letter}+) (?:twice|zweimal)(?!\p{Letter})(?=\W*$|\W+\p{Letter}\b)/gu,
      "double $1",
    )
    .replace(/\bdouble (you|u)\b/g, "doubleyou")
    .replace(/\b([aou])[ -]?umlaut\b/g, (_, vowel: string) => UMLAUTS[vowel]!)
    .replace(/\bumlaut[ -]?([aou])\b/g, (_, vowel: string) => UMLAUTS[vowel]!)
    .replace(/\bx-ray\b/g, "xray")
    .replace(/(doppel)[- ]?/g, "$1 ")
    .split(/[^\p{Letter}-]+|(?<=\p{Letter})-(?=\p{Letter})(?<!scharfes-)/u)
    .filter(Boolean);
}

const UMLAUTS: Readonly<Record<string, string>> = { a: "ä", o: "ö", u: "ü" };

/** Letters from the first spelled one to the end; undefined when there is a word among them that spells nothing. */
function readLetters(words: readonly string[]): string | undefined {
  for (let from = 0; from < words.length && from <= 2; from += 1) {
    const spelled = lettersFrom(words, from);
    if (spelled !== undefined) return spelled;
  }
  return undefined;
}

function lettersFrom(words: readonly string[], from: number): string | undefined {
  let spelled = "";
  let count = 0;
  let times = 1;
  let proper = 0;
  let at = from;
  while (at < words.length) {
    const word = words[at]!;
    if (FILLER.has(word)) {
      at += 1;
      continue;
    }
    if (DOUBLE.test(word) && at + 1 < words.length) {
      times = 2;
      at += 1;
      continue;
    }
    const next = words[at + 1];
    const after = words[at + 2];
    if (next !== undefined && after !== undefined && AS_IN.has(next)) {
      const letters = LETTER_NAMES.get(word) ?? word;
      if (letters.length > 3) return undefined;
      spelled += letters.repeat(times);
      proper += 1;
      at += 3;
    } else {
      const letter = LETTER_NAMES.get(word) ?? SPELLING_WORDS.get(word);
      if (letter === undefined) return undefined;
      if (LETTER_NAMES.has(word)) proper += 1;
      spelled += letter.repeat(times);
      at += 1;
    }
    times = 1;
    count += 1;
  }
  // Anton Emil Richard is a man with three names; Martha Anton Ypsilon Richard is not.
  return count >= 3 && (proper > 0 || count >= 4) ? spelled : undefined;
}
