import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseFile } from "../src/places.ts";
import { type ServerProcess, startServerProcess } from "../test/harness/server-process.ts";
import type { LoadJob, LoadRequest, LoadResult } from "./load.ts";
import { makeData } from "./make-data.ts";
import type { Plan } from "./plan.ts";
import { cpuSecondsOf, Helper } from "./processes.ts";

/** What `npm start` and the installed command start the server with. */
const AS_NPM_START = "--max-semi-space-size=8";

/** A process under load. */
export interface Target {
  readonly address: string;
  readonly pid: number;
}

export interface Measured extends LoadResult {
  /** Processor time of the target for one answer. */
  readonly cpuMicroseconds: number;
}

/** What every measure works with: the plan, a folder to be removed, processes to be ended. */
export class Bench {
  readonly plan: Plan;
  readonly folder = mkdtempSync(join(tmpdir(), "slotline-bench-"));
  readonly #started = performance.now();
  readonly #cleanUp: (() => Promise<unknown>)[] = [];
  readonly #loader: Helper;
  #files = 0;

  constructor(plan: Plan) {
    this.plan = plan;
    this.#loader = this.helper("load.ts");
  }

  say(progress: string): void {
    const seconds = Math.round((performance.now() - this.#started) / 1_000);
    process.stdout.write(`${String(seconds).padStart(4)} s  ${progress}\n`);
  }

  async data(bookings: number): Promise<string> {
    const folder = join(this.folder, `data-${bookings}`);
    this.say(`making ${bookings.toLocaleString("en")} bookings`);
    await makeData(folder, bookings, (progress) => this.say(`  ${progress}`));
    return folder;
  }

  /** A copy of a data folder that no server has open. */
  copyOf(data: string): string {
    const copy = `${data}-copy`;
    mkdirSync(copy);
    copyFileSync(databaseFile(data), databaseFile(copy));
    return copy;
  }

  async server(
    data: string,
    { nodeOptions = "", databaseUrl }: { nodeOptions?: string; databaseUrl?: string } = {},
  ): Promise<Target & ServerProcess> {
    const environment = {
      NODE_OPTIONS: `${AS_NPM_START} ${nodeOptions}`,
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    };
    const server = await startServerProcess(
      data,
      ["--requests-per-minute", "0", "--lookups-per-call", "0", "--lookups-per-hour", "0"],
      environment,
    );
    let running = true;
    const stop = async () => {
      if (!running) return null;
      running = false;
      return await server.stop();
    };
    this.#cleanUp.push(stop);
    return { ...server, stop, pid: server.process.pid! };
  }

  /** Runs when the benchmark ends, however it ends. */
  atEnd(work: () => Promise<unknown>): void {
    this.#cleanUp.push(work);
  }

  helper(file: string, args: readonly string[] = []): Helper {
    const helper = new Helper(file, args);
    this.#cleanUp.push(() => helper.stop());
    return helper;
  }

  /** Writes JSON for a helper to read; returns its path. */
  file(content: unknown): string {
    this.#files += 1;
    const path = join(this.folder, `${this.#files}.json`);
    writeFileSync(path, JSON.stringify(content));
    return path;
  }

  requests(requests: readonly LoadRequest[]): string {
    return this.file(requests);
  }

  /** `through` another process than the one that is there for it, where two are to be loaded at once. */
  async load(target: Target, job: Omit<LoadJob, "address">, through = this.#loader): Promise<Measured> {
    const before = cpuSecondsOf(target.pid);
    const result = await through.ask<LoadResult>({ ...job, address: target.address });
    const cpuMicroseconds = ((cpuSecondsOf(target.pid) - before) / result.answers) * 1e6;
    if (result.failures > 0) this.say(`  ${result.failures} of ${result.answers} answers were failures`);
    return { ...result, cpuMicroseconds };
  }

  /** Ends what was started and removes what was written, unless it is to be kept. */
  async close({ keep = false } = {}): Promise<void> {
    await Promise.allSettled(this.#cleanUp.map((stop) => stop()));
    if (keep) this.say(`kept: ${this.folder}`);
    else rmSync(this.folder, { recursive: true, force: true });
  }
}
