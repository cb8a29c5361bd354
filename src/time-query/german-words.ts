import { part, type Time } from "./clock.ts";
import type { DayPart } from "./conventions.ts";
import { Lexicon } from "./lexicon.ts";
import { ZONE_ABBREVIATIONS } from "./zone-abbreviations.ts";

const ONES = ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
const TEENS = [
  "zehn",
  "elf",
  "zwölf",
  "dreizehn",
  "vierzehn",
  "fünfzehn",
  "sechzehn",
  "siebzehn",
  "achtzehn",
  "neunzehn",
];
const TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
const IRREGULAR_ORDINALS: Readonly<Record<number, string>> = { 1: "erst", 3: "dritt", 7: "siebt", 8: "acht" };

export const GERMAN_WEEKDAYS = [
  "montag",
  "dienstag",
  "mittwoch",
  "donnerstag",
  "freitag",
  "samstag",
  "sonntag",
];
const SHORT_WEEKDAYS = ["mo", "di", "mi", "do", "fr", "sa", "so."];
export const GERMAN_MONTHS = [
  "januar|jänner|jan|jannuar",
  "februar|feber|feb|febr",
  "märz|mrz|mär|maerz",
  "april|apr",
  "mai",
  "juni|jun|juno",
  "juli|jul|julei",
  "august|aug",
  "september|sep|sept",
  "oktober|okt|october",
  "november|nov",
  "dezember|dez|december",
];

const PARTS: readonly (readonly [words: string, part: DayPart])[] = [
  ["früh|frühs|morgens|frühmorgens|vormorgens", "morning"],
  ["vormittag|vormittags", "forenoon"],
  ["mittag|mittags|mittagszeit|mittagspause", "noon"],
  ["nachmittag|nachmittags", "afternoon"],
  ["frühnachmittag", "earlyAfternoon"],
  ["spätnachmittag|spätnachmittags", "lateAfternoon"],
  ["abend|abends|feierabend", "evening"],
  ["nacht|nachts", "night"],
  ["tagsüber", "workingHours"],
];

/** The number below a hundred in one word. */
export function germanNumber(number: number): string {
  if (number === 1) return "eins";
  if (number < 10) return ONES[number]!;
  if (number < 20) return TEENS[number - 10]!;
  const ones = number % 10;
  const tens = TENS[Math.floor(number / 10)]!;
  return ones === 0 ? tens : `${ONES[ones]}und${tens}`;
}

/** "dritt", "zwanzigst": without its ending. */
export function germanOrdinal(number: number): string {
  return IRREGULAR_ORDINALS[number] ?? `${germanNumber(number)}${number < 20 ? "t" : "st"}`;
}

function addNumbers(lexicon: Lexicon): void {
  const endings = ["e", "en", "er", "es", "em"];
  for (let number = 0; number < 100; number += 1) {
    const word = germanNumber(number);
    lexicon.add("num", word, number).add("numWord", word, number);
    if (number === 0) continue;
    const ordinals = endings.map((ending) => germanOrdinal(number) + ending);
    if (number === 7) ordinals.push(...endings.map((ending) => `siebent${ending}`));
    for (const ordinal of ordinals) lexicon.add("ord", ordinal, number);
    if (number >= 20 && number % 10 === 0) {
      lexicon.add("tens", word, number);
      for (const ending of endings) lexicon.add("ordOnes", `${germanOrdinal(number)}${ending}`, number);
    }
    if (number < 10) lexicon.add("ones", number === 1 ? "ein|eins" : word, number);
  }
  lexicon.add("num", "zwo", 2).add("ones", "zwo", 2).add("ord", "zwote|zwoten|zwoter", 2);
  lexicon.add("num", "fuffzehn", 15).add("num", "fuffzig", 50).add("num", "hundert|einhundert", 100);
  lexicon.add("num", "zweitausend", 2000).add("num", "neunzehnhundert", 1900).add("num", "tausend", 1000);
  for (let rest = 0; rest < 100; rest += 1) {
    const word = rest === 0 ? "" : germanNumber(rest);
    for (const joint of ["", "und"]) {
      if (rest === 0 && joint !== "") continue;
      for (const [century, value] of [
        ["zweitausend", 2000],
        ["neunzehnhundert", 1900],
        ["zwanzighundert", 2000],
      ] as const) {
        lexicon
          .add("year", `${century}${joint}${word}`, value + rest)
          .add("num", `${century}${joint}${word}`, value + rest);
      }
    }
    if (rest >= 10) lexicon.add("year", `zwanzig${word}`, 2000 + rest);
  }
  lexicon.add("one", "ein|eine|einen|einem|einer|eines|ne|ner|nem|nen|n", 1);
}

function addDays(lexicon: Lexicon): void {
  GERMAN_WEEKDAYS.forEach((name, index) => {
    lexicon.add("weekday", name, index).add("weekday", SHORT_WEEKDAYS[index]!, index);
    lexicon.add("weekdays", `${name}s`, index);
    for (const [words, name2] of PARTS) {
      for (const word of words.split("|")) {
        const time: Time = part(name2);
        lexicon.add("weekdayPart", name + word, [index, time]);
        if (word.endsWith("s")) lexicon.add("weekdayPart", name + word, [index, { ...time, every: true }]);
      }
    }
    lexicon.add("weekdayPart", `${name}morgen`, [index, part("morning")]);
  });
  lexicon.add("weekday", "sonnabend", 5).add("weekdays", "sonnabends", 5);
  lexicon.add("weekday", "donerstag|donnerstach", 3);
  GERMAN_MONTHS.forEach((names, index) => {
    lexicon.add("month", names, index + 1).add("monthName", names, index + 1);
  });
  for (const [name, words] of [
    ["spring", "frühling|frühjahr|frühlings|frühjahrs|lenz"],
    ["summer", "sommer|sommers"],
    ["autumn", "herbst|herbsts|herbstes"],
    ["winter", "winter|winters"],
  ] as const) {
    lexicon.add("season", words, name);
  }
  lexicon
    .add("third", "anfang|anfangs|beginn", "beginning")
    .add("third", "mitte", "middle")
    .add("third", "ende", "end");
}

function addUnits(lexicon: Lexicon): void {
  lexicon
    .add("unit", "sekunde|sekunden|sek", "second")
    .add("unit", "minute|minuten|min|minütchen", "minute")
    .add("unit", "stunde|stunden|std|stündchen|h", "hour")
    .add("unit", "tag|tage|tagen|tages|tags", "day")
    .add("unit", "werktag|werktage|werktagen|arbeitstag|arbeitstage|arbeitstagen", "businessDay")
    .add("unit", "woche|wochen", "week")
    .add("unit", "monat|monate|monaten|monats", "month")
    .add("unit", "quartal|quartale|quartalen|quartals|vierteljahr", "quarter")
    .add("unit", "jahr|jahre|jahren|jahres", "year");
}

export function germanLexicon(): Lexicon {
  const lexicon = new Lexicon();
  for (const [words, offset] of ZONE_ABBREVIATIONS) lexicon.add("offset", words, offset);
  addNumbers(lexicon);
  addDays(lexicon);
  addUnits(lexicon);
  for (const [words, name] of PARTS) {
    for (const word of words.split("|")) {
      // "morgens um neun" is one morning, "nachmittags" every afternoon: with a day beside it both are that day's.
      lexicon.add(word.endsWith("s") ? "parts" : "part", word, part(name, word.endsWith("s")));
    }
  }
  return lexicon;
}
