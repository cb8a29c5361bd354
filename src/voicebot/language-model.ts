import { z } from "zod";
import type { MapWords } from "./run-call.ts";

export interface LanguageModel {
  /** Of an OpenAI-compatible server, up to `/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
  readonly fetch?: typeof fetch;
}

/** A caller is waiting; what comes later is not used. */
const PATIENCE_MS = 3_000;

const answer = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * Asks a language model which of some sentences means the same as what a caller said. All it can answer is the number of
 * one: no fact, time or name can come from it. Whatever goes wrong is none of them.
 */
export function languageModel({ url, model, key, fetch: send = fetch }: LanguageModel): MapWords {
  return async (text, choices) => {
    const list = choices.map((choice, at) => `${at + 1}. ${choice}`).join("\n");
    const instruction = `Somebody on the telephone says something to a booking desk. Which of these sentences means the same?\n${list}\nAnswer with its number alone, or with 0 if none does.`;
    try {
      const response = await send(`${url.replace(/\/$/, "")}/chat/completions`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({
          model,
          temperature: 0,
          max_tokens: 4,
          messages: [
            { role: "system", content: instruction },
            { role: "user", content: text },
          ],
        }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const [first] = answer.parse(await response.json()).choices;
      const [, number] = /^\s*(\d{1,2})\b/.exec(first!.message.content) ?? [];
      return choices[Number(number ?? 0) - 1];
    } catch {
      return undefined;
    }
  };
}
