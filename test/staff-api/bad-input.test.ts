import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "../../src/staff-api/routes.ts";
import { studio } from "../fixtures/studio.ts";
import { type StaffClient, type StaffDesk, startStaffDesk } from "../harness/staff-client.ts";

const FILE = JSON.stringify({ account: { id: "acc-studio", name: "Studio" }, entities: [studio()] });

let desk: StaffDesk;
let owner: StaffClient;
beforeAll(async () => {
  desk = await startStaffDesk({ files: [FILE], roles: ["owner"] });
  owner = desk.staff.owner;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const NONSENSE = [
  "%00",
  "a%00b",
  "%F0%9F%98%80",
  "%ED%A0%80",
  "x".repeat(200),
  "x".repeat(1_000),
  "..",
  "%2e%2e%2f",
  "'--",
];
const TEXTS = ["\u0000", "a\u0000b", "\ud800", "😀", "'; drop table bookings; --"];

const ALL = ROUTES.map((route) => ({ name: `${route.method} ${route.path}`, route }));

describe.each(ALL)("$name", ({ route }) => {
  it("answers nonsense in its address and its query with a problem", async () => {
    const { method, path, queryForm, bodyForm } = route;
    const body = bodyForm === undefined ? undefined : {};
    const ifMatch = { "if-match": "*" };
    for (const one of path.includes("{") ? NONSENSE : []) {
      const { status } = await owner.send(method, path.replace(/\{\w+\}/g, one), body, { headers: ifMatch });
      expect([one, status >= 400 && status < 500]).toEqual([one, true]);
    }
    const names = Object.keys(queryForm.shape);
    for (const text of names.length > 0 ? TEXTS : []) {
      const query = Object.fromEntries(names.map((name) => [name, text]));
      const { status } = await owner.send(method, path.replace(/\{\w+\}/g, "x"), body, { query });
      expect([text, status < 500]).toEqual([text, true]);
    }
  });
});

const BODIES: readonly { name: string; body: (text: string) => object }[] = [
  { name: "POST /clients", body: (text) => ({ lastname: text, note: text, city: text }) },
  { name: "PATCH /account", body: (text) => ({ name: text }) },
  { name: "PATCH /agents/anna", body: (text) => ({ lastname: text }) },
  { name: "POST /entities/studio/agents", body: (text) => ({ id: text, firstname: text, lastname: text }) },
  { name: "POST /keys", body: (text) => ({ label: text }) },
  { name: "POST /invitations", body: (text) => ({ role: "desk", label: text }) },
  { name: "POST /invitation", body: (text) => ({ token: text }) },
  { name: "POST /invitation/accept", body: (text) => ({ token: text, password: `${text}0123456789` }) },
  {
    name: "POST /bookings",
    body: (text) => ({
      ...{
        productId: "massage-30",
        agentId: "anna",
        start: "2026-12-02T09:00",
        note: text,
        booker: { lastname: text },
      },
    }),
  },
  {
    name: "POST /bookings",
    body: (text) => ({ productId: text, agentId: text, start: text, booker: { id: text } }),
  },
];

describe.each(BODIES)("$name", ({ name, body }) => {
  it.each(TEXTS)("takes or refuses %j, and has no fault", async (text) => {
    const [method, path] = name.split(" ") as [string, string];
    const { status } = await owner.change(method, path, body(text));
    expect(status).toBeLessThan(500);
  });

  it("refuses what is no object, and what is too large", async () => {
    const [method, path] = name.split(" ") as [string, string];
    for (const wrong of [
      "[]",
      "null",
      '"text"',
      "{",
      '{"a":1,"a":2}',
      `{"a":${"[".repeat(50)}${"]".repeat(50)}}`,
    ]) {
      const { status } = await owner.change(method, path, wrong);
      expect([wrong, status]).toEqual([wrong, 400]);
    }
    const large = await owner.change(method, path, JSON.stringify({ name: "x".repeat(3_000_000) }));
    expect(large).toMatchObject({ status: 413, body: { code: "payload_too_large" } });
    expect(large.body).not.toHaveProperty("speech");
  });
});
