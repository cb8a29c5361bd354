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
  type Time,
  until,
} from "./clock.ts";
import {
  everyMonth,
  everyWeek,
  everyWeekend,
  inDays,
  nextWeekday,
  nth,
  relativeYear,
  third,
  weekday,
} from "./days.ts";
import {
  asLength,
  besideClock,
  duration,
  momentAfter,
  momentBetween,
  momentLater,
  sum,
  withinMinutes,
} from "./durations.ts";
import { englishNumber } from "./english-words.ts";
import { boundOf } from "./german-clock.ts";
import { relativePeriod } from "./german-days.ts";
import type { Grammar } from "./grammar.ts";
import { earlier, later, nowPiece } from "./moments.ts";
import { dotClock, pieces, spoken } from "./written-forms.ts";

const TO = "to|till|til|before|of";
const PAST = "past|after";
const SHORTLY = "(shortly|just|right|soon|a bit|a little|a little bit|a few minutes)";
const BUSY =
  "((i|we) (work|have to work|have school)|(i am|im|we are|ill be|i will be) (working|at work|busy|in school|in meetings|in a meeting))";
const FINISH = "((i|we) (finish|get off|get out of|stop)|(i am|im|we are) (done|off|done with|finished))";
const SO_THEN = "(so|then|and then)? (after that|after|afterwards|then|later)?";
const ABOUT = "about|around|approximately|approx|roughly|circa|ish|~";

export function addEnglishClock(g: Grammar): void {
  addClockTimes(g);
  addTimes(g);
  addPartTimes(g);
  addDurations(g);
  addConnectives(g);
}

function addClockTimes(g: Grammar): void {
  const half = (readings: readonly number[] | undefined, meridiem: "am" | "pm") =>
    readings === undefined ? undefined : inHalf(readings, meridiem);
  g.rule("clock", "{hour} {meridiem}", (h, m) =>
    h >= 1 ? half(readingsOf(h, 0), m) : h === 0 && m === "am" ? [0] : undefined,
  )
    .rule("clock", "{hour} {minute} {meridiem}", (h, min, m) => half(readingsOf(h, min), m))
    .rule("clock", "{hour} oh|o|zero {minute} {meridiem}", (h, min, m) => half(readingsOf(h, min), m))
    .rule("clock", "{colon} {meridiem}", ([h, min], m) => half(readingsOf(h!, min!), m))
    .rule("clock", "{dotPair} {meridiem}", (pair, m) => half(dotClock(pair), m))
    .rule("clock", "{military} {meridiem}", (n, m) => half(readingsOf(Math.floor(n / 100), n % 100), m))
    .rule("clock", "{num} {meridiem}", (n, m) =>
      n > 100 && n < 1260 && n % 100 < 60 ? half(readingsOf(Math.floor(n / 100), n % 100), m) : undefined,
    )
    .rule("clock", "{clock} {meridiem}", (c, m) => inHalf(c, m))
    .rule("clock", "{hour} oclock|oclok {meridiem?}", (h, m) =>
      m === undefined ? readingsOf(h, 0) : half(readingsOf(h, 0), m),
    )
    .rule("clock", "{hour} o clock {meridiem?}", (h, m) =>
      m === undefined ? readingsOf(h, 0) : half(readingsOf(h, 0), m),
    )
    .rule("clock", "{hour} {minute} oclock {meridiem?}", (h, min, m) =>
      m === undefined ? readingsOf(h, min) : half(readingsOf(h, min), m),
    )
    .rule("clock", `(a)? half (${PAST}) {plain}`, (c) => moved(c, 30))
    .rule("clock", "half {hour}", (h) => readingsOf(h, 30))
    .rule("clock", `(a)? quarter (${PAST}) {plain}`, (c) => moved(c, 15))
    .rule("clock", `(a)? quarter (${TO}) {plain}`, (c) => moved(c, -15))
    .rule("clock", `{minute} (minutes|minute|mins|min)? (${PAST}) {plain}`, (m, c) =>
      m > 0 ? moved(c, m) : undefined,
    )
    .rule("clock", `{minute} (minutes|minute|mins|min) (${TO}) {plain}`, (m, c) =>
      m > 0 ? moved(c, -m) : undefined,
    )
    // "Nine to five" are working hours.
    .rule("clock", `{minute} (${TO}) {plain}`, (m, c) => (m > 0 && m % 5 === 0 ? moved(c, -m) : undefined))
    .rule("clock", `{minute} (minutes|minute|mins|min)? (${TO}) (midnight)`, (m) => [1440 - m])
    .rule("clock", "{military} hours|hrs|h|hour (zulu)?", (n) =>
      readingsOf(Math.floor(n / 100), n % 100, true),
    )
    .rule("clock", "{n} hundred hours|hrs (and)?", (h) => readingsOf(h, 0, true))
    .rule("clock", "zero|oh|o {ones} hundred (hours)?", (h) => readingsOf(h, 0, true))
    .rule("clock", "{hour} {minute} hours", (h, m) => readingsOf(h, m, true))
    .rule("clock", "{hour} h {minute?}", (h, m = 0) => readingsOf(h, m))
    .rule("clock", "{colon} (hours|hrs|h|oclock)", ([h, m]) => readingsOf(h!, m!))
    .rule("clock", "(exactly|precisely) {clock}", (c) => c)
    .rule("clock", "{clock} (sharp|exactly|precisely|prompt|on the dot)", (c) => c)
    .rule("clock", "{n} {meridiem} sharp", (h, m) => half(readingsOf(h, 0), m))
    .rule("clock", `${SHORTLY} (before|to|prior to) {plain}`, (c) => shortly("before", c))
    .rule("clock", `${SHORTLY} (after|past|gone) {plain}`, (c) => shortly("after", c))
    .rule("clock", "(12|twelve)? noon|noontime|noonish", () => [720])
    .rule("clock", "{duration} (before|prior to|ahead of) {plain}", (length, c) => besideClock(c, length, -1))
    .rule("clock", "{duration} (after|past) {plain}", (length, c) => besideClock(c, length, 1))
    .rule("clock", "high noon", () => [720])
    .rule("clock", "mid day", () => [720])
    .rule("clock", "midday", () => [720])
    .rule("clock", "(12|twelve)? midnight", () => MIDNIGHT)
    .rule("clock", "mid night", () => MIDNIGHT)
    .rule("plain", "{num} {num}", (h, m) => (h <= 24 && m >= 10 && m <= 59 ? readingsOf(h, m) : undefined))
    .rule("plain", "{num} {n}", (h, m) => (h <= 24 && m >= 10 && m <= 59 ? readingsOf(h, m) : undefined))
    .rule("plain", "{num} oh|o|zero {ones}", (h, m) => readingsOf(h, m))
    .rule("plain", "{military}", (n) => readingsOf(Math.floor(n / 100), n % 100, true))
    .rule("plain", "{num} ish", (h) => readingsOf(h, 0))
    .rule("time", "{hour} ish", (h) => pointOf(readingsOf(h, 0), true))
    .rule("time", "{clock} ish", (c) => point(c, true));
  for (let hour = 1; hour <= 12; hour += 1)
    g.rule("time", `(at)? ${englishNumber(hour)}ish`, () => pointOf(readingsOf(hour, 0), true));
}

function pointOf(readings: Readings | undefined, around = false): Time | undefined {
  return readings === undefined ? undefined : point(readings, around);
}

/** "9 to 11 am": the half said at the end holds for both, unless the first would come after it. */
function sharedHalf(start: readonly number[], end: readonly number[]): Time {
  return between(start, end, end.length === 1);
}

function addTimes(g: Grammar): void {
  const joint = "(to|-|until|till|til|through|thru)";
  g.rule("time", "{plain} (sharp|on the dot)", (c) => point(c))
    .rule("time", "at|@ (exactly|precisely)? {plain} (sharp)?", (c) => point(c))
    .rule("time", `(at|from)? (${ABOUT}) (at)? {plain}`, (c) => point(c, true))
    .rule("time", "{numWord} {n}", (h, m) => spoken(h, m))
    .rule("time", `somewhere around {plain}`, (c) => point(c, true))
    .rule("time", `at {plain} or so`, (c) => point(c, true))
    .rule("time", "(at)? {plain} or thereabouts", (c) => point(c, true))
    .rule("time", `(at)? {plain} or ${SHORTLY} (after|later|thereafter|afterwards)`, (c) =>
      point(shortly("after", c)),
    )
    .rule("time", `{clock} or so`, (c) => point(c, true))
    .rule("time", "(in)? between {plain} (and|to|-) {plain}", (a, b) => sharedHalf(a, b))
    .rule("time", `(from)? {plain} ${joint} {plain}`, (a, b) => sharedHalf(a, b))
    .rule("time", "from {plain} and {plain}", (a, b) => sharedHalf(a, b))
    .rule(
      "time",
      "from|starting|beginning (at|around|about)? {plain} (on|onwards|onward|and later|or later)?",
      (c) => from(c),
    )
    .rule("time", "(any time|anytime|sometime)? after|past {plain}", (c) => from(c))
    .rule("time", "(not|no|nothing) (before|earlier than|sooner than) {plain}", (c) => from(c))
    .rule("time", "(not|no|nothing) earlier|sooner than {plain}", (c) => from(c))
    .rule("time", "later than {plain}", (c) => from(c))
    .rule("time", "{clock} (or|and) (later|after|onwards)", (c) => from(c))
    .rule("time", "{clock} onwards|onward", (c) => from(c))
    .rule("time", "{clock} at the earliest", (c) => atEarliest(c))
    .rule("time", "as of {plain}", (c) => from(c))
    .rule("time", "(any time|anytime|sometime)? before|pre {plain}", (c) => until(c))
    .rule("time", "earlier than {plain}", (c) => until(c))
    .rule("time", "(until|till|til|by|up to) (about|around)? {plain}", (c) => until(c, true))
    .rule("time", "up (until|till|to) {plain}", (c) => until(c, true))
    .rule("time", "(but)? (not|no|nothing) later than {plain}", (c) => until(c, true))
    .rule("time", "(not|no|nothing) after|past {plain}", (c) => until(c, true))
    .rule("time", "{clock} at the latest", (c) => until(c, true))
    .rule("time", "{clock} (or|and) (earlier|before)", (c) => until(c));
}

function addPartTimes(g: Grammar): void {
  const window = (
    name: "morning" | "afternoon" | "evening" | "night" | "noon",
    from: number,
    to: number,
  ): Time => ({ ...part(name), choices: () => [[from, to]] });
  g.rule("time", "{part}", (time) => time)
    .rule("time", "(in|during|at|over|around|by|for) (the|a|an)? {part} (time|hours)?", (time) => time)
    .rule("parts", "(in|during) the {parts}", (time) => time)
    .rule("parts", "every|each {part}", (time) => ({ ...time, every: true }))
    .rule("time", "(in|during)? (the)? early (in the)? morning", () => part("earlyMorning"))
    .rule("time", "(in)? (the)? morning early", () => part("earlyMorning"))
    .rule("time", "first thing (in the morning)?", () => part("earlyMorning"))
    .rule("time", "(the)? last thing", () => part("lateAfternoon"))
    .rule("time", "(at|from)? (the)? crack of dawn", () => part("earlyMorning"))
    .rule("time", "(at)? dawn|daybreak|sunrise", () => part("earlyMorning"))
    .rule("time", "(in|during)? (the)? late|mid (in the)? morning", () => window("morning", 540, 720))
    .rule("time", "(in|during)? (the)? early (in the)? afternoon", () => part("earlyAfternoon"))
    .rule("time", "(in|during)? (the)? mid afternoon", () => window("afternoon", 840, 960))
    .rule("time", "(in|during)? (the)? late (in the)? afternoon", () => part("lateAfternoon"))
    .rule("time", "(in|during)? (the)? early (in the)? evening", () => window("evening", 1020, 1200))
    .rule("time", "(in|during)? (the)? late (in the)? evening", () => window("evening", 1200, 1440))
    .rule("time", "(in|during)? (the)? late (at|in the)? night", () => window("night", 1260, 1440))
    .rule("time", "(during|in)? (the)? (business|working|office|opening) hours", () => part("workingHours"))
    .rule("time", "(during|in) the day|daytime", () => part("workingHours"))
    .rule(
      "time",
      "(any time|anytime|sometime|some time)? after (the|my)? (lunch|lunchtime|lunchbreak|lunch break)",
      () => from([780]),
    )
    .rule("time", `${SHORTLY} after (the|my)? (lunch|lunchtime)`, () => point(shortly("after", [780])))
    .rule("time", `${SHORTLY} before (the|my)? (lunch|lunchtime)`, () => point(shortly("before", [720])))
    .rule("time", "(not|nothing) before (lunch|lunchtime)", () => from([720]))
    .rule("time", "before (the|my)? (lunch|lunchtime|lunchbreak|lunch break)", () => until([720]))
    .rule("time", "after (my)? (work|school|hours)", () => besideWork("after"))
    .rule("time", "before (my)? (work|school)", () => besideWork("before"))
    // Who says until when they are busy says from when on they can.
    .rule("time", `${BUSY} (until|till|til|to|up to|up until) {plain} ${SO_THEN}`, (c) => from(c))
    .rule("time", `${FINISH} (work|school)? at {plain} ${SO_THEN}`, (c) => from(c))
    .rule("time", "by (the)? (end of (the)? business|end of (the)? day|close of business)", () =>
      until([1020], true),
    )
    .rule("time", "by (eod|cob)", () => until([1020], true))
    .rule("time", "(at|by)? (the)? (end of (the)? day|close of business|end of business)", () =>
      window("evening", 1020, 1440),
    )
    .rule("time", "eod|cob", () => window("evening", 1020, 1440))
    .rule("time", "(in)? (the)? wee hours (of the morning)?", () => window("night", 0, 300))
    .rule(
      "pieces",
      "tonight|tonite|2nite|tonights",
      pieces({ kind: "days", days: inDays(0) }, { kind: "time", time: window("night", 1080, 1440) }),
    )
    .rule(
      "pieces",
      "late tonight",
      pieces({ kind: "days", days: inDays(0) }, { kind: "time", time: window("night", 1260, 1440) }),
    )
    .rule("pieces", "(tonight|tonite) at {plain}", (c) => [
      { kind: "days", days: inDays(0) },
      { kind: "time", time: both(point(c), part("evening")) ?? point(c) },
    ])
    .rule("pieces", "at {plain} tonight|tonite", (c) => [
      { kind: "days", days: inDays(0) },
      { kind: "time", time: both(point(c), part("evening")) ?? point(c) },
    ])
    .rule("pieces", "{clock} tonight|tonite", (c) => [
      { kind: "days", days: inDays(0) },
      { kind: "time", time: both(point(c), part("evening")) ?? point(c) },
    ])
    .rule("pieces", "this {part}", (time) => [
      { kind: "days", days: inDays(0) },
      { kind: "time", time },
    ])
    .rule("pieces", "(this)? early|late this {part}", (time) => [
      { kind: "days", days: inDays(0) },
      { kind: "time", time },
    ])
    .rule("pieces", "next|following {part}", (time) => [
      { kind: "days", days: inDays(1) },
      { kind: "time", time },
    ])
    .rule("pieces", "last night|evening", pieces({ kind: "past" }))
    .rule("pieces", "{day} {plain}", (day, c) => [
      { kind: "days", days: day },
      { kind: "time", time: point(c) },
    ])
    .rule("pieces", "{plain} (on)? {weekday}", (c, w) => [
      { kind: "days", days: w === undefined ? inDays(0) : weekday(w) },
      { kind: "time", time: point(c) },
    ])
    // "Nine in the morning": the part of the day decides which nine.
    .rule("time", "{clock} (in the|at|in)? {part}", (c, p) => both(point(c), p))
    .rule("time", "at|around|about {plain} (in the|at|in)? {part}", (c, p) => both(point(c), p))
    .rule("time", "{plain} (in the|at) {part}", (c, p) => both(point(c), p))
    .rule("time", "(in the)? {part} at {plain}", (p, c) => both(point(c), p))
    .rule("time", "{part} {clock}", (p, c) => both(point(c), p));
}

function addDurations(g: Grammar): void {
  const order = ["second", "minute", "hour", "day", "businessDay", "week", "month", "quarter", "year"];
  g.rule("quantity", "{n}", (n) => n)
    .rule("quantity", "{one}", (n) => n)
    .rule("quantity", "{decimal}", (n) => n)
    .rule("quantity", "{slash}", ([a, b]) => (a! < b! && b! <= 4 ? a! / b! : undefined))
    .rule("quantity", "{n} (and)? {slash}", (n, [a, b]) => (a! < b! && b! <= 4 ? n + a! / b! : undefined))
    .rule("quantity", "(a)? (couple) (of)?", () => 2)
    .rule("quantity", "(a)? (few|several) (of)?", () => 3)
    .rule("quantity", "(a)? half (a|an)?", () => 0.5)
    .rule("quantity", "{n} and (a|an)? half", (n) => n + 0.5)
    .rule("quantity", "{n} hundred", (n) => n * 100)
    .rule("quantity", "(a)? dozen", () => 12)
    .rule("duration", "{quantity} (more)? {unit}", (n, unit) => duration(n, unit))
    .rule("duration", "{one} {unit} and (a)? half", (n, unit) => duration(n + 0.5, unit))
    .rule("duration", "{n} {unit} and (a)? half", (n, unit) => duration(n + 0.5, unit))
    .rule("duration", "{quantity} {unit} (and)? {duration}", (n, unit, more) =>
      order.indexOf(unit) > order.indexOf(more.unit) ? sum(duration(n, unit), more) : undefined,
    )
    .rule("duration", "{quantity} (business|working|work) (day|days)", (n) => duration(n, "businessDay"))
    .rule("duration", "(a|one)? fortnight", () => duration(2, "week"))
    .rule("duration", "{n} fortnights", (n) => duration(2 * n, "week"))
    .rule("duration", "(a)? quarter (of)? (an)? hour", () => duration(15, "minute"))
    .rule("pieces", "(a)? quarter of (a|an) hour", pieces({ kind: "filler" }))
    .rule("duration", "three quarters of an hour", () => duration(45, "minute"))
    .rule("duration", "(a)? half (a|an)? year", () => duration(6, "month"))
    .rule("moment", "in (about|around|approximately|exactly|precisely)? {duration} (time)?", (length) =>
      momentAfter(length),
    )
    .rule("moment", "in {quantity} (to|or|-) {quantity} {unit}", (a, b, unit) =>
      momentBetween(duration(a, unit), duration(b, unit)),
    )
    .rule("pieces", "in at least {duration}", (length) => boundOf("from", length))
    .rule("pieces", "in at most {duration}", (length) => boundOf("by", length))
    .rule("moment", "in {n} h {n}", (h, m) => momentAfter(duration(h * 60 + m, "minute")))
    .rule("moment", "{duration} (from now|hence|from this moment|ahead|away)", (length) =>
      momentAfter(length),
    )
    .rule("moment", "within|inside (of)? (the next)? {duration}", (length) => withinMinutes(length))
    .rule("moment", "in less than {duration}", (length) => withinMinutes(length))
    .rule("moment", "within (the|an|a) (next)? {unit}", (unit) => withinMinutes(duration(1, unit)))
    .rule("moment", "(in|within|over|during)? (the)? (next|coming) {duration}", (length) =>
      withinMinutes(length),
    )
    .rule("moment", "(in|within|over|during)? (the)? next {unit}", (unit) =>
      unit === "hour" || unit === "minute" ? withinMinutes(duration(1, unit)) : undefined,
    )
    .rule("moment", "{duration} later", (length) => momentLater(length, 1))
    .rule("moment", "{duration} earlier|sooner", (length) => momentLater(length, -1))
    .rule("pieces", "{duration} ago|back", (length) => (length.minutes > 0 ? [{ kind: "past" }] : undefined));
}

function addConnectives(g: Grammar): void {
  // Who asks whether something can be done asks for a clock time, not for a day.
  g.rule(
    "pieces",
    "(could|can|would|will)? (you|we|i|it|they)? (do|does|make|manage|is) {plain} (work|okay|ok|free|possible|available|good)?",
    (c) => [{ kind: "time", time: point(c) }],
  )
    .rule("pieces", "either (at)? {plain} or (at)? {plain}", (a, b) => [
      { kind: "time", time: point(a) },
      { kind: "or" },
      { kind: "time", time: point(b) },
    ])
    // The end of a period is a third of it; before it ends is up to its last day.
    .rule("pieces", "before (the)? (end of|end) {period}", (days) => [
      { kind: "bound", edge: "by" },
      { kind: "days", days },
    ])
    .rule("pieces", "before (the)? (year end|years end|end of year)", () => [
      { kind: "bound", edge: "by" },
      { kind: "days", days: relativeYear(0) },
    ])
    .rule("pieces", "(how|what) about {plain}", (c) => [{ kind: "time", time: point(c) }])
    .rule("pieces", "(anything|something|one|slot|opening|appointment) (at|around|about) {plain}", (c) => [
      { kind: "time", time: point(c) },
    ])
    .rule(
      "pieces",
      "(could|can|would|will)? (you|we|i|it|they)? (do|does|make|is) {duration}",
      pieces({ kind: "filler" }),
    )
    .rule("pieces", "{n} appointments|slots|sessions|openings|times", pieces({ kind: "filler" }));
  g.rule("pieces", "i|we|he|she|they|you may", pieces({ kind: "filler" }));
  g.rule("pieces", "next|another|that|which|the one", pieces({ kind: "filler" }));
  g.rule("moment", "+ {duration}", (length) => momentAfter(length));
  g.rule("time", "(from|between)? {plain} (to|and|-|until|till) {plain} (in the|at) {part}", (a, b, p) =>
    both(between(a, b), p),
  );
  g.rule("pieces", "{hour} or {clock}", (h, c) => {
    const first = pointOf(readingsOf(h, 0));
    return first === undefined
      ? undefined
      : [{ kind: "time", time: first }, { kind: "or" }, { kind: "time", time: point(c) }];
  });
  g.rule("pieces", "next {weekday} or|and {weekday}", (a, b) => [
    { kind: "days", days: nextWeekday(a) },
    { kind: "or" },
    { kind: "days", days: nextWeekday(b) },
  ]);
  const parts = [
    ["early", "morning", "earlyMorning"],
    ["early", "afternoon", "earlyAfternoon"],
    ["late", "afternoon", "lateAfternoon"],
  ] as const;
  for (const [when, word, name] of parts) {
    g.rule("pieces", `${when} {day} ${word}`, (days) => [
      { kind: "days", days },
      { kind: "time", time: part(name) },
    ]);
  }
  g.rule("pieces", "late {day} morning", (days) => [
    { kind: "days", days },
    { kind: "time", time: { ...part("morning"), choices: () => [[540, 720]] } },
  ]);
  g.rule("pieces", "late {day} evening|night", (days) => [
    { kind: "days", days },
    { kind: "time", time: { ...part("evening"), choices: () => [[1260, 1440]] } },
  ]);
  g.rule("pieces", "early (on)? {weekday}", (w) => [
    { kind: "days", days: weekday(w) },
    { kind: "time", time: part("morning") },
  ]);
  g.rule("pieces", "late (on)? {weekday}", (w) => [
    { kind: "days", days: weekday(w) },
    { kind: "time", time: { ...part("afternoon"), choices: () => [[900, 1440]] } },
  ]);
  g.rule("pieces", "(for)? {n} people|persons|guests|adults|kids|children|pax", pieces({ kind: "filler" }));
  g.rule(
    "pieces",
    "{duration} (long)? appointment|massage|session|slot|meeting|treatment|call|long",
    pieces({ kind: "filler" }),
  );
  g.rule("pieces", "(for|lasting|takes) (about|around)? {duration}", pieces({ kind: "filler" }));
  g.rule("pieces", "{duration}", asLength);
  g.rule("time", "(until|till|til|by) (the)? {part}", (time) => ({
    ...time,
    kind: "until",
    choices: ({ parts }) => [[0, endOf(time, parts)]],
  }));
  g.rule("time", "before (the)? {part}", (time) => ({
    ...time,
    kind: "until",
    choices: ({ parts }) => [[0, parts[time.part ?? "noon"][0]]],
  }));
  g.rule("time", "from (the)? {part} (on|onwards)?", (time) => ({
    ...time,
    kind: "from",
    choices: ({ parts }) => [[parts[time.part ?? "noon"][0], 1440]],
  }));
  g.rule("pieces", "weekend {parts}", (time) => [
    { kind: "days", days: { ...everyWeekend, every: true } },
    { kind: "time", time },
  ]);
  g.rule("pieces", "(at)? {plain} (tonight|tonite|this evening)", (c) => [
    { kind: "days", days: inDays(0) },
    { kind: "time", time: both(point(c), part("evening")) ?? point(c) },
  ]);
  g.rule("pieces", "(at)? {plain} this {part}", (c, p) => [
    { kind: "days", days: inDays(0) },
    { kind: "time", time: both(point(c), p) ?? point(c) },
  ]);
  g.rule("clock", "{plain} in the {meridiem}", (c, m) => inHalf(c, m));
  g.rule("moment", "today in {duration}", (length) => momentAfter(length));
  g.rule("moment", "after {duration}", (length) => momentAfter(length));
  g.rule("pieces", "{n} oclock|am|pm", (h) => (h > 24 ? [{ kind: "never" }] : undefined));
  g.rule("pieces", "any|every day but (not)? (on)?", pieces({ kind: "except" }));
  g.rule("pieces", "or (at|around)? {plain}", (c) => [{ kind: "or" }, { kind: "time", time: point(c) }]);
  const say = (patterns: readonly string[], ...list: Parameters<typeof pieces>) => {
    for (const pattern of patterns)
      g.rule("pieces", pattern, pieces(...list) as () => ReturnType<ReturnType<typeof pieces>>);
  };
  say(
    [
      "(right|just)? now",
      "(at)? this (moment|instant|minute|very moment)",
      "at the moment",
      "at this time",
      "immediately",
      "right away",
      "straight away",
      "instantly",
    ],
    nowPiece,
  );
  say(
    [
      "as (soon|early|quickly|fast) as (possible|you can|you are able|it gets|i can)",
      "asap",
      "(the)? soonest (possible|available)?",
      "(the)? earliest (possible|available)? (appointment|time|slot|date|opening)?",
      "(at)? (your|the) earliest (convenience|opportunity|possible time)",
      "(the)? (next|first) (available|possible|free|open) (appointment|time|slot|date|opening)?",
      "soon",
      "sooner the better",
      "from now (on)?",
      "starting now",
      "quickly",
      "urgently",
      "any time soon",
      "anytime soon",
      "(the)? next (appointment|slot|opening)",
      "shortly",
      "in a (moment|bit|while|second|sec|minute|jiffy)",
    ],
    { kind: "soonest" },
  );
  say(
    [
      "any (time|day|date) (is fine|works|at all|whatsoever)?",
      "anytime",
      "whenever (you can|you like|is good|works)?",
      "(at)? (what)? ever time",
      "whatever time",
      "no preference",
      "i (dont|do not) (care|mind) when",
      "flexible",
      "at any time",
      "some time",
      "sometime",
      "always",
    ],
    { kind: "anytime" },
  );
  say(
    [
      "or",
      "and",
      "or (maybe|perhaps|else|even|possibly|on|alternatively)",
      "as well as",
      "&",
      "alternatively",
      "otherwise",
      "plus",
      "either",
    ],
    { kind: "or" },
  );
  say(["to", "to the"], { kind: "to" });
  say(["-", "through", "thru", "until", "till", "til", "up (to|until|till)", "until the"], {
    kind: "through",
  });
  say(["between (the)?", "in between"], { kind: "between" });
  say(
    [
      "from (the|on)?",
      "starting (on|from|in|at)? (the)?",
      "beginning (on|in|from)? (the)?",

      "(not|no|nothing) (before|earlier than|sooner than) (the)?",
      "(not|no) earlier|sooner than",
      "effective",
      "as of",
    ],
    { kind: "bound", edge: "from" },
  );
  say(["(any time|anytime|sometime)? after (the)?", "later than", "past", "following"], {
    kind: "bound",
    edge: "after",
  });
  say(["(any time|anytime|sometime)? before (the)?", "earlier than", "prior to", "sooner than", "ahead of"], {
    kind: "bound",
    edge: "before",
  });
  say(
    [
      "by (the)?",
      "(not|no|nothing) (later than|after|past) (the)?",
      "(not|no|nothing) later than (the)?",
      "no later than",
      "latest by",
      "on or before",
      "by no later than",
    ],
    { kind: "bound", edge: "by" },
  );
  say(
    [
      "(oh|uh|um|er|ah|well|wait|or|hang on|hold on)? no (wait|sorry|actually|make it|make that|rather|lets say|i mean|i meant)",
      "(oh|uh|um|er|ah|wait)? sorry (i mean|i meant|make it|make that|no)?",
      "(sorry|or|actually|wait)? (i mean|i meant|make that|make it|lets make it|lets make that|scratch that|correction|better make it)",
      "(or|oh|wait)? actually (no)? (make it|make that|lets do|lets say)?",
      "(or)? rather",
      "wait (no)?",
      "nope|nah",
    ],
    { kind: "instead" },
  );
  for (const [words, kind] of [
    ["(no|oh|wait|or)? (sorry|actually|rather|i mean|i meant|make it|make that|scratch that)", "instead"],
    ["no", "no"],
  ] as const) {
    g.rule("pieces", `${words} (at)? {plain}`, (c) => [{ kind }, { kind: "time", time: point(c) }]);
  }
  const except = "(except|excluding|apart from|other than|but|not|but not) (for|in|on|during)? (the)?";
  g.rule("pieces", `${except} {nth} week`, (n) => [
    { kind: "except" },
    { kind: "days", days: nth(n, everyWeek, everyMonth) },
  ])
    .rule("pieces", `${except} last week`, () => [
      { kind: "except" },
      { kind: "days", days: nth(-1, everyWeek, everyMonth) },
    ])
    .rule("pieces", `${except} {third}`, (name) => [
      { kind: "except" },
      { kind: "days", days: third(name, everyMonth) },
    ]);
  say(
    [
      "(really|just)? (doesnt|does not|dont|do not|wont|will not|wouldnt|didnt) (really|quite)? (work|suit|fit|do) (so|very)? (well|good)? (for)? (me|us)?",
      "(is|are) (really|so|very)? (no good|not good|not great|bad|not possible|impossible|difficult|not an option) (for)? (me|us)?",
      "(isnt|arent) (really|so|very)? (good|great|possible|an option) (for)? (me|us)?",
      "i|we (am|are) (not available|busy|away)",
      "im (not available|busy|away)",
    ],
    { kind: "refused" },
  );
  say(["(anything|anytime|any time|any day|every day|all|everything) but (on|in|for)? (the)?"], {
    kind: "except",
  });
  say(["(oh|uh|um|er|ah|well)? no"], { kind: "no" });
  say(["but (on|in|at)? (the)?"], { kind: "but" });
  say(
    [
      "but (only|just|preferably|ideally)",
      // What holds besides: until then, between the two.
      "(before|after) that (im|i am|we are|were|i cant|we cant|i have|we have|ill be|well be) (not available|busy|away|on holiday|on vacation|at work|working|make it|come|no time)?",
      "in between (im|i am|we are|were|ill be|well be) (not available|busy|away|on holiday|on vacation|at work|working)?",
      "otherwise i|we (cant|can not|dont) (make it|come)?",
      "i|we (dont|do not) work (then|that day)?",
      "(im|i am|we are) not working (then|that day)?",
      "(theres|there is|im in|i am in|its|it is)? (really|absolutely)? (no|not a|not any) (rush|hurry)",
      "(its|it is)? not (so|that|very)? urgent",
      "(a)? table for {n} (people|persons|guests)?",
      "for {n} people|persons|guests|of us",
      "wed (like|love|prefer|rather|be|need|want|take|also)",
    ],
    { kind: "filler" },
  );
  // "Not this Tuesday but the next"
  g.rule("pieces", "not (on)? (this|the|the coming) {weekday} but (the)? next (one)?", (w) => [
    { kind: "days", days: nextWeekday(w) },
  ]);
  g.rule("pieces", "not (this) {unit} but (the)? next (one)?", (unit) => {
    const days = relativePeriod(unit, 1);
    return days && [{ kind: "days", days }];
  });
  say(
    [
      "(but|just|only) not (on|in)? (the)?",
      "except (for|on)? (the)?",
      "but not (on)? (the)?",
      "excluding",
      "excepting",
      "apart from",
      "other than",
      "(but)? (not|never) (on|in|at)? (the|a|an|any)?",
      "but no",
      "no (on|in|at|the|a|an|any)",
      "without",
      "aside from",
      "save for",
      "cant (do|make|come)? (on|in)? (the)?",
    ],
    { kind: "except" },
  );
  say(
    [
      "every other {unit}",
      "every other {weekday}",
      "every second {weekday}",
      "every {n} {unit}",
      "every {nth} {unit}",
      "every {nth} {weekday}",
      "(the)? {nth} {weekday} (of|in)? (every|each) {unit}",
      "once a {unit}",
      "twice a {unit}",
      "{n} times a {unit}",
      "neither",
      "biweekly",
      "every other",
    ],
    { kind: "refuse" },
  );
  say(
    ["recently", "since", "earlier today", "the other day", "back then", "once upon a time", "previously"],
    {
      kind: "past",
    },
  );
  say(
    [
      "good (morning|afternoon|evening|night|day)",
      "may i|we|you|be|have",
      "at",
      "on",
      "in",
      "the",
      "of",
      "a",
      "an",
      "that",
      "for",
      "is",
      "do",
      "please",
      "some time",
      "sometime",
      "with",
      "is it",
      "can i",
      "one",
      "dont you have",
      "isnt there",
      "next",
      "second opinion",
      "during",
      "it",
      "all day (long)?",
      "so",
      "just",
      "only",
      "maybe",
      "about",
      "around",
      "day",
      "days",
      "time",
      "mid",
      "hour",
      "sat down",
      "no problem",
      "not sure",
      "no worries",
      "if not",
      "why not",
      "no thanks",
      "i was",
      "my",
      "to (be|come|book|make|see|get|have|schedule|arrange|set|meet|visit|do|go)",
    ],
    { kind: "filler" },
  );
  g.rule("pieces", "{days} (or|and) (later|after|onwards|beyond)", (days) => [
    { kind: "bound", edge: "from" },
    { kind: "days", days },
  ])
    .rule("pieces", "from {days} (on|onwards|onward)", (days) => [
      { kind: "bound", edge: "from" },
      { kind: "days", days },
    ])
    .rule("pieces", "{days} (onwards|onward)", (days) => [
      { kind: "bound", edge: "from" },
      { kind: "days", days },
    ])
    .rule("pieces", "{days} at the earliest", (days) => [
      { kind: "bound", edge: "from", soonest: true },
      { kind: "days", days },
    ])
    .rule("pieces", "(by)? (the)? {days} (at)? {clock} at the latest", (days, clock) => [
      { kind: "bound", edge: "by" },
      { kind: "days", days },
      { kind: "time", time: point(clock) },
    ])
    .rule("pieces", "{days} at the latest", (days) => [
      { kind: "bound", edge: "by" },
      { kind: "days", days },
    ])
    .rule("pieces", "{days} (or|and) (earlier|before)", (days) => [
      { kind: "bound", edge: "by" },
      { kind: "days", days },
    ])
    .rule("pieces", "later today|(in the day)?", pieces({ kind: "days", days: inDays(0) }))
    .rule(
      "pieces",
      "(a bit|a little|slightly)? (later|after) (than)? (my|the)? (appointment|booking)?",
      pieces({ kind: "moment", moment: later }),
    )
    .rule("pieces", "after (my|the) (appointment|booking)", pieces({ kind: "moment", moment: later }))
    .rule(
      "pieces",
      "(a bit|a little|slightly)? (earlier|sooner) (than)? (my|the)? (appointment|booking)?",
      pieces({ kind: "moment", moment: earlier }),
    )
    .rule("pieces", "before (my|the) (appointment|booking)", pieces({ kind: "moment", moment: earlier }));
}
