import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The app that the browser tests look at is of the sources that are there. */
export function setup(): void {
  const script = fileURLToPath(new URL("../../scripts/build-web.ts", import.meta.url));
  execFileSync(process.execPath, [script], { stdio: "inherit" });
}
