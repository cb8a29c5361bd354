import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../src/main.ts";
import { isJambonzSignature, jambonzSignature, twilioSignature } from "../src/telephony/signatures.ts";
import { type DeskUnderTest, MONDAY_MORNING, startDesk } from "./harness/desk-under-test.ts";
import { freshPlace } from "./harness/fresh-place.ts";

const TOKEN = "twilio-token-of-this-test";
const SECRET = "jambonz-secret-of-this-test";
const PUBLIC_URL = "https://desk.example.org";
const TRANSFER_TO = "+493419999999";
const CALLED = "+493411234567";
const CALLER = "+493412223344";

let desk: DeskUnderTest;
/** A second server over the same data. */
let other: RunningServer;
beforeAll(async () => {
  const at = await freshPlace();
  // The key is made by a first server; those that answer the telephone are started with it.
  const first = await startDesk({ at: { ...at, remove: async () => {} } });
  const { key: telephonyKey } = first.bot;
  await first.stop();
  const settings = {
    telephonyKey,
    transferTo: TRANSFER_TO,
    twilioAuthToken: TOKEN,
    jambonzSecret: SECRET,
    publicUrl: PUBLIC_URL,
  };
  desk = await startDesk({ at, settings });
  other = await startServer(
    { ...desk.settings, port: 0 },
    { now: () => desk.clock.now, newId: () => `x_${Math.random()}` },
  );
});
afterAll(async () => {
  await other.stop();
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const decoded = (xml: string) =>
  xml
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

let calls = 0;

/** A call as Twilio makes it: each request to where the answer before has sent it, signed. */
function twilioCall({ path = "/telephony/twilio", from = CALLER, to = CALLED } = {}) {
  calls += 1;
  const callSid = `CA${String(calls).padStart(32, "0")}`;
  let next = PUBLIC_URL + path;
  const post = async (url: string, more: Record<string, string>, address = desk.server.address) => {
    const form = new URLSearchParams({
      CallSid: callSid,
      From: from,
      To: to,
      CallStatus: "in-progress",
      ...more,
    });
    const response = await fetch(address + url.slice(PUBLIC_URL.length), {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-twilio-signature": twilioSignature(TOKEN, url, form),
      },
      body: form.toString(),
    });
    const xml = await response.text();
    expect(response.status, xml).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    return xml;
  };
  const send = async (more: Record<string, string> = {}, address?: string) => {
    const xml = await post(next, more, address);
    const action = /action="([^"]*)"/.exec(xml)?.[1];
    if (action !== undefined) next = decoded(action);
    return xml;
  };
  return {
    send,
    say: (words: string, address?: string) => send({ SpeechResult: words, Confidence: "0.9" }, address),
    press: (keys: string) => send({ Digits: keys }),
    /** The last request once more, as a carrier repeats it. */
    post,
    next: () => next,
    callSid,
  };
}

describe("signatures", () => {
  it.each([
    ["+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8B8="],
    ["+12349013030", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="],
  ])("of Twilio's documentation: a call from %s", (from, signature) => {
    const form = new URLSearchParams({
      ...{ CallSid: "CA1234567890ABCDE", Caller: from, Digits: "1234", From: from, To: "+18005551212" },
    });
    expect(twilioSignature("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", form)).toBe(signature);
  });

  it("of jambonz: of the time and the body, not too old, one of several", () => {
    const [body, now] = ['{"call_sid":"1"}', 1_790_847_297_000];
    const right = jambonzSignature(SECRET, now / 1_000, body);
    const is = (header: string | undefined, at = now, text = body) =>
      isJambonzSignature(SECRET, header, { body: text, now: at });
    expect(is(`t=${now / 1_000},v1=${right}`)).toBe(true);
    expect(is(`t=${now / 1_000},v1=0000,v1=${right}`)).toBe(true);
    expect(is(`t=${now / 1_000},v1=${right}`, now + 301_000)).toBe(false);
    expect(is(`t=${now / 1_000},v1=${right}`, now - 301_000)).toBe(false);
    expect(is(`t=${now / 1_000 + 1},v1=${right}`)).toBe(false);
    expect(is(`t=${now / 1_000},v1=${right}`, now, `${body} `)).toBe(false);
    const known = "c6301f1978d7e25ee00944224f41c5870a34a04fbac424b13fef32e6e86b8a7a";
    expect(jambonzSignature("wh_secret", 1_790_847_297, body)).toBe(known);
    for (const header of [undefined, "", "t=,v1=", `v1=${right}`, "t=NaN,v1=x"])
      expect(is(header)).toBe(false);
  });

  it.each(["/telephony/twilio", "/telephony/jambonz"])(
    "%s refuses what has none or a wrong one",
    async (path) => {
      const attempts = [
        {},
        { "x-twilio-signature": "AAAA" },
        { "jambonz-signature": `t=${MONDAY_MORNING / 1_000},v1=00` },
      ];
      for (const headers of attempts) {
        const body = path.endsWith("twilio") ? "CallSid=1&To=2" : '{"call_sid":"1","to":"2"}';
        const response = await fetch(desk.server.address + path, { method: "POST", headers, body });
        expect(response.status).toBe(403);
        expect(await response.json()).toMatchObject({ code: "forbidden" });
      }
    },
  );
});

describe("a call from Twilio", () => {
  it("books an appointment, turn by turn, at whichever server", async () => {
    const call = twilioCall();
    const hello = await call.send();
    expect(hello).toContain(
      '<Gather input="speech dtmf" method="POST" action="https://desk.example.org/telephony/twilio?turn=1"',
    );
    expect(hello).toContain("der automatische Assistent von Physiotherapie Gleichgewicht");
    expect(await call.say("Massage bei Max am Donnerstag um zehn", other.address)).toContain(
      "30 min Massage oder 45 min",
    );
    expect(await call.say("30 Minuten")).toContain("Donnerstag, 3. Dezember, 10 Uhr");
    await call.say("ja", other.address);
    await call.say("Erika Musterfrau");
    expect(await call.press("1")).toContain("Ich fasse zusammen");
    expect(await call.press("1")).toContain("ist gebucht");
    const bye = await call.say("nein danke");
    expect(bye).toMatch(/<Say language="de-DE">.*Auf Wiederhören!<\/Say><Hangup\/><\/Response>$/);
    const [client] = await desk.bot.must("findExistingUser", {
      participant: { lastname: "Musterfrau", phone: CALLER },
    });
    const participant = { lastname: "Musterfrau", phone: CALLER };
    expect(await desk.bot.must("findExistingBooking", { id: client!.id, participant })).toMatchObject([
      { start: "2026-12-03T10:00:00.000+01:00", agent: { id: "agId1" } },
    ]);
  });

  it("speaks the language of its URL", async () => {
    const call = twilioCall({ path: "/telephony/twilio?lang=en&country=GB" });
    const hello = await call.send();
    expect(hello).toContain('<Say language="en-GB">');
    expect(hello).toContain(
      'action="https://desk.example.org/telephony/twilio?lang=en&amp;country=GB&amp;turn=1"',
    );
    expect(await call.say("I want to speak to a person")).toContain(
      `<Dial><Number>${TRANSFER_TO}</Number></Dial>`,
    );
  });

  it("knows silence, and waits for a whole number where one is asked for", async () => {
    const call = twilioCall({ from: "anonymous" });
    await call.send();
    expect(await call.send()).toContain("Sind Sie noch da?");
    await call.say("Massage bei Max am Donnerstag um elf");
    await call.say("30 Minuten");
    expect(await call.say("ja")).toContain('numDigits="1"');
    const phone = await call.say("Uwe Stein");
    expect(phone).toContain("Unter welcher Telefonnummer");
    expect(phone).toContain('finishOnKey="#"');
    expect(await call.press("03412223355")).toContain("Telefon 0 3 4 1 2 2 2 3 3 5 5");
  });

  it("answers a repeated request as before, also at the same time, and does once what it does", async () => {
    const call = twilioCall();
    await call.send();
    await call.say("Massage bei Max am Freitag um neun");
    await call.say("30 Minuten");
    await call.say("ja");
    await call.say("Lena Krause");
    await call.say("ja");
    const url = call.next();
    const same = { SpeechResult: "ja", Confidence: "0.9" };
    const answers = await Promise.all(
      [desk.server.address, other.address, desk.server.address, other.address].map((one) =>
        call.post(url, same, one),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("ist gebucht");
    expect(await call.post(url, same)).toBe(answers[0]);
    const participant = { lastname: "Krause", phone: CALLER };
    const [client] = await desk.bot.must("findExistingUser", { participant });
    expect(await desk.bot.must("findExistingBooking", { id: client!.id, participant })).toHaveLength(1);
  });

  it("forgets what was said when the call ends", async () => {
    const call = twilioCall();
    await call.send();
    await call.say("mein Name ist Erika Musterfrau, ich möchte absagen");
    const stored = () => desk.store.phoneCall("acc-leipzig", call.callSid);
    expect((await stored())?.state).toContain("Musterfrau");
    await call.post(`${PUBLIC_URL}/telephony/twilio`, { CallStatus: "completed" });
    expect((await stored())?.state).toBeNull();
    expect(JSON.stringify(await stored())).not.toContain("Musterfrau");
    expect(await call.send()).toContain("<Hangup/>");
  });

  it("of a number that no business has is put through to a person", async () => {
    const call = twilioCall({ to: "+4915550000000" });
    expect(await call.send()).toContain(`<Number>${TRANSFER_TO}</Number>`);
  });

  it("that nobody knows any more is put through to a person", async () => {
    const call = twilioCall({ path: "/telephony/twilio?turn=7" });
    expect(await call.say("ja")).toContain("<Dial>");
  });

  it("answers a late repeat with the last turn, and goes on from there", async () => {
    const call = twilioCall();
    await call.send();
    const first = call.next();
    await call.say("Massage bei Max");
    const last = await call.say("30 Minuten");
    expect(await call.post(first, { SpeechResult: "Massage bei Max", Confidence: "0.9" })).toBe(last);
  });

  it.each([
    ["493412223344", "+493412223344"],
    ["266696687", undefined],
    ["anonymous", undefined],
    ["sip:+493412223344@carrier.example", "+493412223344"],
  ])("from %s has the caller's number %s", async (from, number) => {
    const call = twilioCall({ from });
    await call.send();
    const state = (await desk.store.phoneCall("acc-leipzig", call.callSid))?.state;
    expect(JSON.parse(state ?? "{}").settings.callerNumber).toBe(number);
  });

  it.each(["493411234567", "sip:+493411234567@carrier.example", "0341 1234567"])(
    "to %s reaches the business that has +49 341 1234567",
    async (to) => {
      expect(await twilioCall({ to }).send()).toContain("Physiotherapie Gleichgewicht");
    },
  );

  it("with a zone that there is not is refused, not broken", async () => {
    const url = `${PUBLIC_URL}/telephony/twilio?timezone=Europe/Leipzig`;
    const form = new URLSearchParams({ CallSid: "CAx", To: CALLED });
    const response = await fetch(desk.server.address + url.slice(PUBLIC_URL.length), {
      method: "POST",
      headers: { "x-twilio-signature": twilioSignature(TOKEN, url, form) },
      body: form.toString(),
    });
    expect(response.status).toBe(422);
  });

  it("may be signed with the port", async () => {
    const form = new URLSearchParams({ CallSid: "CAport", To: CALLED });
    const response = await fetch(`${desk.server.address}/telephony/twilio`, {
      method: "POST",
      headers: { "x-twilio-signature": twilioSignature(TOKEN, `${PUBLIC_URL}:443/telephony/twilio`, form) },
      body: form.toString(),
    });
    expect(response.status).toBe(200);
  });

  it("says names as they are, in XML as XML wants them", async () => {
    await desk.apply(`
account: { id: acc-markup, name: Markup }
entities: [{ id: markup, name: "Haar & <Bart> \\"Schön\\"", sipIds: ["+4930111"], timezone: Europe/Berlin }]`);
    const { key } = await desk.botOf("acc-markup");
    const server = await startServer(
      { ...desk.settings, port: 0, telephonyKey: key },
      { now: () => desk.clock.now, newId: () => `m_${Math.random()}` },
    );
    try {
      const call = twilioCall({ to: "+4930111" });
      expect(await call.send({}, server.address)).toContain("von Haar &amp; &lt;Bart&gt; &quot;Schön&quot;.");
    } finally {
      await server.stop();
    }
  });
});

/** A call as jambonz makes it. */
function jambonzCall() {
  calls += 1;
  const callSid = `jambonz-${calls}`;
  let next = `${PUBLIC_URL}/telephony/jambonz`;
  const send = async (more: object = {}) => {
    const body = JSON.stringify({
      call_sid: callSid,
      from: CALLER,
      to: CALLED,
      call_status: "in-progress",
      ...more,
    });
    const seconds = Math.floor(desk.clock.now / 1_000);
    const response = await fetch(desk.server.address + next.slice(PUBLIC_URL.length), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "jambonz-signature": `t=${seconds},v1=${jambonzSignature(SECRET, seconds, body)}`,
      },
      body,
    });
    expect(response.status).toBe(200);
    const verbs = (await response.json()) as { verb: string; actionHook?: string; say?: { text: string } }[];
    next = verbs.find(({ verb }) => verb === "gather")?.actionHook ?? next;
    return verbs;
  };
  const say = (transcript: string) =>
    send({
      reason: "speechDetected",
      speech: { is_final: true, alternatives: [{ confidence: 0.9, transcript }] },
    });
  return { send, say, press: (digits: string) => send({ reason: "dtmfDetected", digits }) };
}

describe("a call from jambonz", () => {
  it("books an appointment", async () => {
    const call = jambonzCall();
    const [gather] = await call.send({ call_status: "trying" });
    expect(gather).toMatchObject({
      verb: "gather",
      actionHook: "https://desk.example.org/telephony/jambonz?turn=1",
      input: ["speech", "digits"],
      bargein: true,
      recognizer: { language: "de-DE" },
      say: { text: expect.stringContaining("Physiotherapie Gleichgewicht") },
    });
    await call.say("Krankengymnastik bei Frau Öztürk am Mittwoch um neun");
    await call.say("ja");
    await call.say("Karl Heide");
    const readBack = await call.say("fünfundzwanzigster siebter fünfundachtzig");
    expect(readBack.at(-1)?.say?.text).toContain("die Nummer");
    expect((await call.press("1")).at(-1)?.say?.text).toContain("Ich fasse zusammen");
    expect((await call.press("1")).at(-1)?.say?.text).toContain("ist gebucht");
    expect((await call.say("nein danke")).map(({ verb }) => verb)).toEqual(["say", "hangup"]);
  });

  it("knows silence, a person and the end", async () => {
    const call = jambonzCall();
    await call.send();
    expect((await call.send({ reason: "timeout" })).at(-1)?.say?.text).toBe("Sind Sie noch da?");
    expect(await call.say("einen Mitarbeiter bitte")).toMatchObject([
      { verb: "say" },
      { verb: "dial", target: [{ type: "phone", number: TRANSFER_TO }] },
    ]);
    const leg = { call_sid: "leg", parent_call_sid: "caller", direction: "outbound", call_status: "ringing" };
    expect(await call.send(leg)).toEqual([]);
    expect(await desk.store.phoneCall("acc-leipzig", "leg")).toBeUndefined();
    expect(await call.send({ call_status: "completed" })).toEqual([{ verb: "hangup" }]);
  });
});

it("a carrier whose secret is not set is not there", async () => {
  const plain = await startDesk();
  try {
    for (const path of ["/telephony/twilio", "/telephony/jambonz"]) {
      const response = await fetch(plain.server.address + path, { method: "POST", body: "x" });
      expect(response.status).toBe(404);
    }
  } finally {
    await plain.stop();
  }
});

it("a key that is not valid is a fault of the server, and the caller gets a person", async () => {
  const faults: unknown[] = [];
  const settings = { ...desk.settings, port: 0, telephonyKey: "slk_wrong" };
  const server = await startServer(
    settings,
    { now: () => desk.clock.now, newId: () => `w_${Math.random()}` },
    (fault) => faults.push(fault),
  );
  try {
    const call = twilioCall();
    expect(await call.send({}, server.address)).toContain("<Dial>");
    expect(String(faults[0])).toContain("telephonyKey is no valid key");
  } finally {
    await server.stop();
  }
});
