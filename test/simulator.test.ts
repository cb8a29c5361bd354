import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./harness/browser.ts";
import { type DeskUnderTest, startDesk } from "./harness/desk-under-test.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE = { width: 360, height: 740 };

let desk: DeskUnderTest;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

let page: Page;
/** Every address that the page has asked for. */
let asked: string[];
afterEach(async () => {
  expect(asked.filter((url) => !url.startsWith(desk.server.address) && !url.startsWith("data:"))).toEqual([]);
  await page.context().close();
});

async function open(hash = `#key=${desk.bot.key}`, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    // The tests look into the page; what the page itself may do stays as it is.
    bypassCSP: false,
    ...options,
  });
  page = await context.newPage();
  asked = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => desk.faults.push(error));
  await page.goto(`${desk.server.address}/simulator${hash}`);
}

const bubbles = (who: string) => page.locator(`#transcript .${who}`);
const lastSaid = async () => (await bubbles("bot").last().textContent()) ?? "";
const isCallersTurn = () => page.locator("#silence:enabled").waitFor();

/** By keyboard alone. */
async function say(words: string): Promise<string> {
  await isCallersTurn();
  const before = await bubbles("bot").count();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await bubbles("bot").nth(before).waitFor();
  return await lastSaid();
}

async function call(): Promise<void> {
  await page.keyboard.press("Enter");
  await bubbles("bot").first().waitFor();
}

async function seriousFindings(): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy lets none in.
  await page.evaluate(AXE);
  const found = (await page.evaluate("axe.run()")) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  return found.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

describe("a call in the browser", () => {
  it("books in German by keyboard alone, and shows what was asked", async () => {
    await open();
    await call();
    expect(await lastSaid()).toContain("der automatische Assistent von Physiotherapie Gleichgewicht");
    expect(await say("Massage bei Max am Donnerstag um zehn")).toContain(
      "30 min Massage oder 45 min Massage",
    );
    expect(await say("30 Minuten")).toContain("Donnerstag, 3. Dezember, 10 Uhr");
    await say("ja");
    await say("Erika Musterfrau");
    expect(await say("ja")).toContain("Ich fasse zusammen");
    expect(await say("ja")).toContain("ist gebucht");
    const actions = await page.locator("#exchanges summary code").allTextContents();
    expect(actions).toEqual([
      "getEntityForSipId",
      "getBusinessName",
      "getAppointmentTypes",
      "getAgents",
      "getProducts",
      "getSlots",
      "getRequiredInfo",
      "bookAppointment",
    ]);
    const booked = page.locator("#exchanges details").last();
    expect(await booked.locator("summary").textContent()).toMatch(/bookAppointment200[\d.]+ ms/);
    await booked.locator("summary").press("Enter");
    expect(await booked.locator("pre").last().textContent()).toContain('"status": "confirmed"');
    await page.locator("#words").focus();
    await say("nein danke");
    expect(await page.locator("#status").textContent()).toBe("Der Bot hat aufgelegt.");
    expect(await page.evaluate("document.activeElement.id")).toBe("again");
  });

  it("speaks English, in a page in English", async () => {
    await open(`#key=${desk.bot.key}`, { locale: "en-GB" });
    await call();
    expect(await page.locator("h1").textContent()).toBe("Slotline call simulator");
    expect(await lastSaid()).toContain("this is the automatic assistant of");
    expect(await say("I want to speak to a person")).toContain("putting you through");
    expect(await page.locator("#status").textContent()).toContain("puts you through to a person");
  });

  it("changes the page's language in the middle of a call", async () => {
    await open();
    await call();
    await isCallersTurn();
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.locator("#status").textContent()).toBe("Your turn.");
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
  });

  it("knows silence, keys and hanging up, and calls again", async () => {
    await open();
    await call();
    await say("einen Termin");
    await page.getByRole("button", { name: "Tasten" }).click();
    await page.getByRole("button", { name: "1", exact: true }).click();
    await bubbles("bot").nth(2).waitFor();
    expect(await lastSaid()).toContain("Zu wem möchten Sie");
    await isCallersTurn();
    await page.getByRole("button", { name: "Schweigen" }).click();
    await bubbles("bot").nth(3).waitFor();
    expect(await lastSaid()).toBe("Sind Sie noch da?");
    await page.getByRole("button", { name: "Auflegen" }).click();
    expect(await page.locator("#status").textContent()).toBe("Sie haben aufgelegt.");
    await page.getByRole("button", { name: "Neuer Anruf" }).click();
    await page.getByRole("button", { name: "Anrufen" }).click();
    await isCallersTurn();
    expect(await bubbles("bot").count()).toBe(1);
  });
});

describe("one thing at a time", () => {
  /** Answers take a while, as over a mobile network. */
  const slowly = (what: string, milliseconds: number, times?: number) =>
    page.route(
      what,
      async (route) => {
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        await route.continue();
      },
      times === undefined ? {} : { times },
    );
  const actions = () => page.locator("#exchanges summary code").allTextContents();

  it("a yes that is sent twice books once", async () => {
    await open();
    await call();
    for (const words of ["Massage bei Max am Freitag um zehn", "30 Minuten", "ja", "Erika Musterfrau"]) {
      await say(words);
    }
    expect(await say("ja")).toContain("Ich fasse zusammen");
    await isCallersTurn();
    await slowly("**/simulator/turn", 300);
    await page.keyboard.type("ja");
    await page.keyboard.press("Enter");
    await page.keyboard.type("ja");
    await page.keyboard.press("Enter");
    await page.locator("#silence:disabled").waitFor();
    await isCallersTurn();
    expect((await actions()).filter((action) => action === "bookAppointment")).toHaveLength(1);
    expect(await page.locator("#words").inputValue()).toBe("ja");
  });

  it("keys pressed one after another are one number", async () => {
    await open();
    await call();
    await isCallersTurn();
    await page.getByRole("button", { name: "Tasten" }).click();
    for (const key of ["0", "1", "7", "#"]) {
      await page.getByRole("button", { name: key, exact: true }).click();
    }
    expect(await bubbles("note").allTextContents()).toEqual(["Taste 017"]);
  });

  it("an answer after hanging up is none of the next call", async () => {
    await open();
    await slowly("**/webhook", 1_000, 1);
    await page.keyboard.press("Enter");
    await page.locator("#status", { hasText: "Der Bot fragt nach" }).waitFor();
    await page.getByRole("button", { name: "Auflegen" }).click();
    await page.getByRole("button", { name: "Neuer Anruf" }).click();
    const late = page.waitForResponse("**/webhook");
    await page.getByRole("button", { name: "Anrufen" }).click();
    await isCallersTurn();
    await late;
    await page.waitForTimeout(1_000);
    expect((await actions()).filter((action) => action === "getEntityForSipId")).toHaveLength(1);
  });
});

describe("speech", () => {
  const HEARS = `window.SpeechRecognition = class {
    start() { window.hearing = this; }
    abort() {}
    hear(transcript) { this.onresult({ results: [[{ transcript }]] }); this.onend(); }
    refuse() { this.onerror({ error: "not-allowed" }); this.onend(); }
  };`;
  const listen = async () => {
    await open();
    await page.addInitScript(HEARS);
    await page.reload();
    await call();
    await isCallersTurn();
    await page.locator("#microphone").click();
    expect(await page.locator("#notice").isVisible()).toBe(true);
    await page.locator("#microphone").click();
  };

  it("says what was heard, once it was told where the sound goes", async () => {
    await listen();
    await page.evaluate("hearing.hear('einen Termin')");
    expect(await bubbles("caller").allTextContents()).toEqual(["einen Termin"]);
  });

  it("says what to do about a microphone that is not allowed", async () => {
    await listen();
    await page.evaluate("hearing.refuse()");
    expect(await page.locator("#status").textContent()).toContain("Erlauben Sie es dieser Seite");
  });

  it("what is heard late is said in no other call", async () => {
    await listen();
    await page.getByRole("button", { name: "Auflegen" }).click();
    await page.getByRole("button", { name: "Neuer Anruf" }).click();
    await page.getByRole("button", { name: "Anrufen" }).click();
    await isCallersTurn();
    await page.evaluate("hearing.hear('einen Termin')");
    expect(await bubbles("caller").count()).toBe(0);
  });

  it("needs no voice of the system", async () => {
    await open();
    await page.addInitScript("delete Window.prototype.speechSynthesis; delete window.speechSynthesis;");
    await page.reload();
    expect(await page.evaluate("typeof speechSynthesis")).toBe("undefined");
    await call();
    expect(await say("einen Termin")).toContain("Was darf es sein");
  });
});

describe("what goes wrong is said with what to do", () => {
  it("a key that is not valid", async () => {
    await open("#key=slk_wrong");
    await page.keyboard.press("Enter");
    await page.locator("#status.wrong").waitFor();
    expect(await page.locator("#status").textContent()).toContain("`slotline key create` macht einen neuen");
  });

  it("a number that nobody answers", async () => {
    await open(`#key=${desk.bot.key}&sip=12345`);
    await call();
    expect(await page.locator("#exchanges .hint").textContent()).toContain(
      "`sipIds` in der Praxisdatei nennen sie",
    );
  });

  it("too many requests", async () => {
    await open();
    await page.route("**/simulator/turn", (route) =>
      route.fulfill({ status: 429, json: { status: 429, code: "rate_limited" } }),
    );
    await page.keyboard.press("Enter");
    await page.locator("#status.wrong").waitFor();
    expect(await page.locator("#status").textContent()).toContain("Warten Sie eine Minute");
  });

  it("a server that is gone", async () => {
    await open();
    await call();
    await isCallersTurn();
    await page.context().setOffline(true);
    await page.keyboard.type("einen Termin");
    await page.keyboard.press("Enter");
    await page.locator("#status.wrong").waitFor();
    expect(await page.locator("#status").textContent()).toBe("Der Server antwortet nicht. Läuft er noch?");
  });
});

describe("the page", () => {
  it.each(["light", "dark"] as const)("has no serious fault of accessibility, %s", async (colorScheme) => {
    await open(undefined, { colorScheme });
    expect(await seriousFindings()).toEqual([]);
    await call();
    await say("Massage bei Max am Donnerstag um zehn");
    await page.getByRole("button", { name: "Tasten" }).click();
    await page.locator("#exchanges summary").first().click();
    expect(await seriousFindings()).toEqual([]);
  });

  it("marks what is said with the language it is said in", async () => {
    await open(`#key=${desk.bot.key}&lang=en`);
    await page.locator("#bot-language").selectOption("de");
    await page.getByRole("button", { name: "Call", exact: true }).click();
    await bubbles("bot").first().waitFor();
    expect(await bubbles("bot").first().getAttribute("lang")).toBe("de");
  });

  it("takes another link in the same tab", async () => {
    await open("");
    await page.getByText("Die Demo druckt beim Start einen Link mit Schlüssel").waitFor();
    expect(await page.getByRole("link", { name: "Rufnummern" }).getAttribute("href")).toBe("numbers");
    await page.evaluate("location.hash = 'key=slk_other'");
    await page.waitForFunction("document.getElementById('key').value === 'slk_other'");
    expect(await page.locator("#no-key").isHidden()).toBe(true);
  });

  it("fits a small phone without scrolling sideways", async () => {
    await open(undefined, { viewport: PHONE, hasTouch: true, isMobile: true });
    const isTooWide = () => page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    expect(await isTooWide()).toBe(false);
    await call();
    await say("Massage bei Max am Donnerstag um zehn");
    await page.locator("#exchanges summary").last().click();
    expect(await isTooWide()).toBe(false);
  });

  it("loads nothing from elsewhere, keeps its key to itself and is not shown twice", async () => {
    await open();
    const [answer, again] = [
      await fetch(`${desk.server.address}/simulator`),
      await fetch(`${desk.server.address}/simulator`),
    ];
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
    const known = await fetch(`${desk.server.address}/simulator`, {
      headers: { "if-none-match": again.headers.get("etag")! },
    });
    expect(known.status).toBe(304);
    expect(asked.some((url) => url.includes("slk_"))).toBe(false);
  });
});

describe("POST /simulator/turn", () => {
  const SETTINGS = { sipId: "1", language: "de", timezone: "Europe/Berlin" };
  const turn = async (body: unknown, key: string = desk.bot.key) => {
    const response = await fetch(`${desk.server.address}/simulator/turn`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it("is one step of the bot, and keeps nothing", async () => {
    asked = [];
    const first = await turn({ settings: SETTINGS, event: { type: "answered" } });
    expect(first).toMatchObject({
      status: 200,
      body: { effects: [{ type: "call webhook", action: "getEntityForSipId" }] },
    });
    const event = { type: "webhook answered", body: { entityId: "e" } };
    const second = await turn({ settings: SETTINGS, state: first.body.state, event });
    expect(second.body.effects).toMatchObject([{ action: "getBusinessName", members: { entityId: "e" } }]);
  });

  it.each([
    ["no key", { settings: SETTINGS, event: { type: "answered" } }, 401, "unauthorized", "slk_wrong"],
    ["no JSON", "{", 400, "malformed_json"],
    ["no event", { settings: SETTINGS }, 422, "invalid_request"],
    [
      "no zone",
      { settings: { ...SETTINGS, timezone: "Mars/Base" }, event: { type: "answered" } },
      422,
      "invalid_request",
    ],
    [
      "too many words",
      { settings: SETTINGS, event: { type: "said", text: "a".repeat(501) } },
      422,
      "invalid_request",
    ],
    [
      "a made-up state",
      { settings: SETTINGS, state: { phase: "listening" }, event: { type: "said", text: "ja" } },
      422,
      "invalid_request",
    ],
  ])("%s is refused", async (_what, body, status, code, key?: string) => {
    expect(await turn(body, key)).toMatchObject({ status, body: { code } });
  });
});
