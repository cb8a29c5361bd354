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
import { isSame, twilioSignature } from "./signatures.ts";

/** Twilio's Voice webhooks: forms in, TwiML out. */
export function twilio(authToken: string): Carrier {
  return {
    name: "twilio",
    isGenuine: (request, url) => {
      const signature = request.headers["x-twilio-signature"];
      if (typeof signature !== "string") return false;
      const form = new URLSearchParams(bodyOf(request));
      return spellingsOf(url).some((one) => isSame(signature, twilioSignature(authToken, one, form)));
    },
    read: (request) => {
      const form = new URLSearchParams(bodyOf(request));
      const text = (name: string) => form.get(name) ?? undefined;
      const [callId, called] = [text("CallSid"), text("To")];
      if (callId === undefined || called === undefined) return undefined;
      const isOver = OVER.has(text("CallStatus") ?? "");
      const event = isOver ? "ended" : eventOf(text("Digits"), text("SpeechResult"));
      return { callId, called, caller: numberOf(text("From")), event };
    },
    type: "text/xml; charset=utf-8",
    nothing: "<Response/>",
    write: twimlOf,
  };
}

/** Twilio signs some with the port and some without. */
function spellingsOf(url: string): readonly string[] {
  const [, origin = "", port, rest = ""] =
    /^(https?:\/\/[^/?:]+|https?:\/\/\[[^\]]+\])(:\d+)?(.*)$/.exec(url) ?? [];
  const usual = origin.startsWith("https") ? ":443" : ":80";
  return [url, port === undefined ? origin + usual + rest : origin + rest];
}

const OVER: ReadonlySet<string> = new Set(["completed", "busy", "failed", "no-answer", "canceled"]);

function twimlOf({ turn, says, next, expectsDigits }: SpokenTurn, settings: SpokenSettings): string {
  const language = localeOf(settings);
  const say = ({ text }: SpokenTurn["says"][number]) => `<Say language="${language}">${escaped(text)}</Say>`;
  const verbs =
    next === "listen"
      ? [
          ...says.filter(({ bargeIn }) => !bargeIn).map(say),
          `<Gather input="speech dtmf" method="POST" action="${escaped(settings.urlOf(turn + 1))}" language="${language}"`,
          ` timeout="${SILENCE_SECONDS}" speechTimeout="auto" ${expectsDigits ? 'finishOnKey="#"' : 'numDigits="1"'}`,
          ` actionOnEmptyResult="true">${says
            .filter(({ bargeIn }) => bargeIn)
            .map(say)
            .join("")}</Gather>`,
        ]
      : [...says.map(say), next === "transfer" ? dial(settings.transferTo) : "<Hangup/>"];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${verbs.join("")}</Response>`;
}

function dial(to: string): string {
  return `<Dial>${/^sips?:/i.test(to) ? `<Sip>${escaped(to)}</Sip>` : `<Number>${escaped(to)}</Number>`}</Dial>`;
}

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** For text and attributes; what XML forbids is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ")
    .replace(/[&<>"]/g, (character) => NAMED[character]!);
}
