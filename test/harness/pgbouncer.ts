import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort, UNPRIVILEGED } from "./postgres-server.ts";

/** Where Debian puts it, which is on nobody's path but root's. */
const PROGRAM = "pgbouncer";
// biome-ignore lint/style/noProcessEnv: where programs are looked for
const PATH = [process.env.PATH, "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"].join(delimiter);

/** Such as "PgBouncer 1.18.0"; undefined where it is not installed. */
export function pgBouncerVersion(): string | undefined {
  const { stdout, status } = spawnSync(PROGRAM, ["--version"], { env: { PATH }, encoding: "utf8" });
  return status === 0 ? stdout.split("\n")[0] : undefined;
}

export interface PgBouncer {
  /** The same user and database, by way of the pooler. */
  readonly url: string;
  /** What it has logged. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

export interface PgBouncerOptions {
  /** Server connections of each user and database. */
  readonly poolSize: number;
  readonly settings?: Readonly<Record<string, string>>;
}

/** PgBouncer in transaction mode before that database, as docs/operations.md says how to set it up. */
export async function startPgBouncer(databaseUrl: string, options: PgBouncerOptions): Promise<PgBouncer> {
  const { hostname, port, username, password } = new URL(databaseUrl);
  const folder = mkdtempSync(join(tmpdir(), "slotline-pgbouncer-"));
  const owner = process.getuid?.() === 0 ? UNPRIVILEGED : undefined;
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const listenPort = await freePort();
  const file = join(folder, "pgbouncer.ini");
  const settings = {
    listen_addr: "127.0.0.1",
    listen_port: String(listenPort),
    unix_socket_dir: "",
    auth_type: "any",
    pool_mode: "transaction",
    default_pool_size: String(options.poolSize),
    max_client_conn: "200",
    query_wait_timeout: "3",
    server_login_retry: "1",
    ...options.settings,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const credentials = `user=${decodeURIComponent(username)} ${password === "" ? "" : `password=${decodeURIComponent(password)}`}`;
  const databases = `* = host=${hostname} port=${port || "5432"} ${credentials}`;
  writeFileSync(file, ["[databases]", databases, "[pgbouncer]", ...lines, ""].join("\n"), { mode: 0o644 });
  const child = spawn(PROGRAM, [file], {
    cwd: folder,
    env: { PATH },
    stdio: ["ignore", "ignore", "pipe"],
    ...owner,
  });
  const exited = once(child, "exit").catch(() => undefined);
  let log = "";
  const ready = new Promise<true>((resolve) => {
    child.stderr.on("data", (chunk) => {
      log += chunk;
      if (log.includes("process up")) resolve(true);
    });
  });
  const stop = async () => {
    end(child);
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  if (!(await Promise.race([ready, exited.then(() => false)]))) {
    await stop();
    throw new Error(`PgBouncer did not start: ${log}`);
  }
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(listenPort);
  return { url: url.href, log: () => log, stop };
}

/** At once: it keeps nothing. */
function end(child: ChildProcess): void {
  if (child.exitCode === null) child.kill("SIGKILL");
}
