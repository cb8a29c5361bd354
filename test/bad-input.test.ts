import { connect, type Socket } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseFile } from "../src/places.ts";
import { type DeskUnderTest, startDesk } from "./harness/desk-under-test.ts";
import { readableData } from "./harness/fresh-place.ts";

/** Far longer than any answer takes; past it the request counts as hanging. */
const HANGS_AFTER_MS = 5_000;

/** A request that is never finished is given up by then: the server's ten seconds, and some for looking. */
const HALF_OPEN_MS = 15_000;

const LEAST_CASES = 300;

/** A request that can change nothing, and what may be answered to it besides a problem. */
interface Case {
  readonly what: string;
  readonly body?: string | Uint8Array<ArrayBuffer> | undefined;
  readonly method?: string;
  /** With KEY where the key goes. */
  readonly path?: string;
  readonly headers?: Record<string, string>;
  /** Allowed are any 4xx, or just these statuses. */
  readonly statuses?: readonly number[];
  /** The problem's code, when there can be no other. */
  readonly code?: string;
  /** The path that `issues` must name, when it is invalid_request. */
  readonly issue?: string;
}

let desk: DeskUnderTest;
let before: Record<string, unknown[]>;
let halfOpen: Promise<string>[];
const sockets: Socket[] = [];

beforeAll(async () => {
  desk = await startDesk();
  const [slot] = await desk.bot.slots({ ...MASSAGE, dateTime: "2026-12-01" });
  // Something to lose: a booking with all that belongs to it.
  await desk.bot.must("bookAppointment", {
    ...MASSAGE,
    slotId: slot!.avId,
    start: slot!.slotStart,
    booker: { firstname: "Erika", lastname: "Musterfrau", phone: "0341 2223344" },
  });
  before = await dump();
  // Begun now and never finished: the server's patience with them runs while everything else is tested.
  const { key } = desk.bot;
  halfOpen = [
    raw("\r\n".repeat(100), HALF_OPEN_MS),
    raw(`POST /webhook/${key} HTT`, HALF_OPEN_MS),
    raw(`POST /webhook/${key} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n`, HALF_OPEN_MS),
    raw(`POST /webhook/${key} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"action":`, HALF_OPEN_MS),
    raw(
      `POST /webhook/${key} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a`,
      HALF_OPEN_MS,
    ),
  ];
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await desk.stop();
});

const MASSAGE = { appointmentTypeId: "abc1", productId: "prId1" };
const START = "2026-12-01T10:00:00.000+01:00";

/** A request of each action that is right but for ids that do not exist, so that none can change anything. */
const REQUESTS: Readonly<Record<string, Record<string, unknown>>> = {
  getEntityForSipId: { sipId: "phoneSipId12345678" },
  getBusinessName: { entityId: "xyzBusinessEntityId" },
  getAppointmentTypes: { entityId: "xyzBusinessEntityId" },
  getAgents: { entityId: "xyzBusinessEntityId", appointmentTypeId: "abc1" },
  getProducts: { entityId: "xyzBusinessEntityId", appointmentTypeId: "abc1" },
  getAppointmentTypesWithProducts: { entityId: "xyzBusinessEntityId" },
  getSlots: { ...MASSAGE, agentId: "agId1", dateTime: "2026-12-01", timezone: "Europe/Berlin" },
  getRequiredInfo: { productId: "prId1" },
  bookAppointment: {
    ...MASSAGE,
    slotId: "abcSlotId",
    start: START,
    booker: user(),
    participant: user(),
  },
  findExistingUser: { participant: user() },
  findExistingBooking: { id: "abcUserId" },
  modifyAppointment: { bookingId: "bk_0", slotIdOld: "old", slotIdNew: "new", start: START },
  cancelAppointment: { bookingId: "bk_0", slotId: "slot", start: START },
};

function user(): Record<string, unknown> {
  return {
    id: "abcUserId",
    firstname: "Max",
    lastname: "Mustermann",
    lastlame: "Mustermann",
    email: "max.mustermann@mailinator.com",
    dob: "1985-07-25",
    phone: "+49-341-1234567",
    street: "Beispiel Str. 2",
    zip: "01044",
    city: "Musterstadt",
    country: "Musterland",
  };
}

/** Members that a request may leave out; for them null and "" mean absent. */
const OPTIONAL =
  /^(?:agentId|timezone|participant|user|(?:getAgents|getProducts) entityId|(?:booker|participant)\..*)$/;

const LONG = "ä".repeat(5_000);

/** What a member can be instead of right, as the JSON that is written in its place. */
const WRONG_VALUES: readonly [what: string, json: string][] = [
  ["a number", "42"],
  ["a boolean", "true"],
  ["a list", '["prId1"]'],
  ["an object", '{"$ne":null}'],
  ["too long", JSON.stringify(LONG)],
  ["a lone surrogate", '"a\\ud800b"'],
  ["a lone low surrogate", '"\\udfff"'],
  ["NUL", '"a\\u0000b"'],
  ["a control character", '"a\\u0007b\\u001b[31m"'],
  ["C1 control characters", '"a\\u0085b\\u009f"'],
];

/** Paths of all members, `booker.firstname` included. */
function pathsOf(request: Record<string, unknown>): string[] {
  return Object.entries(request).flatMap(([name, value]) =>
    typeof value === "object" && value !== null
      ? [name, ...Object.keys(value).map((inner) => `${name}.${inner}`)]
      : [name],
  );
}

/** The request as JSON with other text where the member's value stood; undefined leaves the member out. */
function withMember(action: string, path: string, json: string | undefined): string {
  const [outer, inner] = path.split(".") as [string, string?];
  const written = (members: Record<string, unknown>, name: string, text: string | undefined) =>
    `{${Object.entries(members)
      .map(([key, value]) => [key, key === name ? text : JSON.stringify(value)] as const)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${JSON.stringify(key)}:${value}`)
      .join(",")}}`;
  const request = { action, ...REQUESTS[action] };
  if (inner === undefined) return written(request, outer, json);
  return written(request, outer, written(REQUESTS[action]![outer] as Record<string, unknown>, inner, json));
}

function memberCases(): Case[] {
  const cases: Case[] = [];
  for (const [action, request] of Object.entries(REQUESTS)) {
    for (const path of pathsOf(request)) {
      const isOptional = OPTIONAL.test(path) || OPTIONAL.test(`${action} ${path}`);
      // A whole participant is what findExistingUser is about.
      const mayLeaveOut = isOptional && !(action === "findExistingUser" && path === "participant");
      const absent = mayLeaveOut ? { statuses: [200, 404, 422] } : { code: "invalid_request", issue: path };
      cases.push({
        what: `${action}: ${path} missing`,
        body: withMember(action, path, undefined),
        ...absent,
      });
      cases.push({ what: `${action}: ${path} null`, body: withMember(action, path, "null"), ...absent });
      const isObject = typeof request[path] === "object";
      const empty = isObject ? { code: "invalid_request", issue: path } : absent;
      cases.push({ what: `${action}: ${path} empty`, body: withMember(action, path, '""'), ...empty });
      for (const [what, json] of WRONG_VALUES) {
        const isUser = isObject && what === "an object";
        cases.push({
          what: `${action}: ${path} ${what}`,
          body: withMember(action, path, json),
          ...(isUser ? {} : { code: "invalid_request", issue: path }),
        });
      }
    }
    for (const member of ["entityId", "callId"]) {
      for (const [what, json] of WRONG_VALUES) {
        if (member in request) continue;
        const body = `{"action":"${action}",${JSON.stringify(request).slice(1, -1)},"${member}":${json}}`;
        cases.push({ what: `${action}: ${member} ${what}`, body, code: "invalid_request", issue: member });
      }
    }
  }
  return cases;
}

function formCases(): Case[] {
  const values: readonly [action: string, path: string, values: readonly unknown[]][] = [
    [
      "bookAppointment",
      "start",
      ["", "now", "2026-12-01", "2026-02-30T10:00", "2026-12-01T24:01Z", "T10:00"],
    ],
    [
      "bookAppointment",
      "start",
      ["+002026-12-01T10:00Z", "2026-12-01T10:00+99:99", `${START}[x=y`, "1764579600"],
    ],
    ["bookAppointment", "booker.dob", ["31.02.1985", "1985-02-29", "0000-00-00", "unknown"]],
    ["bookAppointment", "booker.email", ["max", "max@", "@x"]],
    ["cancelAppointment", "start", ["yesterday", "2026-12-01 10:00"]],
    ["modifyAppointment", "start", ["2026-12-01T10:00:00.000+01:00Z", "٢٠٢٦-12-01T10:00"]],
    [
      "getSlots",
      "dateTime",
      ["2026-02-30", "2026-12-01T99:00", "{}", "' or 1=1 --", "\u202e", "💥", "-", "0"],
    ],
    [
      "getSlots",
      "timezone",
      ["Mars/Base", "+01:00", "Europe/Berlin\u200b", "../../etc/passwd", "x".repeat(128)],
    ],
  ];
  return values.flatMap(([action, path, bad]) =>
    bad.map((value) => ({
      what: `${action}: ${path} ${JSON.stringify(value)}`,
      body: withMember(action, path, JSON.stringify(value)),
      code: "invalid_request",
      issue: path,
    })),
  );
}

const ASK = '{"action":"getBusinessName","entityId":"xyzBusinessEntityId"}';
const FULL = JSON.stringify({ action: "bookAppointment", ...REQUESTS.bookAppointment });

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : [...part])),
  );
}

function bodyCases(): Case[] {
  const malformed = (what: string, body: Case["body"]): Case => ({ what, body, code: "malformed_json" });
  const utf8 = (what: string, wrong: readonly number[]) =>
    malformed(`not UTF-8: ${what}`, bytes(ASK.slice(0, 40), wrong, ASK.slice(40)));
  const cut = Array.from({ length: 24 }, (_, index) => Math.floor((FULL.length * index) / 24));
  return [
    ...cut.map((length) => malformed(`cut after ${length} characters`, FULL.slice(0, length))),
    malformed("no body at all", undefined),
    malformed("blanks", " \n\t "),
    malformed("NUL bytes", "\0\0\0\0"),
    malformed("a list", `[${ASK}]`),
    malformed("null", "null"),
    malformed("a text", '"getSlots"'),
    malformed("a number", "17"),
    malformed("two objects", `${ASK}${ASK}`),
    malformed("an object and more", `${ASK}x`),
    malformed("a comma too many", '{"action":"getBusinessName","entityId":"x",}'),
    malformed("single quotes", "{'action':'getBusinessName'}"),
    malformed("bare names", '{action:"getBusinessName"}'),
    malformed("a comment", `${ASK.slice(0, -1)}/* */}`),
    malformed("NaN", `${ASK.slice(0, -1)},"x":NaN}`),
    malformed("Infinity", `${ASK.slice(0, -1)},"x":Infinity}`),
    malformed("-Infinity", `${ASK.slice(0, -1)},"x":-Infinity}`),
    malformed("undefined", `${ASK.slice(0, -1)},"x":undefined}`),
    malformed("a hexadecimal number", `${ASK.slice(0, -1)},"x":0x1f}`),
    malformed("a raw line break in a text", '{"action":"get\nBusinessName"}'),
    malformed("an escape that is none", '{"action":"\\x67etBusinessName"}'),
    malformed("a form", "action=getBusinessName&entityId=xyzBusinessEntityId"),
    malformed("XML", "<action>getBusinessName</action>"),
    malformed("nested 10,000 deep", `{"action":${"[".repeat(10_000)}${"]".repeat(10_000)}}`),
    malformed("objects nested 6,000 deep", `${'{"a":'.repeat(6_000)}1${"}".repeat(6_000)}`),
    malformed("nested 10,000 deep and cut", "[".repeat(10_000)),
    malformed("nested a little too deep", `${ASK.slice(0, -1)},"x":${"[".repeat(16)}${"]".repeat(16)}}`),
    utf8("a lone continuation byte", [0x80]),
    utf8("a cut sequence", [0xe2, 0x82]),
    utf8("an overlong slash", [0xc0, 0xaf]),
    utf8("an encoded surrogate", [0xed, 0xa0, 0x80]),
    utf8("past the last code point", [0xf4, 0x90, 0x80, 0x80]),
    utf8("0xFF", [0xff]),
    utf8("ISO 8859-1", [0xfc]),
    malformed("UTF-16", bytes([0xff, 0xfe], [...Buffer.from(ASK, "utf16le")])),
    malformed("gzip", bytes([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])),
    malformed("a duplicate key", '{"action":"getBusinessName","action":"getSlots"}'),
    malformed("a duplicate key of equal values", `${ASK.slice(0, -1)},"entityId":"xyzBusinessEntityId"}`),
    malformed("a duplicate key in an escaped spelling", `${ASK.slice(0, -1)},"\\u0061ction":"getSlots"}`),
    malformed("a duplicate key in two escaped spellings", `{"a":1,"\\u0061":2,"\\u{61}":3}`),
    malformed("a nested duplicate key", '{"action":"findExistingUser","participant":{"id":"a","id":"b"}}'),
    malformed("a duplicate key in a list", '{"action":"findExistingUser","x":[1,{"a":{"b":1,"b":1}}]}'),
    malformed(
      "a nested duplicate key in an escaped spelling",
      '{"action":"findExistingUser","participant":{"phone":"1","ph\\u006fne":"2"}}',
    ),
    malformed("a duplicate unknown member", `${ASK.slice(0, -1)},"x":1,"x":2}`),
    malformed("a duplicate empty name", `${ASK.slice(0, -1)},"":1,"":2}`),
    malformed("__proto__", `${ASK.slice(0, -1)},"__proto__":{"action":"getSlots"}}`),
    malformed("__proto__ escaped", `${ASK.slice(0, -1)},"\\u005f_proto__":null}`),
    malformed(
      "a nested __proto__",
      '{"action":"findExistingUser","participant":{"__proto__":{"id":"abcUserId"}}}',
    ),
    malformed("__proto__ twice", '{"__proto__":1,"__proto__":2}'),
    { what: "1 MiB", body: `{"action":"${"x".repeat(1_048_576)}"}`, code: "payload_too_large" },
    { what: "1 MiB of blanks", body: " ".repeat(1_048_576), code: "payload_too_large" },
    { what: "a byte past 64 KiB", body: ASK.padEnd(65_537, " "), code: "payload_too_large" },
    { what: "an empty object", body: "{}", code: "unknown_action" },
    { what: "60,000 members", body: `{${many(6_000)}}`, code: "unknown_action" },
    {
      what: "constructor",
      body: '{"constructor":{"prototype":{"action":"getSlots"}}}',
      code: "unknown_action",
    },
    ...[
      "constructor",
      "toString",
      "__defineGetter__",
      "hasOwnProperty",
      "valueOf",
      "getslots",
      "getSlots ",
    ].map((action) => ({
      what: `the action ${action}`,
      body: JSON.stringify({ action }),
      code: "unknown_action",
    })),
    { what: "the action __proto__", body: '{"action":"__proto__"}', code: "unknown_action" },
    {
      what: "an action of 60,000 characters",
      body: `{"action":"${"x".repeat(60_000)}"}`,
      code: "unknown_action",
    },
    { what: "a BOM before a right body", body: bytes([0xef, 0xbb, 0xbf], ASK), statuses: [200] },
    {
      what: "constructor and prototype beside right members",
      body: `${ASK.slice(0, -1)},"constructor":1,"prototype":[],"toString":null}`,
      statuses: [200],
    },
    {
      what: "escaped spellings of a right body",
      body: '{"\\u0061ction":"\\u0067etBusinessName","entityId":"x"}',
    },
    {
      what: "numbers past all bounds",
      body: `${ASK.slice(0, -1)},"x":1e999999,"y":-0,"z":1E-9}`,
      statuses: [200],
    },
    {
      what: "a User of another shape",
      body: '{"action":"findExistingUser","participant":{"constructor":{"id":"abcUserId"}}}',
      code: "too_broad",
    },
  ];
}

function many(count: number): string {
  return Array.from({ length: count }, (_, index) => `"m${index}":1`).join(",");
}

function httpCases(): Case[] {
  const methods = ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"];
  const types = [
    "",
    "text/plain",
    "text/html",
    "application/xml",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    "application/json; charset=",
    "application/json, text/plain",
    "json",
    ";;;",
    "/",
    `application/${"x".repeat(4_000)}`,
  ];
  const paths = [
    "/webhook/%",
    "/webhook/%zz",
    "/webhook/%ff%fe",
    "/webhook/%00",
    "/webhook/%E0%A4%A",
    "/webhook/%c0%af",
    "/webhook/..%2f..%2fetc%2fpasswd",
    "/webhook/.%2e/",
    "/webhook/KEY%00",
    "/webhook/KEY%20",
    "/webhook/%20KEY",
    "/webhook/KEY/",
    "/webhook/KEY/getSlots",
    "/webhook//KEY",
    "//webhook/KEY",
    "/webhook;x=KEY",
    "/WEBHOOK/KEY",
    "/webhookKEY",
    "/",
    "/api",
    "/%",
    "/%ff",
    "/webhook/*",
    "/webhook/:key",
    "/webhook/💥",
    `/webhook/${"x".repeat(257)}`,
    `/webhook/${"x".repeat(8_000)}`,
    `/${"x/".repeat(2_000)}`,
  ];
  const queries = [
    "key",
    "key=",
    "key=%",
    "key=%ff",
    "key=%00",
    "key=&key=",
    "key[]=KEY",
    "key[0]=KEY",
    "key.x=KEY",
    "__proto__=1",
    "__proto__[key]=KEY",
    "constructor=KEY",
    "KEY",
    "&&&===&",
    "key=wrong&key=KEY",
    `key=${"x".repeat(8_000)}`,
    `${"a=b&".repeat(1_500)}`,
    "?",
    "#",
  ];
  return [
    ...methods.flatMap((method) =>
      ["/webhook", "/webhook/", "/webhook/KEY", "/webhook/wrong"].map((path) => ({
        what: `${method} ${path}`,
        method,
        path,
        code: "method_not_allowed",
        statuses: [405],
      })),
    ),
    ...types.map((type) => ({
      what: `a body that is no JSON as ${JSON.stringify(type.slice(0, 40))}`,
      headers: { "content-type": type },
      body: "--x\r\ncontent-disposition: form-data; name=action\r\n\r\ngetSlots\r\n--x--",
      code: "malformed_json",
    })),
    ...paths.map((path) => ({ what: `path ${path.slice(0, 40)} (${path.length})`, path, body: "{}" })),
    ...queries.map((query) => ({
      what: `query ${query.slice(0, 40)}`,
      path: `/webhook?${query}`,
      body: "{}",
      code: "unauthorized",
    })),
    ...["Bearer", "Bearer ", "Bearer a b", "Basic KEY", "Digest x", "\u00fc", ",", "Bearer ''", "null"].map(
      (authorization) => ({
        what: `authorization ${JSON.stringify(authorization)}`,
        path: "/webhook",
        headers: { authorization },
        body: ASK,
        code: "unauthorized",
      }),
    ),
    {
      what: "500 headers",
      headers: Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x-${index}`, "y"])),
      body: "{",
      code: "malformed_json",
    },
    { what: "a header of 10,000 characters", headers: { "x-big": "a".repeat(10_000) }, body: "{" },
    { what: "a header of 100,000 characters", headers: { "x-big": "a".repeat(100_000) }, body: ASK },
    {
      what: "odd headers that count",
      headers: {
        "x-call-id": "\u00ff".repeat(3_000),
        "idempotency-key": "\u00e4 '\";--",
        "content-encoding": "br",
      },
      body: '{"action":"getBusinessName","entityId":"nowhere"}',
      code: "unknown_entity",
    },
  ];
}

const POST = "POST /webhook/KEY HTTP/1.1\r\nHost: x\r\n";

/** What is no request, or only the beginning of one. */
const RAW: Readonly<Record<string, string | Uint8Array>> = {
  "bytes of all values": Uint8Array.from({ length: 4_096 }, (_, index) => (index * 7 + 13) % 256),
  "a TLS greeting": Buffer.from("16030100c8010000c40303".padEnd(400, "5a"), "hex"),
  "an HTTP/2 greeting": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "an SSH greeting": "SSH-2.0-OpenSSH_9.9\r\n",
  "a request line only of blanks": "   \r\n\r\n",
  "no method": " /webhook HTTP/1.1\r\nHost: x\r\n\r\n",
  "an unknown method": "FOO /webhook HTTP/1.1\r\nHost: x\r\n\r\n",
  "no version": "POST /webhook\r\nHost: x\r\n\r\n",
  "another version": "POST /webhook HTTP/9.9\r\nHost: x\r\n\r\n",
  "no host": "POST /webhook/KEY HTTP/1.1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
  "an expectation nobody can meet": `${POST}Expect: tea\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
  "two lengths": `${POST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
  "a length that is none": `${POST}Content-Length: two\r\n\r\n{}`,
  "a negative length": `${POST}Content-Length: -2\r\n\r\n{}`,
  "a length past all bounds": `${POST}Content-Length: ${"9".repeat(30)}\r\n\r\n{}`,
  "a length and chunks": `${POST}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  "chunks of no size": `${POST}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
  "an encoding that is none": `${POST}Transfer-Encoding: tea\r\n\r\n{}`,
  "a header without a colon": "POST /webhook/KEY HTTP/1.1\r\nHost x\r\n\r\n",
  "a header name with a blank": `${POST}X Y: z\r\n\r\n`,
  "a NUL in a header": `${POST}X-Y: a\0b\r\n\r\n`,
  "100 kB of a header": `${POST}X-Y: ${"a".repeat(100_000)}\r\n\r\n`,
  "100 kB of a path": `POST /webhook/${"a".repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  "100 kB of a request line": "a".repeat(100_000),
  "a declared body of 1 MiB": `${POST}Connection: close\r\nContent-Length: 1048576\r\n\r\n{`,
  "an asterisk": "POST * HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
  TRACE: "TRACE /webhook/KEY HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
  PROPFIND: "PROPFIND /webhook/KEY HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
  "a pipelined second request that is none": `${POST}Content-Length: 2\r\n\r\n{}garbage\r\n\r\n`,
};

const CASES: readonly Case[] = [...memberCases(), ...formCases(), ...bodyCases(), ...httpCases()];

async function answerTo({ body, method = "POST", path = "/webhook/KEY", headers = {} }: Case) {
  const { key } = desk.bot;
  const response = await fetch(desk.server.address + path.replaceAll("KEY", key), {
    method,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace("KEY", key)]),
    ),
    ...(body === undefined ? {} : { body }),
    redirect: "manual",
    signal: AbortSignal.timeout(HANGS_AFTER_MS),
  });
  return {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    text: await response.text(),
  };
}

async function check(one: Case): Promise<void> {
  const { status, type, text } = await answerTo(one);
  const body = JSON.parse(text);
  if (status === 200) {
    expect(one.statuses).toContain(200);
    expect(type).toMatch(/^application\/json\b/);
    expect(body).not.toHaveProperty("code");
    return;
  }
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  if (one.statuses !== undefined) expect(one.statuses).toContain(status);
  expect(type).toMatch(/^application\/problem\+json\b/);
  expect(body).toMatchObject({
    status,
    title: expect.any(String),
    speech: expect.any(String),
    retryable: false,
  });
  if (one.code !== undefined) expect(body.code).toBe(one.code);
  if (one.issue !== undefined) {
    const paths: string[] = body.issues.map((issue: { path: string }) => issue.path);
    expect(
      paths.some((path) => path === one.issue || path.startsWith(`${one.issue}.`)),
      paths.join(),
    ).toBe(true);
  }
}

/** What a socket gets for those bytes until the server hangs up, or has been given so much time. */
async function raw(data: string | Uint8Array, giveUpAfterMs = HANGS_AFTER_MS): Promise<string> {
  return await new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(desk.server.address).port), "127.0.0.1");
    sockets.push(socket);
    let got = "";
    socket.setEncoding("latin1").on("data", (chunk) => {
      got += chunk;
    });
    // A server that hangs up while we still write resets the connection: an answer may be lost, no harm done.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(giveUp);
      resolve(got);
    });
    const giveUp = setTimeout(() => {
      socket.destroy();
      reject(new Error(`not hung up after ${giveUpAfterMs} ms; got ${JSON.stringify(got.slice(0, 200))}`));
    }, giveUpAfterMs);
    socket.write(data);
  });
}

/** Whatever was answered is whole HTTP with a JSON problem in it. */
function expectRawProblem(got: string): void {
  expect(got).toMatch(/^HTTP\/1\.1 4\d\d /);
  const last = got.slice(got.lastIndexOf("HTTP/1.1 "));
  const [head, ...rest] = last.split("\r\n\r\n");
  expect(head!.toLowerCase()).toContain("content-type: application/problem+json");
  expect(JSON.parse(rest.join("\r\n\r\n"))).toMatchObject({ code: expect.any(String) });
}

/** Every row of every table but the trail of look-ups, which notes refused ones too, and what the login makes for itself. */
async function dump(): Promise<Record<string, string[]>> {
  const database = new DatabaseSync(databaseFile(await readableData(desk.place)), { readOnly: true });
  try {
    const tables = database
      .prepare(
        "select name from sqlite_master where type = 'table' and name not in ('lookup_audit', 'server_secrets') order by name",
      )
      .all() as { name: string }[];
    return Object.fromEntries(
      tables.map(({ name }) => {
        const rows = database.prepare(`select * from "${name}"`).all();
        return [name, rows.map((row) => JSON.stringify(row)).sort()];
      }),
    );
  } finally {
    database.close();
  }
}

it(`there are at least ${LEAST_CASES} cases, each another one`, () => {
  expect(CASES.length).toBeGreaterThanOrEqual(LEAST_CASES);
  const seen = new Set<string>();
  const repeated = CASES.map((one) => one.what).filter((what) => seen.size === seen.add(what).size);
  expect(repeated).toEqual([]);
});

it("the requests that the cases spoil are understood as they are", async () => {
  for (const [action, request] of Object.entries(REQUESTS)) {
    const { status, body } = await desk.bot.call(action, request);
    const expected = action === "bookAppointment" ? "unknown_slot" : "unknown_booking";
    if (/^(?:book|modify|cancel)/.test(action)) expect(body.code).toBe(expected);
    else expect(status, action).toBe(200);
  }
});

describe("never a 5xx, never a hang, never a body that is not JSON", () => {
  it.each(CASES)("$what", check);
});

describe("what is no HTTP request is answered in JSON or hung up on", () => {
  it.each(Object.entries(RAW))("%s", async (_what, data) => {
    const text = typeof data === "string" ? data.replaceAll("KEY", desk.bot.key) : data;
    const got = await raw(text);
    if (got !== "") expectRawProblem(got);
  });
});

describe("a caller who goes away", () => {
  it("in the middle of a request does no harm", async () => {
    for (let length = 0; length < 12; length += 1) {
      const head = `${POST.replace("KEY", desk.bot.key)}Content-Length: ${FULL.length}`;
      const request = `${head}\r\n\r\n${FULL}`;
      const socket = connect(Number(new URL(desk.server.address).port), "127.0.0.1");
      socket.on("error", () => undefined);
      socket.write(request.slice(0, Math.floor((request.length * length) / 12)));
      await new Promise((resolve) => socket.once("connect", resolve));
      socket.resetAndDestroy();
    }
  });

  it("before the answer does no harm", async () => {
    for (let time = 0; time < 10; time += 1) {
      const aborted = new AbortController();
      const answer = fetch(`${desk.server.address}/webhook/${desk.bot.key}`, {
        method: "POST",
        body: FULL,
        signal: aborted.signal,
      });
      setImmediate(() => aborted.abort());
      await answer.then(
        (response) => response.body?.cancel(),
        () => undefined,
      );
    }
  });
});

describe("after all of this", () => {
  it("requests that were begun and never finished have been hung up on, with a problem", async () => {
    for (const got of await Promise.all(halfOpen)) expectRawProblem(got);
  });

  it("nothing in the store has changed", async () => {
    expect(await dump()).toEqual(before);
    expect(before.bookings).toHaveLength(1);
  });

  it("Slotline has found no fault in itself", () => {
    expect(desk.faults).toEqual([]);
  });

  it("it answers as before", async () => {
    expect(await desk.bot.must("getBusinessName", { entityId: "xyzBusinessEntityId" })).toEqual({
      name: "Physiotherapie Gleichgewicht",
    });
  });
});
