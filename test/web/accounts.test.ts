import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../harness/browser.ts";
import { type DeskUnderTest, PHYSIO, startDesk } from "../harness/desk-under-test.ts";
import { logInAs, newPerson, openScreen, type Person, seriousFindings } from "../harness/screen.ts";
import { tokenOf } from "../harness/staff-client.ts";
import { twinOf } from "../harness/twin-practices.ts";

const OTHER = "acc-zwickau";

let desk: DeskUnderTest;
let browser: Browser;
let person: Person;
beforeAll(async () => {
  const zwickau = twinOf(OTHER, "Z").replace("name: Gleichgewicht GmbH", "name: Zwickau GmbH");
  [desk, browser] = await Promise.all([startDesk({ files: [PHYSIO, zwickau] }), openBrowser()]);
  person = await newPerson(desk, "desk");
});
afterAll(async () => {
  await browser.close();
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const tokenFor = (accountId: string | null) =>
  tokenOf(desk.store, { accountId, role: accountId === null ? "owner" : "readonly" }, desk.clock.now);

describe("somebody who works for two businesses", () => {
  it("joins the second one with the login of the first, and goes from one to the other", async () => {
    const link = `/invitation#${await tokenFor(OTHER)}`;
    const { page, complaints, close } = await openScreen(browser, desk, person, { path: link });
    await page.getByText(`Sie sind angemeldet als ${person.email}.`).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Mit diesem Zugang beitreten" }).click();
    await page.getByRole("banner").getByText("Zwickau GmbH", { exact: true }).waitFor();
    // Who only reads there enters nothing there.
    await page.locator(".schedule .closed-time").first().waitFor();
    expect(await page.getByRole("button", { name: "Neuer Termin" }).count()).toBe(0);
    await page.getByRole("button", { name: "Mein Zugang" }).click();
    await page.getByRole("menuitem", { name: "Gleichgewicht GmbH" }).click();
    await page.getByRole("banner").getByText("Gleichgewicht GmbH", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Neuer Termin" }).waitFor();
    await page.goto(`${desk.server.address}/invitation#${await tokenFor(OTHER)}`);
    await page.getByRole("button", { name: "Mit diesem Zugang beitreten" }).click();
    await page.getByText("Mit diesem Zugang gehören Sie schon dazu.").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("logs in on the way, and makes a third one", async () => {
    const nobody = { ...person, cookie: { name: "slotline.none", value: "none" } };
    const link = `/invitation#${await tokenFor(null)}`;
    const { page, complaints, close } = await openScreen(browser, desk, nobody, { path: link });
    await page.getByRole("button", { name: "Ich habe schon einen Zugang" }).click();
    await logInAs(page, person);
    await page.getByLabel("Name des Betriebs").fill("Zweitpraxis Krause");
    await page.getByRole("button", { name: "Mit diesem Zugang anlegen" }).click();
    await page.getByRole("banner").getByText("Zweitpraxis Krause", { exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/setup");
    expect(complaints).toEqual([]);
    await close();
  });
});
