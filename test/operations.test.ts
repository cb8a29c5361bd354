import { readFileSync } from "node:fs";
import { request as httpsRequest } from "node:https";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { StoreUnavailable } from "../src/store/store.ts";
import { ACTIONS } from "../src/webhook/actions.ts";
import { PROBLEMS } from "../src/webhook/problems.ts";
import { type DeskUnderTest, startDesk } from "./harness/desk-under-test.ts";
import { WebhookClient } from "./harness/webhook-client.ts";

const MASSAGE = { appointmentTypeId: "abc1", productId: "prId1" };

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures-tls/${name}`, import.meta.url));

describe("a running server", () => {
  let desk: DeskUnderTest;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());
  afterEach(() => vi.restoreAllMocks());

  const get = async (path: string) => await desk.bot.send(undefined, { path, method: "GET" });
  const text = async (path: string) => await (await fetch(desk.server.address + path)).text();

  it("says that it is alive", async () => {
    const { status, body, headers } = await get("/healthz");
    expect({ status, body }).toEqual({ status: 200, body: { status: "alive" } });
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("says that it is ready while the store can be written", async () => {
    const { status, body, headers } = await get("/readyz");
    expect({ status, body }).toEqual({ status: 200, body: { status: "ready" } });
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("says that it is not ready when the store cannot be written, and why without details; it stays alive", async () => {
    const full = new StoreUnavailable("database or disk is full: /var/lib/slotline");
    vi.spyOn(desk.store, "checkWritable").mockRejectedValue(full);
    const { status, body, headers } = await get("/readyz");
    expect(status).toBe(503);
    expect(body).toMatchObject({
      code: "unavailable",
      retryable: true,
      detail: "The store cannot be written to.",
    });
    expect(JSON.stringify(body)).not.toContain("/var/lib");
    expect(headers.get("retry-after")).toBe("1");
    expect(headers.get("content-type")).toContain("application/problem+json");
    expect((await get("/healthz")).status).toBe(200);
  });

  it("answers 503 with Retry-After while the store is unavailable, and reports the fault", async () => {
    const full = new StoreUnavailable("database or disk is full");
    vi.spyOn(desk.store, "commitBooking").mockRejectedValue(full);
    const [slot] = await desk.bot.slots({ ...MASSAGE, dateTime: "2026-12-01" });
    const booker = { firstname: "Erika", lastname: "Musterfrau", phone: "0341 2223344" };
    const members = { ...MASSAGE, slotId: slot!.avId, start: slot!.slotStart, booker };
    const { status, body, headers } = await desk.bot.call("bookAppointment", members);
    expect({ status, code: body.code }).toEqual({ status: 503, code: "unavailable" });
    expect(headers.get("retry-after")).toBe("1");
    expect(desk.faults.splice(0)).toEqual([full]);
  });

  it.each([
    ["GET", "/nowhere", 404, "not_found"],
    ["POST", "/nowhere", 404, "not_found"],
    ["POST", "/healthz", 404, "not_found"],
    ["DELETE", "/docs", 404, "not_found"],
    ["GET", "/webhook", 405, "method_not_allowed"],
    ["PUT", "/webhook", 405, "method_not_allowed"],
    ["DELETE", "/webhook/slk_key", 405, "method_not_allowed"],
    ["OPTIONS", "/webhook", 405, "method_not_allowed"],
    ["GET", "/%zz", 404, "not_found"],
  ])("answers %s %s as a problem that no cache keeps", async (method, path, status, code) => {
    const answer = await desk.bot.send(undefined, { path, method });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      status,
      code,
      speech: expect.any(String),
      type: `/docs#problem-${code}`,
    });
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    if (status === 405) expect(answer.headers.get("allow")).toBe("POST");
  });

  it("describes itself to programs at /openapi.json", async () => {
    const { status, body, headers } = await get("/openapi.json");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toContain("application/json");
    expect(body.openapi).toMatch(/^3\.1\./);
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    expect(body.info.version).toBe(version);
  });

  describe("shows people a page at /docs", () => {
    let page: string;
    beforeAll(async () => {
      page = await text("/docs");
    });

    it("that may load nothing, and does not try to", async () => {
      const response = await fetch(`${desk.server.address}/docs`);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      const policy = response.headers.get("content-security-policy");
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/https?:|\*/);
      expect(page).not.toMatch(/<(script|img|iframe|object|embed|base|video|audio)\b/i);
      expect(page).not.toMatch(/@import|url\(/i);
      const addresses = [...page.matchAll(/\b(?:src|href|action)\s*=\s*["']?([^"'\s>]*)/gi)].map(
        ([, to]) => to!,
      );
      expect(addresses.length).toBeGreaterThan(13);
      for (const address of addresses) expect(address).toMatch(/^(#|\/(?!\/))/);
    });

    it("that has every action, every problem and no dead link", async () => {
      for (const name of ACTIONS.keys()) expect(page).toContain(`<section id="${name}">`);
      for (const code of Object.keys(PROBLEMS)) expect(page).toContain(`id="problem-${code}"`);
      const ids = new Set([...page.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id));
      const targets = [...page.matchAll(/href="([^"]*)"/g)].map(([, target]) => target!);
      for (const target of targets.filter((one) => one.startsWith("#")))
        expect(ids).toContain(target.slice(1));
      for (const target of targets.filter((one) => one.startsWith("/")))
        expect([target, (await fetch(desk.server.address + target)).status]).toEqual([target, 200]);
      expect(targets).toContain("/api/v1/openapi.json");
    });

    it("beside the desk's screen, which the bare address shows under a strict policy", async () => {
      const answer = await fetch(desk.server.address);
      expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
      const policy = answer.headers.get("content-security-policy");
      expect(policy).toMatch(/script-src 'self'; style-src 'self' 'nonce-[^']+'/);
      expect(policy).not.toContain("unsafe");
      expect(await answer.text()).toContain('<div id="root">');
    });
  });
});

describe("/metrics", () => {
  let desk: DeskUnderTest;
  let metrics: string;
  beforeAll(async () => {
    desk = await startDesk();
    const { bot } = desk;
    const booker = { firstname: "Erika", lastname: "Musterfrau", phone: "0341 2223344" };
    const [slot, next] = await bot.slots({ ...MASSAGE, agentId: "agId1", dateTime: "2026-12-01" });
    const wish = { ...MASSAGE, slotId: slot!.avId, start: slot!.slotStart };
    const booked = await bot.must("bookAppointment", { ...wish, booker });
    await bot.call("bookAppointment", {
      ...wish,
      booker: { ...booker, firstname: "Max", phone: "0341 5556677" },
    });
    await bot.call("bookAppointment", { ...wish, start: next!.slotStart, booker });
    const { bookingId, slotId, start } = booked;
    await bot.must("cancelAppointment", { bookingId, slotId, start });
    await bot.call("not-an-action");
    await new WebhookClient(desk.server.address, "slk_wrong").call("getSlots");
    metrics = await (await fetch(`${desk.server.address}/metrics`)).text();
  });
  afterAll(() => desk.stop());

  /** The value of a sample with these labels, whatever their order. */
  function sample(name: string, labels: Record<string, string> = {}): number {
    const line = metrics.split("\n").find((one) => {
      const [, found, inside = ""] = /^(\w+)(?:\{(.*)\})? /.exec(one) ?? [];
      const pairs = inside.split(",").filter(Boolean).sort();
      const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
      return found === name && pairs.join() === wanted.sort().join();
    });
    return Number(line?.split(" ").at(-1));
  }

  const HISTOGRAM = "slotline_webhook_request_duration_seconds";

  it("is in the format that Prometheus reads", async () => {
    const response = await fetch(`${desk.server.address}/metrics`);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    for (const line of metrics.split("\n").filter(Boolean))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^{}]*\})? [-+.\de]+)$/);
  });

  it("counts requests by action and outcome, with a histogram of their time", () => {
    const of = (action: string, outcome: string) => sample(`${HISTOGRAM}_count`, { action, outcome });
    expect(of("getSlots", "ok")).toBe(1);
    expect(of("bookAppointment", "ok")).toBe(1);
    expect(of("bookAppointment", "slot_taken")).toBe(1);
    expect(of("bookAppointment", "slot_mismatch")).toBe(1);
    expect(of("cancelAppointment", "ok")).toBe(1);
    expect(of("none", "unknown_action")).toBe(1);
    expect(of("none", "unauthorized")).toBe(1);
    const labels = { action: "getSlots", outcome: "ok" };
    expect(sample(`${HISTOGRAM}_bucket`, { ...labels, le: "+Inf" })).toBe(1);
    expect(sample(`${HISTOGRAM}_bucket`, { ...labels, le: "0.01" })).toBeGreaterThanOrEqual(0);
    expect(sample(`${HISTOGRAM}_sum`, labels)).toBeGreaterThan(0);
  });

  it("counts bookings and refusals by code", () => {
    expect(sample("slotline_booking_changes_total", { change: "booked" })).toBe(1);
    expect(sample("slotline_booking_changes_total", { change: "cancelled" })).toBe(1);
    for (const code of ["slot_taken", "slot_mismatch", "unknown_action", "unauthorized"])
      expect([code, sample("slotline_refusals_total", { code })]).toEqual([code, 1]);
    expect(sample("slotline_call_log_dropped")).toBe(0);
    expect(sample("process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
  });

  it("tells nothing of accounts, keys, ids and people", () => {
    const told = [
      "acc-leipzig",
      "xyzBusinessEntityId",
      "abc1",
      "prId1",
      "agId1",
      desk.bot.key,
      "key_",
      "bk_",
      "cl_",
    ];
    for (const secret of [...told, "slk_", "Erika", "Musterfrau", "2223344", "not-an-action", "127.0.0.1"])
      expect(metrics).not.toContain(secret);
    const labels = [...metrics.matchAll(/(\w+)="/g)].map(([, name]) => name);
    expect([...new Set(labels)].sort()).toEqual(["action", "change", "code", "le", "outcome"]);
  });
});

describe("behind a proxy", () => {
  const wrongKey = { path: "/webhook/slk_wrong" };

  /** Statuses of wrong keys that came, by their header, from these addresses; two a minute are allowed. */
  async function statuses(
    trustedProxies: readonly string[],
    addresses: readonly string[],
  ): Promise<number[]> {
    const desk = await startDesk({ files: [], settings: { failuresPerMinute: 2, trustedProxies } });
    const found: number[] = [];
    for (const address of addresses) {
      const headers = { "x-forwarded-for": address };
      found.push((await desk.bot.send("{}", { ...wrongKey, headers })).status);
    }
    await desk.stop();
    return found;
  }

  it("counts wrong keys by the address that a named proxy tells", async () => {
    const two = ["198.51.100.1", "198.51.100.2"];
    expect(await statuses(["127.0.0.1"], [...two, ...two, ...two])).toEqual([401, 401, 401, 401, 429, 429]);
  });

  it("takes a network of proxies", async () => {
    expect(await statuses(["127.0.0.0/8"], ["198.51.100.1", "198.51.100.2", "198.51.100.3"])).toEqual([
      401, 401, 401,
    ]);
  });

  it("believes nobody else", async () => {
    const four = [1, 2, 3, 4].map((last) => `198.51.100.${last}`);
    expect(await statuses([], four)).toEqual([401, 401, 429, 429]);
    expect(await statuses(["10.0.0.0/8"], four)).toEqual([401, 401, 429, 429]);
  });

  it("does not believe what a caller wrote in front of the proxy's own entry", async () => {
    const forged = [1, 2, 3, 4].map((last) => `203.0.113.${last}, 198.51.100.1`);
    expect(await statuses(["127.0.0.1"], forged)).toEqual([401, 401, 429, 429]);
  });

  it("lets a right key through from an address that is out of tries", async () => {
    const desk = await startDesk({ settings: { failuresPerMinute: 1 } });
    const tries = [await desk.bot.send("{}", wrongKey), await desk.bot.send("{}", wrongKey)];
    expect(tries.map(({ status }) => status)).toEqual([401, 429]);
    expect(Number(tries[1]!.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await desk.bot.call("getBusinessName", { entityId: "xyzBusinessEntityId" })).status).toBe(200);
    await desk.stop();
  });
});

describe("with a certificate", () => {
  let desk: DeskUnderTest;
  beforeAll(async () => {
    desk = await startDesk({ settings: { tlsCert: fixture("cert.pem"), tlsKey: fixture("key.pem") } });
  });
  afterAll(() => desk.stop());

  it("answers over HTTPS, with the certificate it was given", async () => {
    expect(desk.server.address).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const body = JSON.stringify({ action: "getBusinessName", entityId: "xyzBusinessEntityId" });
    const answer = await postOverTls(`${desk.server.address}/webhook/${desk.bot.key}`, body);
    expect(answer).toEqual({ status: 200, body: { name: "Physiotherapie Gleichgewicht" } });
  });

  it("does not answer plain HTTP", async () => {
    await expect(fetch(desk.server.address.replace("https:", "http:"))).rejects.toThrow();
  });
});

async function postOverTls(
  url: string,
  body: string,
): Promise<{ status: number | undefined; body: unknown }> {
  const ca = readFileSync(fixture("cert.pem"));
  return await new Promise((resolve, reject) => {
    const request = httpsRequest(url, { method: "POST", ca }, async (response) => {
      const text = (await response.toArray()).join("");
      resolve({ status: response.statusCode, body: JSON.parse(text) });
    });
    request.on("error", reject).end(body);
  });
}
