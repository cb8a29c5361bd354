import { type Day, dayOfDate, weekdayIndexOf } from "../scheduling/calendar-date.ts";
import { CONVENTIONS } from "./conventions.ts";
import { type Calendar, type Days, oneDay, RANK, type Span, yearly } from "./days.ts";

export type DayIn = (year: number, calendar: Calendar) => Day | Span;

export function holiday(dayIn: DayIn): Days {
  let rank: number = RANK.day;
  if (typeof dayIn(2024, NOWHERE) !== "number") rank = RANK.days;
  const spanOf = (year: number, calendar: Calendar) => {
    const day = dayIn(year, calendar);
    return typeof day === "number" ? oneDay(day) : day;
  };
  return { ...yearly(rank, spanOf), ...(rank === RANK.day ? { exact: true } : {}) };
}

const NOWHERE = { country: undefined, state: undefined, conventions: CONVENTIONS.en } as Calendar;

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const shifted = h + l - 7 * m + 114;
  return dayOfDate(year, Math.floor(shifted / 31), (shifted % 31) + 1);
}

const fixed =
  (month: number, date: number): DayIn =>
  (year) =>
    dayOfDate(year, month, date);

const easter =
  (offset: number): DayIn =>
  (year) =>
    easterSunday(year) + offset;

/** The nth of a weekday in a month; -1 is the last one. */
const nthIn =
  (count: number, weekday: number, month: number): DayIn =>
  (year) => {
    if (count < 0) {
      const last = dayOfDate(year, month + 1, 0);
      return last - ((weekdayIndexOf(last) - weekday + 7) % 7);
    }
    const first = dayOfDate(year, month, 1);
    return first + ((weekday - weekdayIndexOf(first) + 7) % 7) + (count - 1) * 7;
  };

/** Sundays before Christmas: the fourth Advent is the last one before the 25th. */
const advent =
  (count: number): DayIn =>
  (year) => {
    const eve = dayOfDate(year, 12, 24);
    return eve - ((weekdayIndexOf(eve) + 1) % 7) - (4 - count) * 7;
  };

const betweenTheYears: DayIn = (
  year,
  {
    conventions: {
      betweenTheYears: [first, last],
    },
  },
) => ({ from: dayOfDate(year, 12, first), to: dayOfDate(year, 12, last + 1) });

const by =
  (other: DayIn, countries: Readonly<Record<string, DayIn>>): DayIn =>
  (year, calendar) =>
    (countries[calendar.country ?? ""] ?? other)(year, calendar);

const [MON, , , THU, FRI, , SUN] = [0, 1, 2, 3, 4, 5, 6] as const;

/** "Over Easter", of which Easter Sunday is one day. */
export const EASTER_DAYS: DayIn = (year) => ({ from: easterSunday(year) - 2, to: easterSunday(year) + 2 });
export const CHRISTMAS_DAYS: DayIn = (year) => ({
  from: dayOfDate(year, 12, 24),
  to: dayOfDate(year, 12, 27),
});
export const PENTECOST_DAYS: DayIn = (year) => ({
  from: easterSunday(year) + 48,
  to: easterSunday(year) + 51,
});

/** Names as they are spoken, folded when they are read; the first of those that stand in a row is the usual one. */
export const GERMAN_HOLIDAYS: readonly (readonly [names: string, day: DayIn])[] = [
  ["neujahr|neujahrstag", fixed(1, 1)],
  ["heilige drei könige|heiligen drei könige|dreikönig|dreikönigstag|dreikönige|epiphanias", fixed(1, 6)],
  ["valentinstag", fixed(2, 14)],
  ["weiberfastnacht|altweiber|altweiberfastnacht|schmutziger donnerstag", easter(-52)],
  ["rosenmontag", easter(-48)],
  [
    "faschingsdienstag|fastnachtsdienstag|veilchendienstag|fastnacht|fasching|karneval|faschingstag",
    easter(-47),
  ],
  ["aschermittwoch", easter(-46)],
  ["frauentag|weltfrauentag|internationaler frauentag", fixed(3, 8)],
  ["palmsonntag", easter(-7)],
  ["gründonnerstag", easter(-3)],
  ["karfreitag", easter(-2)],
  ["karsamstag|ostersamstag", easter(-1)],
  ["ostern|ostersonntag|osterfest|osterfeiertag", easter(0)],
  ["ostermontag", easter(1)],
  ["osterwochenende", (year) => ({ from: easterSunday(year) - 2, to: easterSunday(year) + 2 })],
  ["osterfeiertage|ostertage", (year) => ({ from: easterSunday(year) - 2, to: easterSunday(year) + 2 })],
  ["weißer sonntag", easter(7)],
  ["erster mai|tag der arbeit|maifeiertag", fixed(5, 1)],
  ["muttertag", nthIn(2, SUN, 5)],
  ["christi himmelfahrt|himmelfahrt|vatertag|auffahrt|herrentag|männertag|himmelfahrtstag", easter(39)],
  ["pfingsten|pfingstsonntag|pfingstfest", easter(49)],
  ["pfingstmontag", easter(50)],
  ["pfingstsamstag", easter(48)],
  [
    "pfingstwochenende|pfingstfeiertage",
    (year) => ({ from: easterSunday(year) + 48, to: easterSunday(year) + 51 }),
  ],
  ["fronleichnam", easter(60)],
  ["siebenschläfer", fixed(6, 27)],
  ["bundesfeiertag|schweizer nationalfeiertag|bundesfeier", fixed(8, 1)],
  ["friedensfest|augsburger friedensfest", fixed(8, 8)],
  ["mariä himmelfahrt|maria himmelfahrt", fixed(8, 15)],
  ["weltkindertag", fixed(9, 20)],
  ["tag der deutschen einheit|tag der einheit|einheitstag", fixed(10, 3)],
  ["nationalfeiertag", by(fixed(10, 26), { DE: fixed(10, 3), CH: fixed(8, 1), LI: fixed(8, 15) })],
  ["erntedank|erntedankfest", nthIn(1, SUN, 10)],
  ["reformationstag", fixed(10, 31)],
  ["halloween", fixed(10, 31)],
  ["allerheiligen", fixed(11, 1)],
  ["allerseelen", fixed(11, 2)],
  ["martinstag|sankt martin|sankt martinstag|st martin", fixed(11, 11)],
  ["volkstrauertag", (year, calendar) => (advent(1)(year, calendar) as number) - 14],
  ["buß und bettag|bußtag|buß- und bettag", (year, calendar) => (advent(1)(year, calendar) as number) - 11],
  ["totensonntag|ewigkeitssonntag", (year, calendar) => (advent(1)(year, calendar) as number) - 7],
  ["erster advent|ersten advent|1 advent|adventssonntag", advent(1)],
  ["zweiter advent|zweiten advent|2 advent", advent(2)],
  ["dritter advent|dritten advent|3 advent", advent(3)],
  ["vierter advent|vierten advent|4 advent", advent(4)],
  ["barbaratag", fixed(12, 4)],
  ["nikolaus|nikolaustag|sankt nikolaus", fixed(12, 6)],
  ["mariä empfängnis|maria empfängnis", fixed(12, 8)],
  ["heiligabend|heiliger abend|heiligen abend|heilig abend|weihnachtsabend|christabend", fixed(12, 24)],
  ["weihnachten|weihnacht|weihnachtstag|weihnachtsfest|christfest|christtag", fixed(12, 25)],
  [
    "erster weihnachtstag|ersten weihnachtstag|erster weihnachtsfeiertag|ersten weihnachtsfeiertag|1 weihnachtstag|1 weihnachtsfeiertag",
    fixed(12, 25),
  ],
  [
    "zweiter weihnachtstag|zweiten weihnachtstag|zweiter weihnachtsfeiertag|zweiten weihnachtsfeiertag|2 weihnachtstag|2 weihnachtsfeiertag|stephanstag|stefanitag|stephanitag",
    fixed(12, 26),
  ],
  [
    "weihnachtsfeiertage|weihnachtstage|weihnachtsfeiertagen|weihnachtstagen",
    (year) => ({ from: dayOfDate(year, 12, 25), to: dayOfDate(year, 12, 27) }),
  ],
  [
    "zwischen den jahren|zwischen den feiertagen|zwischen weihnachten und neujahr|zwischen weihnachten und dem neuen jahr",
    betweenTheYears,
  ],
  [
    "zwischen weihnachten und silvester",
    (year) => ({ from: dayOfDate(year, 12, 27), to: dayOfDate(year, 12, 31) }),
  ],
  ["silvester|sylvester|silvesterabend|silvestertag|altjahrstag", fixed(12, 31)],
];

export const ENGLISH_HOLIDAYS: readonly (readonly [names: string, day: DayIn])[] = [
  ["new year|new years|new years day|new year day", fixed(1, 1)],
  ["epiphany|three kings day|twelfth night", fixed(1, 6)],
  ["martin luther king day|mlk day|martin luther king jr day|martin luther kings day", nthIn(3, MON, 1)],
  ["burns night", fixed(1, 25)],
  ["australia day", fixed(1, 26)],
  ["groundhog day|ground hog day|groundhogs day", fixed(2, 2)],
  ["valentine|valentines|valentine day|valentines day|saint valentines day|st valentines day", fixed(2, 14)],
  ["presidents day|president day|washingtons birthday", nthIn(3, MON, 2)],
  ["shrove tuesday|pancake day|mardi gras|fat tuesday", easter(-47)],
  ["ash wednesday", easter(-46)],
  [
    "saint patricks day|st patricks day|saint patrick day|st patrick day|paddys day|st paddys day",
    fixed(3, 17),
  ],
  ["womens day|international womens day", fixed(3, 8)],
  ["palm sunday", easter(-7)],
  ["maundy thursday", easter(-3)],
  ["good friday", easter(-2)],
  ["holy saturday|easter saturday", easter(-1)],
  ["easter|easter sunday|easter day", easter(0)],
  ["easter monday", easter(1)],
  ["easter weekend", (year) => ({ from: easterSunday(year) - 2, to: easterSunday(year) + 2 })],
  ["april fools|april fools day|april fool day|all fools day", fixed(4, 1)],
  ["earth day", fixed(4, 22)],
  ["anzac day", fixed(4, 25)],
  ["kings day", fixed(4, 27)],
  ["may day|international workers day", fixed(5, 1)],
  ["early may bank holiday|may bank holiday", nthIn(1, MON, 5)],
  ["spring bank holiday", nthIn(-1, MON, 5)],
  ["cinco de mayo", fixed(5, 5)],
  ["mothers day|mother day", by(nthIn(2, SUN, 5), { GB: easter(-21), IE: easter(-21) })],
  ["mothering sunday", easter(-21)],
  ["victoria day", (year) => dayOfDate(year, 5, 24) - weekdayIndexOf(dayOfDate(year, 5, 24))],
  ["memorial day|decoration day", nthIn(-1, MON, 5)],
  ["ascension day|ascension", easter(39)],
  ["pentecost|whit sunday|whitsun|whitsunday", easter(49)],
  ["whit monday|pentecost monday", easter(50)],
  ["corpus christi", easter(60)],
  ["fathers day|father day", by(nthIn(3, SUN, 6), { DE: easter(39) })],
  ["juneteenth", fixed(6, 19)],
  ["canada day", fixed(7, 1)],
  ["independence day|fourth of july|july fourth", fixed(7, 4)],
  ["bastille day", fixed(7, 14)],
  ["summer bank holiday|august bank holiday", nthIn(-1, MON, 8)],
  ["assumption day", fixed(8, 15)],
  ["labor day|labour day", by(nthIn(1, MON, 9), { DE: fixed(5, 1), AT: fixed(5, 1), GB: nthIn(1, MON, 5) })],
  ["columbus day|indigenous peoples day", nthIn(2, MON, 10)],
  ["german unity day|day of german unity", fixed(10, 3)],
  ["reformation day", fixed(10, 31)],
  ["halloween|hallow een|all hallows eve", fixed(10, 31)],
  ["all saints|all saints day|all hallows day", fixed(11, 1)],
  ["all souls|all souls day", fixed(11, 2)],
  ["guy fawkes night|guy fawkes day|bonfire night", fixed(11, 5)],
  ["veterans day|veteran day|armistice day", fixed(11, 11)],
  ["remembrance day", fixed(11, 11)],
  ["remembrance sunday", nthIn(2, SUN, 11)],
  ["martinmas", fixed(11, 11)],
  ["thanksgiving|thanksgiving day|turkey day", by(nthIn(4, THU, 11), { CA: nthIn(2, MON, 10) })],
  ["black friday", (year) => (nthIn(4, THU, 11)(year, NOWHERE) as number) + (FRI - THU)],
  ["cyber monday", (year) => (nthIn(4, THU, 11)(year, NOWHERE) as number) + 4],
  ["first advent|first sunday of advent|advent sunday", advent(1)],
  ["second advent|second sunday of advent", advent(2)],
  ["third advent|third sunday of advent", advent(3)],
  ["fourth advent|fourth sunday of advent", advent(4)],
  ["saint nicholas day|st nicholas day", fixed(12, 6)],
  ["christmas eve|xmas eve", fixed(12, 24)],
  ["christmas|xmas|christmas day|xmas day|x mas", fixed(12, 25)],
  ["boxing day|saint stephens day|st stephens day", fixed(12, 26)],
  [
    "between christmas and new year|between christmas and the new year|between christmas and new years|between christmas and new years day|between the holidays|between the years",
    betweenTheYears,
  ],
  [
    "between christmas and new years eve|between christmas and new year eve",
    (year) => ({ from: dayOfDate(year, 12, 27), to: dayOfDate(year, 12, 31) }),
  ],
  ["new years eve|new year eve|hogmanay|new years evening", fixed(12, 31)],
];
