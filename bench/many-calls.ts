import type { DialogueEvent } from "../src/voicebot/index.ts";
import { runCall } from "../src/voicebot/index.ts";
import { median } from "./statistics.ts";

/** What calls of the reference bot cost by themselves: a process of its own, whose webhook answers at once from memory. */

export interface ManyCalls {
  readonly calls: number;
  /** Of one call that books, where there is one type, product and agent. */
  readonly requests: number;
  readonly callerTurns: number;
  /** Milliseconds of a turn of one call alone, the webhook's share not counted. */
  readonly turn: { readonly median: number; readonly slowest: number };
  /** Resident, while so many calls wait for their callers' yes. */
  readonly megabytes: number;
}

const CALLS = 1_000;
const WARM_UP = 20;
const TIMED = 100;

const SLOTS = Array.from({ length: 24 }, (_, at) => {
  const clock = `${String(8 + Math.floor(at / 2)).padStart(2, "0")}:${at % 2 === 0 ? "00" : "30"}`;
  const time = `2026-12-03T${clock}:00.000+01:00`;
  return { avId: `slot-${at}`, slotStart: time, slotEnd: time, agentId: "anna" };
});

const ANSWERS: Readonly<Record<string, unknown>> = {
  getEntityForSipId: { entityId: "studio" },
  getBusinessName: { name: "Studio" },
  getAppointmentTypes: [{ id: "massage", name: "Massage" }],
  getAgents: [{ id: "anna", gender: "female", firstname: "Anna", lastname: "Albrecht" }],
  getProducts: [{ id: "half", name: "30 Minuten", duration: 30, description: null, price: 45 }],
  getSlots: SLOTS.filter(({ slotStart }) => slotStart.includes("T10:00")),
  getRequiredInfo: { bookerInfo: ["firstname", "lastname", "phone"], participantInfo: [] },
  bookAppointment: {
    bookingId: "b",
    slotId: "slot-4",
    start: SLOTS[4]!.slotStart,
    end: SLOTS[5]!.slotStart,
    status: "confirmed",
  },
};

const LINES = ["einen Termin am Donnerstag um zehn", "ja", "Erika Musterfrau", "ja", "ja", "nein danke"];
/** Before that line all that the call knows is in its state. */
const READ_BACK = 4;

async function call(
  turns: number[],
  wait?: () => Promise<void>,
): Promise<{ requests: number; said: number }> {
  let requests = 0;
  let said = 0;
  let inWebhook = 0;
  let heard = performance.now();
  const answer: typeof fetch = async (_url, init) => {
    requests += 1;
    const { action } = JSON.parse(String(init?.body)) as { action: string };
    return Response.json(ANSWERS[action]);
  };
  await runCall(
    { sipId: "1", language: "de", country: "DE", today: "2026-11-30", callerNumber: "+493412223344" },
    { url: "http://bench", callId: "1", fetch: answer },
    {
      listen: async (): Promise<DialogueEvent> => {
        turns.push(performance.now() - heard - inWebhook);
        if (said === READ_BACK) await wait?.();
        const text = LINES[said];
        said += 1;
        inWebhook = 0;
        heard = performance.now();
        return text === undefined ? { type: "hung up" } : { type: "said", text };
      },
      say: () => {},
      exchanged: ({ milliseconds }) => {
        inWebhook += milliseconds;
      },
    },
  );
  return { requests, said };
}

for (let count = 0; count < WARM_UP; count += 1) await call([]);
const turns: number[] = [];
let one = { requests: 0, said: 0 };
for (let count = 0; count < TIMED; count += 1) one = await call(turns);

let waiting = 0;
let megabytes = 0;
const everybodyWaits = Promise.withResolvers<void>();
const wait = () => {
  waiting += 1;
  if (waiting === CALLS) {
    megabytes = process.memoryUsage().rss / 1_000_000;
    everybodyWaits.resolve();
  }
  return everybodyWaits.promise;
};
await Promise.all(Array.from({ length: CALLS }, () => call([], wait)));

const found: ManyCalls = {
  calls: CALLS,
  requests: one.requests,
  callerTurns: one.said,
  turn: { median: median(turns), slowest: Math.max(...turns) },
  megabytes,
};
process.stdout.write(`${JSON.stringify(found)}\n`);
