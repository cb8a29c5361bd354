import type { CallSettings, DialogueEvent } from "../voicebot/dialogue.ts";
import { runCall, type WebhookExchange } from "../voicebot/run-call.ts";
import type { Question } from "../voicebot/step.ts";

/** A business that can be called, and whose calendar others fill meanwhile. */
export interface Business {
  /** With its key. */
  readonly webhookUrl: string;
  readonly fetch: typeof fetch;
}

export interface PlayedCall {
  readonly said: readonly string[];
  readonly exchanges: readonly WebhookExchange[];
  /** Line by line, both sides and what was asked of the webhook. */
  readonly transcript: readonly string[];
  readonly ended: "goodbye" | "hand over" | "hang-up";
}

/** The caller's next doing, after what was said and the question they hear; undefined: they hang up. */
export type NextTurn = (
  said: readonly string[],
  question: Question | undefined,
) => Promise<DialogueEvent | undefined>;

export async function playCall(
  settings: CallSettings,
  business: Business,
  callId: string,
  next: NextTurn,
): Promise<PlayedCall> {
  const said: string[] = [];
  const exchanges: WebhookExchange[] = [];
  const transcript: string[] = [];
  let hasHungUp = false;
  const ended = await runCall(
    settings,
    { url: business.webhookUrl, callId, fetch: business.fetch },
    {
      listen: async (question) => {
        const event = (await next(said, question)) ?? { type: "hung up" };
        hasHungUp = event.type === "hung up";
        transcript.push(`Caller: ${event.type === "said" ? event.text : `(${event.type})`}`);
        return event;
      },
      say: (text) => {
        said.push(text);
        transcript.push(`Bot:    ${text}`);
      },
      exchanged: (exchange) => {
        exchanges.push(exchange);
        transcript.push(`  → ${JSON.stringify(exchange.request)} ← ${exchange.status ?? "no answer"}`);
      },
    },
  );
  const played = { said, exchanges, transcript };
  if (ended === "transferred") return { ...played, ended: "hand over" };
  return { ...played, ended: hasHungUp ? "hang-up" : "goodbye" };
}
