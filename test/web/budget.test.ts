import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../harness/browser.ts";
import type { DeskUnderTest } from "../harness/desk-under-test.ts";
import { BOOKINGS_A_DAY, PEOPLE, startFullDesk } from "../harness/full-practice.ts";
import { appointment, newPerson, type Screen, unopenedScreen } from "../harness/screen.ts";

/**
 * What makes the screen fast, as far as it does not depend on the machine: bytes, requests, what waits for what, what is drawn
 * anew. How many milliseconds it takes: `npm run bench:screen`.
 */

const MOST_SCRIPT_BYTES = 280_000;
/** Page, one script and what loads it, one style sheet. */
const MOST_FILES = 4;
/** The toolbar's date, the appointments, what was read in between. */
const MOST_COMMITS_A_DAY = 8;
/** The box that moves and the time in it. */
const MOST_CHANGES_A_MOVEMENT = 4;

const DAY = "2026-12-02";
const NEXT = "2026-12-03";

let desk: DeskUnderTest;
let browser: Browser;
let screen: Screen;
let page: Page;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startFullDesk([DAY], NEXT), openBrowser()]);
  const person = await newPerson(desk);
  screen = await unopenedScreen(browser, desk, person);
  page = screen.page;
  await page.addInitScript(COUNT);
});
afterAll(async () => {
  expect(screen.complaints).toEqual([]);
  await browser.close();
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

/** Counts React's commits as its developer tools do, and changes of the grid. */
const COUNT = `
  window.counted = { commits: 0, changes: [], drawn: 0 };
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: () => { counted.commits += 1; },
    onCommitFiberUnmount: () => {},
    onPostCommitFiberRoot: () => {},
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const element = target.nodeType === 1 ? target : target.parentElement;
      if (!element?.closest(".schedule")) continue;
      counted.changes.push(element.closest(".appointments, .ec-event") === null ? "grid" : "appointment");
      for (const node of addedNodes) if (node.nodeType === 1 && node.matches(".booking")) counted.drawn += 1;
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
`;

interface Counted {
  readonly commits: number;
  readonly changes: readonly ("grid" | "appointment")[];
  /** Appointments that were put into the grid. */
  readonly drawn: number;
}

const countAnew = () => page.evaluate("window.counted = { commits: 0, changes: [], drawn: 0 }");
const counted = () => page.evaluate<Counted>("counted");
const shownAppointments = () => page.locator(".schedule .appointments > .booking").count();
const pathsOf = (urls: readonly string[]) => urls.map((url) => new URL(url).pathname);

/** Requests of those paths wait until they are let go. */
async function hold(...paths: readonly string[]) {
  const asked: string[] = [];
  const { promise: isLetGo, resolve: letGo } = Promise.withResolvers<void>();
  const isHeld = (url: URL) => paths.includes(url.pathname);
  await page.route(isHeld, async (route) => {
    asked.push(new URL(route.request().url()).pathname);
    await isLetGo;
    await route.fallback();
  });
  return { asked, letGo };
}

describe("a calendar of ten people with forty appointments each", () => {
  const urls: string[] = [];
  const answered: string[] = [];

  it("is there after four steps: page, files, who and what, appointments", async () => {
    page.on("request", (request) => urls.push(request.url()));
    page.on("requestfinished", (request) => answered.push(request.url()));
    const whoAndWhat = await hold("/api/v1/me", "/api/v1/account");
    const ofTheDay = await hold("/api/v1/bookings", "/api/v1/working-time");
    const opened = await page.goto(`${desk.server.address}/?date=${DAY}`);
    const html = await opened!.text();
    await expect.poll(() => whoAndWhat.asked.toSorted()).toEqual(["/api/v1/account", "/api/v1/me"]);
    whoAndWhat.letGo();
    await expect.poll(() => ofTheDay.asked.toSorted()).toEqual(["/api/v1/bookings", "/api/v1/working-time"]);
    const files = pathsOf(urls).filter((path) => !path.startsWith("/api/"));
    ofTheDay.letGo();
    await expect.poll(shownAppointments).toBe(BOOKINGS_A_DAY);
    for (const path of files.filter((one) => one.startsWith("/assets/"))) expect(html).toContain(path);
    expect(files.filter((path) => path !== "/icon.svg").length).toBeLessThanOrEqual(MOST_FILES);
    const scripts = await Promise.all(
      files
        .filter((path) => path.endsWith(".js"))
        .map(async (path) => gzipSync(await (await fetch(desk.server.address + path)).bytes()).length),
    );
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.reduce((sum, bytes) => sum + bytes)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  });

  it("loads no page that is not shown", async () => {
    const src = new URL("../../web/src/pages/", import.meta.url);
    const pages = readdirSync(src, { recursive: true, encoding: "utf8" })
      .map((file) => /([a-z-]+-page)[.]tsx$/.exec(file)?.[1])
      .filter((name) => name !== undefined && name !== "calendar-page");
    const built = readdirSync(new URL("../../web/dist/assets/", import.meta.url));
    expect(pages.length).toBeGreaterThan(15);
    for (const name of pages) {
      const files = built.filter((file) => file.startsWith(`${name}-`));
      expect([name, files.some((file) => file.endsWith(".js"))]).toEqual([name, true]);
      for (const file of files) expect(pathsOf(urls)).not.toContain(`/assets/${file}`);
    }
  });

  it("comes to rest with what is needed next, having asked for nothing twice", async () => {
    const needed = [
      ...[/booking-form/, /booking-drawer/, /client-search/],
      ...[NEXT, "2026-12-01"].flatMap((date) =>
        ["bookings", "working-time"].map((what) => new RegExp(`${what}.*from=${date}`)),
      ),
    ];
    for (const part of needed) await expect.poll(() => answered.some((url) => part.test(url))).toBe(true);
    expect(urls.filter((url, at) => urls.indexOf(url) !== at)).toEqual([]);
  });

  it("changes the day without waiting for any answer, from the elements of the day before", async () => {
    const late = await hold("/api/v1/bookings", "/api/v1/working-time");
    await countAnew();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: "3. Dezember" }).waitFor({ state: "attached" });
    await expect.poll(shownAppointments).toBe(PEOPLE);
    expect((await counted()).drawn).toBe(0);
    await countAnew();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(shownAppointments).toBe(BOOKINGS_A_DAY);
    const { commits, drawn } = await counted();
    expect(drawn).toBe(BOOKINGS_A_DAY - PEOPLE);
    expect(commits).toBeGreaterThan(0);
    expect(commits).toBeLessThanOrEqual(MOST_COMMITS_A_DAY);
    late.letGo();
  });

  it("writes nothing but what somebody else changed", async () => {
    const shown = page.locator(".schedule .booking").nth(200);
    const id = await shown.getAttribute("data-booking");
    await countAnew();
    await screen.api("PATCH", `/bookings/${id}`, { note: "Kommt mit Rollator" });
    await shown.getByRole("img", { name: "Mit Notiz" }).waitFor();
    const { changes, drawn } = await counted();
    expect(drawn).toBe(0);
    // Its name and the sign beside it.
    expect([...new Set(changes)]).toEqual(["appointment"]);
    expect(changes.length).toBeLessThanOrEqual(2);
  });

  it("takes one away without touching the others, nor whoever goes through them by keyboard", async () => {
    const all = page.locator(".schedule .booking");
    const [first, other] = await Promise.all([0, 200].map((at) => all.nth(at).getAttribute("data-booking")));
    await all.nth(200).focus();
    await countAnew();
    await screen.api("POST", `/bookings/${first}/move`, { start: "2026-12-04T09:00" });
    await expect.poll(shownAppointments).toBe(BOOKINGS_A_DAY - 1);
    const { changes, drawn } = await counted();
    expect([changes, drawn]).toEqual([["appointment"], 0]);
    expect(await page.evaluate("document.activeElement.dataset.booking")).toBe(other);
  });

  it("opens a form without touching the grid, and without loading anything but free times", async () => {
    await countAnew();
    const before = urls.length;
    await page.getByRole("button", { name: "Neuer Termin" }).click();
    await page.getByRole("dialog").getByLabel("Kunde", { exact: true }).waitFor();
    expect((await counted()).changes).toEqual([]);
    expect(pathsOf(urls.slice(before)).filter((path) => path.startsWith("/assets/"))).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  it("drags an appointment without drawing anything else", async () => {
    const box = (await appointment(page, "Gast 1-6").boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + 6];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + 20, { steps: 4 });
    await countAnew();
    const movements = 30;
    await page.mouse.move(x + 2 * box.width, y + 200, { steps: movements });
    const { commits, changes, drawn } = await counted();
    expect(changes.length).toBeGreaterThan(0);
    expect(changes).not.toContain("grid");
    expect(changes.length).toBeLessThanOrEqual(movements * MOST_CHANGES_A_MOVEMENT);
    expect([commits, drawn]).toEqual([0, 0]);
    await page.mouse.move(x, y, { steps: 2 });
    await page.mouse.up();
  });
});
