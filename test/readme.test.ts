import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readmeWithCall } from "../scripts/readme-call.ts";

it("shows the call in the README as the server answers it (after a change: npm run generate)", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  expect(await readmeWithCall()).toBe(readme);
});
