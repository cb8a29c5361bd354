import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "../harness/browser.ts";
import { type DeskUnderTest, PHYSIO, startDesk } from "../harness/desk-under-test.ts";
import {
  appointment,
  chooseService,
  drag,
  newPerson,
  openScreen,
  type Person,
  type Screen,
  seriousFindings,
} from "../harness/screen.ts";

let desk: DeskUnderTest;
let browser: Browser;
let owner: Person;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), openBrowser()]);
  owner = await newPerson(desk);
});
afterAll(async () => {
  await browser.close();
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

/** Working days of Max Mustermann, one for each test; Hans Meyer works on Thursdays from twelve on. */
const DAYS = "12-01 12-02 12-14 12-15 12-03 12-16 11-25 12-23 12-28 12-29 12-21 12-17 12-18"
  .split(" ")
  .map((day) => `2026-${day}`);

let screen: Screen;
let day: string;
beforeEach(async () => {
  day = DAYS.shift()!;
  screen = await openScreen(browser, desk, owner, { path: `/?date=${day}` });
  await screen.page.locator(".schedule .closed-time").first().waitFor();
});
afterEach(async () => {
  expect(screen.complaints).toEqual([]);
  await screen.close();
});

interface Made {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly agentId: string;
  readonly status: string;
  readonly version: number;
}

/** Max Mustermann's column is the first. */
async function book(lastname: string, start: string, more: object = {}): Promise<Made> {
  return await screen.api<Made>("POST", "/bookings", {
    productId: "prId1",
    agentId: "agId1",
    start,
    booker: { firstname: "Anna", lastname },
    ...more,
  });
}

/** As the page names it: "Di., 1. Dez., 09:00". */
const named = (clock: string, date = day) =>
  `${new Intl.DateTimeFormat("de-DE", { weekday: "short", day: "numeric", month: "short" }).format(new Date(`${date}T12:00`))}, ${clock}`;

const stored = (id: string) => screen.api<Made>("GET", `/bookings/${id}`);
const toast = (text: string | RegExp) => screen.page.locator(".mantine-Notification-root", { hasText: text });
const button = (name: string | RegExp) => screen.page.getByRole("button", { name });

/** What is on the paper when the browser prints, as wide as A4 between its margins; and whether nothing reaches over it. */
async function printed(page: Page): Promise<{ text: string; isWhole: boolean }> {
  const shown = page.viewportSize()!;
  await page.setViewportSize({ width: 718, height: 1_000 });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(`addEventListener("beforeprint", () => {
    const isWhole = document.documentElement.scrollWidth <= innerWidth;
    window.printed = { text: document.body.innerText, isWhole };
  }, { once: true })`);
  await page.pdf({ format: "A4" });
  await page.emulateMedia({ media: null });
  await page.setViewportSize(shown);
  return await page.evaluate("window.printed");
}

describe("the calendar", () => {
  it("shows a day with a column for each person, closed time hatched", async () => {
    const { page } = screen;
    await expect
      .poll(() => page.locator(".schedule .ec-col-head").allTextContents())
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining("Max Mustermann"),
          expect.stringContaining("Ayşe Öztürk"),
        ]),
      );
    expect(await page.locator(".closed-time").count()).toBeGreaterThan(0);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("books for a new client with a click on a free time", async () => {
    const { page } = screen;
    const grid = (await page.locator(".schedule .ec-day").first().boundingBox())!;
    // Slots of a quarter of an hour are 20 pixels high; the day begins at eight.
    await page.mouse.click(grid.x + 40, grid.y + 20 * 4 + 5);
    const form = page.getByRole("dialog");
    await form.getByLabel("Kunde", { exact: true }).fill("Winterfeld, Sabine");
    await page.keyboard.press("Enter");
    expect(await form.getByLabel("Nachname").inputValue()).toBe("Winterfeld");
    expect(await form.getByLabel("Uhrzeit").inputValue()).toBe("09:00");
    // What was typed is not thrown away unasked, and one key closes one thing.
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Weiter bearbeiten" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Weiter bearbeiten" }).waitFor({ state: "hidden" });
    await chooseService(page);
    await form.getByRole("button", { name: "Eintragen", exact: true }).click();
    await appointment(page, "Winterfeld, Sabine").waitFor();
    await toast(`Winterfeld, Sabine: ${named("09:00")} eingetragen`).waitFor();
  });

  it("says that a time is not offered, and enters it all the same when that is meant", async () => {
    const { page } = screen;
    await button("Neuer Termin").click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Kunde", { exact: true }).fill("Frühauf");
    await form.getByRole("button", { name: "Als neuen Kunden anlegen" }).click();
    await chooseService(page);
    expect(await form.getByLabel("Datum").inputValue()).toBe(day);
    await form.getByLabel("Uhrzeit").fill("09:30");
    await form.getByRole("button", { name: "Eintragen", exact: true }).waitFor();
    await form.getByLabel("Uhrzeit").fill("06:30");
    await form.getByText("außerhalb der Arbeitszeit").waitFor();
    expect(await seriousFindings(page, "[role=dialog]")).toEqual([]);
    const anyway = form.getByRole("button", { name: "Trotzdem eintragen" });
    await page.context().setOffline(true);
    await anyway.click();
    await form.getByText("Der Server ist nicht zu erreichen.").waitFor();
    await page.context().setOffline(false);
    await anyway.click();
    await appointment(page, "Frühauf").waitFor();
  });

  it("refuses a time that is taken, with what is free instead", async () => {
    const { page } = screen;
    await book("Erstmann", `${day}T10:00`);
    await button("Neuer Termin").click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Kunde", { exact: true }).fill("Zweitfrau");
    await form.getByRole("button", { name: "Als neuen Kunden anlegen" }).click();
    await chooseService(page);
    await form.getByRole("combobox", { name: "Bei" }).click();
    await page.getByRole("option", { name: "Max Mustermann" }).click();
    await form.getByLabel("Uhrzeit").fill("10:00");
    await form.getByRole("button", { name: "Eintragen", exact: true }).click();
    await form.getByText("schon ein Termin").waitFor();
    expect(await form.getByRole("button", { name: "Eintragen", exact: true }).isDisabled()).toBe(true);
    await form.getByRole("alert").getByRole("button").first().click();
    await form.getByRole("button", { name: "Eintragen", exact: true }).click();
    await toast("Zweitfrau").waitFor();
  });

  it("moves by dragging, also to somebody else, and undoes it", async () => {
    const { page } = screen;
    const made = await book("Ziehmann", `${day}T14:00`);
    await appointment(page, "Ziehmann").waitFor();
    await drag(page, appointment(page, "Ziehmann"), { y: 5 });
    await drag(page, appointment(page, "Ziehmann"), { y: 80 });
    await toast(`Ziehmann, Anna: verschoben auf ${named("15:00")}`).waitFor();
    // Who only touched it has moved nothing.
    expect(await toast("Ziehmann").count()).toBe(1);
    const moved = await stored(made.id);
    expect([moved.start, moved.version]).toEqual([`${day}T15:00:00.000+01:00`, made.version + 1]);
    await toast("Ziehmann").getByRole("button", { name: "Rückgängig" }).click();
    await toast("Rückgängig gemacht").waitFor();
    expect((await stored(made.id)).start).toBe(`${day}T14:00:00.000+01:00`);
    const column = (await page.locator(".schedule .ec-day").first().boundingBox())!;
    await drag(page, appointment(page, "Ziehmann"), { x: column.width });
    await expect.poll(async () => (await stored(made.id)).agentId).toBe("agId2");
    await toast("verschoben").getByRole("button", { name: "Kunde informieren" }).click();
    await page.getByRole("dialog", { name: "Ziehmann, Anna informieren" }).waitFor();
  });

  it("makes an appointment longer at its edge, and refuses what would collide with the reason", async () => {
    const { page } = screen;
    const made = await book("Langmann", `${day}T16:00`);
    await book("Nachbar", `${day}T17:00`);
    const event = appointment(page, "Langmann");
    await event.waitFor();
    await drag(page, event, { y: 20, edge: "end" });
    await toast("Langmann, Anna: jetzt 45 Minuten").waitFor();
    await drag(page, event, { y: 60, edge: "end" });
    await toast("Langmann, Anna bleibt, wo der Termin war: schon ein Termin").waitFor();
    expect((await stored(made.id)).end).toBe(`${day}T16:45:00.000+01:00`);
  });

  it("opens an appointment: note, no-show, cancel and back", async () => {
    const { page } = screen;
    const booker = { firstname: "Anna", lastname: "Karteimann", phone: "+49 341 5550123" };
    const made = await book("Karteimann", `${day}T11:00`, { booker, overrule: true });
    await appointment(page, "Karteimann").click();
    const details = page.getByRole("dialog", { name: "Karteimann, Anna" });
    const phone = details.getByRole("link", { name: "0341 5550123" });
    expect(await phone.getAttribute("href")).toBe("tel:+493415550123");
    const note = details.getByLabel("Notiz");
    await note.fill("Kommt mit Rollator");
    await screen.api("PATCH", `/bookings/${made.id}`, { note: "Ruft noch an" });
    await details.getByRole("status").getByText("Ruft noch an").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Weiter bearbeiten" }).press("Enter");
    expect(await note.inputValue()).toBe("Kommt mit Rollator");
    await details.getByRole("button", { name: "Notiz speichern" }).click();
    await toast("Notiz gespeichert").waitFor();
    await details.getByRole("button", { name: "Nicht erschienen" }).click();
    await details.getByRole("button", { name: "Ist doch erschienen" }).waitFor();
    await details.getByRole("button", { name: "Absagen" }).click();
    await details.getByRole("button", { name: "Doch nicht abgesagt" }).waitFor();
    expect((await stored(made.id)).status).toBe("cancelled");
    const other = await book("Nachrücker", `${day}T11:00`, { overrule: true });
    await details.getByRole("button", { name: "Doch nicht abgesagt" }).click();
    await toast(`bleibt abgesagt: schon ein Termin (Nachrücker, Anna, ${named("11:00")})`).waitFor();
    await screen.api("POST", `/bookings/${other.id}/cancel`);
    await details.getByRole("button", { name: "Neuer Termin hier" }).waitFor();
    await details.getByRole("button", { name: "Doch nicht abgesagt" }).click();
    await details.getByRole("button", { name: "Absagen" }).waitFor();
    expect((await stored(made.id)).status).toBe("confirmed");
    await details.getByText("wiederhergestellt").waitFor();
    for (const mark of ["nicht erschienen", "Notiz geändert"])
      await details.getByText(mark, { exact: true }).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("moves without a mouse to one of the next free times", async () => {
    const { page } = screen;
    const booker = { firstname: "Anna", lastname: "Tastmann", phone: "0341 5550123" };
    const made = await book("Tastmann", `${day}T08:00`, { booker });
    const event = appointment(page, "Tastmann");
    await event.focus();
    await page.keyboard.press("Enter");
    // Who is still to come may yet.
    const details = page.getByRole("dialog");
    const move = details.getByRole("button", { name: "Verschieben …" });
    await move.waitFor();
    expect(await details.getByRole("button", { name: "Nicht erschienen" }).count()).toBe(0);
    await move.press("Enter");
    const form = page.getByRole("dialog", { name: "Tastmann, Anna verschieben" });
    const date = form.getByLabel("Datum");
    await form.locator("input[type=date]:focus").waitFor();
    // Half-typed it is empty, which leaves the time alone.
    await date.press("Delete");
    expect([await date.inputValue(), await form.getByLabel("Uhrzeit").inputValue()]).toEqual(["", "08:00"]);
    await date.fill("2026-12-04");
    const times = form.getByRole("group", { name: "Nächste freie Zeiten" }).getByRole("button");
    await times.filter({ hasText: named("08:00", "2026-12-04") }).waitFor();
    await form.getByText("Nachmittag").click();
    const chosen = times.filter({ hasText: named("13:00", "2026-12-04") });
    await chosen.press("Enter");
    // It is still there, with the focus, and keys of the calendar behind do nothing.
    for (const key of ["h", "n", "/", "ArrowRight"]) await page.keyboard.press(key);
    const focused = form.locator('button[aria-pressed="true"]:focus');
    expect(await focused.textContent()).toBe(named("13:00", "2026-12-04"));
    expect(await page.getByRole("dialog").count()).toBe(1);
    await form.getByRole("button", { name: "Verschieben", exact: true }).press("Enter");
    await toast("Tastmann, Anna: verschoben auf").getByRole("button", { name: "Kunde informieren" }).click();
    const telling = page.getByRole("dialog", { name: "Tastmann, Anna informieren" });
    const call = telling.getByRole("link", { name: "Anrufen: 0341 5550123" });
    expect(await call.getAttribute("href")).toBe("tel:+493415550123");
    const message = telling.getByRole("link", { name: "Als SMS" });
    expect(await message.getAttribute("href")).toMatch(/^sms:\+493415550123\?body=/);
    expect((await stored(made.id)).start).not.toBe(made.start);
  });

  it("parks an appointment, finds another day and places it there", async () => {
    const { page } = screen;
    const next = "2026-12-29";
    const made = await book("Parkmann", `${day}T12:30`, { agentId: "agId2", overrule: true });
    await appointment(page, "Parkmann").click();
    await page.getByRole("dialog").getByRole("button", { name: "Parken" }).click();
    // What happens to it meanwhile does not keep it from being placed.
    await screen.api("PATCH", `/bookings/${made.id}`, { note: "Ruft noch einmal an" });
    // A week is that of whose appointment it is.
    await page.getByText("Woche", { exact: true }).click();
    await expect
      .poll(() => page.getByRole("combobox", { name: "Mitarbeiter" }).inputValue())
      .toBe("Hans Meyer");
    await page.getByText("Tag", { exact: true }).click();
    await button("Weiter").click();
    await page.getByText("Klicken Sie auf eine freie Zeit für Parkmann, Anna.").waitFor();
    await expect.poll(() => page.url()).toContain(`date=${next}`);
    const grid = (await page.locator(".schedule .ec-day").first().boundingBox())!;
    await page.mouse.click(grid.x + 40, grid.y + 5);
    const moved = `Parkmann, Anna: verschoben auf ${named("08:00", next)}, jetzt bei Max Mustermann`;
    await toast(moved).getByRole("button", { name: "Kunde informieren" }).click();
    const text = page.getByRole("dialog").getByRole("textbox");
    expect(await text.inputValue()).toContain(
      "(30 min Massage) ist jetzt am Dienstag, 29. Dezember, 08:00 Uhr bei Max Mustermann.",
    );
    expect((await stored(made.id)).start).toBe(`${next}T08:00:00.000+01:00`);
    expect(await page.getByRole("region", { name: "Geparkt" }).count()).toBe(0);
  });

  it("copies an appointment into the form", async () => {
    const { page } = screen;
    await book("Kopiermann", `${day}T13:15`);
    await appointment(page, "Kopiermann").click();
    await page.getByRole("dialog").getByRole("button", { name: "Kopieren" }).click();
    const grid = (await page.locator(".schedule .ec-day").first().boundingBox())!;
    await page.mouse.click(grid.x + 40, grid.y + 20 * 10 + 5);
    const form = page.getByRole("dialog", { name: "Neuer Termin" });
    await form.getByText("Kopiermann, Anna").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("Klicken Sie auf eine freie Zeit für den nächsten Termin").waitFor();
  });

  it("shows the week of one person and a list, prints the day, and goes back to today", async () => {
    const { page } = screen;
    await book("Listmann", `${day}T17:30`);
    const made = await book("Wochmann", `${day}T15:30`);
    await page.getByText("Woche", { exact: true }).click();
    await expect.poll(() => page.locator(".schedule .ec-col-head").count()).toBe(7);
    const column = (await page.locator(".schedule .ec-day").first().boundingBox())!;
    await drag(page, appointment(page, "Wochmann"), { x: column.width, y: -80 });
    await toast(`Wochmann, Anna: verschoben auf ${named("14:30", "2026-12-22")}`).waitFor();
    expect((await stored(made.id)).start).toBe("2026-12-22T14:30:00.000+01:00");
    await page.getByText("Liste", { exact: true }).click();
    await page.getByRole("table").getByRole("button", { name: "Listmann, Anna" }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);

    await book("Papiermann", `${day}T18:30`, { agentId: "agId2", overrule: true, note: "Mit Rollator" });
    const gone = await book("Abgesagt", `${day}T19:30`, { overrule: true });
    await screen.api("POST", `/bookings/${gone.id}/cancel`);
    await page.getByRole("table").getByRole("button", { name: "Abgesagt, Anna" }).waitFor();
    await button("Neuer Termin").click();
    await page.getByRole("dialog").waitFor();
    const { text, isWhole } = await printed(page);
    expect(text).toContain("Physiotherapie Gleichgewicht · Montag, 21. Dezember 2026");
    expect(text).toMatch(
      /Max Mustermann · \d+ Termine?\s[\s\S]*17:30–18:00\s+Listmann, Anna.*\s+30 min Massage/,
    );
    expect(text).toMatch(
      /Hans Meyer · \d+ Termine?\s+18:30–19:00\s+Papiermann, Anna.*\s+30 min Massage.*Mit Rollator/,
    );
    for (const unwanted of ["Abgesagt", "Tagesgeschäft", "Neuer Termin"])
      expect(text).not.toContain(unwanted);
    expect(isWhole).toBe(true);
    // A week says the day, also when all of it is on one.
    await page.goto(`${desk.server.address}/?view=week&agent=agId2&date=${day}`);
    await appointment(page, "Papiermann").waitFor();
    expect((await printed(page)).text).toMatch(/21\. Dezember 2026 · 1 Termin\s[\s\S]*Papiermann, Anna/);
    await page.goto(`${desk.server.address}/?date=${day}`);
    await page.keyboard.press("Escape");
    await button("Heute").click();
    await page.getByText("Mo., 30. November 2026").waitFor();
  });

  it("shows the other browser's appointment at once", async () => {
    const { page } = screen;
    const other = await openScreen(browser, desk, owner, { path: `/?date=${day}` });
    await book("Nebenan", `${day}T15:00`);
    await appointment(page, "Nebenan").waitFor();
    await appointment(other.page, "Nebenan").waitFor();
    await drag(other.page, appointment(other.page, "Nebenan"), { y: 40 });
    await appointment(page, "Nebenan").getByText("15:30").waitFor();
    expect(other.complaints).toEqual([]);
    await other.close();
  });

  it("goes on showing the appointments of somebody who is no more in the team", async () => {
    const { page } = screen;
    await book("Bleibtreu", `${day}T12:30`, { agentId: "agId2", overrule: true });
    const withoutHans = PHYSIO.replace(/ {6}- id: agId2.*?(?= {6}- id: agId3)/s, "").replace(", agId2]", "]");
    await desk.apply(withoutHans, { prune: true });
    await appointment(page, "Bleibtreu").waitFor();
    const heads = page.locator(".schedule .ec-col-head");
    await expect.poll(() => heads.allTextContents()).toContain("Hans Meyer (nicht mehr im Team)");
  });
});
