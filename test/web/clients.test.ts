import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import type { Booking, Client } from "../../src/staff-api/wire-types.ts";
import type { DeskUnderTest } from "../harness/desk-under-test.ts";
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
shareScreen("/clients", (opened) => {
  ({ desk, browser, owner, screen } = opened);
});
beforeEach(async () => {
  await screen.page.goto(`${desk.server.address}/clients`);
});

/** What a test needs of a client; each test has names of its own. */
type Card = Partial<Omit<Client, "id" | "createdAt" | "updatedAt">>;
const add = (card: Card) => screen.api<Client>("POST", "/clients", card);
const stored = (id: string) => screen.api<Client>("GET", `/clients/${id}`);

/** Of 20 minutes, at Max Mustermann's; also where it is past. */
async function book({ id }: Client, start: string): Promise<Booking> {
  return await screen.api<Booking>("POST", "/bookings", {
    productId: "prId3",
    agentId: "agId1",
    start,
    overrule: true,
    booker: { id },
  });
}

const toast = (text: string) => screen.page.locator(".mantine-Notification-root", { hasText: text });
const button = (name: string | RegExp) => screen.page.getByRole("button", { name, exact: true });
const heading = (name: string) => screen.page.getByRole("heading", { name, exact: true });
const dialog = (name: string) => screen.page.getByRole("dialog", { name });
const section = (title: string) => screen.page.locator("section", { has: heading(title) });

/** From the list of clients to a card. */
async function openCard({ lastname, firstname }: Client): Promise<void> {
  const { page } = screen;
  await page.getByRole("searchbox", { name: "Kunden suchen" }).fill(lastname!);
  const name = `${lastname}, ${firstname}`;
  await page.getByRole("link", { name, exact: true }).first().click();
  await heading(name).waitFor();
}

describe("the clients", () => {
  it("finds somebody from the calendar by name, telephone and date of birth", async () => {
    const { page } = screen;
    await page.getByRole("link", { name: "Kalender" }).click();
    await page.locator(".schedule .closed-time").first().waitFor();
    const ada = await add({
      firstname: "Adelheid",
      lastname: "Findeisen",
      phone: "+49 341 5550147",
      dob: "1961-03-09",
    });
    await page.keyboard.press("/");
    const search = dialog("Kunde suchen");
    const words = search.getByRole("textbox", { name: "Kunde suchen" });
    const hits = search.getByRole("option");
    await words.fill("Niemandsen");
    await search.getByText("Niemand gefunden.").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    // The name, its beginning, both names in the other order, the number as people say it, the date as people write it.
    for (const typed of ["Findeisen", "findei", "Adelheid Findeisen", "0341 5550147", "09.03.1961"]) {
      // Nobody in between: so what is found is not left from before.
      await words.fill("Niemandsen");
      await search.getByText("Niemand gefunden.").waitFor();
      await words.fill(typed);
      await hits.filter({ hasText: "Findeisen, Adelheid0341 5550147 · * 09.03.1961" }).waitFor();
    }
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await heading("Findeisen, Adelheid").waitFor();
    expect(page.url()).toContain(`/clients/${ada.id}`);
    await page.keyboard.press("/");
    expect(await words.inputValue()).toBe("");
    await words.fill("Niemandsen, Nina");
    await search.getByRole("button", { name: "Als neuen Kunden anlegen" }).click();
    expect(await dialog("Neuer Kunde").getByLabel("Vorname").inputValue()).toBe("Nina");
    await page.keyboard.press("Escape");
    await dialog("Neuer Kunde").waitFor({ state: "hidden" });
  });

  it("adds a client who was looked for in vain, and says who has the same name", async () => {
    const { page } = screen;
    await add({ firstname: "Nora", lastname: "Neuling", dob: "1958-10-30" });
    const words = page.getByRole("searchbox", { name: "Kunden suchen" });
    await words.fill("Neuling, Norbert");
    await page.getByText("Niemand gefunden.").waitFor();
    await button("Neuer Kunde").click();
    const form = dialog("Neuer Kunde");
    expect(await form.getByLabel("Nachname").inputValue()).toBe("Neuling");
    expect(await form.getByLabel("Vorname").inputValue()).toBe("Norbert");
    await form.getByLabel("Vorname").fill("Nora");
    await form.getByRole("alert").getByRole("link", { name: "Neuling, Nora · * 30.10.1958" }).waitFor();
    await form.getByLabel("Geburtsdatum").fill("3.4.1990");
    await form.getByLabel("Telefon").fill("-");
    await form.getByLabel("Notiz").fill("Kommt über den Hof");
    await form.getByRole("button", { name: "Speichern" }).click();
    await form.getByText("Das ist keine Telefonnummer.").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await form.getByLabel("Telefon").fill("0341 5550190");
    await form.getByRole("button", { name: "Speichern" }).click();
    await toast("Neuling, Nora ist angelegt.").waitFor();
    await heading("Neuling, Nora").waitFor();
    await section("Kontakt").getByText("03.04.1990 (36 Jahre)").waitFor();
    const made = await stored(page.url().split("/").at(-1)!);
    expect(made).toMatchObject({ dob: "1990-04-03", phone: "0341 5550190", note: "Kommt über den Hof" });
  });

  it("changes a card, refuses a wrong date of birth at its field, and keeps a note", async () => {
    const { page } = screen;
    const karl = await add({ firstname: "Karl", lastname: "Kartenfels", dob: "1985-07-25" });
    await openCard(karl);
    const card = section("Kontakt");
    await card.getByText("25.07.1985 (41 Jahre)").waitFor();
    await card.getByRole("button", { name: "Bearbeiten" }).click();
    const born = card.getByLabel("Geburtsdatum");
    expect(await born.inputValue()).toBe("25.07.1985");
    await born.fill("31.02.1985");
    await card.getByLabel("Ort").fill("Markkleeberg");
    await card.getByRole("button", { name: "Speichern" }).click();
    await card.getByText("Bitte ein Datum wie 25.07.1985.").waitFor();
    await card.locator('input[aria-invalid="true"]:focus').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await born.fill("25.08.1985");
    await card.getByRole("button", { name: "Speichern" }).click();
    await card.getByText("25.08.1985 (41 Jahre)").waitFor();
    await card.getByText("Markkleeberg").waitFor();
    expect(await stored(karl.id)).toMatchObject({ dob: "1985-08-25", city: "Markkleeberg", note: null });
    const note = section("Notiz");
    await note.getByRole("textbox", { name: "Notiz" }).fill("Hört schlecht");
    await note.getByRole("button", { name: "Speichern" }).click();
    await note.getByRole("button", { name: "Speichern" }).waitFor({ state: "detached" });
    expect((await stored(karl.id)).note).toBe("Hört schlecht");
  });

  it("shows what is to come and what has been, and leads to it in the calendar", async () => {
    const { page } = screen;
    const vera = await add({ firstname: "Vera", lastname: "Verlauf", phone: "+49 341 5550121" });
    await book(vera, "2026-11-25T10:00");
    const missed = await book(vera, "2026-11-26T10:00");
    await screen.api("PATCH", `/bookings/${missed.id}`, { noShow: true });
    const gone = await book(vera, "2026-12-08T10:00");
    await screen.api("POST", `/bookings/${gone.id}/cancel`);
    await openCard(vera);
    const [coming, past] = [section("Kommende Termine"), section("Verlauf")];
    await coming.getByText("Kein Termin vereinbart.").waitFor();
    // What is booked meanwhile appears by itself.
    await book(vera, "2026-12-01T10:00");
    await coming.getByRole("listitem").waitFor();
    expect(await past.getByRole("link").allTextContents()).toEqual([
      "Di., 08.12.2026, 10:00–10:20",
      "Do., 26.11.2026, 10:00–10:20",
      "Mi., 25.11.2026, 10:00–10:20",
    ]);
    await past.getByRole("listitem").first().getByText("abgesagt", { exact: true }).waitFor();
    await past.getByRole("listitem").nth(1).getByText("nicht erschienen").waitFor();
    await page.getByText("· 3 Termine").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await coming.getByRole("link", { name: "Di., 01.12.2026, 10:00–10:20" }).click();
    await dialog("Verlauf, Vera").getByText("Dienstag, 1. Dezember, 10:00–10:20").waitFor();
  });

  it("makes one of two cards of the same person, shown side by side", async () => {
    const { page } = screen;
    const kept = await add({ firstname: "Doris", lastname: "Doppelmann", phone: "+49 341 5550131" });
    const other = await add({
      firstname: "Doris",
      lastname: "Doppelmann",
      phone: "+49 341 5550132",
      dob: "1977-01-02",
      email: "doris@example.org",
    });
    const booking = await book(other, "2026-12-02T10:00");
    await openCard(kept);
    // Both are called the same; the address says whose card it is.
    const [here, there] = page.url().endsWith(kept.id) ? [kept, other] : [other, kept];
    await page.getByText("Vielleicht gibt es eine zweite Karte derselben Person").waitFor();
    await button("Vergleichen").click();
    const sides = dialog("Zwei Karten zusammenführen");
    if (here === other) await sides.getByLabel("Die andere bleibt").check();
    const row = (name: string) => sides.getByRole("row", { name });
    await expect.poll(() => row("Geburtsdatum").textContent()).toContain("02.01.1977wird übernommen");
    await expect.poll(() => row("Telefon").textContent()).toContain(`${other.phone}fällt weg`);
    expect(await row("Telefon").textContent()).toContain(there.phone);
    await sides.getByText("Übernommen wird: E-Mail, Geburtsdatum.").waitFor();
    await sides.getByText("Unterschiedlich: Telefon.").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await sides.getByRole("button", { name: "Zusammenführen" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Zusammenführen" }).click();
    await toast("Zusammengeführt: Doppelmann, Doris. 1 Termin übernommen.").waitFor();
    await section("Kommende Termine").getByRole("link", { name: "Mi., 02.12.2026" }).waitFor();
    expect(page.url()).toContain(kept.id);
    expect(await stored(kept.id)).toMatchObject({ phone: kept.phone, dob: "1977-01-02" });
    const moved = await screen.api<Booking>("GET", `/bookings/${booking.id}`);
    expect(moved.participant.id).toBe(kept.id);
  });

  it("hands over all that is kept about a client as a file", async () => {
    const { page } = screen;
    const auskunft = await add({ firstname: "Udo", lastname: "Auskunft", note: "Bitte leise" });
    const booking = await book(auskunft, "2026-12-03T10:00");
    await openCard(auskunft);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Alle Daten herunterladen" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${auskunft.id}.json`);
    expect(JSON.parse(await readFile(await download.path(), "utf8"))).toMatchObject({
      client: { lastname: "Auskunft", note: "Bitte leise" },
      bookings: [{ id: booking.id, start: "2026-12-03T10:00:00.000+01:00" }],
    });
  });

  it("erases nobody who is still to come, and then leaves the bookings without a name", async () => {
    const { page } = screen;
    const lena = await add({ firstname: "Lena", lastname: "Löschmann", phone: "+49 341 5550161" });
    const past = await book(lena, "2026-11-26T11:00");
    const coming = await book(lena, "2026-12-04T10:00");
    await openCard(lena);
    await section("Kommende Termine").getByRole("listitem").waitFor();
    await button("Kunden löschen").click();
    const erase = dialog("Lena Löschmann löschen");
    await erase.getByText("Das geht erst, wenn keine Termine mehr bevorstehen.").waitFor();
    await erase.getByRole("link", { name: "Fr., 04.12.2026, 10:00–10:20" }).waitFor();
    expect(await erase.getByRole("button", { name: "Endgültig löschen" }).count()).toBe(0);
    // Somebody else cancels it.
    await screen.api("POST", `/bookings/${coming.id}/cancel`);
    const final = erase.getByRole("button", { name: "Endgültig löschen" });
    await final.waitFor();
    expect(await final.isDisabled()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await erase.getByLabel("Zum Bestätigen den Namen eintippen").fill("lena löschmann");
    await final.click();
    await toast("Der Kunde ist gelöscht.").waitFor();
    await page.getByRole("searchbox", { name: "Kunden suchen" }).fill("Löschmann");
    await page.getByText("Niemand gefunden.").waitFor();
    await expect(stored(lena.id)).rejects.toThrow("404");
    const kept = await screen.api<Booking>("GET", `/bookings/${past.id}`);
    expect(kept).toMatchObject({ status: "confirmed", participant: { firstname: null, lastname: null } });
  });

  it("fits a telephone: the list, a card, two cards side by side", async () => {
    const phone = { viewport: PHONE, hasTouch: true };
    const { page, complaints, close } = await openScreen(browser, desk, owner, {
      path: "/clients",
      ...phone,
    });
    const partOf = (title: string) =>
      page.locator("section", { has: page.getByRole("heading", { name: title }) });
    const long = { firstname: "Maximiliane-Charlotte", lastname: "Freifrau von Schwarzenfels-Hohenstein" };
    const tina = await add({
      ...long,
      email: "maximiliane.charlotte.von.schwarzenfels@verwaltung.example.org",
      phone: "+49 341 5550171",
      note: "Telefoniert gern",
    });
    await add({ ...long, email: "freifrau.von.schwarzenfels-hohenstein@beispielhaft.example.org" });
    await book(tina, "2026-12-09T10:00");
    await page.getByRole("searchbox", { name: "Kunden suchen" }).fill("Schwarzenfels");
    await page.getByText("2 Treffer").waitFor();
    await page.getByRole("link", { name: "0341 5550171" }).waitFor();
    expect(await isWithinWidth(page)).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("link", { name: tina.lastname! }).first().tap();
    await partOf("Kontakt").waitFor();
    await page.getByRole("button", { name: "Vergleichen" }).waitFor();
    expect(await isWithinWidth(page)).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await partOf("Kontakt").getByRole("button", { name: "Bearbeiten" }).tap();
    expect(await isWithinWidth(page)).toBe(true);
    await page.getByRole("button", { name: "Vergleichen" }).tap();
    const sides = page.getByRole("dialog", { name: "Zwei Karten zusammenführen" });
    await sides.getByRole("row", { name: "E-Mail" }).waitFor();
    const box = (await sides.boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(PHONE.width);
    expect(await isWithinWidth(page)).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
