import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `npm run build:web`: the app, into `web/dist`; nothing where it is of these sources already. It runs by itself after
 * `npm ci` and before `npm start`.
 */

const ROOT = fileURLToPath(new URL("../web/", import.meta.url));
const MARK = join(ROOT, "dist", ".sources");

const sources = sourcesHash();
if (!existsSync(MARK) || readFileSync(MARK, "utf8") !== sources) await build();

async function build(): Promise<void> {
  // Without the development dependencies, as in an image, there is nothing to build with.
  const vite = await import("vite").catch(() => undefined);
  if (vite === undefined) return;
  // Where tests call it, it says "test", and what is built would be React as developers see it: larger and slower.
  // biome-ignore lint/style/noProcessEnv: Vite takes it from nowhere else
  process.env.NODE_ENV = "production";
  await vite.build({ root: ROOT, logLevel: "warn" });
  writeFileSync(MARK, sources);
}

function sourcesHash(): string {
  const names = readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/^(dist|node_modules)\//.test(path.slice(ROOT.length)))
    .sort();
  const lock = readFileSync(join(ROOT, "..", "package-lock.json"), "utf8");
  const all = names.map((path) => `${path.slice(ROOT.length)} ${hash("sha256", readFileSync(path))}`);
  return hash("sha256", [...all, hash("sha256", lock)].join("\n"));
}
