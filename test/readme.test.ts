import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { readmeWithCall } from "../scripts/readme-call.ts";
import { startDesk } from "./harness/desk-under-test.ts";

it("shows the call in the README as the server answers it (after a change: npm run generate)", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  expect(await readmeWithCall()).toBe(readme);
});

it("makes one whole call by its script, which says what was refused", async () => {
  const desk = await startDesk();
  const script = fileURLToPath(new URL("../examples/whole-call.mjs", import.meta.url));
  const call = (...words: string[]) =>
    promisify(execFile)(process.execPath, [script, `${desk.bot.address}/webhook/${desk.bot.key}`, ...words]);
  const { stdout } = await call();
  expect(stdout.match(/"status":"confirmed"/g)).toHaveLength(1);
  expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^< 200 .*"status":"cancelled"/);
  await expect(call("+49 1")).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("Refused.") });
  await desk.stop();
});
