import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

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
  // Also where tests run: React's build for developers is larger, slower, and draws everything twice.
  // biome-ignore lint/style/noProcessEnv: Vite takes it from there
  process.env.NODE_ENV = "production";
  await vite.build({ root: ROOT, logLevel: "warn" });
  await Promise.all(filesBelow(join(ROOT, "dist")).map(pack));
  writeFileSync(MARK, sources);
}

/** As small as can be: the server hands out what lies beside. */
async function pack(path: string): Promise<void> {
  const content = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${path}.br`, await promisify(brotliCompress)(content, { params }));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function sourcesHash(): string {
  const names = filesBelow(ROOT)
    .filter((path) => !/^(dist|node_modules)\//.test(path.slice(ROOT.length)))
    .sort();
  const lock = readFileSync(join(ROOT, "..", "package-lock.json"), "utf8");
  const all = names.map((path) => `${path.slice(ROOT.length)} ${hash("sha256", readFileSync(path))}`);
  return hash("sha256", [...all, hash("sha256", lock)].join("\n"));
}
