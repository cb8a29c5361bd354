import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { LoadJob, LoadResult } from "./load.ts";

/** Linux counts a process's time in these. */
const TICKS_PER_SECOND = 100;

/** A helper process of the benchmark, told what to do over IPC; ends with the benchmark at the latest. */
export class Helper {
  readonly process: ChildProcess;

  constructor(file: string, args: readonly string[] = []) {
    this.process = fork(fileURLToPath(new URL(file, import.meta.url)), args);
  }

  /** The next message; throws when the process ends instead. */
  async next<T>(): Promise<T> {
    const ended = once(this.process, "exit").then(([code]) => {
      throw new Error(`${this.process.spawnargs[1]} ended with ${code}`);
    });
    const [message] = await Promise.race([once(this.process, "message"), ended]);
    return message as T;
  }

  async ask<T>(message: object): Promise<T> {
    const answer = this.next<T>();
    this.process.send(message);
    return await answer;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const exited = once(this.process, "exit");
    this.process.kill("SIGTERM");
    await exited;
  }
}

export interface Measured extends LoadResult {
  /** Processor time of the process under load, for one answer. */
  readonly cpuMicroseconds: number;
}

/** Puts load on the process of that id, from the helper. */
export async function load(helper: Helper, pid: number, job: LoadJob): Promise<Measured> {
  const before = cpuSecondsOf(pid);
  const result = await helper.ask<LoadResult>(job);
  return { ...result, cpuMicroseconds: ((cpuSecondsOf(pid) - before) / result.answers) * 1e6 };
}

function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory in bytes. */
export function residentBytesOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
  return Number(kilobytes) * 1_024;
}
