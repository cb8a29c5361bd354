import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { readSettings } from "../src/config.ts";
import { startServer } from "../src/main.ts";
import { applyPracticeFile } from "../src/practice-file/apply-practice-file.ts";
import { invite } from "../src/staff-api/invitations.ts";
import { openBrowser } from "../test/harness/browser.ts";

/** `npm run screens`: a picture of every page, desktop and phone, light and dark, into `docs/screens/`. */

const OUT = fileURLToPath(new URL("../docs/screens/", import.meta.url));
const PHYSIO = readFileSync(new URL("../examples/physio.yaml", import.meta.url), "utf8");

/** A Thursday morning of the demo practice, when all three work. */
const NOW = Date.parse("2026-12-03T12:20:00+01:00");
const TODAY = "2026-12-03";

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const;
const THEMES = ["light", "dark"] as const;

const PEOPLE = [
  ["Anna", "Müller"],
  ["Lukas", "Schulz"],
  ["Sabine", "Krause"],
  ["Emre", "Özdemir"],
  ["Mia", "Weber"],
  ["Jürgen", "Hoffmann"],
  ["Katharina", "Schäfer"],
  ["Uwe", "Richter"],
  ["Leonie", "Neumann"],
  ["Peter", "Kowalski"],
] as const;

/** Start, agent, product. */
const DAY = [
  ["08:00", "agId1", "prId1"],
  ["09:00", "agId1", "prId2"],
  ["10:30", "agId1", "prId1"],
  ["13:30", "agId1", "prId3"],
  ["14:30", "agId1", "prId2"],
  ["13:00", "agId2", "prId1"],
  ["15:00", "agId2", "prId2"],
  ["17:15", "agId2", "prId1"],
  ["09:00", "agId3", "prId3"],
  ["14:00", "agId3", "prId3"],
] as const;

const folder = mkdtempSync(join(tmpdir(), "slotline-screens-"));
const settings = readSettings({ data: folder, port: "0" }, {});
if (!settings.ok) throw new Error("The settings have faults.");
let ids = 0;
const newId = (prefix: string) => {
  ids += 1;
  return `${prefix}_${String(ids).padStart(6, "0")}`;
};
const NINETY_DAYS_MS = 90 * 86_400_000;
/** When most of the clients got their cards. */
const clock = { now: NOW - NINETY_DAYS_MS };
const server = await startServer(settings.settings, { now: () => clock.now, newId }, (error) => {
  throw error;
});
const browser = await openBrowser();
try {
  await applyPracticeFile(server.store, PHYSIO, "physio.yaml", {
    prune: false,
    dryRun: false,
    at: NOW,
    newId,
  });
  const cookie = await logIn();
  const shown = await seed(cookie);
  mkdirSync(OUT, { recursive: true });
  for (const [name, path] of pages(shown)) await picture(browser, cookie, name, path);
  await picture(browser, cookie, "absence-menu", "/", (page) =>
    page.getByRole("button", { name: "Max Mustermann", exact: true }).click(),
  );
  // A link into a second business, for who has a login.
  const invited = { accountId: null, role: "owner", agentId: null, label: null, userId: null } as const;
  const { path: link } = await invite(server.store, invited, clock.now);
  await picture(browser, cookie, "join", link);
  await picture(browser, undefined, "login", "/login");
  await picture(browser, undefined, "login-provider", "/login?error=signup_disabled");
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
}

function pages({ bookingId, clientId }: { bookingId: string; clientId: string }): [string, string][] {
  return [
    ["calendar", "/"],
    ["calendar-booking", `/?booking=${bookingId}`],
    ["calendar-week", "/?view=week&agent=agId1"],
    ["calendar-list", "/?view=list"],
    ["clients", "/clients"],
    ["client", `/clients/${clientId}`],
    ["calls", "/calls"],
    ["why", `/why?date=${TODAY}`],
    ["statistics", "/statistics"],
    ["services", "/services"],
    ["team", "/team"],
    ["agent", "/team/agId2"],
    ["rooms", "/rooms"],
    ["hours", "/hours"],
    ["numbers", "/numbers"],
    ["keys", "/keys"],
    ["people", "/people"],
    ["audit", "/audit"],
    ["profile", "/profile"],
    ["setup", "/setup"],
  ];
}

async function picture(
  opened: Browser,
  cookie: string | undefined,
  name: string,
  path: string,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of THEMES) {
      const context = await opened.newContext({
        locale: "de-DE",
        timezoneId: "Europe/Berlin",
        viewport,
        colorScheme,
        reducedMotion: "reduce",
      });
      if (cookie !== undefined) {
        const [cookieName, value] = cookie.split("=") as [string, string];
        await context.addCookies([{ name: cookieName, value, url: server.address }]);
      }
      const page = await context.newPage();
      await page.clock.setFixedTime(NOW);
      await page.goto(`${server.address}${path}`);
      await page.locator("h1").first().waitFor({ state: "attached" });
      // Live changes never let the network rest: what is on its way has come after this.
      await page.waitForTimeout(900);
      await prepare(page);
      await page.screenshot({ path: join(OUT, `${name}-${size}-${colorScheme}.png`) });
      await context.close();
    }
  }
}

async function post(path: string, body: object, cookie?: string): Promise<Response> {
  return await fetch(`${server.address}${path}`, {
    method: "POST",
    headers: { origin: server.address, "if-match": "*", ...(cookie === undefined ? {} : { cookie }) },
    body: JSON.stringify(body),
  });
}

async function logIn(): Promise<string> {
  const [accountId] = await server.store.accountIds();
  const invited = { accountId: accountId!, role: "owner", agentId: null, label: null, userId: null } as const;
  const { path } = await invite(server.store, invited, clock.now);
  const [email, password] = ["petra@example.org", "ein langes Passwort"];
  const token = path.split("#")[1];
  await post("/api/v1/invitation/accept", { token, name: "Petra Krause", email, password });
  const signedIn = await post("/api/auth/sign-in/email", { email, password });
  return signedIn.headers.getSetCookie()[0]!.split(";")[0]!;
}

interface Made {
  readonly id: string;
  readonly participant: { readonly id: string };
}

/** Two days of appointments, a few of them by phone, one cancelled, one no-show. */
async function seed(cookie: string): Promise<{ bookingId: string; clientId: string }> {
  const cards = PEOPLE.map(([firstname, lastname], index) => {
    return { firstname, lastname, phone: `0341 55${1_000 + index * 37}` };
  });
  for (const card of cards.slice(0, -2)) await post("/api/v1/clients", card, cookie);
  clock.now = NOW;
  const made: Made[] = [];
  for (const date of ["2026-12-01", "2026-12-02", TODAY, "2026-12-04"]) {
    for (const [index, [time, agentId, productId]] of DAY.entries()) {
      const booker = cards[(index * 3 + date.charCodeAt(9)) % cards.length]!;
      const response = await post(
        "/api/v1/bookings",
        {
          productId,
          agentId,
          start: `${date}T${time}`,
          overrule: true,
          booker,
          ...(index === 2 ? { note: "Kommt mit Rollator" } : {}),
        },
        cookie,
      );
      if (response.ok) made.push((await response.json()) as Made);
    }
  }
  const { key } = (await (await post("/api/v1/keys", { label: "Voicebot" }, cookie)).json()) as {
    key: string;
  };
  const call = async (callId: string, body: object) =>
    (await (
      await fetch(`${server.address}/webhook/${key}`, {
        method: "POST",
        headers: { "x-call-id": callId },
        body: JSON.stringify(body),
      })
    ).json()) as { avId: string; slotStart: string }[];
  const wish = { appointmentTypeId: "abc1", productId: "prId1" };
  for (const [index, dateTime] of ["heute ab 16 Uhr", "morgen vormittag", "irgendwann"].entries()) {
    const callId = `call-${index + 1}`;
    await call(callId, { action: "getEntityForSipId", sipId: "phoneSipId12345678" });
    const slots = await call(callId, { action: "getSlots", ...wish, dateTime });
    const slot = Array.isArray(slots) ? slots[0] : undefined;
    if (slot === undefined) continue;
    const booker = {
      firstname: "Gisela",
      lastname: `Braun${"er".repeat(index)}`,
      phone: `+49 341 77100${index}`,
    };
    await call(callId, {
      action: "bookAppointment",
      ...wish,
      slotId: slot.avId,
      start: slot.slotStart,
      booker,
    });
  }
  const [first, second, third] = made.slice(20, 23) as [Made, Made, Made];
  await post(`/api/v1/bookings/${second.id}/cancel`, {}, cookie);
  await fetch(`${server.address}/api/v1/bookings/${first.id}`, {
    method: "PATCH",
    headers: { cookie, origin: server.address, "if-match": "*" },
    body: JSON.stringify({ noShow: true }),
  });
  return { bookingId: third.id, clientId: third.participant.id };
}
