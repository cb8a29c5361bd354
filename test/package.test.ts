import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What `npm pack` makes, installed in a folder without the repository. */

const ROOT = join(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};
const MOST_BYTES = 2_000_000;

let project: string;
let bin: string;
let packed: {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
};

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "slotline-package-"));
  const output = execFileSync("npm", ["pack", "--json", "--pack-destination", project], {
    cwd: ROOT,
    encoding: "utf8",
  });
  [packed] = JSON.parse(output.slice(output.indexOf("[\n"))) as [typeof packed];
  const home = join(project, "node_modules/slotline");
  mkdirSync(home, { recursive: true });
  execFileSync("tar", ["-xzf", join(project, packed.filename), "-C", home, "--strip-components=1"]);
  // What an installation would bring, from what this repository has installed; nothing that only its tests need.
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(project, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), link);
  }
  bin = join(home, "bin/slotline.js");
}, 180_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

async function run(args: readonly string[], input = ""): Promise<string> {
  const running = promisify(execFile)(process.execPath, args, { cwd: project, encoding: "utf8" });
  running.child.stdin!.end(input);
  return (await running).stdout;
}

describe("the package", () => {
  it("holds JavaScript, declarations, examples, scenarios and docs, and nothing else", () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "bin/slotline.js", "dist/cli/slotline.js"]),
    );
    const folders = new Set(paths.filter((path) => path.includes("/")).map((path) => path.split("/")[0]));
    expect([...folders].sort()).toEqual(["bin", "dist", "docs", "examples", "scenarios"]);
    expect(paths.filter((path) => /\.(?:test|fixture)\.|(?<!\.d)\.ts$/.test(path))).toEqual([]);
    expect(statSync(join(project, packed.filename)).size).toBeLessThan(MOST_BYTES);
  });

  it("says its version, and its commands", async () => {
    expect((await run([bin, "--version"])).trim()).toBe(manifest.version);
    expect(await run([bin, "--help"])).toContain("conform");
  });

  it("takes a call", async () => {
    const output = await run(
      [bin, "call", "--quiet", "--from", "0341 2223344"],
      "Massage bei Max\n30 Minuten\ntschüss\n",
    );
    expect(output).toContain("Wann möchten Sie kommen?");
  });

  it("plays the scenarios that it brings along", async () => {
    const output = await run([bin, "scenarios", "run", "node_modules/slotline/scenarios/studio-en.yaml"]);
    expect(output).toContain("all as expected");
  });
});

describe("what programs import from it", () => {
  it("books by the typed client at a server of the package, which conforms", async () => {
    writeFileSync(
      join(project, "book.mjs"),
      `import { createClient, Refusal } from "slotline/client";
       import { ACTIONS } from "slotline/protocol";
       import { newDialogue, transition } from "slotline/voicebot";
       const client = createClient({ url: process.argv[2] });
       const { entityId } = await client.getEntityForSipId({ sipId: "phoneSipId12345678" });
       const wrong = await client.getBusinessName({ entityId: "none" }).catch((error) => error);
       const call = newDialogue({ sipId: "1", language: "en", country: "DE", today: "2026-11-30" });
       const { effects } = transition(call, { type: "answered" });
       console.log(JSON.stringify([
         (await client.getBusinessName({ entityId })).name, wrong instanceof Refusal && wrong.code,
         Object.keys(ACTIONS).length, effects[0].action,
       ]));`,
    );
    const server = spawn(
      process.execPath,
      [bin, "serve", "--demo", "--json", "--port", "0", "--data", join(project, "data")],
      {
        cwd: project,
      },
    );
    try {
      const { value: line = "" } = await createInterface({ input: server.stdout })
        [Symbol.asyncIterator]()
        .next();
      const { webhookUrl } = JSON.parse(String(line)) as { webhookUrl: string };
      expect(JSON.parse(await run([join(project, "book.mjs"), webhookUrl]))).toEqual([
        "Physiotherapie Gleichgewicht",
        "unknown_entity",
        13,
        "getEntityForSipId",
      ]);
      expect(await run([bin, "conform", webhookUrl, "--destructive"])).toContain(
        "All demands of the protocol",
      );
    } finally {
      server.kill("SIGTERM");
      await new Promise((resolve) => server.once("exit", resolve));
    }
  });

  it("is typed", async () => {
    writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(
      join(project, "use.ts"),
      `import { createClient, type Refusal } from "slotline/client";
       import type { AnswerOf, Slot } from "slotline/protocol";
       import { runCall, type Line } from "slotline/voicebot";
       const client = createClient({ url: "http://127.0.0.1/hook" });
       export const slots: Promise<Slot[]> = client.getSlots({ appointmentTypeId: "t", productId: "p", dateTime: "morgen" });
       export const name = (answer: AnswerOf<"getBusinessName">): string => answer.name;
       export const codeOf = (refusal: Refusal): string => refusal.code;
       export const call = (line: Line) =>
         runCall({ sipId: "1", language: "de", country: "DE", today: "2026-11-30" }, { url: "x", callId: "1" }, line);
       // @ts-expect-error a product is needed
       client.getSlots({ appointmentTypeId: "t", dateTime: "morgen" });`,
    );
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const types = join(ROOT, "node_modules/@types");
    const options = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "esnext",
      "--types",
      "node",
      "--typeRoots",
      types,
    ];
    expect(await run([tsc, ...options, "use.ts"]).catch((error) => error.stdout)).toBe("");
  });
});
