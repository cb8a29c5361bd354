import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isPinOf } from "../src/booking/pin-hash.ts";
import { openAccount } from "./fixtures/studio.ts";
import { type DeskUnderTest, startDesk } from "./harness/desk-under-test.ts";
import { runSlotline } from "./harness/run-slotline.ts";

const COMMAND = fileURLToPath(new URL("../bin/slotline.js", import.meta.url));

let desk: DeskUnderTest;
let account: string;
beforeAll(async () => {
  desk = await startDesk();
  account = await openAccount(desk, {}, [
    { id: "max", firstname: "Max", lastname: "Mayer", dob: "1985-07-25", phone: "0341 1234567" },
    { id: "moritz", firstname: "Moritz", lastname: "Meier" },
    { id: "erika", firstname: "Erika", lastname: "Gabler" },
    { id: "rita", firstname: "Rita", lastname: "Ast", phone: "0341 111111" },
    { id: "rita2", firstname: "Rita", lastname: "Ast", phone: "0351 222222", city: "Halle" },
  ]);
});
afterAll(() => desk.stop());

const clients = (...args: string[]) =>
  runSlotline(["clients", ...args, "--data", desk.data, "--account", account]);

async function setPin(id: string, pin: string): Promise<number | null> {
  const args = ["clients", "pin", id, "--pin-stdin", "--data", desk.data, "--account", account];
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.end(`${pin}\n`);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  expect((await text(child.stdout)) + (await text(child.stderr))).not.toContain(pin);
  return await ended;
}

it.each([
  ["a name of any spelling, one is enough", ["meyer"], ["max", "moritz"]],
  ["both names", ["moritz", "maier"], ["moritz"]],
  ["a number as it is spoken", ["null drei vier eins", "eins zwei drei vier fünf sechs sieben"], ["max"]],
  ["a date of birth", ["25.", "Juli", "85"], ["max"]],
  ["an id, and who is called so", ["erika"], ["erika"]],
  ["nobody", ["Niemand"], []],
])("finds by %s", async (_what, words, ids) => {
  const { exitCode, output } = await clients("find", ...words, "--json");
  expect(exitCode).toBe(0);
  const found = JSON.parse(output) as { id: string; why: string[] }[];
  expect(found.map(({ id }) => id).sort()).toEqual(ids);
  for (const { why } of found) expect(why).not.toEqual([]);
});

it("sets a PIN that is piped in, shows only that there is one, and takes it away", async () => {
  expect(await setPin("max", "73910")).toBe(0);
  expect(await isPinOf("73910", await desk.store.tryPin(account, "max", desk.clock.now))).toBe(true);
  const shown = await clients("show", "max");
  expect(shown.output).toMatch(/^pin +set$/m);
  expect(shown.output).not.toMatch(/73910|scrypt/);
  expect((await clients("pin", "max", "--remove")).output).toBe("max has no PIN any more.\n");
  expect(await desk.store.hasPin(account, "max")).toBe(false);
});

it("refuses what is no PIN, and nobody", async () => {
  expect(await setPin("max", "12")).toBe(2);
  expect(await setPin("nobody", "1234")).toBe(1);
  expect((await clients("pin", "max")).errors).toContain("say --pin-stdin");
});

it("merges two cards after showing what each has, and goes on showing what was not taken over", async () => {
  const dryRun = await clients("merge", "rita", "rita2", "--dry-run");
  expect(dryRun.output).toMatch(
    /^Would keep Rita Ast \(rita\); Rita Ast \(rita2\) would become a part of it\.$/m,
  );
  expect(dryRun.output).toMatch(/^city +Halle$/m);
  expect(dryRun.output).toMatch(/^phone +0341 111111 +0351 222222$/m);
  expect(dryRun.output).toContain("Nothing was changed.");
  expect((await clients("merge", "rita", "rita2")).exitCode).toBe(2);
  expect((await clients("merge", "rita", "rita2", "--yes")).output).toContain("0 bookings moved.");
  const shown = await clients("show", "rita2");
  expect(shown.output).toContain("rita2 is a part of this card.");
  expect(shown.output).toMatch(/rita2 had another phone: 0351 222222/);
});

it.each([
  ["phone", "1234567", "the area code is missing"],
  ["phone", "hallo", "no digits were said"],
  ["phone", "0341 12", "no such number can exist as dialled in DE"],
  ["dob", "31.2.85", "in the calendar"],
])("explain %s %s says why it is invalid", async (what, said, why) => {
  const { output } = await runSlotline(["explain", what, said]);
  expect(output).toMatch(/^invalid: /);
  expect(output).toContain(why);
});
