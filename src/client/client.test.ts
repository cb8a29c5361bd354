import { afterEach, describe, expect, it, vi } from "vitest";
import { type ClientOptions, createClient } from "./client.ts";
import { NoAnswer, Refusal } from "./refusal.ts";

const NAME = { name: "Salon" };
const BUSY = { code: "unavailable", retryable: true, speech: "Einen Moment, bitte." };
const TAKEN = { code: "slot_taken", retryable: false, title: "Somebody else has the slot" };

interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A server that answers so, one after the other, and the last again and again; "silent": never; "gone": not there. */
function server(...answers: readonly (Response | "silent" | "gone")[]) {
  const sent: Sent[] = [];
  const ask: typeof fetch = async (url, init) => {
    sent.push({
      url: String(url),
      headers: new Headers(init?.headers),
      body: JSON.parse(String(init?.body)),
    });
    const answer = answers[Math.min(sent.length, answers.length) - 1]!;
    if (answer === "gone") throw new TypeError("fetch failed");
    if (answer === "silent") return await never(init?.signal);
    return answer.clone();
  };
  const client = (options: Partial<ClientOptions> = {}) =>
    createClient({ url: "https://desk.example/hook", fetch: ask, ...options });
  return { sent, client };
}

function never(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
}

const answered = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers });

const BOOKING = {
  appointmentTypeId: "t",
  productId: "p",
  slotId: "s",
  start: "2026-12-01T09:00:00.000+01:00",
  booker: {},
};
const BOOKED = { bookingId: "b", slotId: "s", start: BOOKING.start, end: BOOKING.start, status: "confirmed" };

afterEach(() => vi.restoreAllMocks());

describe("a request", () => {
  it("is the action with its members, and the answer comes back", async () => {
    const { client, sent } = server(answered(NAME));
    const headers = { "x-api-key": "slk_1" };
    expect(await client({ headers }).getBusinessName({ entityId: "e" }, { callId: "call-1" })).toEqual(NAME);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      url: "https://desk.example/hook",
      body: { action: "getBusinessName", entityId: "e" },
    });
    expect(sent[0]!.headers.get("x-call-id")).toBe("call-1");
    expect(sent[0]!.headers.get("x-api-key")).toBe("slk_1");
    expect(sent[0]!.headers.has("idempotency-key")).toBe(false);
  });

  it("in another shape is an error, and is not made again", async () => {
    const { client, sent } = server(answered({ title: "Salon" }));
    await expect(client().getBusinessName({ entityId: "e" })).rejects.toThrow(
      "getBusinessName was answered in another shape: name:",
    );
    expect(sent).toHaveLength(1);
  });
});

describe("a refusal", () => {
  it("is told with all that helps, and is not made again", async () => {
    const alternatives = [{ avId: "x", slotStart: BOOKING.start, slotEnd: BOOKING.start }];
    const { client, sent } = server(answered({ ...TAKEN, speech: "Vergeben.", alternatives }, 409));
    const refusal: Refusal = await client()
      .bookAppointment(BOOKING)
      .then(
        () => expect.unreachable(),
        (error) => error,
      );
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ status: 409, code: "slot_taken", speech: "Vergeben.", alternatives });
    expect(refusal.message).toBe("bookAppointment was refused (slot_taken): Somebody else has the slot");
    expect(sent).toHaveLength(1);
  });

  it("with status 200 is one as well; one without a code is unknown", async () => {
    await expect(server(answered(TAKEN)).client().bookAppointment(BOOKING)).rejects.toMatchObject({
      code: "slot_taken",
    });
    const bare = server(answered({ error: "no" }, 400)).client();
    await expect(bare.getBusinessName({ entityId: "e" })).rejects.toMatchObject({
      code: "unknown",
      status: 400,
    });
  });
});

describe("a refusal of a server with other manners", () => {
  it("keeps what can be read where one member cannot", async () => {
    const odd = { code: "slot_taken", speech: "Vergeben.", alternatives: null, missing: null };
    const { client } = server(answered(odd, 409));
    await expect(client().bookAppointment(BOOKING)).rejects.toMatchObject({
      code: "slot_taken",
      speech: "Vergeben.",
      alternatives: [],
    });
  });

  it("is none the less one when it is no JSON, and is not made again", async () => {
    const { client, sent } = server(new Response("<html>Not Found</html>", { status: 404 }));
    await expect(client().getBusinessName({ entityId: "e" })).rejects.toMatchObject({
      name: "Refusal",
      code: "unknown",
      status: 404,
    });
    expect(sent).toHaveLength(1);
  });
});

describe("made again", () => {
  it("is what the server calls retryable, with the same Idempotency-Key", async () => {
    const { client, sent } = server(answered(BUSY, 503), answered(BUSY, 503), answered(BOOKED));
    expect(await client().bookAppointment(BOOKING)).toEqual(BOOKED);
    const keys = sent.map(({ headers }) => headers.get("idempotency-key"));
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
  });

  it("is what got no answer, or one that is no JSON", async () => {
    const { client, sent } = server(
      "gone",
      new Response("<html>Bad Gateway</html>", { status: 502 }),
      answered(NAME),
    );
    expect(await client().getBusinessName({ entityId: "e" })).toEqual(NAME);
    expect(sent).toHaveLength(3);
  });

  it("at most as often as was said; then the last error is told", async () => {
    const { client, sent } = server(answered(BUSY, 503));
    await expect(client({ tries: 2 }).getBusinessName({ entityId: "e" })).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(sent).toHaveLength(2);
    const gone = server("gone");
    await expect(gone.client({ tries: 2 }).getBusinessName({ entityId: "e" })).rejects.toBeInstanceOf(
      NoAnswer,
    );
  });

  it("not past the deadline, also when the server wants a longer pause", async () => {
    const { client, sent } = server(answered(BUSY, 503, { "retry-after": "60" }));
    await expect(client({ deadlineMs: 50 }).getBusinessName({ entityId: "e" })).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(sent).toHaveLength(1);
  });

  it("not before the pause that the server wants", async () => {
    const { client, sent } = server(answered(BUSY, 503, { "retry-after": "0.2" }), answered(NAME));
    vi.spyOn(Math, "random").mockReturnValue(0);
    const from = performance.now();
    expect(await client().getBusinessName({ entityId: "e" })).toEqual(NAME);
    expect(performance.now() - from).toBeGreaterThan(190);
    expect(sent).toHaveLength(2);
  });

  it("when one try takes too long", async () => {
    const { client, sent } = server("silent", answered(NAME));
    expect(await client({ timeoutMs: 20 }).getBusinessName({ entityId: "e" })).toEqual(NAME);
    expect(sent).toHaveLength(2);
  });

  it("not after the caller has hung up", async () => {
    const { client, sent } = server("silent");
    const hangUp = new AbortController();
    const asked = client().getBusinessName({ entityId: "e" }, { signal: hangUp.signal });
    hangUp.abort(new Error("hung up"));
    await expect(asked).rejects.toThrow("hung up");
    expect(sent).toHaveLength(1);
  });
});
