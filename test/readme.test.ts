import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { readmeWithCall } from "../scripts/readme-call.ts";
import { startDesk } from "./harness/desk-under-test.ts";
import type { WebhookClient } from "./harness/webhook-client.ts";

it("shows the call in the README as the server answers it (after a change: npm run generate)", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  expect(await readmeWithCall()).toBe(readme);
});

it("makes one whole call by its script, which says what was refused", async () => {
  const desk = await startDesk();
  const script = fileURLToPath(new URL("../examples/whole-call.mjs", import.meta.url));
  const callBy = ({ address, key }: WebhookClient, ...words: string[]) =>
    promisify(execFile)(process.execPath, [script, `${address}/webhook/${key}`, ...words]);
  const call = (...words: string[]) => callBy(desk.bot, ...words);
  const { stdout } = await call();
  expect(stdout.match(/"status":"confirmed"/g)).toHaveLength(1);
  expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^< 200 .*"status":"cancelled"/);
  await expect(call("+49 1")).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("Refused.") });
  // Refused with status 200 after it has booked: it still cancels.
  const narrow = await desk.botOf("acc-leipzig", { scopes: ["read", "book"], errorStatus: 200 });
  await expect(callBy(narrow)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Refused."),
    stdout: expect.stringMatching(/"code":"forbidden"[\s\S]*"status":"cancelled"/),
  });
  await desk.stop();
});
