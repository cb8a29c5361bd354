import type { Texts } from "./texts.ts";
import type { UserField, WebhookAction, WireSlot } from "./wire.ts";

/** What a task needs next. */
export type Step =
  | { readonly do: "ask"; readonly question: Question; readonly text: string }
  | { readonly do: "call"; readonly action: WebhookAction; readonly members: Members }
  | { readonly do: "finish"; readonly text: string }
  | { readonly do: "hand over"; readonly text: string };

export type Members = Readonly<Record<string, unknown>>;

/** What the caller has just been asked, and so what their next words are taken for. */
export type Question =
  | { readonly about: "task" | "more" | "type" | "agent" | "product" | "time" | "slot" }
  | { readonly about: "self" | "caller number" | "confirmation" | "what is wrong" }
  | { readonly about: "name" | "field"; readonly who: "booker" | "participant"; readonly field?: UserField }
  | { readonly about: "identity"; readonly field: UserField | "name" | "spelling" }
  | { readonly about: "booking" };

/** How a caller's words were taken. */
export type Heard = "understood" | "not understood";

/** What a dialogue knows besides its task. */
export interface Surroundings {
  readonly texts: Texts;
  readonly language: "de" | "en";
  readonly entityId: string;
  readonly country: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** As the carrier says; undefined when withheld. */
  readonly callerNumber: string | undefined;
}

/** Finding a time: what the caller wished, what is free then, what was offered of it and what was chosen. */
export interface Negotiation {
  /** The caller's own words, or an instant worked out from them. */
  when?: string | undefined;
  slots?: readonly WireSlot[] | undefined;
  offered?: readonly WireSlot[] | undefined;
  slot?: WireSlot | undefined;
  /** Nothing was free at the wished time; what is looked for now is the next that can be had. */
  isWidened?: boolean | undefined;
}
