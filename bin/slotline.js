#!/usr/bin/env -S node --max-semi-space-size=8
// Plain JavaScript, so that a Node too old to run the server can still find the one that `npm ci` brought along.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

const NEEDED = 26;

/** As in the first line: without it V8 lets short-lived garbage take 50 MB more before it looks at it. */
const SMALL_YOUNG_GENERATION = "--max-semi-space-size=8";

const bundled = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));
// In a clone Node runs the TypeScript itself, which it will not inside node_modules: a package holds JavaScript instead.
const source = fileURLToPath(new URL("../src/cli/slotline.ts", import.meta.url));
const built = fileURLToPath(new URL("../dist/cli/slotline.js", import.meta.url));
const command = existsSync(source) ? source : built;

if (Number(process.versions.node.split(".")[0]) >= NEEDED) {
  nodeModule.enableCompileCache(); // a third of the start, from the second start on
  // V8 would learn from the start, when all that is made stays, to make the like of it old at once: 150 MB of garbage.
  setFlagsFromString("--no-allocation-site-pretenuring");
  await import(command);
} else if (existsSync(bundled)) {
  const self = fileURLToPath(import.meta.url);
  const child = spawn(bundled, [SMALL_YOUNG_GENERATION, self, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  // The child gets Ctrl-C from the terminal itself; a service manager signals only us.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
  });
} else {
  process.stderr.write(
    `Slotline needs Node ${NEEDED} or newer; this is ${process.version}. In a clone, \`npm ci\` brings it along; elsewhere, install Node ${NEEDED}.\n`,
  );
  process.exitCode = 1;
}
