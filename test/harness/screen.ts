import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { invite } from "../../src/staff-api/invitations.ts";
import type { Role } from "../../src/store/members.ts";
import type { DeskUnderTest } from "./desk-under-test.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const PHONE = { width: 360, height: 740 };

export interface Person {
  readonly email: string;
  readonly cookie: { readonly name: string; readonly value: string };
}

/** Far more than anything takes; what is not there by then does not come. */
const PATIENCE_MS = 45_000;

/** Of everybody whom `newPerson` makes. */
export const PASSWORD = "ein langes Passwort";

/** A member of the first account, logged in; where there is none, the owner of a new one without a business. */
export async function newPerson(
  desk: DeskUnderTest,
  role: Role = "owner",
  agentId: string | null = null,
): Promise<Person> {
  const [accountId = null] = await desk.store.accountIds();
  const invited = { accountId, role, agentId, label: null, userId: null };
  const { path } = await invite(desk.store, invited, desk.clock.now);
  const email = `${role}-${path
    .slice(-6)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "x")}@example.org`;
  const post = (to: string, body: object) =>
    fetch(`${desk.server.address}${to}`, {
      method: "POST",
      headers: { origin: desk.server.address },
      body: JSON.stringify(body),
    });
  const token = path.split("#")[1];
  const joined = await post("/api/v1/invitation/accept", {
    token,
    name: "Petra Krause",
    email,
    password: PASSWORD,
    ...(accountId === null ? { accountName: "Praxis Krause" } : {}),
  });
  expect(joined.status).toBe(201);
  const signedIn = await post("/api/auth/sign-in/email", { email, password: PASSWORD });
  const [name, value] = /^([^=]+)=([^;]+)/.exec(signedIn.headers.getSetCookie()[0]!)!.slice(1) as [
    string,
    string,
  ];
  return { email, cookie: { name, value } };
}

/** On the login page, by typing; not into the form of the page before it, which may still be there. */
export async function logInAs(page: Page, { email }: Person, password = PASSWORD): Promise<void> {
  const submit = page.getByRole("button", { name: "Anmelden", exact: true });
  const form = page.locator("form").filter({ has: submit });
  await form.getByLabel("E-Mail").fill(email);
  await form.getByLabel(/^Passwort/).fill(password);
  await submit.click();
}

/** A browser window on the desk's screen, with what must never happen in it. */
export interface Screen {
  readonly page: Page;
  /** Requests of the staff API, as the person at the window sends them. */
  readonly api: <T>(method: string, path: string, body?: unknown) => Promise<T>;
  /** What the page said on the console, and addresses outside of the server; both should stay empty. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

export async function openScreen(
  browser: Browser,
  desk: DeskUnderTest,
  /** Undefined: nobody is logged in, in a window that shares nothing with the others. */
  person: Person | undefined,
  { path = "/", ...options }: BrowserContextOptions & { readonly path?: string } = {},
): Promise<Screen> {
  const screen = await unopenedScreen(browser, desk, person, options);
  await screen.page.goto(`${desk.server.address}${path}`);
  return screen;
}

/** The window before it goes anywhere. */
export async function unopenedScreen(
  browser: Browser,
  desk: DeskUnderTest,
  person: Person | undefined,
  options: BrowserContextOptions = {},
): Promise<Screen> {
  const { address } = desk.server;
  const contextOptions: BrowserContextOptions = {
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 800 },
    // Nothing waits for a movement to end.
    reducedMotion: "reduce",
    ...options,
  };
  const context = await (person === undefined
    ? browser.newContext(contextOptions)
    : contextOf(browser, person, contextOptions));
  if (person !== undefined) await context.addCookies([{ ...person.cookie, url: address }]);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.clock.setFixedTime(desk.clock.now);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // What the server refuses the browser prints as well; tests look at what the page makes of it.
    const isRefusal = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isRefusal) complaints.push(message.text());
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) complaints.push(`asked for ${url}`);
  });
  const api = async <T>(method: string, to: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${address}/api/v1${to}`, {
      method,
      headers: {
        ...(person === undefined ? {} : { cookie: `${person.cookie.name}=${person.cookie.value}` }),
        "if-match": "*",
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json().catch(() => undefined)) as T;
    if (!response.ok) throw new Error(`${method} ${to}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const close = async () => {
    if (person === undefined) return await context.close();
    await page.evaluate("localStorage.clear(), sessionStorage.clear()");
    await context.clearCookies();
    await page.close();
  };
  return { page, api, complaints, close };
}

const contexts = new WeakMap<Browser, Map<string, BrowserContext>>();

/**
 * Screens of the same kind share the browser's cache and login, as the windows of a person do, and a page loads in half
 * the time.
 */
async function contextOf(
  browser: Browser,
  { email }: Person,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const ofBrowser = contexts.get(browser) ?? new Map<string, BrowserContext>();
  contexts.set(browser, ofBrowser);
  const kind = JSON.stringify([email, options]);
  const context = ofBrowser.get(kind) ?? (await browser.newContext(options));
  ofBrowser.set(kind, context);
  return context;
}

/** What axe finds serious or critical, on the whole page or in one part of it. */
export async function seriousFindings(page: Page, within = "html"): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate(`axe.run(${JSON.stringify(within)})`)) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  return found.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`);
}

/** Nothing reaches over the edge of the window. */
export async function isWithinWidth(page: Page): Promise<boolean> {
  return await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
}

/** In the form of a new appointment, which presets none of several. */
export async function chooseService(page: Page, name = "30 min Massage"): Promise<void> {
  await page.getByRole("dialog").getByRole("combobox", { name: "Leistung" }).click();
  await page.getByRole("option", { name }).click();
}

/** The appointment of that client in the grid. */
export function appointment(page: Page, name: string): Locator {
  return page.locator(".schedule .appointments > .booking", { hasText: name });
}

/** By the mouse, as a person does: with a stop on the way. */
export async function drag(
  page: Page,
  from: Locator,
  { x = 0, y = 0, edge }: { x?: number; y?: number; edge?: "end" },
): Promise<void> {
  await from.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const box = (await from.boundingBox())!;
  const [startX, startY] = [
    box.x + box.width / 2,
    edge === "end" ? box.y + box.height - 3 : box.y + Math.min(8, box.height / 2),
  ];
  await page.mouse.move(startX, startY);
  await page.mouse.down();
  await page.mouse.move(startX + x / 2, startY + y / 2, { steps: 4 });
  await page.mouse.move(startX + x, startY + y, { steps: 4 });
  await page.mouse.up();
}

/** By one finger that rests on it first, or it would scroll. */
export async function dragByFinger(page: Page, from: Locator, y: number): Promise<void> {
  await from.waitFor();
  const box = (await from.boundingBox())!;
  const finger = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", down?: number) => {
    const touchPoints = down === undefined ? [] : [{ x: box.x + 30, y: box.y + 10 + down }];
    return finger.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
  await touch("touchStart", 0);
  await page.locator(".schedule .ec-preview").waitFor();
  for (const part of [0.5, 1]) await touch("touchMove", y * part);
  await touch("touchEnd");
  await finger.detach();
}

/** Over what lies between the two. */
export async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
  const [first, last] = await Promise.all([from.boundingBox(), to.boundingBox()]);
  await drag(page, from, { x: last!.x - first!.x, y: last!.y - first!.y });
}
