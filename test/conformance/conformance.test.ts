import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { htmlReport } from "../../src/conformance/report-html.ts";
import { junitReport } from "../../src/conformance/report-junit.ts";
import { textReport } from "../../src/conformance/report-text.ts";
import { RULES } from "../../src/conformance/rules.ts";
import { type ConformanceOptions, runConformance } from "../../src/conformance/run-conformance.ts";
import { startDesk } from "../harness/desk-under-test.ts";
import { BROKEN_SERVERS } from "./broken-servers.ts";
import { MinimalDesk, serve } from "./minimal-server.ts";

const OPTIONS = { headers: {}, timezone: "Europe/Berlin", patienceMs: 2_000, books: true };

async function reportOn(desk: MinimalDesk, changed: Partial<ConformanceOptions> = {}) {
  desk.users.push({ id: "user-0", firstname: "Uwe", lastname: "Stein", phone: "+493411111111" });
  const { url, stop } = await serve(desk);
  try {
    return await runConformance({ ...OPTIONS, now: Date.now(), sipId: "1", url, ...changed });
  } finally {
    stop();
  }
}

const named = (results: Awaited<ReturnType<typeof reportOn>>["results"], outcome: string) =>
  results.filter((one) => one.outcome === outcome).map(({ rule }) => rule.id);

describe("a server of fewer than 200 lines that keeps to the protocol", () => {
  it("has fewer than 200 lines", () => {
    const source = readFileSync(new URL("minimal-server.ts", import.meta.url), "utf8");
    expect(source.split("\n").length - 1).toBeLessThan(200);
  });

  it("is found to keep to all of it, and its calendar is as it was", async () => {
    const desk = new MinimalDesk();
    const report = await reportOn(desk);
    expect(named(report.results, "failed")).toEqual([]);
    expect(named(report.results, "skipped")).toEqual([]);
    expect(report).toMatchObject({ conforms: true, business: "Salon Minimal", leftovers: [] });
    expect(desk.bookings).toEqual([]);
  });

  it("is only read without leave to book", async () => {
    const desk = new MinimalDesk();
    const report = await reportOn(desk, { books: false });
    expect(named(report.results, "failed")).toEqual([]);
    expect(report.conforms).toBe(true);
    expect(desk.users).toHaveLength(1);
    const books = RULES.filter((rule) => "books" in rule).map(({ id }) => id);
    expect(named(report.results, "skipped")).toEqual(expect.arrayContaining(books));
  });
});

describe("a server with one fault", () => {
  it("there is one for every rule", () => {
    const caught = new Set<string>(BROKEN_SERVERS.map(({ caughtBy }) => caughtBy));
    expect(RULES.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual([]);
    expect(BROKEN_SERVERS.length).toBeGreaterThanOrEqual(25);
  });

  it.concurrent.each(BROKEN_SERVERS)("that $fault: $caughtBy", async ({ fault, caughtBy, spoil }) => {
    const desk = new MinimalDesk();
    spoil(desk);
    const { results, conforms } = await reportOn(desk, fault === "never answers" ? { patienceMs: 100 } : {});
    expect(named(results, "failed")).toContain(caughtBy);
    const isDemanded = RULES.find(({ id }) => id === caughtBy)?.level === "seed";
    if (isDemanded) expect(conforms).toBe(false);
    const failed = results.find(({ rule }) => rule.id === caughtBy);
    expect(failed?.failures[0]?.expected).not.toBe("");
  });
});

it("what only a recommendation says makes nobody fail", async () => {
  const desk = new MinimalDesk();
  BROKEN_SERVERS.find(({ fault }) => fault === "lets answers be kept")?.spoil(desk);
  const report = await reportOn(desk);
  expect(named(report.results, "failed")).toEqual(["transport.no-store"]);
  expect(report.conforms).toBe(true);
});

it("a server that is not there is said to be not there", async () => {
  const { url, stop } = await serve(new MinimalDesk());
  stop();
  const options = { ...OPTIONS, now: Date.now(), sipId: "1", url };
  const report = await runConformance(options);
  expect(report.conforms).toBe(false);
  expect(textReport(report)).toContain("could not be looked at");
});

it("this server keeps to all of it", async () => {
  const desk = await startDesk({ now: Date.now() });
  try {
    const url = `${desk.bot.address}/webhook/${desk.bot.key}`;
    const options = { ...OPTIONS, now: Date.now(), sipId: "phoneSipId12345678", url };
    const report = await runConformance(options);
    expect(named(report.results, "failed"), textReport(report)).toEqual([]);
    expect(named(report.results, "skipped")).toEqual([]);
    expect(report.leftovers).toEqual([]);
  } finally {
    await desk.stop();
  }
});

describe("the report", () => {
  it("says in each form what is wrong, with request and answer, and not the key", async () => {
    const desk = new MinimalDesk();
    desk.actions.getBusinessName = () => ({ name: "<b>Salon & Söhne</b>" });
    BROKEN_SERVERS.find(({ fault }) => fault === "leaves the offset out")?.spoil(desk);
    const { url, stop } = await serve(desk);
    const options = { ...OPTIONS, now: Date.now(), sipId: "1", url: `${url}/slk_secret` };
    const report = await runConformance(options);
    stop();
    const forms = { text: textReport(report), html: htmlReport(report), junit: junitReport(report) };
    for (const [form, written] of Object.entries(forms)) {
      expect(written, form).toContain("slots.offset");
      expect(written, form).toContain("with an offset such as +01:00");
      expect(written, form).toContain("getSlots");
      expect(written, form).not.toContain("slk_secret");
    }
    expect(forms.text).toContain("The caller comes an hour early, or a day.");
    expect(forms.html).toContain("&lt;b&gt;Salon &amp; Söhne&lt;/b&gt;");
    expect(forms.html).not.toMatch(/(?:src|href)=|url\(|@import|<script/);
    expect(forms.junit).toMatch(/<failure message="The caller comes an hour early/);
  });
});
