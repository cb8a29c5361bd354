import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Member } from "../../src/staff-api/wire-types.ts";
import { openBrowser } from "../harness/browser.ts";
import { type DeskUnderTest, startDesk } from "../harness/desk-under-test.ts";
import {
  isWithinWidth,
  newPerson,
  openScreen,
  PASSWORD,
  type Person,
  PHONE,
  type Screen,
  seriousFindings,
} from "../harness/screen.ts";
import { totp } from "../harness/totp.ts";

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

const toast = (page: Page, text: string) => page.locator(".mantine-Notification-root", { hasText: text });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const members = async (screen: Screen) =>
  (await screen.api<{ items: Member[] }>("GET", "/members")).items.map(({ name, role }) => [name, role]);

describe("people", () => {
  it("joins by a link with the role's rights, gets others, and is out when the access is taken away", async () => {
    const screen = await openScreen(browser, desk, owner, { path: "/people" });
    const { page } = screen;
    await button(page, "Jemanden einladen").click();
    const form = page.getByRole("dialog", { name: "Jemanden einladen" });
    await form.getByLabel("Für wen?").fill("Ayşe");
    await form.getByLabel("Nur eigener Kalender").check();
    await form.getByRole("button", { name: "Link anlegen" }).click();
    // Whose calendar it is, is asked for.
    await form.getByText("Bitte wählen Sie, wessen Kalender.").waitFor();
    await form.getByRole("combobox", { name: "Wessen Kalender?" }).click();
    await page.getByRole("option", { name: "Ayşe Öztürk" }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await form.getByRole("button", { name: "Link anlegen" }).click();
    const link = await form.getByRole("textbox", { name: "Einladungslink" }).inputValue();
    await form.getByRole("button", { name: "Fertig" }).click();
    await page.getByRole("region", { name: "Offene Links" }).getByText("Einladung für Ayşe").waitFor();

    const newcomer = await openScreen(browser, desk, undefined, {
      path: link.slice(desk.server.address.length),
      colorScheme: "dark",
    });
    const { page: theirs } = newcomer;
    await theirs.getByLabel("Ihr Name").fill("Ayşe Öztürk");
    await theirs.getByLabel("E-Mail").fill("ayse@example.org");
    await theirs.getByLabel(/^Passwort/).fill("kurz");
    await button(theirs, "Los geht’s").click();
    await theirs.getByText("Das Passwort braucht mindestens 10 Zeichen.").waitFor();
    expect(await seriousFindings(theirs)).toEqual([]);
    await theirs.getByLabel(/^Passwort/).fill(PASSWORD);
    await button(theirs, "Los geht’s").click();
    await theirs.locator(".schedule .ec-col-head", { hasText: "Ayşe Öztürk" }).waitFor();
    expect(await theirs.locator(".schedule .ec-col-head").count()).toBe(1);
    await button(theirs, "Neuer Termin").waitFor();
    expect(await theirs.getByRole("link", { name: "Benutzer" }).count()).toBe(0);

    await page.reload();
    const member = page.getByRole("button", { name: /^Ayşe Öztürk/ });
    await member.getByText("Kalender von Ayşe Öztürk").waitFor();
    expect(await page.getByRole("region", { name: "Offene Links" }).count()).toBe(0);
    await member.click();
    const card = page.getByRole("dialog", { name: "Ayşe Öztürk" });
    await card.getByLabel("Nur ansehen").check();
    await card.getByRole("button", { name: "Speichern" }).click();
    await toast(page, "Ayşe Öztürk: gespeichert.").waitFor();
    await member.getByText("Nur ansehen").waitFor();
    await theirs.reload();
    await theirs.locator(".schedule .ec-col-head").nth(1).waitFor();
    expect(await button(theirs, "Neuer Termin").count()).toBe(0);

    await member.click();
    await card.getByRole("button", { name: "Zugang entziehen" }).click();
    const sure = page.getByRole("dialog", { name: "Ayşe Öztürk den Zugang entziehen?" });
    await sure.getByRole("button", { name: "Zugang entziehen" }).click();
    await toast(page, "Ayşe Öztürk hat keinen Zugang mehr.").waitFor();
    await member.waitFor({ state: "detached" });
    expect(await members(screen)).toEqual([["Petra Krause", "owner"]]);
    await theirs.reload();
    await theirs.getByText("Sie gehören zu keinem Betrieb.").waitFor();
    expect([...screen.complaints, ...newcomer.complaints]).toEqual([]);
    await newcomer.close();
    await screen.close();
  });

  it("keeps the last owner, and a link that was withdrawn opens nothing", async () => {
    const screen = await openScreen(browser, desk, owner, {
      path: "/people",
      viewport: PHONE,
      hasTouch: true,
      colorScheme: "dark",
    });
    const { page } = screen;
    await page.getByRole("button", { name: /^Petra Krause \(das sind Sie\)/ }).tap();
    const card = page.getByRole("dialog", { name: "Petra Krause" });
    await card.getByLabel("Empfang").check();
    await card.getByText("Das ist Ihr eigener Zugang.").waitFor();
    await card.getByRole("button", { name: "Speichern" }).tap();
    const kept = "Jemand muss die Leitung haben.";
    await card.getByText(kept).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await isWithinWidth(page)).toBe(true);
    await card.getByRole("button", { name: "Zugang entziehen" }).tap();
    const sure = page.getByRole("dialog", { name: "Petra Krause den Zugang entziehen?" });
    await sure.getByRole("button", { name: "Zugang entziehen" }).tap();
    await sure.getByText(kept).waitFor();
    await sure.getByRole("button", { name: "Schließen" }).last().tap();
    expect(await members(screen)).toEqual([["Petra Krause", "owner"]]);
    const { link } = await screen.api<{ link: string }>("POST", "/invitations", {
      ...{ role: "desk", label: "Empfang" },
    });
    await page.reload();
    await page.getByRole("button", { name: "Einladung für Empfang: zurückziehen" }).tap();
    await page.getByRole("dialog").getByRole("button", { name: "Zurückziehen" }).tap();
    await toast(page, "Der Link ist zurückgezogen.").waitFor();
    await page.goto(link);
    await page.getByText("Dieser Link wurde schon benutzt, zurückgezogen").waitFor();
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});

describe("one's own login", () => {
  it("gets another password, which ends the sessions elsewhere and none here", async () => {
    const person = await newPerson(desk, "desk");
    const elsewhere = await logIn(person.email, PASSWORD);
    const screen = await openScreen(browser, desk, person, { path: "/profile", colorScheme: "dark" });
    const { page } = screen;
    const form = page.getByRole("region", { name: "Passwort ändern" });
    const old = form.getByLabel("Bisheriges Passwort");
    const fresh = form.getByLabel("Neues Passwort");
    const submit = form.getByRole("button", { name: "Passwort ändern" });
    await old.fill("falsch geraten");
    await fresh.fill("zu kurz");
    await submit.click();
    await form.getByText("Das neue Passwort braucht mindestens 10 Zeichen.").waitFor();
    await fresh.fill("ein anderes Passwort");
    await submit.click();
    await form.getByText("Das Passwort stimmt nicht.").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect((await me(elsewhere)).status).toBe(200);
    await old.fill(PASSWORD);
    await submit.click();
    await toast(page, "Ihr Passwort ist geändert.").waitFor();
    expect(await fresh.inputValue()).toBe("");
    expect((await me(elsewhere)).status).toBe(401);
    await page.reload();
    await form.waitFor();
    expect((await me(await logIn(person.email, "ein anderes Passwort"))).status).toBe(200);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it("asks for a code from the phone once that is turned on, or for an emergency code, until it is turned off", async () => {
    const person = await newPerson(desk, "desk");
    const screen = await openScreen(browser, desk, person, {
      path: "/profile",
      viewport: PHONE,
      hasTouch: true,
    });
    const { page } = screen;
    const second = page.getByRole("region", { name: "Code vom Handy" });
    await second.getByRole("button", { name: "Einschalten" }).tap();
    await second.getByLabel("Ihr Passwort").fill(PASSWORD);
    await second.getByRole("button", { name: "Weiter" }).tap();
    await second.getByRole("img", { name: "QR-Code mit dem Schlüssel für die App" }).waitFor();
    const secret = (await second.getByRole("code").innerText()).replace(/\s/g, "");
    await second.getByLabel("Code aus der App").fill(wrong(totp(secret)));
    await second.getByRole("button", { name: "Prüfen und einschalten" }).tap();
    await second.getByText("Der Code stimmt nicht.").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await isWithinWidth(page)).toBe(true);
    await second.getByLabel("Code aus der App").fill(totp(secret));
    await second.getByRole("button", { name: "Prüfen und einschalten" }).tap();
    const codes = (await second.getByRole("textbox", { name: "Notfallcodes" }).inputValue()).split("\n");
    expect(codes.length).toBeGreaterThan(5);
    await second.getByRole("button", { name: "Ich habe sie aufbewahrt" }).tap();
    await second.getByText("Eingeschaltet").waitFor();
    expect(screen.complaints).toEqual([]);

    const leave = async () => {
      await page.getByRole("button", { name: "Mein Zugang" }).tap();
      await page.getByRole("menuitem", { name: "Abmelden" }).tap();
      await page.getByRole("heading", { name: "Anmelden" }).waitFor();
    };
    const enter = async (code: string) => {
      await page.getByLabel("E-Mail").fill(person.email);
      await page.getByLabel(/^Passwort/).fill(PASSWORD);
      await button(page, "Anmelden").tap();
      await page.getByLabel("Code aus Ihrer App").fill(code);
      await button(page, "Anmelden").tap();
    };
    await leave();
    await enter(wrong(totp(secret)));
    await page.getByText("Der Code stimmt nicht.").waitFor();
    await page.getByLabel("Code aus Ihrer App").fill(totp(secret));
    await button(page, "Anmelden").tap();
    await page.locator(".schedule").waitFor();
    await leave();
    await enter(codes[0]!);
    await page.locator(".schedule").waitFor();
    await leave();
    // Each works once.
    await enter(codes[0]!);
    await page.getByText("Der Code stimmt nicht.").waitFor();
    await page.getByLabel("Code aus Ihrer App").fill(codes[1]!);
    await button(page, "Anmelden").tap();
    await page.locator(".schedule").waitFor();

    await page.getByRole("button", { name: "Mein Zugang" }).tap();
    await page.getByRole("menuitem", { name: "Mein Zugang" }).tap();
    await second.getByText("Eingeschaltet").waitFor();
    await second.getByRole("button", { name: "Ausschalten" }).tap();
    await second.getByLabel("Ihr Passwort").fill(PASSWORD);
    await second.getByRole("button", { name: "Ausschalten" }).tap();
    await second.getByText("Ausgeschaltet").waitFor();
    expect((await me(await logIn(person.email, PASSWORD))).status).toBe(200);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});

describe("the audit trail", () => {
  it("says who did what, the newest first, by day, and more when asked", async () => {
    const [accountId] = await desk.store.accountIds();
    const key = { kind: "key" as const, id: "key-of-once" };
    const old = {
      accountId: accountId!,
      actor: key,
      action: "agents.change",
      detail: { members: ["email"] },
    };
    const yesterday = desk.clock.now - 24 * 3_600_000;
    for (let number = 0; number < 50; number += 1)
      await desk.store.recordAudit({ ...old, id: `au-${number}`, at: yesterday, subjectId: "agId1" });
    const first = { ...old, id: "au-first", action: "entities.remove", subjectId: "gone", detail: {} };
    await desk.store.recordAudit({ ...first, at: yesterday - 24 * 3_600_000 });
    const screen = await openScreen(browser, desk, owner, { path: "/profile" });
    const { page } = screen;
    desk.clock.now += 60_000;
    const booked = await screen.api<{ id: string }>("POST", "/bookings", {
      ...{ productId: "prId1", agentId: "agId1", start: "2026-12-01T07:00", overrule: true },
      booker: { firstname: "Anna", lastname: "Namenlos" },
    });
    await page.getByRole("link", { name: "Protokoll" }).click();
    const today = page.getByRole("region", { name: /30\. November/ });
    const newest = today.getByRole("listitem").first();
    await newest.getByText("Petra Krause").waitFor();
    expect(await newest.innerText()).toMatch(/08:01[\s\S]*hat einen Termin gebucht \(trotz einer Regel\)/);
    const byProgram = page
      .getByRole("region", { name: /29\. November/ })
      .getByRole("listitem")
      .first();
    expect(await byProgram.innerText()).toMatch(
      /Ein Bot[\s\S]*hat „Max Mustermann“ \(Team\) geändert \(E-Mail\)/,
    );
    expect(await page.getByText("hat einen Standort entfernt").count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await button(page, "Mehr laden").click();
    await page.getByText("hat einen Standort entfernt").waitFor();
    expect(await button(page, "Mehr laden").count()).toBe(0);
    await page.getByRole("combobox", { name: "Was" }).click();
    await page.getByRole("option", { name: "Leistungen" }).click();
    await page.getByText("Dazu ist nichts eingetragen.").waitFor();
    const { userId } = await screen.api<{ userId: string }>("GET", "/me");
    const { promise: isLate, resolve: come } = Promise.withResolvers<void>();
    await page.route("**/api/v1/members*", (route) => isLate.then(() => route.continue()));
    await page.goto(`${desk.server.address}/audit?action=bookings&from=2026-11-30&by=${userId}`);
    await newest.getByText("hat einen Termin gebucht").waitFor();
    const who = page.getByRole("combobox", { name: "Wer" });
    expect(await who.inputValue()).toBe("");
    come();
    await expect.poll(() => who.inputValue()).toBe("Petra Krause");
    expect(await page.getByRole("main").getByRole("listitem").count()).toBe(1);
    expect(await page.getByLabel("Von").inputValue()).toBe("2026-11-30");
    await button(page, "Alles zeigen").click();
    await byProgram.waitFor();
    // Clients' data is no part of it.
    expect(await page.getByRole("main").innerText()).not.toContain("Namenlos");
    await newest.getByRole("link", { name: "Zum Termin" }).click();
    await page.getByRole("dialog", { name: "Namenlos, Anna" }).waitFor();
    expect(page.url()).toContain(booked.id);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});

/** On another device: the cookie that it got. */
async function logIn(email: string, password: string): Promise<string> {
  const answered = await fetch(`${desk.server.address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { origin: desk.server.address },
    body: JSON.stringify({ email, password }),
  });
  return answered.headers.getSetCookie()[0]!.split(";")[0]!;
}

const me = async (cookie: string) => await fetch(`${desk.server.address}/api/v1/me`, { headers: { cookie } });

/** Another code than this one and its neighbours in time, as far as chance goes. */
const wrong = (code: string) => String((Number(code) + 500_000) % 1_000_000).padStart(6, "0");
