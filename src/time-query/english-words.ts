import { part } from "./clock.ts";
import type { DayPart } from "./conventions.ts";
import { Lexicon } from "./lexicon.ts";
import { ZONE_ABBREVIATIONS } from "./zone-abbreviations.ts";

export const ENGLISH_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const TEENS = [
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty|fourty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS = [
  "",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth|eigth",
  "ninth|nineth",
  "tenth",
  "eleventh",
  "twelfth|twelveth",
  "thirteenth",
  "fourteenth",
  "fifteenth",
  "sixteenth",
  "seventeenth",
  "eighteenth",
  "nineteenth",
];
const TENTHS = [
  "",
  "",
  "twentieth",
  "thirtieth",
  "fortieth",
  "fiftieth",
  "sixtieth",
  "seventieth",
  "eightieth",
  "ninetieth",
];

const WEEKDAYS = [
  "monday|mon|mondy|munday",
  "tuesday|tue|tues|teusday|tuesdy",
  "wednesday|wed|weds|wensday|wednsday|wedensday|wednesdy",
  "thursday|thu|thur|thurs|thrusday|thursdy",
  "friday|fri|firday",
  "saturday|sat|saterday|satday",
  "sunday|sun",
];
const MONTHS = [
  "january|jan|januray",
  "february|feb|febuary|febr",
  "march|mar",
  "april|apr",
  "may",
  "june|jun",
  "july|jul",
  "august|aug",
  "september|sept|sep",
  "october|oct",
  "november|nov",
  "december|dec",
];

const PARTS: readonly (readonly [words: string, part: DayPart])[] = [
  ["morning|mornin|forenoon|morn", "morning"],
  ["lunchtime|lunch|lunchbreak|midday", "noon"],
  ["afternoon|arvo|afternoone", "afternoon"],
  ["evening|eve|evenin", "evening"],
  ["night|nighttime", "night"],
];

/** The number below a hundred, two words from twenty-one on. */
export function englishNumber(number: number): string {
  if (number < 10) return ENGLISH_ONES[number]!;
  if (number < 20) return TEENS[number - 10]!;
  const tens = TENS[Math.floor(number / 10)]!.split("|")[0]!;
  return number % 10 === 0 ? tens : `${tens} ${ENGLISH_ONES[number % 10]}`;
}

export function englishOrdinal(number: number): string {
  if (number < 20) return ORDINALS[number]!.split("|")[0]!;
  const tens = Math.floor(number / 10);
  return number % 10 === 0
    ? TENTHS[tens]!
    : `${englishNumber(tens * 10)} ${ORDINALS[number % 10]!.split("|")[0]}`;
}

function addNumbers(lexicon: Lexicon): void {
  ENGLISH_ONES.forEach((word, number) => {
    lexicon.add("num", word, number).add("numWord", word, number);
    if (number > 0) lexicon.add("ones", word, number);
  });
  TEENS.forEach((word, index) => {
    lexicon.add("num", word, index + 10).add("numWord", word, index + 10);
  });
  ORDINALS.forEach((words, number) => {
    if (number === 0) return;
    lexicon.add("ord", words, number);
    if (number < 10) lexicon.add("ordOnes", words, number);
  });
  TENS.forEach((words, tens) => {
    if (words !== "")
      lexicon
        .add("num", words, tens * 10)
        .add("numWord", words, tens * 10)
        .add("tens", words, tens * 10);
  });
  TENTHS.forEach((word, tens) => {
    if (word !== "") lexicon.add("ord", word, tens * 10);
  });
  for (let tens = 2; tens < 10; tens += 1) {
    for (let ones = 1; ones < 10; ones += 1) {
      for (const word of TENS[tens]!.split("|")) {
        lexicon.add("num", word + ENGLISH_ONES[ones], tens * 10 + ones);
        for (const ordinal of ORDINALS[ones]!.split("|"))
          lexicon.add("ord", word + ordinal, tens * 10 + ones);
      }
    }
  }
  lexicon.add("one", "a|an|one", 1);
}

function addDays(lexicon: Lexicon): void {
  WEEKDAYS.forEach((words, index) => {
    lexicon.add("weekday", words, index);
    const name = words.split("|")[0]!;
    lexicon.add("weekdays", `${name}s`, index);
  });
  MONTHS.forEach((words, index) => {
    lexicon.add("month", words, index + 1).add("monthName", words, index + 1);
  });
  lexicon
    .add("season", "spring|springtime", "spring")
    .add("season", "summer|summertime", "summer")
    .add("season", "autumn|fall|autum", "autumn")
    .add("season", "winter|wintertime", "winter")
    .add("third", "beginning|start|early", "beginning")
    .add("third", "middle|mid", "middle")
    .add("third", "end|late", "end");
}

export function englishLexicon(): Lexicon {
  const lexicon = new Lexicon();
  for (const [words, offset] of ZONE_ABBREVIATIONS) lexicon.add("offset", words, offset);
  addNumbers(lexicon);
  addDays(lexicon);
  lexicon
    .add("unit", "second|seconds|sec|secs|s", "second")
    .add("unit", "minute|minutes|min|mins|m", "minute")
    .add("unit", "hour|hours|hr|hrs|h", "hour")
    .add("unit", "day|days|d", "day")
    .add("unit", "week|weeks|wk|wks|w", "week")
    .add("unit", "month|months|mo|mos", "month")
    .add("unit", "quarter|quarters|qtr|qtrs", "quarter")
    .add("unit", "year|years|yr|yrs|y", "year")
    .add("unit", "workday|workdays|weekday|weekdays", "businessDay")
    .add("meridiem", "am|pm", "am")
    .add("meridiem", "pm", "pm");
  for (const [words, name] of PARTS) {
    for (const word of words.split("|")) {
      lexicon.add("part", word, part(name));
      lexicon.add("parts", `${word}s`, { ...part(name, true), plural: true });
    }
  }
  return lexicon;
}
