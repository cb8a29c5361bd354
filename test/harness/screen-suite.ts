import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { openBrowser } from "./browser.ts";
import { type DeskUnderTest, startDesk } from "./desk-under-test.ts";
import { newPerson, openScreen, type Person, type Screen } from "./screen.ts";

export interface ScreenSuite {
  readonly desk: DeskUnderTest;
  readonly browser: Browser;
  readonly owner: Person;
  readonly screen: Screen;
}

/** For all tests of a file: a desk, a browser and the owner's window, of which nothing may complain after any test. */
export function shareScreen(path: string, use: (opened: ScreenSuite) => void): void {
  let opened: ScreenSuite;
  beforeAll(async () => {
    const [desk, browser] = await Promise.all([startDesk(), openBrowser()]);
    const owner = await newPerson(desk);
    opened = { desk, browser, owner, screen: await openScreen(browser, desk, owner, { path }) };
    use(opened);
  });
  afterAll(async () => {
    await opened.browser.close();
    expect(opened.desk.faults).toEqual([]);
    await opened.desk.stop();
  });
  afterEach(() => {
    expect(opened.screen.complaints.splice(0)).toEqual([]);
  });
}
