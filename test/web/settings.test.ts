import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { AccountConfiguration, Booking } from "../../src/staff-api/wire-types.ts";
import { type DeskUnderTest, PHYSIO } from "../harness/desk-under-test.ts";
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
shareScreen("/services", (opened) => {
  ({ desk, browser, owner, screen } = opened);
});

/** The business as the file describes it, whatever a test before has made of it. */
async function open(path: string): Promise<Page> {
  await desk.apply(PHYSIO, { prune: true });
  await screen.page.goto(`${desk.server.address}${path}`);
  return screen.page;
}

const entity = async () => {
  const { entities } = await screen.api<AccountConfiguration>("GET", "/account");
  return entities[0]!;
};
const toast = (text: string) => screen.page.locator(".mantine-Notification-root", { hasText: text });
const button = (name: string) => screen.page.getByRole("button", { name, exact: true });
const region = (name: string) => screen.page.getByRole("region", { name, exact: true });
const dialog = (name: string) => screen.page.getByRole("dialog", { name });
const looksRight = async () => expect(await seriousFindings(screen.page)).toEqual([]);

describe("the settings", () => {
  it("adds a service with its first variant, and another variant, that can be booked at once", async () => {
    await open("/services");
    await region("Massage").waitFor();
    await looksRight();
    await button("Neue Leistung").click();
    const form = dialog("Neue Leistung");
    await form.getByLabel("Name der Leistung").fill("Lymphdrainage");
    await form.getByRole("button", { name: "Speichern" }).click();
    // The price is asked for: nothing is free by mistake.
    await form.getByText("Bitte einen Betrag eingeben").waitFor();
    await form.getByLabel("Max Mustermann").check();
    await form.getByLabel("Dauer in Minuten").fill("45");
    await form.getByLabel("Preis in EUR").fill("52,5");
    await looksRight();
    await form.getByRole("button", { name: "Speichern" }).click();
    await toast("„Lymphdrainage“ ist gespeichert.").waitFor();
    const card = region("Lymphdrainage");
    await card.getByRole("button", { name: "Lymphdrainage 45 min 52,50 €" }).waitFor();
    await button("Lymphdrainage: Variante hinzufügen").click();
    const variant = dialog("Neue Variante von Lymphdrainage");
    await variant.getByRole("textbox", { name: "Name", exact: true }).fill("Lymphdrainage lang");
    await variant.getByLabel("Dauer in Minuten").fill("60");
    await variant.getByLabel("Preis in EUR").fill("70");
    await looksRight();
    await variant.getByRole("button", { name: "Speichern" }).click();
    await card.getByRole("button", { name: "Lymphdrainage lang 60 min 70,00 €" }).waitFor();
    const made = (await entity()).appointmentTypes.find(({ name }) => name === "Lymphdrainage")!;
    expect(made.products.map(({ price, durationMinutes }) => [price, durationMinutes])).toEqual([
      [52.5, 45],
      [70, 60],
    ]);
    const wish = { appointmentTypeId: made.id, productId: made.products[1]!.id, dateTime: "2026-12-01" };
    expect((await desk.bot.slots(wish))[0]).toMatchObject({
      slotStart: "2026-12-01T08:00:00.000+01:00",
      slotEnd: "2026-12-01T09:00:00.000+01:00",
    });
  });

  it("changes a price, and removes nothing that appointments still need", async () => {
    await open("/services");
    const booking = await screen.api<Booking>("POST", "/bookings", {
      productId: "prId4",
      agentId: "agId3",
      start: "2026-12-02T10:00",
      booker: { firstname: "Anna", lastname: "Kursfrau" },
    });
    const variant = region("Rückenkurs").getByRole("button", { name: "Rückenkurs in der Gruppe" });
    await variant.click();
    const form = dialog("Rückenkurs in der Gruppe");
    await form.getByLabel("Preis in EUR").fill("17,90");
    await form.getByRole("button", { name: "Speichern" }).click();
    await toast("„Rückenkurs in der Gruppe“ ist gespeichert.").waitFor();
    await variant.filter({ hasText: "17,90 €" }).waitFor();
    await variant.click();
    await form.getByRole("button", { name: "Variante entfernen" }).click();
    const removal = dialog("„Rückenkurs in der Gruppe“ entfernen?");
    await removal.getByRole("button", { name: "Entfernen", exact: true }).click();
    await removal.getByText("1 kommender Termin braucht das noch.").waitFor();
    await looksRight();
    await removal.getByRole("button", { name: "Schließen" }).last().click();
    await screen.api("POST", `/bookings/${booking.id}/cancel`);
    await form.getByRole("button", { name: "Variante entfernen" }).click();
    await removal.getByRole("button", { name: "Entfernen", exact: true }).click();
    await toast("„Rückenkurs in der Gruppe“ ist entfernt.").waitFor();
    await region("Rückenkurs").getByText("Ohne Variante kann das nicht gebucht werden.").waitFor();
    const { appointmentTypes } = await entity();
    expect(appointmentTypes.find(({ id }) => id === "ghi3")!.products).toEqual([]);
  });

  it("adds a room of a new kind, renames the kind, and removes no room that a service needs", async () => {
    await open("/rooms");
    const pool = region("Behandlungsraum");
    await pool.getByText("Gebraucht für: 30 min Massage, 45 min Massage").waitFor();
    await looksRight();
    await button("Hinzufügen").click();
    const form = dialog("Neuer Raum, neues Gerät");
    await form.getByRole("textbox", { name: "Name", exact: true }).fill("Schlingentisch 1");
    await form.getByRole("combobox", { name: "Art", exact: true }).fill("Schlingentisch");
    await form.getByRole("button", { name: "Speichern" }).click();
    await toast("„Schlingentisch 1“ ist gespeichert.").waitFor();
    await region("Schlingentisch").getByText("Keine Leistung braucht das.").waitFor();
    await button("Behandlungsraum: Art umbenennen").click();
    const kind = dialog("Behandlungsraum umbenennen");
    await kind.getByLabel("Name der Art").fill("Massageraum");
    await looksRight();
    await kind.getByRole("button", { name: "Speichern" }).click();
    const renamed = region("Massageraum");
    await renamed.getByText("Gebraucht für: 30 min Massage, 45 min Massage").waitFor();
    for (const name of ["Raum 2", "Raum 1"]) {
      await renamed.getByRole("button", { name, exact: true }).click();
      await dialog(name).getByRole("button", { name: "Entfernen", exact: true }).click();
      const removal = dialog(`„${name}“ entfernen?`);
      if (name === "Raum 2") {
        await removal.getByRole("button", { name: "Entfernen", exact: true }).click();
        await toast("„Raum 2“ ist entfernt.").waitFor();
      } else {
        await removal.getByText("Das geht nicht: 30 min Massage braucht 1 gleichzeitig").waitFor();
        await looksRight();
      }
    }
    expect((await entity()).resources.map(({ name, pool: of }) => [name, of])).toEqual([
      ["Raum 1", "Massageraum"],
      ["Schlingentisch 1", "Schlingentisch"],
    ]);
  });

  it("adds a number that calls are then answered on, knows the same one again, and removes it", async () => {
    const page = await open("/numbers");
    await page.getByText("phoneSipId12345678").waitFor();
    const field = page.getByLabel("Neue Nummer");
    await field.fill("+49 341 1234567");
    await button("Hinzufügen").click();
    await page.getByText("Diese Nummer steht schon in der Liste.").waitFor();
    await looksRight();
    await field.fill("+49 341 7654321");
    await button("Hinzufügen").click();
    await toast("„+49 341 7654321“ gehört jetzt zu Physiotherapie Gleichgewicht.").waitFor();
    await expect.poll(() => field.inputValue()).toBe("");
    const answered = () => desk.bot.call("getEntityForSipId", { sipId: "+493417654321" });
    expect((await answered()).body).toMatchObject({ entityId: "xyzBusinessEntityId" });
    await button("+49 341 7654321 entfernen").click();
    const removal = dialog("„+49 341 7654321“ entfernen?");
    await removal.getByRole("button", { name: "Entfernen", exact: true }).click();
    await toast("„+49 341 7654321“ ist entfernt.").waitFor();
    expect((await answered()).body).toMatchObject({ code: "unknown_sip" });
  });

  it("makes a key that is shown once and works as it is shown, and revokes it", async () => {
    const page = await open("/keys");
    await button("Neuer Zugang").click();
    const form = dialog("Neuer Zugang");
    await form.getByRole("button", { name: "Anlegen" }).click();
    await form.getByText("Bitte sagen Sie, wofür er ist").waitFor();
    await form.getByLabel("Wofür?").fill("Telefonbot Nord");
    await looksRight();
    await form.getByRole("button", { name: "Anlegen" }).click();
    const shown = dialog("Zugang „Telefonbot Nord“");
    await shown.getByText("Diese Angaben sehen Sie nur jetzt.").waitFor();
    const key = await shown.getByRole("textbox", { name: "Nur der Schlüssel" }).inputValue();
    const curl = await shown.getByRole("textbox", { name: "Zum Ausprobieren" }).inputValue();
    await looksRight();
    const [, address, body] = /^curl -s (\S+) -d '(.*)'$/.exec(curl)!;
    expect(address).toBe(`${desk.server.address}/webhook/${key}`);
    const run = () =>
      fetch(address!, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: body!,
      });
    const answer = await run();
    expect([answer.status, await answer.json()]).toEqual([200, { name: "Physiotherapie Gleichgewicht" }]);
    await shown.getByRole("button", { name: "Fertig" }).click();
    await shown.waitFor({ state: "detached" });
    await page.reload();
    const row = page.getByRole("listitem").filter({ hasText: "Telefonbot Nord" });
    await row.getByText("Darf nachsehen, buchen, Anrufer erkennen").waitFor();
    expect(await page.content()).not.toContain(key);
    await looksRight();
    await button("Telefonbot Nord sperren").click();
    const revocation = dialog("„Telefonbot Nord“ sperren?");
    await revocation.getByRole("button", { name: "Sperren", exact: true }).click();
    await toast("„Telefonbot Nord“ ist gesperrt.").waitFor();
    expect((await run()).status).toBe(401);
    await page.getByText("nicht mehr gültiger Zugang").click();
    await row.getByText("gesperrt 30. Nov., 08:00").waitFor();
    expect(await button("Telefonbot Nord sperren").count()).toBe(0);
  });

  it("fits a telephone: services, rooms, numbers, keys and their forms", async () => {
    await desk.apply(PHYSIO, { prune: true });
    const phone = { viewport: PHONE, hasTouch: true };
    const { page, complaints, close } = await openScreen(browser, desk, owner, {
      path: "/services",
      ...phone,
    });
    const fits = async () => {
      expect(await isWithinWidth(page)).toBe(true);
      expect(await seriousFindings(page)).toEqual([]);
    };
    const goTo = async (place: string, title = place) => {
      await page.getByRole("button", { name: "Menü" }).tap();
      await page.getByRole("link", { name: place, exact: true }).tap();
      await page.getByRole("heading", { name: title, exact: true }).waitFor();
    };
    const shut = async (name: string) => {
      const drawer = page.getByRole("dialog", { name });
      await drawer.getByRole("button", { name: /Speichern|Anlegen/ }).waitFor();
      const box = (await drawer.boundingBox())!;
      expect(box.x + box.width).toBeLessThanOrEqual(PHONE.width);
      await fits();
      await drawer.getByRole("button", { name: "Abbrechen" }).tap();
      await drawer.waitFor({ state: "detached" });
    };
    await page.getByRole("region", { name: "Massage", exact: true }).waitFor();
    await fits();
    await page.getByRole("button", { name: "30 min Massage" }).tap();
    await shut("30 min Massage");
    await goTo("Räume", "Räume und Geräte");
    await fits();
    await page.getByRole("button", { name: "Raum 1" }).tap();
    await shut("Raum 1");
    await goTo("Rufnummern");
    await page.getByText("phoneSipId12345678").waitFor();
    await fits();
    await goTo("Zugänge für Bots");
    await page.getByRole("listitem").first().waitFor();
    await fits();
    await page.getByRole("button", { name: "Neuer Zugang" }).tap();
    await shut("Neuer Zugang");
    expect(complaints).toEqual([]);
    await close();
  });
});
