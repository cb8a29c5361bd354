import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invite } from "../../src/staff-api/invitations.ts";
import { openBrowser } from "../harness/browser.ts";
import { type DeskUnderTest, startDesk } from "../harness/desk-under-test.ts";
import { CLIENT, type OidcProvider, startOidcProvider } from "../harness/oidc-provider.ts";
import {
  appointment,
  chooseService,
  dragByFinger,
  isWithinWidth,
  logInAs,
  newPerson,
  openScreen,
  PASSWORD,
  type Person,
  PHONE,
  seriousFindings,
} from "../harness/screen.ts";

let desk: DeskUnderTest;
let browser: Browser;
let owner: Person;
let provider: OidcProvider;
beforeAll(async () => {
  provider = await startOidcProvider();
  const settings = {
    oidcUrl: provider.discoveryUrl,
    oidcClientId: CLIENT.id,
    oidcClientSecret: CLIENT.secret,
  };
  [desk, browser] = await Promise.all([startDesk({ settings }), openBrowser()]);
  owner = await newPerson(desk);
});
afterAll(async () => {
  await browser.close();
  expect(desk.faults).toEqual([]);
  await desk.stop();
  await provider.stop();
});

const book = (lastname: string, start: string) => ({
  productId: "prId1",
  agentId: "agId1",
  start,
  overrule: true,
  booker: { firstname: "Anna", lastname },
});

describe("the screen anywhere", () => {
  it("speaks English where that is chosen, and keeps it", async () => {
    const { page, api, complaints, close } = await openScreen(browser, desk, owner, {
      path: "/?date=2026-12-01",
    });
    await api("POST", "/bookings", book("English", "2026-12-01T09:00"));
    await page.getByRole("button", { name: "Mein Zugang" }).click();
    await page.getByRole("menuitem", { name: "English" }).click();
    await page.getByRole("button", { name: "New appointment" }).waitFor();
    await page.reload();
    await page.getByText("Tue, 1 December 2026").waitFor();
    await appointment(page, "English").click();
    const details = page.getByRole("dialog", { name: "English, Anna" });
    await details.getByRole("button", { name: "Move …" }).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    expect(complaints).toEqual([]);
    await close();
  });

  it("fits a phone: one person's day, a list, a booking", async () => {
    const { page, complaints, close } = await openScreen(browser, desk, owner, {
      path: "/?date=2026-12-02",
      viewport: PHONE,
      hasTouch: true,
    });
    await page.locator(".schedule .closed-time").first().waitFor();
    expect(await isWithinWidth(page)).toBe(true);
    expect(await page.locator(".schedule .ec-col-head").count()).toBe(1);
    await page.getByRole("button", { name: "Neuer Termin" }).tap();
    const form = page.getByRole("dialog");
    await form.getByLabel("Kunde", { exact: true }).fill("Taschenfrau");
    await form.getByRole("button", { name: "Als neuen Kunden anlegen" }).tap();
    await chooseService(page);
    await form.getByRole("group", { name: "Nächste freie Zeiten" }).getByRole("button").first().tap();
    await form.getByRole("button", { name: "Eintragen", exact: true }).tap();
    await dragByFinger(page, appointment(page, "Taschenfrau"), 80);
    await page.getByText("Taschenfrau: verschoben auf").waitFor();
    await page.getByRole("button", { name: "Menü" }).tap();
    await page.getByRole("link", { name: "Kalender" }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("shows the business's time in a browser in New York", async () => {
    const { page, api, complaints, close } = await openScreen(browser, desk, owner, {
      path: "/?date=2026-11-30",
      timezoneId: "America/New_York",
    });
    await api("POST", "/bookings", book("Ferndame", "2026-11-30T09:30"));
    await appointment(page, "Ferndame").getByText("09:30–10:00").waitFor();
    // The clock of the test says eight in Berlin, which is two at night in New York.
    const line = page.locator(".ec-now-indicator").first();
    await line.waitFor();
    const grid = (await page.locator(".schedule .ec-day").first().boundingBox())!;
    const now = (await line.boundingBox())!;
    expect(Math.abs(now.y - grid.y)).toBeLessThan(12);
    await page.mouse.click(grid.x + 40, grid.y + 20 * 8 + 4);
    const form = page.getByRole("dialog", { name: "Neuer Termin" });
    expect(await form.getByLabel("Uhrzeit").inputValue()).toBe("10:00");
    expect(await form.getByLabel("Datum").inputValue()).toBe("2026-11-30");
    expect(complaints).toEqual([]);
    await close();
  });

  it("shows the days around a change of clocks by the business's clocks", async () => {
    const { page, api, complaints, close } = await openScreen(browser, desk, owner, {
      path: "/?date=2027-03-27&view=week",
    });
    const before = await api<{ start: string }>("POST", "/bookings", book("Winterzeit", "2027-03-27T10:00"));
    const after = await api<{ start: string }>("POST", "/bookings", book("Sommerzeit", "2027-03-28T10:00"));
    expect([before.start, after.start]).toEqual([
      "2027-03-27T10:00:00.000+01:00",
      "2027-03-28T10:00:00.000+02:00",
    ]);
    await appointment(page, "Winterzeit").getByText("10:00–10:30").waitFor();
    await appointment(page, "Sommerzeit").getByText("10:00–10:30").waitFor();
    const [one, other] = [
      (await appointment(page, "Winterzeit").boundingBox())!,
      (await appointment(page, "Sommerzeit").boundingBox())!,
    ];
    expect(Math.round(one.y)).toBe(Math.round(other.y));
    expect(complaints).toEqual([]);
    await close();
  });

  it("says that the server is gone, keeps what was typed, and goes on when it is back", async () => {
    const { page, complaints, close } = await openScreen(browser, desk, owner, { path: "/?date=2026-12-03" });
    await page.locator(".schedule .closed-time").first().waitFor();
    await page.getByRole("button", { name: "Neuer Termin" }).click();
    const form = page.getByRole("dialog", { name: "Neuer Termin" });
    await form.getByLabel("Kunde", { exact: true }).fill("Geduldig");
    await form.getByRole("button", { name: "Als neuen Kunden anlegen" }).click();
    await chooseService(page);
    expect(await form.getByLabel("Datum").inputValue()).toBe("2026-12-03");
    await form.getByLabel("Uhrzeit").fill("09:00");
    await page.context().setOffline(true);
    await form.getByRole("button", { name: "Eintragen", exact: true }).click();
    await form.getByText("Der Server ist nicht zu erreichen.").waitFor();
    expect(await form.getByLabel("Nachname").inputValue()).toBe("Geduldig");
    await page.context().setOffline(false);
    await form.getByRole("button", { name: "Eintragen", exact: true }).click();
    await appointment(page, "Geduldig").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("lets nobody in without a login, and leads back to where one wanted to go", async () => {
    const context = await browser.newContext({ locale: "de-DE" });
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/?date=2026-12-02`);
    await page.getByRole("heading", { name: "Anmelden" }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await logInAs(page, owner, "falsch geraten");
    await page.getByText("E-Mail oder Passwort stimmt nicht.").waitFor();
    await logInAs(page, owner);
    await page.getByText("2. Dezember 2026").first().waitFor();
    await context.close();
  });

  it("lets members in through the organisation's login, and says why others stay outside", async () => {
    const context = await browser.newContext({ locale: "de-DE" });
    const page = await context.newPage();
    provider.person = { sub: "stranger", email: "stranger@example.org", email_verified: true };
    await page.goto(`${desk.server.address}/login`);
    await page.getByRole("button", { name: "Mit dem Firmenzugang anmelden" }).click();
    await page.getByRole("alert").getByText("hier niemand eingetragen").waitFor();
    provider.person = { sub: "petra", email: owner.email, email_verified: true };
    await page.getByRole("button", { name: "Mit dem Firmenzugang anmelden" }).click();
    await page.getByRole("alert").getByText("verbinden Sie ihn unter „Mein Zugang“").waitFor();
    await logInAs(page, owner);
    await page.getByRole("button", { name: "Neuer Termin" }).waitFor();
    // Who was a stranger a moment ago has missed nothing.
    expect(await page.getByText("Keine Verbindung zum Server").count()).toBe(0);
    await page.goto(`${desk.server.address}/profile`);
    await page.getByRole("button", { name: "Mit dem Firmenzugang verbinden" }).click();
    await page.getByLabel("Ihr Passwort").fill("ein anderes Passwort");
    await page.getByRole("button", { name: "Mit dem Firmenzugang verbinden" }).click();
    await page.getByText("Das Passwort stimmt nicht").waitFor();
    await page.getByLabel("Ihr Passwort").fill(PASSWORD);
    await page.getByRole("button", { name: "Mit dem Firmenzugang verbinden" }).click();
    await page.getByRole("status").getByText("Verbunden.").waitFor();
    await expect.poll(() => new URL(page.url()).search).toBe("");
    const host = new URL(provider.discoveryUrl).host;
    await page.getByText(`Verbunden mit ${host} seit`).waitFor();
    await context.clearCookies();
    await page.goto(`${desk.server.address}/login`);
    await page.getByRole("button", { name: "Mit dem Firmenzugang anmelden" }).click();
    await page.getByRole("button", { name: "Neuer Termin" }).waitFor();
    await page.goto(`${desk.server.address}/profile`);
    await page.getByRole("button", { name: "Verbindung trennen" }).click();
    await page.getByLabel("Ihr Passwort").fill(PASSWORD);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Verbindung trennen" }).click();
    await page.getByRole("button", { name: "Mit dem Firmenzugang verbinden" }).waitFor();
    await page.goto(`${desk.server.address}/audit?action=login`);
    await page.getByText("hat den eigenen Zugang vom Firmenzugang getrennt").waitFor();
    await context.close();
  });

  it("lets somebody accept an invitation through the organisation's login", async () => {
    const [accountId] = await desk.store.accountIds();
    const invited = {
      accountId: accountId!,
      role: "desk",
      agentId: null,
      label: null,
      userId: null,
    } as const;
    const { path } = await invite(desk.store, invited, desk.clock.now);
    const context = await browser.newContext({ locale: "de-DE" });
    const page = await context.newPage();
    provider.person = { sub: "nora", email: "nora@example.org", email_verified: true, name: "Nora Neu" };
    await page.goto(desk.server.address + path);
    await page.getByRole("button", { name: "Mit dem Firmenzugang beitreten" }).click();
    await page.getByText("Sie sind angemeldet als nora@example.org.").waitFor();
    await page.getByRole("button", { name: "Mit diesem Zugang beitreten" }).click();
    await page.getByRole("button", { name: "Neuer Termin" }).waitFor();
    await page.getByText("Nora Neu").waitFor();
    await page.goto(`${desk.server.address}/profile`);
    await page.getByText("Die Verbindung lässt sich hier nicht trennen").waitFor();
    expect(await page.getByRole("button", { name: "Verbindung trennen" }).count()).toBe(0);
    await context.close();
  });

  it("shows who may only look no more than that, and an agent the own column", async () => {
    const reader = await openScreen(browser, desk, await newPerson(desk, "readonly"), {
      path: "/?date=2026-12-01",
    });
    await appointment(reader.page, "English").click();
    await reader.page.getByRole("dialog").getByText("30 min Massage").first().waitFor();
    expect(await reader.page.getByRole("button", { name: /Absagen|Neuer Termin|Kunde suchen/ }).count()).toBe(
      0,
    );
    expect(await reader.page.getByRole("link", { name: "Team" }).count()).toBe(0);
    await reader.close();
    const agent = await openScreen(browser, desk, await newPerson(desk, "agent", "agId3"), {
      path: "/?date=2026-12-01",
    });
    await agent.page.locator(".schedule .ec-col-head", { hasText: "Ayşe Öztürk" }).waitFor();
    expect(await agent.page.locator(".schedule .ec-col-head").count()).toBe(1);
    expect(await appointment(agent.page, "English").count()).toBe(0);
    await agent.close();
  });
});
