import { z } from "zod";
import {
  bodyOf,
  type Carrier,
  eventOf,
  localeOf,
  numberOf,
  SILENCE_SECONDS,
  type SpokenSettings,
  type SpokenTurn,
} from "./carrier.ts";
import { isJambonzSignature } from "./signatures.ts";

const hook = z.object({
  call_sid: z.string().min(1),
  to: z.string(),
  from: z.string().nullish(),
  call_status: z.string().nullish(),
  /** Of the leg to the person that a caller is put through to. */
  parent_call_sid: z.string().nullish(),
  direction: z.string().nullish(),
  digits: z.string().nullish(),
  speech: z.object({ alternatives: z.array(z.object({ transcript: z.string() })) }).nullish(),
});

/** jambonz' webhooks: JSON in, an array of verbs out. */
export function jambonz(secret: string): Carrier {
  return {
    name: "jambonz",
    isGenuine: (request, _url, now) => {
      const header = request.headers["jambonz-signature"];
      return isJambonzSignature(secret, header?.toString(), { body: bodyOf(request), now });
    },
    read: (request) => {
      const read = hook.safeParse(parsed(bodyOf(request)));
      if (!read.success) return undefined;
      const { call_sid: callId, to: called, from, call_status: status, digits, speech } = read.data;
      const heard = eventOf(digits ?? undefined, speech?.alternatives[0]?.transcript);
      const isOurs = read.data.direction !== "outbound" && read.data.parent_call_sid == null;
      const event = !isOurs ? "none" : OVER.has(status ?? "") ? "ended" : heard;
      return { callId, called, caller: numberOf(from ?? undefined), event };
    },
    type: "application/json; charset=utf-8",
    nothing: "[]",
    write: verbsOf,
  };
}

const OVER: ReadonlySet<string> = new Set(["completed", "failed", "busy", "no-answer"]);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function verbsOf({ turn, says, next, expectsDigits }: SpokenTurn, settings: SpokenSettings): string {
  const language = localeOf(settings);
  // "default" is what the application is set to at the carrier; only the language is the call's.
  const synthesizer = { vendor: "default", language };
  const say = ({ text }: SpokenTurn["says"][number]) => ({ verb: "say", text, synthesizer });
  if (next !== "listen") return JSON.stringify([...says.map(say), last(next, settings)]);
  const text = says.flatMap((one) => (one.bargeIn ? [one.text] : [])).join(" ");
  const gather = {
    verb: "gather",
    actionHook: settings.urlOf(turn + 1),
    input: ["speech", "digits"],
    timeout: SILENCE_SECONDS,
    bargein: true,
    dtmfBargein: true,
    // Without a time between keys, a number that is not ended with # would be dropped when the time is over.
    ...(expectsDigits ? { minDigits: 1, interDigitTimeout: 3, finishOnKey: "#" } : { numDigits: 1 }),
    recognizer: { vendor: "default", language },
    ...(text === "" ? {} : { say: { text, synthesizer } }),
  };
  return JSON.stringify([...says.filter(({ bargeIn }) => !bargeIn).map(say), gather]);
}

function last(next: "transfer" | "hang up", { transferTo }: SpokenSettings): object {
  if (next === "hang up") return { verb: "hangup" };
  const target = /^sips?:/i.test(transferTo)
    ? { type: "sip", sipUri: transferTo }
    : { type: "phone", number: transferTo };
  return { verb: "dial", target: [target] };
}
