import type { FastifyRequest } from "fastify";
import { carrierE164 } from "../identity/phone.ts";
import type { DialogueEvent } from "../voicebot/index.ts";

/** What a carrier sends about a call, in the words of the bot. */
export interface CarrierRequest {
  /** The carrier's id of the call. */
  readonly callId: string;
  /** As the carrier writes it; what a business has among its `sipIds`. */
  readonly called: string;
  /** Undefined when withheld. */
  readonly caller: string | undefined;
  /** What the caller has done since the last answer; "ended": the call is over; "none": nothing to the bot. */
  readonly event: DialogueEvent | "ended" | "none";
}

/** What the bot does next, in the words of no carrier. */
export interface SpokenTurn {
  /** Which turn it is, from 0; what the caller does next belongs to the one after it. */
  readonly turn: number;
  readonly says: readonly { readonly text: string; readonly bargeIn: boolean }[];
  readonly next: "listen" | "transfer" | "hang up";
  /** More than one key of the telephone can be an answer: a number, a date. */
  readonly expectsDigits: boolean;
}

export interface SpokenSettings {
  readonly language: "de" | "en";
  /** Where the carrier is to send what the caller does in that turn. */
  readonly urlOf: (turn: number) => string;
  /** A number, or a SIP URI. */
  readonly transferTo: string;
}

export interface Carrier {
  readonly name: string;
  /** Whether the carrier has sent it: by what only it and this server know. */
  readonly isGenuine: (request: FastifyRequest, url: string, now: number) => boolean;
  /** Undefined when it is no request about a call. */
  readonly read: (request: FastifyRequest) => CarrierRequest | undefined;
  readonly type: string;
  /** The answer to what is nothing to the bot. */
  readonly nothing: string;
  readonly write: (turn: SpokenTurn, settings: SpokenSettings) => string;
}

/** How long a caller may stay silent before that is an answer. */
export const SILENCE_SECONDS = 6;

const LOCALES = { de: "de-DE", en: "en-GB" } as const;

/** BCP 47 of the words in `SpokenSettings`. */
export function localeOf({ language }: SpokenSettings): string {
  return LOCALES[language];
}

export function bodyOf(request: FastifyRequest): string {
  return Buffer.from((request.body as Uint8Array | undefined) ?? []).toString("utf8");
}

/** A number that can be called back; carriers have words and numbers for one that is withheld. */
export function numberOf(from: string | undefined): string | undefined {
  const [, number] = /^(?:sips?:)?(\+?\d{5,15})(?:@.*)?$/i.exec(from ?? "") ?? [];
  if (number === undefined || WITHHELD.has(number.replace("+", ""))) return undefined;
  return carrierE164(number, undefined) ?? number;
}

/** RESTRICTED, BLOCKED, UNKNOWN, ANONYMOUS and UNAVAILABLE, typed on a telephone's keys. */
const WITHHELD: ReadonlySet<string> = new Set([
  "7378742833",
  "2562533",
  "8656696",
  "266696687",
  "86282452253",
]);

/** What the caller did, of the keys pressed and the words heard. */
export function eventOf(keys: string | undefined, words: string | undefined): DialogueEvent {
  if (keys !== undefined && keys !== "") return { type: "pressed", keys };
  return words === undefined || words.trim() === "" ? { type: "silence" } : { type: "said", text: words };
}
