import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../bin/slotline.js", import.meta.url));

export interface ServerProcess {
  readonly address: string;
  /** Of the demo, when started with `--demo`. */
  readonly webhookUrl: string | undefined;
  readonly process: ChildProcess;
  /** What it has said about faults so far. */
  readonly errors: () => string;
  /** SIGTERM; resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
  /** SIGKILL, as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** `slotline serve` as its own process on a free port; resolves when it says that it is ready. */
export async function startServerProcess(
  data: string,
  options: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const args = [COMMAND, "serve", "--data", data, "--port", "0", "--json", ...options];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
    // biome-ignore lint/style/noProcessEnv: a child needs the PATH it is started with
    env: { ...process.env, ...environment },
  });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const exited = once(child, "exit") as Promise<[number | null]>;
  const ready = readJson(child);
  const first = await Promise.race([ready, exited.then(() => undefined)]);
  if (first === undefined) throw new Error(`slotline serve ended: ${errors}`);
  return {
    address: first.address,
    webhookUrl: first.webhookUrl,
    process: child,
    errors: () => errors,
    stop: async () => {
      child.kill("SIGTERM");
      return (await exited)[0];
    },
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

async function readJson(child: ChildProcess): Promise<{ address: string; webhookUrl?: string } | undefined> {
  for await (const line of createInterface({ input: child.stdout! })) return JSON.parse(line);
  return undefined;
}
