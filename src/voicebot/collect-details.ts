import { folded, saidField, saidName } from "./hearing.ts";
import type { Heard, Question, Step, Surroundings } from "./step.ts";
import type { Who } from "./texts.ts";
import type { UserField, WireRequiredInfo } from "./wire.ts";

export type Details = Partial<Record<UserField, string>>;

/** What is collected about the two people of a booking. */
export interface People {
  booker: Details;
  participant: Details;
  /** Undefined until it was asked, where the server wants to know about the participant. */
  isForSelf?: boolean | undefined;
  /** The caller does not want the number they call from noted. */
  refusedCallerNumber?: boolean | undefined;
}

/** The next thing that the server wants to know; undefined when all of it is known. */
export function detailsStep(
  people: People,
  { bookerInfo, participantInfo }: WireRequiredInfo,
  { texts, callerNumber }: Surroundings,
): Step | undefined {
  if (participantInfo.length > 0 && people.isForSelf === undefined) {
    return { do: "ask", question: { about: "self" }, text: texts.askForSelf };
  }
  const wanted: readonly (readonly [Who, readonly UserField[]])[] = people.isForSelf
    ? [["booker", [...new Set([...bookerInfo, ...participantInfo])]]]
    : [
        ["booker", bookerInfo],
        ["participant", participantInfo],
      ];
  for (const [who, fields] of wanted) {
    const missing = fields.filter((field) => people[who][field] === undefined);
    const [field] = missing;
    if (field === undefined) continue;
    if (missing.includes("firstname") && missing.includes("lastname")) {
      return { do: "ask", question: { about: "name", who }, text: texts.askName(who) };
    }
    const canUseNumber = field === "phone" && who === "booker" && !people.refusedCallerNumber;
    if (canUseNumber && callerNumber !== undefined) {
      return { do: "ask", question: { about: "caller number" }, text: texts.askCallerNumber };
    }
    return { do: "ask", question: { about: "field", who, field }, text: texts.askField(field, who) };
  }
  return undefined;
}

export function hearDetail(
  people: People,
  question: Question,
  text: string,
  { texts, language, country, today, callerNumber }: Surroundings,
): Heard {
  const { words } = texts;
  const said = folded(text);
  switch (question.about) {
    case "self":
      if (words.other.test(said) || words.no.test(said)) people.isForSelf = false;
      else if (words.self.test(said) || words.yes.test(said)) people.isForSelf = true;
      else return "not understood";
      return "understood";
    case "caller number": {
      const number = saidField("phone", text, words, { language, country, today });
      if (number !== undefined) people.booker.phone = number;
      else if (words.no.test(said)) people.refusedCallerNumber = true;
      else if (words.yes.test(said) && callerNumber !== undefined) people.booker.phone = callerNumber;
      else return "not understood";
      return "understood";
    }
    case "name": {
      const name = saidName(text, words);
      if (name === undefined) return "not understood";
      people[question.who].firstname = name.firstname;
      if (name.lastname !== undefined) people[question.who].lastname = name.lastname;
      return "understood";
    }
    case "field": {
      const value = saidField(question.field!, text, words, { language, country, today });
      if (value === undefined) return "not understood";
      people[question.who][question.field!] = value;
      return "understood";
    }
    default:
      return "not understood";
  }
}

/** "0 3 4 1 …": so that a caller can follow. */
export function digitByDigit(phone: string): string {
  return [...phone.replace(/[^+\d]/g, "")].join(" ").replace("+ ", "+");
}
