import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { AccountConfiguration, Booking, Key, Page as ListPage } from "../../src/staff-api/wire-types.ts";
import { type DeskUnderTest, PHYSIO, startDesk } from "../harness/desk-under-test.ts";
import {
  appointment,
  isWithinWidth,
  newPerson,
  openScreen,
  PHONE,
  type Screen,
  seriousFindings,
} from "../harness/screen.ts";
import { shareScreen } from "../harness/screen-suite.ts";

let desk: DeskUnderTest;
let browser: Browser;
let screen: Screen;
shareScreen("/hours", (opened) => {
  ({ desk, browser, screen } = opened);
});

/** The business as the file describes it, whatever a test before has made of it. */
async function open(path: string): Promise<Page> {
  await desk.apply(PHYSIO, { prune: true });
  await screen.page.goto(`${desk.server.address}${path}`);
  return screen.page;
}

const entity = async () => (await screen.api<AccountConfiguration>("GET", "/account")).entities[0]!;
const toast = (text: string) => screen.page.locator(".mantine-Notification-root", { hasText: text });
const button = (name: string) => screen.page.getByRole("button", { name, exact: true });
const dialog = (name: string) => screen.page.getByRole("dialog", { name });
const looksRight = async () => expect(await seriousFindings(screen.page)).toEqual([]);

/** When the first column is hatched as closed on that day, as `13:00–18:00`. */
async function closedOn(page: Page, date: string): Promise<string[]> {
  await page.goto(`${desk.server.address}/?date=${date}&agent=agId1`);
  await page.locator(".schedule .closed-time").first().waitFor();
  const grid = (await page.locator(".schedule .ec-day").first().boundingBox())!;
  const boxes = await Promise.all(
    (await page.locator(".schedule .closed-time").all()).map((one) => one.boundingBox()),
  );
  // Slots of a quarter of an hour are 20 pixels high; the day begins at eight.
  const clock = (y: number) => {
    const minute = 8 * 60 + Math.round(((y - grid.y) / 20) * 15);
    return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  };
  return boxes.map((box) => `${clock(box!.y)}–${clock(box!.y + box!.height)}`).toSorted();
}

describe("the opening hours", () => {
  it("are changed for the week, and the calendar is closed accordingly", async () => {
    const page = await open("/hours");
    const friday = page.getByRole("textbox", { name: "Freitag" });
    await friday.waitFor();
    await looksRight();
    await friday.fill("10 bis 13 Uhr");
    await button("Speichern").click();
    await toast("Öffnungszeiten gespeichert").waitFor();
    expect((await entity()).hours).toMatchObject({ fri: ["10:00-13:00"], mon: ["08:00-18:00"] });
    expect(await closedOn(page, "2026-12-04")).toEqual(["08:00–10:00", "13:00–18:00"]);
  });

  it("leave public holidays out or not, and name them", async () => {
    const page = await open("/hours?tab=days");
    const panel = page.getByRole("region", { name: "Gesetzliche Feiertage" });
    await panel.getByText("Feiertagen 2026 geschlossen: Sachsen, Deutschland").waitFor();
    await panel.getByRole("button", { name: "Welche?" }).click();
    expect(await panel.getByRole("listitem").allTextContents()).toContain("Fr., 25.12. 1. Weihnachtstag");
    await panel.getByRole("button", { name: "Ändern" }).click();
    const form = dialog("Gesetzliche Feiertage");
    await form.getByLabel("An gesetzlichen Feiertagen geschlossen").uncheck();
    await form.getByRole("button", { name: "Speichern" }).click();
    await panel.getByText("Feiertage zählen als normale Tage.").waitFor();
    expect((await entity()).publicHolidays).toBeUndefined();
    expect(await closedOn(page, "2026-12-25")).toEqual(["14:00–18:00"]);
  });

  it("have special days, as does the calendar", async () => {
    const page = await open("/hours?tab=days");
    const sunday = page
      .getByRole("grid", { name: "Dezember 2026" })
      .getByRole("gridcell", { name: /^Sonntag, 6\. / });
    await sunday.waitFor();
    await looksRight();
    await sunday.click();
    const form = dialog("Schließzeit oder besonderer Tag");
    await form.getByText("Andere Zeiten").click();
    await form.getByLabel("Zeiten an diesem Tag").fill("10-16");
    await form.getByRole("button", { name: "Speichern" }).click();
    await toast("10:00–16:00 (So., 6. Dez.) eingetragen").waitFor();
    expect((await entity()).overrides).toMatchObject({ "2026-12-06": ["10:00-16:00"], "2026-12-24": [] });
    expect(await closedOn(page, "2026-12-06")).toEqual(["08:00–10:00", "16:00–18:00"]);
  });
});

describe("the order of services", () => {
  it("is the one in which bots hear them, set by keyboard", async () => {
    const page = await open("/services");
    const heard = async (action: string, members: object) =>
      (await desk.bot.must(action, members)).map(({ name }: { name: string }) => name);
    const services = () => heard("getAppointmentTypes", { entityId: "xyzBusinessEntityId" });
    expect(await services()).toEqual(["Massage", "Krankengymnastik", "Rückenkurs"]);
    await button("Reihenfolge ändern").press("Enter");
    const up = button("Rückenkurs nach oben");
    await up.press("Enter");
    await page.getByRole("status").getByText("Rückenkurs steht jetzt an Stelle 2.").waitFor();
    await expect.poll(() => page.evaluate("document.activeElement.ariaLabel")).toBe("Rückenkurs nach oben");
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("Rückenkurs steht jetzt an Stelle 1.").waitFor();
    expect(await up.getAttribute("aria-disabled")).toBe("true");
    await looksRight();
    await button("45 min Massage nach oben").press("Enter");
    await page.getByRole("status").getByText("45 min Massage steht jetzt an Stelle 1.").waitFor();
    await button("Fertig").press("Enter");
    expect(await services()).toEqual(["Rückenkurs", "Massage", "Krankengymnastik"]);
    const products = { entityId: "xyzBusinessEntityId", appointmentTypeId: "abc1" };
    expect(await heard("getProducts", products)).toEqual(["45 min Massage", "30 min Massage"]);
  });
});

/** In the simulator's window, whose call is answered already. */
async function say(window: Page, words: string): Promise<string> {
  await window.locator("#silence:enabled").waitFor();
  const said = window.locator("#transcript .bot");
  const before = await said.count();
  await window.getByRole("textbox", { name: "Was Sie sagen" }).fill(words);
  await window.getByRole("textbox", { name: "Was Sie sagen" }).press("Enter");
  await said.nth(before).waitFor();
  return (await said.last().textContent()) ?? "";
}

async function answered(window: Page): Promise<void> {
  await window.getByRole("button", { name: "Anrufen" }).click();
  await window.locator("#transcript .bot").first().waitFor();
}

const bookingsOn = async (api: Screen["api"], entityId: string, date: string) =>
  (await api<ListPage<Booking>>("GET", `/bookings?entityId=${entityId}&from=${date}&to=${date}`)).items;

describe("a number", () => {
  it("is called from its page, and what is booked in the call stands in the calendar", async () => {
    const page = await open("/numbers");
    const opened = page.waitForEvent("popup");
    await button("+49 341 1234567 jetzt anrufen (Simulator, neues Fenster)").click();
    const window = await opened;
    await answered(window);
    expect(await window.locator("#called").inputValue()).toBe("+49 341 1234567");
    await say(window, "30 Minuten Massage bei Max am Donnerstag um zehn");
    await say(window, "ja");
    await say(window, "Erika Musterfrau");
    await say(window, "ja");
    expect(await say(window, "ja")).toContain("ist gebucht");
    await window.close();
    await page.goto(`${desk.server.address}/?date=2026-12-03`);
    await appointment(page, "Musterfrau, Erika").getByText("10:00–10:30").waitFor();
    const [booking] = await bookingsOn(screen.api, "xyzBusinessEntityId", "2026-12-03");
    expect(booking).toMatchObject({ agentId: "agId1", source: "phone", isNewClient: true });

    await open("/numbers");
    const again = page.waitForEvent("popup");
    await button("phoneSipId12345678 jetzt anrufen (Simulator, neues Fenster)").click();
    await answered(await again);
    await (await again).close();
    const keys = (await screen.api<{ items: Key[] }>("GET", "/keys")).items.filter(({ label }) =>
      label?.startsWith("Simulator"),
    );
    // The first call may still run in another tab.
    const [works, label] = [{ revokedAt: null }, "Simulator: Petra Krause"];
    expect(keys).toMatchObject([
      { label, ...works },
      { label, ...works },
    ]);
  });
});

describe("the set-up", () => {
  it("leads from nothing to a test call, on a phone and in German", async () => {
    const empty = await startDesk({ files: [] });
    const outside = await openScreen(browser, empty, undefined, { path: "/login" });
    await outside.page.getByText("Hier hat noch niemand einen Zugang").waitFor();
    expect(await seriousFindings(outside.page)).toEqual([]);
    await outside.close();
    const founder = await newPerson(empty);
    const { page, api, complaints, close } = await openScreen(browser, empty, founder, {
      viewport: PHONE,
      hasTouch: true,
    });
    const at = (step: string) => page.getByRole("heading", { name: step, exact: true, level: 2 }).waitFor();
    const next = async () => {
      expect(await isWithinWidth(page)).toBe(true);
      await page.getByRole("button", { name: "Weiter", exact: true }).tap();
    };
    // Whoever has no business yet is led here from anywhere.
    await at("Betrieb");
    const name = page.getByLabel("Name des Standorts");
    expect(await name.inputValue()).toBe("Praxis Krause");
    await name.fill("");
    await next();
    await page.getByRole("alert").getByText("Bitte einen Namen").waitFor();
    await name.fill("Salon Krause");
    await page.getByText("Friseur", { exact: true }).tap();
    expect(await seriousFindings(page)).toEqual([]);
    await next();
    await at("Öffnungszeiten");
    await page.getByRole("textbox", { name: "Montag" }).fill("9-12");
    await next();
    await at("Leistungen");
    expect(await page.getByLabel("Leistung 1", { exact: true }).inputValue()).toBe("Herrenhaarschnitt");
    await page.getByRole("button", { name: "Strähnen entfernen" }).tap();
    await next();
    await at("Team");
    await next();
    await page.getByText("Bitte einen Namen").first().waitFor();
    await page.getByLabel("Vorname").fill("Petra");
    await page.getByLabel("Nachname").fill("Krause");
    await next();
    await at("Rufnummer");
    await next();
    await at("Probeanruf");
    expect(await isWithinWidth(page)).toBe(true);
    await page.getByText("Alles bereit. 4 Leistungen, 1 Mitarbeiter.").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const opened = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Probeanruf starten" }).tap();
    const window = await opened;
    await answered(window);
    expect(await window.locator("#transcript .bot").first().textContent()).toContain("Salon Krause");
    await say(window, "Herrenhaarschnitt am nächsten Montag um neun");
    await say(window, "ja");
    await say(window, "Erika Musterfrau");
    await say(window, "ja");
    expect(await say(window, "ja")).toContain("ist gebucht");
    await window.close();
    await page.getByRole("link", { name: "Zum Kalender" }).tap();
    const [made] = (await api<AccountConfiguration>("GET", "/account")).entities;
    const [booking] = await bookingsOn(api, made!.id, "2026-12-07");
    expect(booking).toMatchObject({ name: "Herrenhaarschnitt", start: "2026-12-07T09:00:00.000+01:00" });
    await page.goto(`${empty.server.address}/?date=2026-12-07`);
    await appointment(page, "Musterfrau, Erika").waitFor();
    expect(complaints).toEqual([]);
    await close();
    expect(empty.faults).toEqual([]);
    await empty.stop();
  });
});
