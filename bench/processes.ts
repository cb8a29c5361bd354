import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

/** What Linux counts a process's time in. */
const TICKS_PER_SECOND = 100;

/** A helper of the benchmark in a process of its own, told over IPC what to do. */
export class Helper {
  readonly process: ChildProcess;
  readonly #ended: Promise<void>;

  constructor(file: string, args: readonly string[] = []) {
    this.process = fork(fileURLToPath(new URL(file, import.meta.url)), args);
    this.#ended = once(this.process, "exit").then(() => undefined);
  }

  get pid(): number {
    return this.process.pid!;
  }

  /** The next message; throws when the process ends instead. */
  async next<T>(): Promise<T> {
    const message = once(this.process, "message");
    const first = await Promise.race([message, this.#ended]);
    if (first === undefined) throw new Error(`${this.process.spawnargs[1]} ended too soon`);
    return first[0] as T;
  }

  async ask<T>(message: object): Promise<T> {
    const answer = this.next<T>();
    this.process.send(message);
    return await answer;
  }

  async stop(): Promise<void> {
    this.process.kill("SIGTERM");
    await this.#ended;
  }
}

/** Processor time that the process has had so far, user and system together. */
export function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

export function residentMegabytesOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
  return Number(kilobytes) / 1_024;
}

/** Processor time that the whole machine has spent so far, over all cores. */
export function busySecondsOfMachine(): number {
  const busy = cpus().map(({ times: { user, nice, sys, irq } }) => user + nice + sys + irq);
  return busy.reduce((sum, milliseconds) => sum + milliseconds, 0) / 1_000;
}
