#!/usr/bin/env node
// Plain JavaScript, so that a Node too old to run the server can still find the one that `npm ci` brought along.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const NEEDED = 26;
const bundled = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));
const command = fileURLToPath(new URL("../src/cli/slotline.ts", import.meta.url));

if (Number(process.versions.node.split(".")[0]) >= NEEDED) {
  await import(command);
} else if (existsSync(bundled)) {
  const child = spawn(bundled, [command, ...process.argv.slice(2)], { stdio: "inherit" });
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
