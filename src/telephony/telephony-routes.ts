import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { TimeZone } from "../scheduling/time-zone.ts";
import type { Store } from "../store/store.ts";
import type { CallSettings } from "../voicebot/index.ts";
import { authenticate } from "../webhook/credentials.ts";
import { sendProblem } from "../webhook/send-problem.ts";
import type { Carrier } from "./carrier.ts";
import { jambonz } from "./jambonz.ts";
import { LOST, takeTurn } from "./take-turn.ts";
import { twilio } from "./twilio.ts";

export interface TelephonyDependencies {
  readonly store: Store;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
  readonly settings: TelephonySettings;
}

/** See `Settings`. */
export interface TelephonySettings {
  readonly telephonyKey: string | undefined;
  readonly transferTo: string | undefined;
  readonly twilioAuthToken: string | undefined;
  readonly jambonzSecret: string | undefined;
  readonly publicUrl: string | undefined;
}

const query = z.object({
  turn: z.coerce.number().int().min(0).max(10_000).default(0),
  lang: z.enum(["de", "en"]).default("de"),
  country: z.string().length(2).toUpperCase().default("DE"),
  timezone: z
    .string()
    .refine((zone) => TimeZone.named(zone) !== undefined)
    .default("Europe/Berlin"),
});

/**
 * `POST /telephony/twilio` and `POST /telephony/jambonz`: the reference bot on a real number, for the carriers whose
 * secret is set. It asks the webhook of this server with the key of `telephonyKey`, as any bot does.
 */
export function telephonyRoutes(app: FastifyInstance, dependencies: TelephonyDependencies): void {
  const { telephonyKey, transferTo, twilioAuthToken, jambonzSecret } = dependencies.settings;
  if (telephonyKey === undefined || transferTo === undefined) return;
  const carriers = [
    ...(twilioAuthToken === undefined ? [] : [twilio(twilioAuthToken)]),
    ...(jambonzSecret === undefined ? [] : [jambonz(jambonzSecret)]),
  ];
  const webhook = { headers: { authorization: `Bearer ${telephonyKey}` }, fetch: inProcess(app) };
  for (const carrier of carriers) {
    app.post(`/telephony/${carrier.name}`, async (request, reply) => {
      reply.header("cache-control", "no-store");
      const { store, now, onFault } = dependencies;
      const url = urlOf(request, dependencies.settings.publicUrl);
      if (!carrier.isGenuine(request, url, now())) return await sendProblem(reply, "forbidden");
      const asked = query.safeParse(request.query);
      const read = carrier.read(request);
      if (!asked.success || read === undefined) return await sendProblem(reply, "invalid_request");
      const { event } = read;
      if (event === "none") return await reply.type(carrier.type).send(carrier.nothing);
      const { turn, lang, country, timezone } = asked.data;
      const settings: CallSettings = {
        sipId: read.called,
        language: lang,
        country,
        today: new Intl.DateTimeFormat("sv", { timeZone: timezone }).format(now()),
        callerNumber: read.caller,
      };
      const urlOfTurn = (number: number) => {
        const next = new URL(url);
        next.searchParams.set("turn", String(number));
        return next.href;
      };
      const spokenSettings = { language: lang, urlOf: urlOfTurn, transferTo };
      const send = async (spoken: Parameters<Carrier["write"]>[0]) =>
        await reply.type(carrier.type).send(carrier.write(spoken, spokenSettings));
      try {
        const key = await authenticate(store, telephonyKey, now());
        if (key === undefined)
          throw new Error("telephonyKey is no valid key: `slotline key create` makes one");
        const { accountId } = key;
        const line = { store, accountId, now, webhook: { ...webhook, url: "/webhook", callId: read.callId } };
        return await send(await takeTurn(line, { ...read, event, turn, settings }));
      } catch (error) {
        // A caller is better off with a person than with a carrier's own message about an error.
        onFault(error);
        return await send(LOST);
      }
    });
  }
}

/** As the carrier has it, which is what it signs. */
function urlOf(request: FastifyRequest, publicUrl: string | undefined): string {
  const origin = publicUrl?.replace(/\/$/, "") ?? `${request.protocol}://${request.host}`;
  return origin + request.url;
}

/** The webhook of this very server, by the same way as everybody's requests but for the network. */
function inProcess(app: FastifyInstance): typeof fetch {
  return async (url, init) => {
    const answer = await app.inject({
      method: "POST",
      url: String(url),
      headers: Object.fromEntries(new Headers(init?.headers)),
      payload: String(init?.body),
    });
    return new Response(answer.body, { status: answer.statusCode });
  };
}
