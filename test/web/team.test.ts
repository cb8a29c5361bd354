import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { AccountConfiguration, AgentConfiguration, Booking } from "../../src/staff-api/wire-types.ts";
import { type DeskUnderTest, PHYSIO } from "../harness/desk-under-test.ts";
import {
  appointment,
  dragTo,
  isWithinWidth,
  newPerson,
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
let receptionist: Person;
let screen: Screen;
shareScreen("/team", (opened) => {
  ({ desk, browser, owner, screen } = opened);
});
beforeAll(async () => {
  receptionist = await newPerson(desk, "desk");
});

/** The business as the file describes it, whatever a test before has made of it. */
async function open(path: string): Promise<Page> {
  await desk.apply(PHYSIO, { prune: true });
  await screen.page.goto(`${desk.server.address}${path}`);
  return screen.page;
}

const entity = async () =>
  (await screen.api<AccountConfiguration>("GET", "/account")).entities.find(
    ({ id }) => id === "xyzBusinessEntityId",
  )!;
const max = () => screen.api<AgentConfiguration>("GET", "/agents/agId1");
const toast = (text: string) => screen.page.locator(".mantine-Notification-root", { hasText: text });
const button = (name: string) => screen.page.getByRole("button", { name, exact: true });
const dialog = (name: string) => screen.page.getByRole("dialog", { name });
const cell = (name: string) => screen.page.getByRole("gridcell", { name });
const looksRight = async (within?: string) => expect(await seriousFindings(screen.page, within)).toEqual([]);
const DIALOG = "[role=dialog]";

/** A treatment with Max, which Ayşe Öztürk could give as well. */
async function book(lastname: string, start: string, more: object = {}): Promise<Booking> {
  return await screen.api<Booking>("POST", "/bookings", {
    productId: "prId3",
    agentId: "agId1",
    start,
    booker: { firstname: "Anna", lastname, phone: "+49 341 5550123" },
    ...more,
  });
}
const stored = (id: string) => screen.api<Booking>("GET", `/bookings/${id}`);
const cancel = async (...bookings: readonly Booking[]) => {
  for (const { id } of bookings) await screen.api("POST", `/bookings/${id}/cancel`);
};

describe("the team", () => {
  it("takes somebody in, who is bookable once it is said what they do", async () => {
    const page = await open("/team");
    await page.getByRole("link", { name: "Max Mustermann" }).waitFor();
    await looksRight();
    await button("Mitarbeiter hinzufügen").click();
    const form = dialog("Mitarbeiter hinzufügen");
    await form.getByRole("button", { name: "Hinzufügen" }).click();
    await form.getByText("Bitte einen Namen").first().waitFor();
    await form.getByLabel("Vorname").fill("Lea");
    await form.getByLabel("Nachname").fill("Lorenz");
    await form.getByRole("button", { name: "Hinzufügen" }).click();
    await toast("Lea Lorenz hinzugefügt").waitFor();
    await page.getByRole("heading", { name: "Lea Lorenz" }).waitFor();
    await page.getByLabel("Krankengymnastik").check();
    await page.getByLabel("Rückenkurs").check();
    await button("Speichern").click();
    await toast("Leistungen gespeichert").waitFor();
    const { agents, appointmentTypes } = await entity();
    const { id } = agents.find(({ firstname }) => firstname === "Lea")!;
    expect(appointmentTypes.map((type) => [type.name, type.agents.includes(id)])).toEqual([
      ["Massage", false],
      ["Krankengymnastik", true],
      ["Rückenkurs", true],
    ]);
    const wish = { appointmentTypeId: "def2", productId: "prId3", agentId: id, dateTime: "2026-12-01" };
    expect((await desk.bot.slots(wish))[0]).toMatchObject({ slotStart: "2026-12-01T08:00:00.000+01:00" });
    await page.getByLabel("Rückenkurs").uncheck();
    await button("Speichern").click();
    await expect
      .poll(async () => (await entity()).appointmentTypes.find(({ id: type }) => type === "ghi3")!.agents)
      .toEqual(["agId3"]);
  });

  it("takes weekly hours painted and typed, and first shows who would be left outside of them", async () => {
    const booked = await book("Abendrot", "2026-12-15T17:00");
    const inside = await book("Vormittag", "2026-12-15T09:00");
    // Nobody works on Easter Monday, before as after.
    const onHoliday = await book("Ostern", "2027-03-29T17:00", { overrule: true });
    const page = await open("/team/agId1");
    await page.getByText("Eigene Zeiten").click();
    await dragTo(page, cell("Samstag, 09:00 bis 09:30"), cell("Samstag, 11:30 bis 12:00"));
    await dragTo(page, cell("Montag, 16:00 bis 16:30"), cell("Montag, 17:30 bis 18:00"));
    const typed = page.getByRole("textbox", { name: "Dienstag" });
    await typed.fill("8 bis halb eins");
    await page.getByText("Bitte Zeiten wie „8–12, 13–18“").waitFor();
    await typed.fill("8 bis 12 Uhr, 13-16:30");
    await looksRight();
    await button("Speichern").click();
    const asked = dialog("1 Termin liegt dann außerhalb der Zeiten");
    const link = asked.getByRole("link", { name: "Di., 15. Dez., 17:00 · Abendrot, Anna" });
    expect(await link.getAttribute("href")).toContain(booked.id);
    await looksRight(DIALOG);
    await asked.getByRole("button", { name: "Zurück zu den Zeiten" }).click();
    await asked.waitFor({ state: "detached" });
    expect((await max()).hours).toBeUndefined();
    expect(await typed.inputValue()).toBe("08:00–12:00, 13:00–16:30");
    await button("Speichern").click();
    await asked.getByRole("button", { name: "So speichern" }).click();
    await toast("Arbeitszeit gespeichert").waitFor();
    expect((await max()).hours).toMatchObject({
      mon: ["08:00-16:00"],
      tue: ["08:00-12:00", "13:00-16:30"],
      wed: ["08:00-18:00"],
      sat: ["09:00-12:00"],
    });
    expect(await stored(booked.id)).toMatchObject({ status: "confirmed", start: booked.start });
    await cancel(booked, inside, onHoliday);
  });

  it("has a day with other hours on the year's calendar, by keyboard", async () => {
    const page = await open("/team/agId1?tab=days");
    const day = cell("Samstag, 5. Dezember 2026");
    await day.focus();
    await looksRight();
    await day.press("Enter");
    const form = dialog("Abwesenheit oder besonderer Tag");
    await form.getByText("Andere Zeiten").click();
    await form.getByLabel("Zeiten an diesem Tag").fill("morgens");
    await form.getByRole("button", { name: "Speichern" }).click();
    await form.getByText("Bitte Zeiten wie „9–12, 14–18“").waitFor();
    await form.getByLabel("Zeiten an diesem Tag").fill("9-13");
    await form.getByRole("button", { name: "Speichern" }).click();
    await toast("09:00–13:00 (Sa., 5. Dez.) eingetragen").waitFor();
    await cell("Samstag, 5. Dezember 2026, andere Zeiten: 09:00–13:00").waitFor();
    expect((await max()).overrides).toEqual({ "2026-12-05": ["09:00-13:00"] });
    await page
      .getByRole("region", { name: "Eingetragen" })
      .getByRole("button", { name: /5\. Dez/ })
      .click();
    await form.getByRole("button", { name: "Entfernen" }).click();
    await toast("entfernt").getByRole("button", { name: "Rückgängig" }).click();
    await expect.poll(async () => (await max()).overrides).toEqual({ "2026-12-05": ["09:00-13:00"] });
  });

  it("asks what becomes of each appointment in an absence, and does it", async () => {
    const [kept, moved, given, cancelled] = [
      await book("Bleibt", "2026-12-08T09:00"),
      await book("Verschiebt", "2026-12-08T10:00"),
      await book("Wechselt", "2026-12-08T11:00"),
      await book("Entfällt", "2026-12-09T14:00"),
    ];
    const page = await open("/team/agId1?tab=days");
    await dragTo(page, cell("Dienstag, 8. Dezember 2026"), cell("Mittwoch, 9. Dezember 2026"));
    const form = dialog("Abwesenheit oder besonderer Tag");
    await form.getByText("Fortbildung").click();
    await form.getByRole("button", { name: "Speichern" }).click();
    const asked = dialog("4 Termine liegen in dieser Zeit");
    const choose = (name: string, kind: string) =>
      asked.getByLabel(`Was mit dem Termin ${name}, Anna geschieht`).selectOption({ label: kind });
    expect(await asked.getByLabel("Wer Wechselt, Anna übernimmt").inputValue()).toBe("agId3");
    await choose("Bleibt", "behalten");
    await choose("Verschiebt", "verschieben");
    await choose("Entfällt", "absagen");
    const times = asked.getByLabel("Neue Zeit für Verschiebt, Anna");
    expect(await times.locator("option").first().textContent()).toBe("Do., 10. Dez., 08:00");
    await times.selectOption({ index: 2 });
    await looksRight(DIALOG);
    const link = asked.getByRole("link", { name: "Wechselt, Anna anrufen" });
    expect(await link.getAttribute("href")).toBe("tel:+493415550123");
    await asked.getByRole("button", { name: "So speichern" }).click();
    await asked.getByText("Die Zeit ist gesperrt. Noch zu klären: Bleibt, Anna").waitFor();
    expect(await link.textContent()).toBe("0341 5550123");
    await asked.getByRole("button", { name: "Fertig" }).click();
    await toast("Fortbildung (Di., 8. Dez. – Mi., 9. Dez.) eingetragen").waitFor();
    expect((await max()).timeOff).toEqual([
      { start: "2026-12-08T00:00", end: "2026-12-10T00:00", reason: "Fortbildung" },
    ]);
    const now = await Promise.all([kept, moved, given, cancelled].map(({ id }) => stored(id)));
    expect(now.map(({ status, agentId, start }) => [status, agentId, start.slice(0, 16)])).toEqual([
      ["confirmed", "agId1", "2026-12-08T09:00"],
      ["confirmed", "agId1", "2026-12-10T08:40"],
      ["confirmed", "agId3", "2026-12-08T11:00"],
      ["cancelled", "agId1", "2026-12-09T14:00"],
    ]);
    await cancel(kept, moved, given);
  });

  it("fits a phone", async () => {
    await desk.apply(PHYSIO, { prune: true });
    const { page, complaints, close } = await openScreen(browser, desk, owner, {
      path: "/team",
      viewport: PHONE,
      hasTouch: true,
    });
    await page.getByRole("link", { name: "Max Mustermann" }).tap();
    await page.getByRole("grid", { name: "Wochenraster" }).waitFor();
    expect(await isWithinWidth(page)).toBe(true);
    for (const tab of ["Abwesenheiten", "Leistungen", "Person"]) {
      await page.getByRole("tab", { name: tab }).tap();
      await page.getByRole("tabpanel", { name: tab }).waitFor();
      expect([tab, await isWithinWidth(page)]).toEqual([tab, true]);
    }
    await page.getByRole("tab", { name: "Arbeitszeit" }).tap();
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("an absence entered in the calendar", () => {
  const hatched = (page: Page) => page.locator(".schedule .absent-time");

  it("is there for a receptionist, by keyboard, for the rest of the day", async () => {
    await desk.apply(PHYSIO, { prune: true });
    const [later, tomorrow] = [
      await book("Nachmittag", "2026-11-30T15:00"),
      await book("Morgen", "2026-12-01T15:00"),
    ];
    const { page, complaints, close } = await openScreen(browser, desk, receptionist);
    await appointment(page, "Nachmittag").waitFor();
    await page.getByRole("button", { name: "Max Mustermann", exact: true }).press("Enter");
    const entry = page.getByRole("menuitem", { name: "Abwesend …" });
    await entry.waitFor();
    expect(await page.getByRole("menuitem").count()).toBe(1);
    await entry.press("Enter");
    const form = page.getByRole("dialog", { name: "Max Mustermann ist abwesend" });
    await form.getByLabel("Den Rest von heute, ab 08:00").check();
    await form.getByLabel("Krank").press("Space");
    expect(await seriousFindings(page, DIALOG)).toEqual([]);
    await form.getByLabel("Grund").press("Enter");
    const asked = page.getByRole("dialog", { name: "1 Termin liegt in dieser Zeit" });
    await asked.getByLabel("Was mit dem Termin Nachmittag, Anna geschieht").selectOption("cancel");
    // All is done while the calendar still reads what has changed: who is finished need not wait for that.
    const { promise: mayRead, resolve: letRead } = Promise.withResolvers<void>();
    await page.route("**/api/v1/bookings?*", async (route) => {
      await mayRead;
      await route.continue();
    });
    await asked.getByRole("button", { name: "So speichern" }).press("Enter");
    await asked.getByRole("button", { name: "Fertig" }).press("Enter");
    const told = page.locator(".mantine-Notification-root", { hasText: "ist als abwesend eingetragen" });
    // It stays while it is pointed at.
    await told.hover();
    letRead();
    await hatched(page).getByText("Krank").waitFor();
    const away = { start: "2026-11-30T08:00", end: "2026-12-01T00:00", reason: "Krank" };
    expect((await max()).timeOff).toEqual([away]);
    expect((await stored(later.id)).status).toBe("cancelled");
    await told.getByRole("button", { name: "Rückgängig" }).click();
    await page.getByText("Auch die Termine sind wieder wie vorher.").waitFor();
    expect((await stored(later.id)).status).toBe("confirmed");
    await expect.poll(() => hatched(page).count()).toBe(0);
    expect((await max()).timeOff).toEqual([]);
    await cancel(later, tomorrow);
    expect(complaints).toEqual([]);
    await close();
  });

  it("is one until a date, also from a week and on a phone, and leads to the person's page", async () => {
    const page = await open("/?date=2026-12-14&view=week&agent=agId1");
    await button("Mehr").click();
    await page.getByRole("menuitem", { name: "Max Mustermann abwesend …" }).click();
    const form = dialog("Max Mustermann ist abwesend");
    await form.getByLabel("Ab Mo., 14. Dez., bis zu einem Tag").check();
    await form.getByLabel("Letzter Tag der Abwesenheit").fill("2026-12-13");
    await form.getByRole("button", { name: "Eintragen" }).click();
    await form.getByText("Der letzte Tag darf nicht vor dem ersten liegen.").waitFor();
    await form.getByLabel("Letzter Tag der Abwesenheit").fill("2026-12-18");
    await form.getByRole("button", { name: "Eintragen" }).click();
    await toast("Max Mustermann ist als abwesend eingetragen: Mo., 14. Dez. – Fr., 18. Dez.").waitFor();
    expect((await max()).timeOff).toEqual([{ start: "2026-12-14T00:00", end: "2026-12-19T00:00" }]);
    await hatched(page).nth(4).waitFor();

    const phone = { viewport: PHONE, hasTouch: true };
    const small = await openScreen(browser, desk, owner, { path: "/?date=2026-12-21", ...phone });
    await small.page.getByRole("button", { name: "Max Mustermann", exact: true }).tap();
    await small.page.getByRole("menuitem", { name: "Abwesend …" }).tap();
    const away = small.page.getByRole("dialog", { name: "Max Mustermann ist abwesend" });
    await away.getByLabel("Am Mo., 21. Dez., den ganzen Tag").waitFor();
    expect(await isWithinWidth(small.page)).toBe(true);
    expect(await seriousFindings(small.page)).toEqual([]);
    await away.getByRole("button", { name: "Abbrechen" }).tap();
    await small.page.getByRole("button", { name: "Max Mustermann", exact: true }).tap();
    await small.page.getByRole("menuitem", { name: "Arbeitszeit und Abwesenheiten" }).tap();
    await small.page.getByRole("heading", { name: "Max Mustermann" }).waitFor();
    expect(small.complaints).toEqual([]);
    await small.close();
  });
});
