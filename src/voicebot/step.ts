import type { ActionName, Slot, UserField } from "../protocol/index.ts";
import type { Language } from "../scheduling/configuration.ts";
import type { Texts, Who } from "./texts.ts";

/** What a task needs next. */
export type Step =
  | { readonly do: "ask"; readonly question: Question; readonly text: string }
  | { readonly do: "call"; readonly action: ActionName; readonly members: Members }
  | { readonly do: "finish"; readonly text: string }
  | { readonly do: "hand over"; readonly text: string };

export type Members = Readonly<Record<string, unknown>>;

/** What the caller has just been asked, and so what their next words are taken for. */
export type Question =
  | { readonly about: "task" | "more" | "type" | "agent" | "product" | "time" | "slot" | "booking" }
  | { readonly about: "self" | "caller number" | "confirmation" | "what is wrong" }
  | { readonly about: "name" | "spelling"; readonly who: Who }
  | { readonly about: "field"; readonly who: Who; readonly field: UserField };

/** How a caller's words were taken; refused: the caller does not want to tell or does not know. */
export type Heard = "understood" | "not understood" | "refused";

/** What is known about somebody, as a server is sent it. */
export type Details = Partial<Record<UserField, string>>;

/** What a dialogue knows besides its task. */
export interface Surroundings {
  readonly texts: Texts;
  readonly language: Language;
  readonly entityId: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** E.164, as the carrier says; undefined when withheld. */
  readonly callerNumber: string | undefined;
}

/** Finding a time: what the caller wished, what is free then and what was chosen of it. */
export interface Negotiation {
  /** What the server is asked for: the caller's own words, with the day they are about where they name none. */
  when?: string | undefined;
  /** The sooner the better: the first free times are offered, not some spread over the day. */
  isSoonest?: boolean | undefined;
  /** What the server is asked for next while nothing is free. */
  orElse?: readonly string[] | undefined;
  /** Nothing was free at the wished time; what is offered is something else. */
  isWidened?: boolean | undefined;
  slots?: readonly Slot[] | undefined;
  slot?: Slot | undefined;
  /** `YYYY-MM-DD`: the day that is talked about, on which a time of day without a day is. */
  day?: string | undefined;
  /** How often all that was offered was declined. */
  declined?: number | undefined;
}
