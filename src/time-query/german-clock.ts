import {
  atEarliest,
  besideWork,
  between,
  both,
  endOf,
  from,
  inHalf,
  MIDNIGHT,
  moved,
  part,
  point,
  type Readings,
  readingsOf,
  shortly,
  until,
} from "./clock.ts";
import {
  comingWeekday,
  everyMonth,
  everyWeek,
  inDays,
  monthDate,
  nextWeekday,
  nth,
  relativeMonth,
  relativeYear,
  third,
  weekday,
} from "./days.ts";
import {
  asLength,
  besideClock,
  dayAfter,
  duration,
  momentAfter,
  momentBetween,
  momentLater,
  sum,
  withinMinutes,
} from "./durations.ts";
import { AFTER_NEXT, COMING, dayBefore, NEXT, relativePeriod, THE, THIS } from "./german-days.ts";
import type { Grammar } from "./grammar.ts";
import { earlier, later, nowPiece } from "./moments.ts";
import type { Duration, Piece } from "./senses.ts";
import { dotClock, pieces, spoken } from "./written-forms.ts";

const ABOUT = "gegen|ungefähr|circa|ca|etwa|zirka|rund|so|um~|~";
const MUST = "(muss|müssen|bin|sind|habe|hab|haben)";
const OCCUPIED =
  "(arbeiten|beschäftigt|verhindert|unterwegs|weg|schule|unterricht|dienst|schicht|uni|auf (der)? arbeit|bei der arbeit|im büro|im dienst|in der schule)";
const BUSY = `(arbeite|arbeiten|${MUST} ${OCCUPIED})`;
const UNTIL = "(immer|meistens|meist|noch|da|normalerweise)? bis (um|gegen|so|circa|ungefähr|etwa)?";
const SO_THEN = "(also|und|dann|erst|also erst|also gern|und dann)? (danach|dann|später|ab dann)?";
const SHORTLY = "kurz|knapp|gleich|direkt|etwas|bisschen";

export function addGermanClock(g: Grammar): void {
  addClockTimes(g);
  addTimes(g);
  addDurations(g);
  addConnectives(g);
}

function addClockTimes(g: Grammar): void {
  g.rule("hour", "ein", () => 1)
    .rule("clock", "{hour} uhr", (h) => readingsOf(h, 0))
    .rule("clock", "{hour} uhr (und)? {minute} (minuten)?", (h, m) => readingsOf(h, m))
    .rule("clock", "{hour} h {minute?}", (h, m = 0) => readingsOf(h, m))
    .rule("clock", "{colon} uhr|h", ([h, m]) => readingsOf(h!, m!))
    .rule("clock", "{dotPair} uhr|h", (pair) => dotClock(pair))
    .rule("clock", "um {dotPair}", (pair) => dotClock(pair))
    .rule("clock", "um {dotDate}", (pair) => dotClock(pair))
    .rule("clock", "{military} uhr", (n) => readingsOf(Math.floor(n / 100), n % 100))
    .rule("clock", "halb {hour}", (h) => half(h, -30))
    .rule("clock", "halber {hour}", (h) => half(h, -30))
    .rule("clock", "viertel vor {plain}", (c) => moved(c, -15))
    .rule("clock", "viertel nach|über {plain}", (c) => moved(c, 15))
    .rule("clock", "viertelnach {plain}", (c) => moved(c, 15))
    .rule("clock", "viertelvor {plain}", (c) => moved(c, -15))
    .rule("clock", "dreiviertel|dreivirtel {hour}", (h) => half(h, -15))
    .rule("clock", "drei viertel {hour}", (h) => half(h, -15))
    .rule("clock", "viertel {hour}", (h) => half(h, -45))
    .rule("clock", "{minute} (minuten)? vor halb {hour}", (m, h) => half(h, -30 - m))
    .rule("clock", "{minute} (minuten)? nach halb {hour}", (m, h) => half(h, -30 + m))
    .rule("clock", "{minute} (minuten|min)? vor {plain}", (m, c) => (m < 60 ? moved(c, -m) : undefined))
    .rule("clock", "{minute} (minuten|min)? nach {plain}", (m, c) => (m < 60 ? moved(c, m) : undefined))
    .rule("clock", "{duration} vor {plain}", (length, c) => besideClock(c, length, -1))
    .rule("clock", "{duration} nach {plain}", (length, c) => besideClock(c, length, 1))
    .rule("clock", "{duration} vor (dem)? mittag", (length) => besideClock([720], length, -1))
    .rule("clock", "{duration} nach (dem)? mittag", (length) => besideClock([720], length, 1))
    .rule("clock", `${SHORTLY} vor {plain}`, (c) => shortly("before", c))
    .rule("clock", `${SHORTLY} nach {plain}`, (c) => shortly("after", c))
    .rule("clock", "(genau|punkt|schlag|exakt|pünktlich) {clock}", (c) => c)
    .rule("clock", "{clock} genau|punkt|pünktlich|scharf", (c) => c)
    .rule("clock", "mitternacht|mitternachts", () => MIDNIGHT)
    .rule("clock", "{clock} uhr", (c) => c)
    .rule("clock", "zwölf|12 uhr nachts", () => [0])
    .rule("plain", "ein", () => readingsOf(1, 0))
    .rule("plain", "{num} {num}", (h, m) => (h <= 24 && m >= 5 && m <= 59 ? readingsOf(h, m) : undefined));
}

/** "Halb drei" is thirty minutes before three. */
function half(hour: number, minutes: number): number[] | undefined {
  if (hour < 1 || hour > 24) return undefined;
  const readings = readingsOf(hour, 0);
  return readings === undefined ? undefined : moved(readings, minutes).sort((a, b) => a - b);
}

function addTimes(g: Grammar): void {
  g.rule("time", "um|zu|pünktlich (genau|punkt|schlag|exakt|pünktlich)? {plain} (genau|punkt)?", (c) =>
    point(c),
  )
    .rule("time", "{numWord} {numWord}", (h, m) => spoken(h, m))
    .rule("time", "punkt|schlag {plain}", (c) => point(c))
    .rule("time", `(so)? (${ABOUT}) (um|gegen)? {plain} (rum|herum)?`, (c) => point(c, true))
    .rule("time", "so um {plain}", (c) => point(c, true))
    .rule("time", "um {plain} rum|herum", (c) => point(c, true))
    .rule("time", "{plain} rum|herum", (c) => point(c, true))
    .rule("time", "um ungefähr|circa|ca|etwa|rund {plain}", (c) => point(c, true))
    .rule("time", "{plain} ungefähr|circa|zirka|ca", (c) => point(c, true))
    .rule("time", "um {plain} ungefähr|circa|zirka|ca", (c) => point(c, true))
    .rule("time", "(um)? {plain} (oder|und) (kurz|etwas|bisschen|ein bisschen) (danach|drauf|später)", (c) =>
      point(shortly("after", c)),
    )
    .rule("time", "in etwa {plain}", (c) => point(c, true))
    .rule("time", "zwischen {plain} (und|bis|-) {plain} (uhr)?", (a, b) => between(a, b))
    .rule("time", "von {plain} (bis|-|auf) {plain} (uhr)?", (a, b) => between(a, b))
    .rule("time", "{plain} (bis|-) {plain} (uhr)?", (a, b) => between(a, b))
    .rule("time", "{plain} (bis|-) {plain} uhr", (a, b) => between(a, b))
    .rule("time", "(erst)? frühestens (so)? (um|gegen|ab|ca|circa|etwa|ungefähr)? {plain}", (c) =>
      atEarliest(c),
    )
    .rule("time", "{clock} frühestens", (c) => atEarliest(c))
    .rule("time", "ab|nach|von (so)? (um|gegen|ca|circa|etwa|ungefähr)? {plain} (an|aufwärts)?", (c) =>
      from(c),
    )
    .rule("time", "nicht vor {plain}", (c) => from(c))
    .rule("time", "nicht früher|eher als {plain}", (c) => from(c))
    .rule("time", "(erst)? ab (um|gegen|ab) {plain}", (c) => from(c))
    .rule("time", "später als {plain}", (c) => from(c))
    .rule("time", "(erst)? nach {plain}", (c) => from(c))
    .rule("time", "vor (um)? {plain}", (c) => until(c))
    .rule("time", "früher|eher als {plain}", (c) => until(c))
    .rule("time", "(bis|spätestens|maximal) (spätestens|maximal|um|gegen)? (um)? {plain}", (c) =>
      until(c, true),
    )
    .rule("time", "nicht später als {plain}", (c) => until(c, true))
    .rule("time", "nicht nach {plain}", (c) => until(c, true))
    .rule("time", "vor|vorm (dem|der)? (mittag|mittagessen|mittagspause)", () => until([720]))
    .rule("time", `${SHORTLY} vor|vorm (dem|der)? (mittag|mittagessen|mittagspause)`, () =>
      point(shortly("before", [720])),
    )
    .rule("time", `${SHORTLY} nach|nachm (dem|der)? (mittag|mittagessen|mittagspause)`, () =>
      point(shortly("after", [780])),
    )
    .rule("time", "nicht vor (dem|der)? (mittag|mittagessen|mittagspause)", () => from([720]))
    .rule("time", "nach|nachm (dem|der)? (mittag|mittagessen|mittagspause)", () => from([780]))
    .rule("time", "nach|nachm (der|dem|meiner)? (arbeit|feierabend|büro|dienst|job)", () =>
      besideWork("after"),
    )
    .rule("time", "vor|vorm (der|dem|meiner)? (arbeit|büro|dienst|job|arbeitsbeginn)", () =>
      besideWork("before"),
    )
    // Who says until when they are busy says from when on they can.
    .rule("time", `(ich|wir)? ${BUSY} ${UNTIL} {plain} ${SO_THEN}`, (c) => from(c))
    .rule("time", `(ich|wir)? ${MUST} ${UNTIL} {plain} ${OCCUPIED} ${SO_THEN}`, (c) => from(c))
    .rule("time", `(arbeite|arbeiten) (ich|wir) ${UNTIL} {plain} ${SO_THEN}`, (c) => from(c))
    .rule("time", `${MUST} (ich|wir) ${UNTIL} {plain} ${OCCUPIED} ${SO_THEN}`, (c) => from(c))
    .rule("time", `${UNTIL} {plain} (arbeite|arbeiten) (ich|wir) ${SO_THEN}`, (c) => from(c))
    .rule("time", `${UNTIL} {plain} ${MUST} (ich|wir) ${OCCUPIED} ${SO_THEN}`, (c) => from(c))
    .rule("time", "nach (der|dem)? schule", () => from([840]))
    .rule("time", "ab (dem|der)? mittag", () => from([720]))
    .rule("time", "bis (zum)? mittag", () => until([720]))
    .rule("time", "ab (dem)? nachmittag", () => from([720]))
    .rule("time", "ab (dem)? abend", () => from([1080]))
    .rule("time", "{part}", (time) => time)
    .rule("time", `(am|in|zur|zum|gegen|über|an|im) (${THE}|laufe)? (${THE})? {part}`, (time) => time)
    .rule("time", "am morgen", () => part("morning"))
    .rule("time", "gegen morgen", () => part("morning"))
    .rule("parts", "jeden morgen", () => part("morning", true))
    .rule("parts", "jeden {part}", (time) => ({ ...time, every: true }))
    .rule("time", "(am|früh) (am)? frühen|früher|zeitigen (morgen|vormittag)", () => part("earlyMorning"))
    .rule("time", "(in)? aller (herrgotts)? frühe|herrgottsfrühe", () => part("earlyMorning"))
    .rule("time", "(bei|vor)? (sonnenaufgang|tagesanbruch|morgengrauen)", () => part("earlyMorning"))
    .rule("time", "(gleich)? als (erstes|erster)", () => part("earlyMorning"))
    .rule("time", "früh am (morgen|vormittag|tag|tage)", () => part("earlyMorning"))
    .rule("time", "früh morgens", () => part("earlyMorning"))
    .rule("time", "morgens früh", () => part("earlyMorning"))
    .rule("time", "(am)? frühen|früher|zeitigen nachmittag", () => part("earlyAfternoon"))
    .rule("time", "(am)? früh am nachmittag", () => part("earlyAfternoon"))
    .rule("time", "(am)? späten|später nachmittag", () => part("lateAfternoon"))
    .rule("time", "spät|später am nachmittag", () => part("lateAfternoon"))
    .rule("time", "(am)? späten|später vormittag|morgen", () => ({
      ...part("forenoon"),
      choices: () => [[600, 720]],
    }))
    .rule("time", "(am)? frühen|früher abend", () => ({ ...part("evening"), choices: () => [[1020, 1260]] }))
    .rule("time", "(am)? späten|später abend", () => ({ ...part("evening"), choices: () => [[1260, 1440]] }))
    .rule("time", "spät|später (am)? abend", () => ({ ...part("evening"), choices: () => [[1260, 1440]] }))
    .rule("time", "spät abends", () => ({ ...part("evening"), choices: () => [[1260, 1440]] }))
    .rule(
      "time",
      "(nach|während|in|zu) (der|den) (geschäftszeiten|arbeitszeit|öffnungszeiten|bürozeiten)",
      () => part("workingHours"),
    )
    // "Neun Uhr morgens": the part of the day decides which nine.
    .rule("time", "{clock} (am|in der|in)? {part}", (c, p) => both(point(c), p))
    .rule("time", "{clock} (am|in der|des)? {parts}", (c, p) => both(point(c), { ...p, every: false }))
    .rule("time", "{clock} am|des morgen", (c) => pointIn(c, "am"))
    .rule("time", "um|gegen {plain} (am|in der)? {part}", (c, p) => both(point(c), p))
    .rule("time", "um|gegen {plain} (am|in der)? {parts}", (c, p) => both(point(c), { ...p, every: false }))
    .rule("time", "{part} (um|gegen|so um)? {plain}", (p, c) => both(point(c), p))
    .rule("time", "{parts} (um|gegen|so um|so gegen)? {plain}", (p, c) =>
      both(point(c), { ...p, every: false }),
    )
    .rule("pieces", "{day} morgen", (day) => [
      { kind: "days", days: day },
      { kind: "time", time: part("morning") },
    ])
    // "Dienstag neun", "morgen siebzehn dreißig": nothing but an hour can stand there.
    .rule("pieces", "{day} {plain}", (day, c) => [
      { kind: "days", days: day },
      { kind: "time", time: point(c) },
    ])
    .rule(
      "pieces",
      "morgen morgen|früh",
      pieces({ kind: "days", days: inDays(1) }, { kind: "time", time: part("morning") }),
    );
}

function pointIn(readings: Readings, halfOfDay: "am" | "pm") {
  const fitting = inHalf(readings, halfOfDay);
  return fitting === undefined ? undefined : point(fitting);
}

function addDurations(g: Grammar): void {
  g.rule("quantity", "{n}", (n) => n)
    .rule("quantity", "{one}", (n) => n)
    .rule("quantity", "{decimal}", (n) => n)
    .rule("quantity", "{slash}", ([a, b]) => (a! < b! && b! <= 4 ? a! / b! : undefined))
    .rule("quantity", "{n} {slash}", (n, [a, b]) => (a! < b! && b! <= 4 ? n + a! / b! : undefined))
    .rule("quantity", "eine|einer|ne|ner gute|guten|knappe|knappen", () => 1)
    .rule("quantity", "anderthalb|eineinhalb|einundeinhalb", () => 1.5)
    .rule("quantity", "{n} einhalb", (n) => n + 0.5)
    .rule("quantity", "zweieinhalb", () => 2.5)
    .rule("quantity", "dreieinhalb", () => 3.5)
    .rule("quantity", "viereinhalb", () => 4.5)
    .rule("quantity", "fünfeinhalb", () => 5.5)
    .rule("quantity", "sechseinhalb", () => 6.5)
    .rule("quantity", "(ein)? (paar|einigen|wenigen|einige|wenige|mehreren)", () => 3)
    .rule("quantity", "(eine|einer|ne|ner|einem|ein)? halbe|halben|halbes", () => 0.5)
    .rule("duration", "{quantity} {unit}", (n, unit) => duration(n, unit))
    .rule("duration", "{quantity} (-)? {unit} (und)? {duration}", (n, unit, more) =>
      rank(unit) > rank(more.unit) ? sum(duration(n, unit), more) : undefined,
    )
    .rule("duration", "(eine|einer|ne|ner|der)? viertelstunde|viertelstündchen", () => duration(15, "minute"))
    .rule("duration", "(eine|einer)? viertel stunde", () => duration(15, "minute"))
    .rule("duration", "(eine|einer|ne|ner)? dreiviertelstunde", () => duration(45, "minute"))
    .rule("duration", "(eine|einer)? dreiviertel stunde", () => duration(45, "minute"))
    .rule("duration", "drei viertel stunden", () => duration(45, "minute"))
    .rule("duration", "(eine|einer|ne|ner)? halbstunde", () => duration(30, "minute"))
    .rule("duration", "(ein|einem|nem)? (halbjahr|halbes jahr|halben jahr)", () => duration(6, "month"))
    .rule("duration", "(ein|einem|nem)? vierteljahr", () => duration(3, "month"))
    .rule("moment", "in|binnen {duration}", (length) => momentAfter(length))
    .rule("moment", "in {quantity} (bis|-|oder) {quantity} {unit}", (a, b, unit) =>
      momentBetween(duration(a, unit), duration(b, unit)),
    )
    .rule("pieces", "in frühestens {duration}", (length) => boundOf("from", length))
    .rule("pieces", "in spätestens|maximal|höchstens {duration}", (length) => boundOf("by", length))
    .rule("moment", "in {n} h {n}", (h, m) => momentAfter(duration(h * 60 + m, "minute")))
    .rule("moment", "heute in {duration}", (length) => momentAfter(length))
    .rule(
      "moment",
      "(in)? (etwa|ungefähr|circa|ca|rund|genau|exakt)? {duration} (von jetzt an|ab jetzt)",
      (length) => momentAfter(length),
    )
    .rule("moment", "in etwa|ungefähr|circa|ca|rund|genau|exakt {duration}", (length) => momentAfter(length))
    .rule("moment", "innerhalb|binnen|innert (von|der)? (nächsten|kommenden)? {duration}", (length) =>
      withinMinutes(length),
    )
    .rule("moment", "innerhalb einer {unit}", (unit) => withinMinutes(duration(1, unit)))
    .rule(
      "moment",
      "(in|während|innerhalb)? (den|der|die|dem)? nächsten|nächste|kommenden {duration}",
      (length) => withinMinutes(length),
    )
    .rule("moment", "(in|während|innerhalb)? (den|der|die|dem)? nächsten|nächste|kommenden stunde", () =>
      withinMinutes(duration(1, "hour")),
    )
    .rule("moment", "{duration} später|danach|nachher", (length) => momentLater(length, 1))
    .rule("moment", "{duration} früher|davor|vorher|eher", (length) => momentLater(length, -1))
    .rule("pieces", "vor {duration}", (length) => (length.minutes > 0 ? [{ kind: "past" }] : undefined));
}

/** "In an hour at the earliest". */
export function boundOf(edge: "from" | "by", length: Duration): readonly Piece[] | undefined {
  const moment = momentAfter(length);
  const days = dayAfter(length);
  const what: Piece | undefined = moment ? { kind: "moment", moment } : days && { kind: "days", days };
  return what && [{ kind: "bound", edge, soonest: edge === "from" }, what];
}

function rank(unit: Duration["unit"]): number {
  return ["second", "minute", "hour", "day", "businessDay", "week", "month", "quarter", "year"].indexOf(unit);
}

function addConnectives(g: Grammar): void {
  // Who asks whether something can be done asks for a clock time.
  g.rule(
    "pieces",
    "(geht|ginge|gehts|passt|passte|klappt|wäre|schaffen sie|machen sie|was mit|was um) (auch|es|denn|vielleicht|noch)? (um|so um)? {plain}",
    (c) => [{ kind: "time", time: point(c) }],
  )
    .rule("pieces", "(haben|hätten) (sie|ihr) (was|etwas|noch was)? um? {plain}", (c) => [
      { kind: "time", time: point(c) },
    ])
    .rule("pieces", "wie (wäre|wärs|ist|siehts) (es)? (aus)? (mit)? {plain}", (c) => [
      { kind: "time", time: point(c) },
    ])
    .rule("pieces", "(geht|gehts|passt|klappt|haben sie) {duration}", pieces({ kind: "filler" }))
    .rule("pieces", "{n} termine|plätze|sitzungen|behandlungen", pieces({ kind: "filler" }));
  g.rule(
    "pieces",
    "eher|lieber|besser|vorzugsweise (so)? (im|in|am|an|den|der|dem|zum|zur)? {days}",
    (days) => [{ kind: "days", days }],
  )
    .rule("pieces", "eher|lieber|besser (so)? (am|in der)? {time}", (time) => [{ kind: "time", time }])
    .rule("pieces", "eher|lieber|besser {parts}", (time) => [{ kind: "time", time }])
    .rule("pieces", "eher|lieber|besser {weekdayPart}", ([index, time]) => [
      { kind: "days", days: weekday(index) },
      { kind: "time", time },
    ])
    .rule("pieces", "eher|lieber|besser ab", pieces({ kind: "bound", edge: "from" }));
  for (const [words, days] of [
    [NEXT, nextWeekday],
    [`${COMING}|${THIS}`, comingWeekday],
    [AFTER_NEXT, (index: number) => comingWeekday(index, 1)],
  ] as const) {
    g.rule("pieces", `(am|den)? ${words} {weekdayPart}`, ([index, time]) => [
      { kind: "days", days: days(index) },
      { kind: "time", time: { ...time, every: false } },
    ]).rule("pieces", `(am|den)? ${words} {weekdayPart} (um|gegen|so um)? {plain}`, ([index, time], c) => [
      { kind: "days", days: days(index) },
      { kind: "time", time: both(point(c), { ...time, every: false }) ?? point(c) },
    ]);
  }
  const except =
    "(außer|ausgenommen|ohne|nicht|nur nicht|aber nicht|bloß nicht|bis auf) (in|an|am|im|zu|von)? (der|die|das|dem|den)?";
  g.rule("pieces", `${except} {nth} woche`, (n) => [
    { kind: "except" },
    { kind: "days", days: nth(n, everyWeek, everyMonth) },
  ])
    .rule("pieces", `${except} letzte|letzten woche`, () => [
      { kind: "except" },
      { kind: "days", days: nth(-1, everyWeek, everyMonth) },
    ])
    .rule("pieces", `${except} {third}`, (name) => [
      { kind: "except" },
      { kind: "days", days: third(name, everyMonth) },
    ]);
  // The end of a period is a third of it; before it ends is up to its last day.
  g.rule("pieces", "(noch)? vor (dem)? ende (des|der|vom|von)? {period}", (days) => [
    { kind: "bound", edge: "by" },
    { kind: "days", days },
  ])
    .rule("pieces", "(noch)? vor (dem)? (jahresende|jahresschluss)", () => [
      { kind: "bound", edge: "by" },
      { kind: "days", days: relativeYear(0) },
    ])
    .rule("pieces", "(noch)? vor (dem)? monatsende", () => [
      { kind: "bound", edge: "by" },
      { kind: "days", days: relativeMonth(0) },
    ]);
  g.rule("pieces", "und zwar", pieces({ kind: "filler" }));
  g.rule("pieces", "{hour} oder {clock}", (h, c) => {
    const first = readingsOf(h, 0);
    return first && [{ kind: "time", time: point(first) }, { kind: "or" }, { kind: "time", time: point(c) }];
  });
  g.rule("pieces", "später|spät {days}", (days) => [{ kind: "days", days }]);
  g.rule("moment", "(in)? (den|die)? nächsten|kommenden stunden", () => withinMinutes(duration(3, "hour")));
  g.rule("pieces", "(für)? {n} personen|leute|kinder|gäste|erwachsene|mann", pieces({ kind: "filler" }));
  g.rule(
    "pieces",
    "(für)? {duration} massage|termin|behandlung|lang|dauer|sitzung|gespräch",
    pieces({ kind: "filler" }),
  );
  g.rule("pieces", "(für|dauert|dauer) (etwa|ungefähr)? {duration}", pieces({ kind: "filler" }));
  g.rule("pieces", "{duration}", asLength);
  g.rule("time", "bis (zum)? {part}", (time) => ({
    ...time,
    kind: "until",
    choices: ({ parts }) => [[0, endOf(time, parts)]],
  }));
  g.rule("time", "vor (dem)? {part}", (time) => ({
    ...time,
    kind: "until",
    choices: ({ parts }) => [[0, parts[time.part ?? "noon"][0]]],
  }));
  g.rule("time", "nach (dem)? {part}", (time) => ({
    ...time,
    kind: "from",
    choices: ({ parts }) => [[Math.min(parts[time.part ?? "noon"][1], 1439), 1440]],
  }));
  g.rule("time", "ab (dem)? {part}", (time) => ({
    ...time,
    kind: "from",
    choices: ({ parts }) => [[parts[time.part ?? "noon"][0], 1440]],
  }));
  g.rule("day", "am {nth} {nth} {year?}", (d, m, y) => (m <= 12 ? monthDate(m, d, y) : undefined));
  g.rule("day", "am {n} {n} {year?}", (d, m, y) => (d <= 31 && m <= 12 ? monthDate(m, d, y) : undefined));
  g.rule("pieces", "{n} uhr {n?}", (h, m = 0) =>
    h > 24 || m > 59 || (h === 24 && m > 0) ? [{ kind: "never" }] : undefined,
  );
  g.rule("pieces", "oder|und (um|so um|gegen)? {plain}", (c) => [
    { kind: "or" },
    { kind: "time", time: point(c) },
  ]);
  const say = (patterns: readonly string[], ...list: Parameters<typeof pieces>) => {
    for (const pattern of patterns)
      g.rule("pieces", pattern, pieces(...list) as () => ReturnType<ReturnType<typeof pieces>>);
  };
  say(["jetzt", "jetzt sofort", "jetzt gleich", "gerade jetzt"], nowPiece);
  say(
    [
      "sofort",
      "(ab|von) (sofort|jetzt) (an)?",
      "umgehend",
      "gleich (jetzt)?",
      "so (bald|schnell|früh|zeitig|zeitnah) (wie|als) (es)? (nur)? (irgend|irgendwie)? (möglich|geht)",
      "sobald (wie|als) (es)? (möglich|geht)",
      "baldmöglichst",
      "baldmöglich",
      "schnellstmöglich",
      "schnellstens",
      "frühestmöglich",
      "frühstmöglich",
      "ehestmöglich",
      "möglichst (bald|schnell|früh|zeitnah|sofort)",
      "am (schnellsten|frühesten|ehesten)",
      "(der|den|dem)? (nächste|nächsten|nächstmögliche|nächstmöglichen|früheste|frühesten|frühestmögliche|frühestmöglichen|erste|ersten|schnellsten) (freie|freien|mögliche|möglichen|verfügbare|verfügbaren)? (termin|möglichkeit|zeitpunkt|slot)",
      "nächstmöglich",
      "nächstmöglichen",
      "zeitnah",
      "asap",
      "dringend",
      "bald",
      "demnächst",
      "so früh es geht",
      "so schnell es geht",
      "zum nächstmöglichen zeitpunkt",
      "in kürze",
    ],
    { kind: "soonest" },
  );
  say(
    [
      "egal",
      "(ist|ganz|völlig)? (mir)? egal wann",
      "wann (ist|auch) (mir)? (egal|immer)",
      "(zu)? (jeder|jederzeit|irgendwann) (zeit)?",
      "irgendein|irgendeinen termin",
      "wann (es|sie) (ihnen)? (passt|wollen|können|möchten)",
      "zeitlich flexibel",
      "flexibel",
      "immer",
      "an irgendeinem tag",
      "irgendwann mal",
      "gleichgültig wann",
      "wann immer (es|sie) (geht|passt|wollen)",
    ],
    { kind: "anytime" },
  );
  say(
    [
      "oder",
      "beziehungsweise",
      "bzw",
      "und",
      "sowie",
      "oder (auch|vielleicht|dann|eventuell|lieber|aber)",
      "alternativ",
      "ansonsten",
      "sonst",
      "&",
      "+",
    ],
    { kind: "or" },
  );
  say(["bis", "-", "bis (zum|zur|einschließlich|inklusive|hin zum|auf)"], { kind: "through" });
  say(["zwischen (dem|der|den)?"], { kind: "between" });
  say(
    [
      "ab (dem|der)?",

      "nicht vor (dem|der)?",
      "nicht (früher|eher) als (am)?",
      "erst ab",
      "von (dem|der)?",
      "vom",
      "beginnend (ab|am|mit)?",
    ],
    { kind: "bound", edge: "from" },
  );
  say(["frühestens (ab|am|im|in)? (der|dem)?"], { kind: "bound", edge: "from", soonest: true });
  say(["nach (dem|der|den)?", "später als (am|der|dem)?", "erst nach (dem|der)?"], {
    kind: "bound",
    edge: "after",
  });
  say(["vor (dem|der|den)?", "früher als (am|der|dem)?", "eher als"], { kind: "bound", edge: "before" });
  say(
    [
      "spätestens (am|bis|im|in|zum)? (der|dem|zum)?",
      "bis (spätestens|allerspätestens|maximal) (am|zum|zur|im)?",
      "nicht (später|nach) (als)? (am|dem|der)?",
    ],
    { kind: "bound", edge: "by" },
  );
  const no = "nein|nee|nö|quatsch|falsch|stopp|stop|korrektur";
  say(
    [
      `(äh|ähm|ach|oh|halt|moment|warte|oder|aber|also|doch)? ${no} (doch)? (lieber|besser|eher)?`,
      "ich meine|meinte (natürlich)?",
      "mein|meine ich",
      "vielmehr",
      "(oder|oder auch)? besser gesagt",
      "(oder)? doch lieber|besser|eher",
      "(ach|oh|äh)? sorry|entschuldigung|verzeihung|pardon",
    ],
    { kind: "instead" },
  );
  g.rule(
    "pieces",
    `(äh|ähm|ach|oh|doch|oder)? (${no}|sorry|ich meine|ich meinte|besser gesagt|vielmehr|doch lieber) (lieber|doch|besser|um)? {plain}`,
    (c) => [{ kind: "instead" }, { kind: "time", time: point(c) }],
  );
  const badly = "(nicht|schlecht|ungünstig|unmöglich|nie)";
  const softly = "(mir|uns|bei mir|leider|aber|es|da|ganz|bloß)? (leider|gar|überhaupt|eher|so|wirklich)?";
  say(
    [
      `(geht|gehts|ginge|passt|passte|klappt|ist|wäre|kommt|funktioniert) ${softly} ${badly} (so gut|gut|mehr|so|infrage|in frage|möglich)?`,
      "(da)? habe|hab|haben ich|wir (da)? (leider|schon)? keine zeit",
      "(da)? kann|können ich|wir (da)? (leider)? nicht",
      "(da)? bin ich (da)? (leider)? (nicht da|weg|verhindert|im urlaub|verreist|arbeiten)",
      "nicht mehr",
    ],
    { kind: "refused" },
  );
  say(["sondern (lieber|erst|schon)? (am|im|in|um|an)? (den|der|dem)?"], { kind: "but" });
  // "Nicht diesen Dienstag, sondern den nächsten"
  g.rule(
    "pieces",
    `nicht (am|im|in)? (${THIS}|den|der)? {weekday} sondern (am|den|der|erst)? (den|der)? ${NEXT}`,
    (w) => [{ kind: "days", days: nextWeekday(w) }],
  );
  g.rule(
    "pieces",
    `nicht (in)? (${THIS}) {unit} sondern (erst)? (in)? (die|der|das|dem|den|im)? ${NEXT}`,
    (unit) => {
      const days = relativePeriod(unit, 1);
      return days && [{ kind: "days", days }];
    },
  );
  say(
    [
      "außer (am|an|im|in)? (den|der|dem)?",
      "bis auf (den|die)?",
      "ausgenommen",
      "ohne",
      "(nur|bloß|aber)? (nicht|kein|keinen|keine|keinesfalls|nie|niemals) (am|an|im|in)? (den|der|dem)?",
      "auf keinen fall (am|im|an)?",
      "mit ausnahme (von|vom|der)",
    ],
    { kind: "except" },
  );
  g.rule("pieces", "(in)? (der)? nacht auf|zu|zum (den)? {weekday}", (w) => [
    { kind: "days", days: dayBefore(w) },
    { kind: "time", time: part("night") },
  ]);
  // "Diese Woche geht alles, nur morgen nicht"
  g.rule(
    "pieces",
    "(aber)? nur|bloß|allerdings (am|an|im|in)? (den|der|dem)? {days} (geht|gehts|passt)? (es)? nicht",
    (days) => [{ kind: "except" }, { kind: "days", days }],
  );
  say(
    [
      // What holds besides: until then, between the two.
      `vorher|davor|dazwischen (da)? (bin|sind|kann|können|geht|gehts|passt|klappt|habe|hab|haben|muss|müssen|arbeite|arbeiten) (ich|wir|es|das)? (leider|bei mir|bei uns|mir|uns)? (nicht|keine zeit|weg|verreist|im urlaub|in urlaub|arbeiten|unterwegs|besetzt)?`,
      "vorher|davor|dazwischen (leider|eher|lieber|geht es|gehts)? nicht",
      "sonst (kann|können|geht|gehts|habe|haben|passt) (ich|wir|es)? (nämlich|leider|eigentlich)? (gar|überhaupt)? (nie|nicht|keine zeit)",
      "(da|dann)? arbeite|arbeiten ich|wir (da)? (nicht|nie)",
      "(da|dann)? muss|müssen ich|wir (da)? nicht (arbeiten|weg|los)",
      "(da|dann)? habe|hab|haben ich|wir (da)? (frei|nichts vor|urlaub)",
      "(es)? eilt|drängt (ja|auch|mir|uns)? nicht (so)? (sehr)?",
      "(es)? (ist|hat) (ja|auch|mir|uns)? (gar|überhaupt)? (nicht (so)? (eilig|dringend)|keine eile)",
      "keine eile",
      "nicht (so)? dringend|eilig",
      "(ein|einen|den)? tisch für {n} (personen|leute|gäste)?",
      "für {n} personen|leute|gäste",
    ],
    { kind: "filler" },
  );
  say(
    [
      "jeden zweiten",
      "alle {n} {unit}",
      "jede zweite",
      "alle zwei",
      "alle paar",
      "jeder zweite",
      "jeden {nth}",
      "weder",
    ],
    { kind: "refuse" },
  );
  say(
    [
      "gestern {part}",
      "vorhin",
      "seit (dem|der)?",
      "neulich",
      "kürzlich",
      "letztens",
      "damals",
      "früher mal",
    ],
    {
      kind: "past",
    },
  );
  say(
    [
      "guten (morgen|tag|abend)",
      "geht es nicht",
      "gehts nicht",
      "haben sie nicht",
      "gibt es nicht",
      "hätten sie nicht",
      "wenn nicht",
      "so",
      "halt",
      "ganz",
      "schönen (tag|abend)",
      "nächster termin",
      "um",
      "am",
      "zum",
      "an",
      "im",
      "in",
      "der",
      "die",
      "das",
      "den",
      "dem",
      "noch",
      "schon",
      "mal",
      "mit",
      "für",
      "ein",
      "eine",
      "einen",
      "einem",
      "einer",
      "(ein|eine|einen) termin",
      "jeweils",
      "immer",
      "im laufe (des|der)?",
      "den ganzen tag",
      "ganztägig",
      "ganztags",
      "irgendwann",
      "uhr",
      "nur",
      "früh",
      "gegen",
      "gleich",
      "jeweils",
      "je",
      "zu",
      "erst",
      "einmal",
      "eines",
      "zu einem",
      "zweimal",
    ],
    { kind: "filler" },
  );
  g.rule("pieces", "(von|vom|ab) (der|dem)? {days} an", (days) => [
    { kind: "bound", edge: "from" },
    { kind: "days", days },
  ]);
  g.rule("pieces", "später|nachher (heute)?", pieces({ kind: "moment", moment: later }));
  g.rule("pieces", "heute (noch)? später|nachher", pieces({ kind: "days", days: inDays(0) }));
  g.rule(
    "pieces",
    "(etwas|ein bisschen|bisschen)? später (als)? (mein|meinem|dem|der|meiner)? termin",
    pieces({ kind: "moment", moment: later }),
  );
  g.rule("pieces", "nach (mein|meinem|dem|der)? termin", pieces({ kind: "moment", moment: later }));
  g.rule(
    "pieces",
    "(etwas|ein bisschen|bisschen)? früher|eher|vorher (als)? (mein|meinem|dem|der)? (termin)?",
    pieces({ kind: "moment", moment: earlier }),
  );
  g.rule("pieces", "vor (mein|meinem|dem|der)? termin", pieces({ kind: "moment", moment: earlier }));
}
