import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import type { Booking, Call, Statistics } from "../../src/staff-api/wire-types.ts";
import { type DeskUnderTest, MONDAY_MORNING } from "../harness/desk-under-test.ts";
import {
  isWithinWidth,
  openScreen,
  type Person,
  PHONE,
  type Screen,
  seriousFindings,
} from "../harness/screen.ts";
import { shareScreen } from "../harness/screen-suite.ts";

let desk: DeskUnderTest;
let browser: Browser;
let owner: Person;
let screen: Screen;
shareScreen("/calls", (opened) => {
  ({ desk, browser, owner, screen } = opened);
});
beforeEach(async () => {
  desk.clock.now = MONDAY_MORNING;
  await screen.page.clock.setFixedTime(MONDAY_MORNING);
});

const ENTITY = "xyzBusinessEntityId";
const MASSAGE = { appointmentTypeId: "abc1", productId: "prId1" };

const open = (path: string) => screen.page.goto(`${desk.server.address}${path}`);
const heading = (name: string) => screen.page.getByRole("heading", { name, exact: true });
const section = (title: string) => screen.page.locator("section", { has: heading(title) });
/** The line of that call in the list; all begin at the same minute. */
const line = (callId: string) =>
  screen.page.getByRole("row").filter({ has: screen.page.locator(`a[href="/calls/${callId}"]`) });

/** A bot that asks what it is called and hangs up. */
async function inquire(callId: string): Promise<void> {
  await desk.bot.must("getBusinessName", { entityId: ENTITY }, { "x-call-id": callId });
}

/** A bot that books the day's first massage, once it has understood that a number is needed; ten seconds a request. */
async function bookByPhone(callId: string, day: string, lastname: string): Promise<{ bookingId: string }> {
  const headers = { "x-call-id": callId };
  await inquire(callId);
  desk.clock.now += 10_000;
  const wish = { ...MASSAGE, agentId: "agId1", dateTime: day };
  const [slot] = await desk.bot.must("getSlots", wish, headers);
  const booker = { firstname: "Anna", lastname };
  const members = { ...MASSAGE, slotId: slot.avId, start: slot.slotStart };
  desk.clock.now += 10_000;
  const refused = await desk.bot.call("bookAppointment", { ...members, booker }, headers);
  expect(refused.body).toMatchObject({ code: "missing_information" });
  desk.clock.now += 10_000;
  const whole = { ...members, booker: { ...booker, phone: "0341 7778899" } };
  return await desk.bot.must("bookAppointment", whole, headers);
}

/** What the bot did is written a moment after it was answered. */
async function written(callId: string, requests: number): Promise<void> {
  const calls = async () => (await screen.api<{ items: Call[] }>("GET", "/calls")).items;
  await expect
    .poll(async () => (await calls()).find(({ id }) => id === callId)?.requests, { timeout: 15_000 })
    .toBe(requests);
}

describe("the calls", () => {
  it("shows a call in the list while it goes on", async () => {
    const { page } = screen;
    await open("/calls");
    await page.getByRole("table").or(page.getByText("Noch keine Anrufe.")).waitFor();
    // The server looks for new calls once a second of the clock that stands still here.
    const appeared = (text: string) =>
      expect
        .poll(
          () => {
            desk.clock.now += 1_500;
            return line("live-1").filter({ hasText: text }).count();
          },
          { timeout: 15_000 },
        )
        .toBe(1);
    await inquire("live-1");
    await appeared("Nur Auskunft");
    await bookByPhone("live-1", "2026-12-01", "Livemann");
    await appeared("Termin gebucht");
    await appeared("Angaben fehlten");
    const words = page.locator("td .mantine-Badge-label");
    const cut = await words.evaluateAll(
      (all) => all.filter((one) => one.scrollWidth > one.clientWidth).length,
    );
    expect(cut).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("shows a call as a sequence, leads to its booking and back", async () => {
    const { page } = screen;
    await bookByPhone("lauf-1", "2026-12-02", "Laufmann");
    await written("lauf-1", 4);
    await open("/calls");
    await line("lauf-1").getByRole("link", { name: "Laufmann, Anna" }).waitFor();
    await line("lauf-1").getByRole("link", { name: "Mo., 30. Nov., 08:00" }).click();
    await heading("Anruf vom Mo., 30. Nov., 08:00").waitFor();
    await page.getByText("Kunde: Laufmann, Anna").getByRole("link").waitFor();
    await page.getByText("Physiotherapie Gleichgewicht · Dauer 0:30 · 4 Anfragen").waitFor();
    const steps = section("Ablauf").getByRole("listitem");
    await expect.poll(() => steps.count()).toBe(4);
    await steps.nth(0).getByText("Wie heißt der Standort?").waitFor();
    await steps.nth(1).getByText("30 min Massage · gewünscht: Mi., 2. Dez.").waitFor();
    await steps.nth(2).getByText("Angaben fehlten").waitFor();
    await steps.nth(2).getByText("Es fehlte: Telefon.").waitFor();
    await steps.nth(3).getByText("08:00:30").waitFor();
    await steps.nth(3).getByText("Termin buchen").waitFor();
    await steps.nth(3).getByText("Technik").click();
    const asked = steps.nth(3).getByRole("region", { name: "Anfrage" });
    expect(await asked.textContent()).toContain('"lastname": "***"');
    expect(await seriousFindings(page)).toEqual([]);
    await section("Termine aus diesem Anruf")
      .getByRole("link", { name: "Mi., 02.12.2026, 08:00–08:30" })
      .click();
    const details = page.getByRole("dialog", { name: "Laufmann, Anna" });
    await details.getByText("Mittwoch, 2. Dezember, 08:00–08:30").waitFor();
    await details.getByRole("link", { name: "Zum Anruf" }).click();
    await heading("Anruf vom Mo., 30. Nov., 08:00").waitFor();
    expect(new URL(page.url()).pathname).toBe("/calls/lauf-1");
  });

  it("says whose number it was where the caller said nothing else, and leads to the card", async () => {
    const { page } = screen;
    await screen.api("POST", "/clients", { firstname: "Nora", lastname: "Nummer", phone: "0341 6655443" });
    const participant = { phone: "+49 341 6655443" };
    await desk.bot.must("findExistingUser", { participant }, { "x-call-id": "nummer-1" });
    await written("nummer-1", 1);
    await open("/calls");
    await line("nummer-1").getByRole("link", { name: "Nummer von Nummer, Nora" }).waitFor();
    await open("/calls/nummer-1");
    await page.getByText("Nummer von Nummer, Nora (nur die Nummer ist bekannt").waitFor();
    await page.getByRole("link", { name: "Nummer von Nummer, Nora" }).click();
    await heading("Nummer, Nora").waitFor();
    const dial = page.getByRole("link", { name: "0341 6655443" });
    expect(await dial.getAttribute("href")).toBe("tel:+493416655443");
  });

  it("shows only calls with one outcome, or with one refusal", async () => {
    const { page } = screen;
    await inquire("sieb-auskunft");
    const headers = { "x-call-id": "sieb-nichts" };
    await desk.bot.call("getAgents", { entityId: ENTITY, appointmentTypeId: "nothing" }, headers);
    await Promise.all([written("sieb-auskunft", 1), written("sieb-nichts", 1)]);
    await open("/calls");
    await line("sieb-auskunft").waitFor();
    await line("sieb-nichts").waitFor();
    await page.getByRole("combobox", { name: "Ergebnis" }).click();
    await page.getByRole("option", { name: "Nur Auskunft" }).click();
    await line("sieb-nichts").waitFor({ state: "detached" });
    await line("sieb-auskunft").waitFor();
    expect(page.url()).toContain("outcome=informed");
    await page.getByRole("button", { name: "Filter aufheben" }).click();
    await line("sieb-nichts").waitFor();
    await page.getByRole("combobox", { name: "Was nicht ging" }).fill("Unbekannte L");
    await page.getByRole("option", { name: "Unbekannte Leistung" }).click();
    await line("sieb-auskunft").waitFor({ state: "detached" });
    await line("sieb-nichts").getByText("Ohne Ergebnis").waitFor();
  });

  it("says of a taken, a closed and a free time why it is so", async () => {
    const { page } = screen;
    await screen.api<Booking>("POST", "/bookings", {
      productId: "prId1",
      agentId: "agId1",
      start: "2026-12-10T10:00",
      booker: { firstname: "Anna", lastname: "Warumfrau" },
    });
    await open("/why?product=prId1&date=2026-12-10");
    const ofPerson = (name: string) => page.getByRole("region", { name });
    const [max, hans] = [ofPerson("Max Mustermann"), ofPerson("Hans Meyer")];
    const stretch = (of: typeof max, times: string) => of.getByRole("listitem").filter({ hasText: times });
    // Whatever would end after ten is in the way, and so is what begins before the room is aired.
    await stretch(max, "09:30–10:30").getByText("schon ein Termin").waitFor();
    await stretch(max, "08:00–09:15").getByText("frei (6 Zeiten)").waitFor();
    await stretch(hans, "13:00–19:30").getByText("abwesend: Fortbildung").waitFor();
    await hans.getByText("nichts frei").waitFor();
    await section("Was sich ändern lässt").getByText("Hans Meyer ist als abwesend eingetragen.").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await max.getByRole("link", { name: "10:00 Warumfrau, Anna" }).click();
    await page.getByRole("dialog", { name: "Warumfrau, Anna" }).waitFor();
    await page.goBack();
    await stretch(max, "09:30–10:30").waitFor();
    await open("/why?product=prId1&date=2026-12-23");
    await page.getByRole("button", { name: "Ein Tag weiter" }).click();
    await page.getByRole("status").getByText("Am Donnerstag, 24. Dezember ist nichts frei.").waitFor();
    await max.getByText("Für diesen Tag ist „geschlossen“ eingetragen.").waitFor();
    await page.getByRole("status").getByRole("link").first().waitFor();
  });

  it("counts a day, with the numbers behind each plot and as a file", async () => {
    const { page } = screen;
    // A day of its own, long before those of the other tests.
    const morning = Date.parse("2026-11-19T07:00:00.000+01:00");
    desk.clock.now = morning;
    const { bookingId } = await bookByPhone("zahl-1", "2026-11-19", "Zahlmann");
    await inquire("zahl-2");
    const enter = (start: string) =>
      screen.api<Booking>("POST", "/bookings", {
        productId: "prId1",
        agentId: "agId1",
        start,
        booker: { firstname: "Anna", lastname: "Zahlfrau" },
      });
    await enter("2026-11-19T10:00");
    const gone = await enter("2026-11-19T14:00");
    await screen.api("POST", `/bookings/${gone.id}/cancel`);
    desk.clock.now = morning + 12 * 3_600_000;
    await screen.api("PATCH", `/bookings/${bookingId}`, { noShow: true });
    const period = `entityId=${ENTITY}&from=2026-11-19&to=2026-11-19`;
    const counted = async () => (await screen.api<Statistics>("GET", `/statistics?${period}`)).days[0];
    await expect.poll(counted, { timeout: 15_000 }).toMatchObject({ calls: 2, requests: 5 });
    await page.clock.setFixedTime(desk.clock.now);
    await open("/statistics?period=7");
    await page.getByText("13.11.2026 bis 19.11.2026").waitFor();
    const card = (name: string) =>
      page.locator(".mantine-Paper-root", { has: page.getByText(name, { exact: true }) });
    const cards = await Promise.all(
      ["Anrufe", "Termine", "Vom Bot gebucht", "Nicht erschienen"].map((name) =>
        card(name).first().innerText(),
      ),
    );
    expect(cards.map((text) => text.replace(/\s+/g, " "))).toEqual([
      "Anrufe 2 die ein Bot angenommen hat",
      "Termine 2 die in diesem Zeitraum stattfinden; dazu 1 abgesagt",
      "Vom Bot gebucht 50 % 1 der 2 Termine, die in diesem Zeitraum stattfinden",
      "Nicht erschienen 50 % 1 von 2",
    ]);
    await page.getByRole("img", { name: "Säulen: Anrufe je Tag, zusammen 2, höchstens 2." }).waitFor();
    const calls = section("Anrufe je Tag");
    await calls.getByText("Als Tabelle").click();
    await calls.getByRole("row", { name: "Do., 19.11.2026 2" }).waitFor();
    await page
      .getByRole("img", { name: "Balken: Gründe nach Häufigkeit, zuerst „Angaben fehlten“ mit 1." })
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      calls.getByRole("button", { name: "Als CSV herunterladen" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("slotline-calls-2026-11-13-2026-11-19.csv");
    const rows = (await readFile(await download.path(), "utf8")).split("\r\n");
    expect(rows[0]).toBe("\uFEFFDatum;Anrufe");
    expect(rows.at(-2)).toBe("2026-11-19;2");
  });

  it("fits a telephone: the list, a call, the reasons of a day, the plots", async () => {
    await bookByPhone("taschen-1", "2026-12-03", "Taschenmann");
    await written("taschen-1", 4);
    const phone = { viewport: PHONE, hasTouch: true };
    const { page, complaints, close } = await openScreen(browser, desk, owner, { path: "/calls", ...phone });
    const fits = async () => {
      expect(await isWithinWidth(page)).toBe(true);
      expect(await seriousFindings(page)).toEqual([]);
    };
    const goTo = async (name: string) => {
      await page.getByRole("button", { name: "Menü" }).tap();
      await page.getByRole("link", { name, exact: true }).tap();
      await page.getByRole("heading", { name, exact: true }).waitFor();
    };
    const call = page.locator('a[href="/calls/taschen-1"]');
    await call.waitFor();
    await fits();
    await call.tap();
    await page.getByText("Technik").nth(3).tap();
    await page.getByRole("region", { name: "Antwort" }).waitFor();
    await fits();
    await goTo("Warum ist nichts frei?");
    await page.getByRole("region", { name: "Max Mustermann" }).getByRole("listitem").first().waitFor();
    await fits();
    await goTo("Auswertung");
    const plot = page.locator("section", { has: page.getByRole("heading", { name: "Anrufe je Tag" }) });
    await plot.getByText("Als Tabelle").tap();
    await plot.getByRole("table").waitFor();
    await fits();
    await page.goto(`${desk.server.address}/docs`);
    expect(await isWithinWidth(page)).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});
