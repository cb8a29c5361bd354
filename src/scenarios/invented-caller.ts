import type { DialogueEvent } from "../voicebot/dialogue.ts";
import type { Question } from "../voicebot/step.ts";
import { MISHEARINGS } from "./mishearings.ts";
import type { NextTurn } from "./play-call.ts";

/** A caller with a goal and habits, who understands what they are asked and answers as people do. */
export interface InventedCaller {
  readonly language: "de" | "en";
  readonly goal: "book" | "book for child" | "cancel" | "move" | "look up";
  readonly person: Person;
  readonly next: NextTurn;
  /** How often they have said yes to what was read back. */
  readonly confirmed: () => number;
}

export interface Person {
  readonly firstname: string;
  readonly lastname: string;
  /** `YYYY-MM-DD` */
  readonly dob: string;
  readonly phone: string;
}

/** A number from 0 to 1, the same row for the same seed. */
export type Chance = () => number;

/** Phrases of one language; `{…}` is filled in. */
interface Phrases {
  readonly opening: Readonly<Record<InventedCaller["goal"], readonly string[]>>;
  readonly when: readonly string[];
  readonly choice: readonly string[];
  readonly slot: readonly string[];
  readonly anyAgent: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly name: readonly string[];
  readonly forSelf: string;
  readonly forChild: string;
  readonly nonsense: readonly string[];
  readonly repeat: string;
  readonly human: string;
  readonly instead: readonly string[];
  readonly bye: string;
  readonly otherTime: string;
  readonly beyond: string;
}

const PHRASES: Readonly<Record<"de" | "en", Phrases>> = {
  de: {
    opening: {
      book: [
        "ich hätte gern einen Termin",
        "Massage bitte",
        "einen Termin {when}",
        "Krankengymnastik {when} bitte",
      ],
      "book for child": [
        "ich brauche einen Termin für meine Tochter",
        "Rückenkurs für meinen Sohn Tim bitte",
      ],
      cancel: [
        "ich muss leider absagen",
        "Termin stornieren bitte",
        "hier ist {name} ich muss meinen Termin absagen",
      ],
      move: ["ich möchte meinen Termin verschieben", "können wir den Termin auf {when} verlegen"],
      "look up": ["wann ist mein Termin", "habe ich noch einen Termin"],
    },
    when: [
      "morgen",
      "nächste Woche",
      "am Donnerstag um zehn",
      "so früh wie möglich",
      "Freitag vormittag",
      "am 24. Dezember",
      "übermorgen nachmittag",
    ],
    choice: ["das erste", "die zweite", "Massage", "Krankengymnastik", "das dritte bitte"],
    slot: ["das erste", "die zweite", "ja", "ja gern", "das letzte bitte", "die frühere"],
    anyAgent: ["egal", "zu Max", "bei Frau Öztürk", "irgendwer"],
    yes: ["ja", "ja genau", "stimmt"],
    no: ["nein", "nee passt nicht"],
    name: ["{name}", "mein Name ist {name}", "ähm {name} bitte"],
    forSelf: "ja für mich",
    forChild: "nein für mein Kind",
    nonsense: ["brumm", "äh", "der Hund bellt", "Moment mal"],
    repeat: "wie bitte",
    human: "ich möchte mit einem Mitarbeiter sprechen",
    instead: ["doch lieber Massage", "nein lieber um elf", "doch lieber am Freitag"],
    bye: "nein danke tschüss",
    otherTime: "lieber später",
    beyond: "was kostet das denn",
  },
  en: {
    opening: {
      book: ["I'd like an appointment", "a massage please", "I need an appointment {when}"],
      "book for child": ["I need an appointment for my daughter Emma", "an appointment for my son please"],
      cancel: ["I have to cancel", "my name is {name} and I can't make it"],
      move: ["I'd like to move my appointment", "can we reschedule to {when}"],
      "look up": ["when is my appointment"],
    },
    when: [
      "tomorrow",
      "next week",
      "Thursday at ten",
      "as soon as possible",
      "Friday morning",
      "December 24th",
    ],
    choice: ["the first one", "the second", "Massage", "Krankengymnastik"],
    slot: ["the first one", "yes", "the second", "the last one please", "the earlier one"],
    anyAgent: ["it doesn't matter", "Max", "anyone"],
    yes: ["yes", "yes please", "that's right"],
    no: ["no", "no that doesn't work"],
    name: ["{name}", "my name is {name}", "this is {name}"],
    forSelf: "yes for me",
    forChild: "no for my child",
    nonsense: ["hm", "the dog is barking", "uh"],
    repeat: "pardon",
    human: "I want to speak to a person",
    instead: ["actually Massage", "no rather at eleven", "Friday instead"],
    bye: "no that's all bye",
    otherTime: "something later",
    beyond: "how much is that",
  },
};

const GOALS = ["book", "book", "book", "book for child", "cancel", "move", "look up"] as const;

/** How often something else happens than an answer. */
const HABITS = {
  silence: 0.04,
  nonsense: 0.05,
  repeat: 0.03,
  beyond: 0.02,
  instead: 0.05,
  human: 0.01,
  hangUp: 0.01,
};

export function inventCaller(chance: Chance, person: Person): InventedCaller {
  const language = chance() < 0.7 ? "de" : "en";
  const phrases = PHRASES[language];
  const goal = pick(GOALS);
  let confirmed = 0;
  return {
    language,
    goal,
    person,
    next: async (_said, question) => say(question),
    confirmed: () => confirmed,
  };

  function pick<One>(some: readonly One[]): One {
    return some[Math.floor(chance() * some.length)]!;
  }

  function filled(text: string): string {
    return text
      .replace("{when}", pick(phrases.when))
      .replace("{name}", `${person.firstname} ${person.lastname}`);
  }

  function say(question: Question | undefined): DialogueEvent | undefined {
    const strange = somethingElse();
    if (strange !== undefined) return strange;
    const text = filled(answerTo(question));
    return { type: "said", text: misheard(text) };
  }

  function somethingElse(): DialogueEvent | undefined {
    let drawn = chance();
    const happens = (share: number) => {
      drawn -= share;
      return drawn < 0;
    };
    if (happens(HABITS.silence)) return { type: "silence" };
    if (happens(HABITS.nonsense)) return { type: "said", text: pick(phrases.nonsense) };
    if (happens(HABITS.repeat)) return { type: "said", text: phrases.repeat };
    if (happens(HABITS.beyond)) return { type: "said", text: phrases.beyond };
    if (happens(HABITS.instead)) return { type: "said", text: pick(phrases.instead) };
    if (happens(HABITS.human)) return { type: "said", text: phrases.human };
    return happens(HABITS.hangUp) ? { type: "hung up" } : undefined;
  }

  function answerTo(question: Question | undefined): string {
    switch (question?.about) {
      case undefined:
      case "task":
        return pick(phrases.opening[goal]);
      case "more":
        return phrases.bye;
      case "type":
      case "product":
      case "booking":
        return pick(phrases.choice);
      case "agent":
        return pick(phrases.anyAgent);
      case "time":
        return pick(phrases.when);
      case "slot":
        return chance() < 0.75 ? pick(phrases.slot) : pick([...phrases.no, phrases.otherTime, "{when}"]);
      case "self":
        return goal === "book for child" ? phrases.forChild : phrases.forSelf;
      case "caller number":
        return pick([...phrases.yes, ...phrases.no]);
      case "confirmation": {
        const isYes = chance() < 0.8;
        if (isYes) confirmed += 1;
        return pick(isYes ? phrases.yes : [...phrases.no, ...phrases.instead]);
      }
      case "what is wrong":
        return pick(["{when}", ...phrases.instead]);
      case "name":
        return pick(phrases.name);
      case "spelling":
        return [...person.lastname].join(" ");
      case "field":
        return question.field === "dob" || question.field === "phone"
          ? person[question.field]
          : nameOr(question.field);
    }
  }

  function nameOr(field: string): string {
    if (field === "firstname" || field === "lastname") return person[field];
    return field === "email" ? `${person.firstname.toLowerCase()}@example.com` : "04109";
  }

  /** No capitals, and now and then one thing for another. */
  function misheard(text: string): string {
    const heard = chance() < 0.5 ? text.toLowerCase() : text;
    if (chance() >= MISHEARD) return heard;
    const possible = MISHEARINGS[language].filter(([said]) => said.test(heard));
    if (possible.length === 0) return heard;
    const [said, instead] = pick(possible);
    return heard.replace(said, instead);
  }
}

const MISHEARD = 0.2;
