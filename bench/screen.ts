import { openBrowser } from "../test/harness/browser.ts";
import { BOOKINGS_A_DAY, startFullDesk } from "../test/harness/full-practice.ts";
import { newPerson, unopenedScreen } from "../test/harness/screen.ts";
import { decimals, markdownTable } from "./report.ts";
import { median } from "./statistics.ts";

/**
 * `npm run bench:screen`: how long the desk's screen takes with ten people's forty appointments each. Beside it the same
 * elements put into a bare page, which no app can be faster than on this machine.
 */

const ROUNDS = 7;
const DAYS = ["2026-12-02", "2026-12-03"];

/** Milliseconds from `begin` to the picture that follows `isDone`; both are scripts. */
const timed = (begin: string, isDone: string) => `new Promise((done) => {
  const began = performance.now();
  ${begin};
  const look = () => requestAnimationFrame(() => setTimeout(() =>
    (${isDone}) ? done(performance.now() - began) : look()));
  look();
})`;
const ALL_THERE = `document.querySelectorAll(".schedule .appointments > .booking").length === ${BOOKINGS_A_DAY}`;
const press = (key: string) =>
  `document.documentElement.dispatchEvent(new KeyboardEvent("keydown", { key: "${key}", code: "${key}", bubbles: true }))`;

const [desk, browser] = await Promise.all([startFullDesk(DAYS), openBrowser()]);
try {
  const person = await newPerson(desk);
  const times: Record<"load" | "day" | "form" | "bare" | "frame", number[]> = {
    ...{ load: [], day: [], form: [], bare: [], frame: [] },
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { page, close } = await unopenedScreen(browser, desk, person);
    // The page's own clock stands still.
    const began = performance.now();
    await page.goto(`${desk.server.address}/?date=${DAYS[0]}`);
    await page.evaluate(timed("", ALL_THERE));
    times.load.push(performance.now() - began);
    // What is read ahead, and the dialogs.
    await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => {});
    const first = `document.querySelector(".schedule .booking")?.dataset.booking`;
    const another = `window.first !== ${first} && ${ALL_THERE}`;
    const mark = `window.first = ${first}; `;
    times.day.push(await page.evaluate<number>(timed(mark + press("ArrowRight"), another)));
    const copy = `const copy = document.querySelector(".schedule .ec").cloneNode(true); const bare = document.createElement("div");
      bare.className = "schedule"; bare.style.cssText = "position:fixed;inset:0;z-index:999"; bare.append(copy); document.body.append(bare)`;
    times.bare.push(await page.evaluate<number>(timed(copy, "true")));
    await page.evaluate(`document.body.lastElementChild.remove()`);
    times.form.push(
      await page.evaluate<number>(timed(press("n"), `document.querySelector("[role=dialog] form input")`)),
    );
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    const box = (await page.locator(".schedule .booking").nth(10).boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 6);
    await page.mouse.down();
    await page.evaluate(
      `window.frames = []; let last; const frame = (at) => { if (last) window.frames.push(at - last); last = at; requestAnimationFrame(frame); }; requestAnimationFrame(frame)`,
    );
    await page.mouse.move(box.x + 300, box.y + 200, { steps: 40 });
    times.frame.push(median(await page.evaluate<number[]>("window.frames")));
    await page.mouse.move(box.x + 20, box.y + 6);
    await page.mouse.up();
    await close();
  }
  const row = (what: string, target: string, values: readonly number[]) => [
    what,
    target,
    `${decimals(median(values), 0)} ms`,
    values.map((one) => decimals(one, 0)).join(", "),
  ];
  const rows = [
    row("first load until all appointments are there", "< 1000 ms", times.load),
    row("a day change", "< 100 ms", times.day),
    row("the same elements put into the page, without any app", "for comparison", times.bare),
    row("“Neuer Termin” until it can be typed in", "none", times.form),
    row("a frame while an appointment is dragged", "< 17 ms", times.frame),
  ];
  process.stdout.write(`${markdownTable(["measure", "target", "median", "rounds"], rows)}\n`);
} finally {
  await browser.close();
  await desk.stop();
}
