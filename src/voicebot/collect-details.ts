import { spelledName } from "../identity/names/spelled-name.ts";
import type { RequiredInfo, UserField } from "../protocol/index.ts";
import { folded } from "./hearing.ts";
import { saidDetails, saidField, saidName } from "./said-details.ts";
import type { Details, Heard, Question, Step, Surroundings } from "./step.ts";
import type { Who } from "./texts.ts";

/** What is collected about the two people of a booking. */
export interface People {
  booker: Details;
  participant: Details;
  /** Undefined until it was asked, where the server wants to know about the participant. */
  isForSelf?: boolean | undefined;
  /** The caller does not want the number they call from noted. */
  refusedCallerNumber?: boolean | undefined;
  /** Whose last name was written wrongly, and is to be spelled. */
  toSpell?: Who | undefined;
}

/** Whom somebody books for has at least a name, whatever the server wants to know. */
const OF_SOMEBODY_ELSE = ["firstname", "lastname"] as const satisfies UserField[];

/** The next thing that the server wants to know; undefined when all of it is known. */
export function detailsStep(
  people: People,
  { bookerInfo, participantInfo }: RequiredInfo,
  { texts, callerNumber }: Surroundings,
): Step | undefined {
  if (participantInfo.length > 0 && people.isForSelf === undefined) {
    return { do: "ask", question: { about: "self" }, text: texts.askForSelf };
  }
  const { toSpell } = people;
  if (toSpell !== undefined) {
    return {
      do: "ask",
      question: { about: "spelling", who: toSpell },
      text: texts.askSpelling(toSpell),
    };
  }
  const ofParticipant =
    people.isForSelf === false ? [...new Set([...OF_SOMEBODY_ELSE, ...participantInfo])] : participantInfo;
  const wanted: readonly (readonly [Who, readonly UserField[]])[] =
    people.isForSelf === true
      ? [["booker", [...new Set([...bookerInfo, ...participantInfo])]]]
      : [
          ["booker", bookerInfo],
          ["participant", ofParticipant],
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

/** An answer to one of these questions; what else was told with it is taken, too. */
export function hearDetail(
  people: People,
  question: Question,
  text: string,
  surroundings: Surroundings,
): Heard {
  const { texts, callerNumber } = surroundings;
  const { words } = texts;
  const said = folded(text);
  switch (question.about) {
    case "self": {
      if (words.other.test(said) || words.no.test(said)) people.isForSelf = false;
      else if (words.self.test(said) || words.yes.test(said)) people.isForSelf = true;
      else return "not understood";
      const firstname = people.isForSelf ? undefined : relativeIn(text, surroundings);
      if (firstname !== undefined) people.participant.firstname = firstname;
      return "understood";
    }
    case "caller number": {
      const number = saidField("phone", text, words, surroundings);
      if (number !== undefined) people.booker.phone = number;
      else if (words.no.test(said)) people.refusedCallerNumber = true;
      else if (words.yes.test(said) && callerNumber !== undefined) people.booker.phone = callerNumber;
      else return "not understood";
      return "understood";
    }
    case "name":
      return hearName(people[question.who], text, surroundings);
    case "spelling": {
      const lastname = spelledName(text) === undefined ? undefined : saidName(text, words)?.lastname;
      if (lastname === undefined) return "not understood";
      people[question.who].lastname = lastname;
      delete people.toSpell;
      return "understood";
    }
    case "field":
      return hearField(people[question.who], question.field, text, surroundings);
    default:
      return "not understood";
  }
}

function hearName(details: Details, text: string, surroundings: Surroundings): Heard {
  const { words } = surroundings.texts;
  const told = saidDetails(text, words, surroundings, { isName: true });
  const either = saidName(text, words)?.either;
  if (told.firstname === undefined && told.lastname === undefined) {
    if (either === undefined) return "not understood";
    told.firstname = either;
  }
  Object.assign(details, told);
  return "understood";
}

function hearField(details: Details, field: UserField, text: string, surroundings: Surroundings): Heard {
  const { texts, callerNumber } = surroundings;
  const { words } = texts;
  const said = folded(text);
  if (words.refuses.test(said)) return "refused";
  const isThisNumber = field === "phone" && callerNumber !== undefined && words.thisNumber.test(said);
  const value = isThisNumber ? callerNumber : saidField(field, text, words, surroundings);
  if (value === undefined) return "not understood";
  if (field === "lastname") addLastname(details, value);
  else details[field] = value;
  return "understood";
}

/** "Lena", and then, asked for the last name, "Lena Krause"; or "Krause", and then "Krause" again. */
function addLastname(details: Details, said: string): void {
  const first = folded(details.firstname ?? "");
  const isAfterFirst = first !== "" && folded(said).startsWith(`${first} `);
  if (first !== "" && folded(said) === first) delete details.firstname;
  details.lastname = isAfterFirst ? said.split(/\s+/).slice(first.split(" ").length).join(" ") : said;
}

/** The first name in "für meine Tochter Lena". */
export function relativeIn(text: string, { texts: { words } }: Surroundings): string | undefined {
  const name = words.relative.exec(text)?.[1];
  if (name === undefined || name === name.toLowerCase()) return undefined;
  return saidName(name, words)?.either;
}
