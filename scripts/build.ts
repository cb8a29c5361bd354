import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** `npm run build`: `dist/`, the JavaScript and the declarations of a package; a clone runs without it. */

const ROOT = new URL("../", import.meta.url);

rmSync(new URL("dist/", ROOT), { recursive: true, force: true });
execFileSync(
  process.execPath,
  [fileURLToPath(new URL("node_modules/typescript/bin/tsc", ROOT)), "-p", "tsconfig.build.json"],
  {
    cwd: fileURLToPath(ROOT),
    stdio: "inherit",
  },
);
await import("./build-web.ts");
cpSync(new URL("web/dist/", ROOT), new URL("dist/web/", ROOT), { recursive: true });
cpSync(new URL("src/simulator/page/", ROOT), new URL("dist/simulator/page/", ROOT), { recursive: true });
