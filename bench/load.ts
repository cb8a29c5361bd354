import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import { percentile } from "./statistics.ts";

/** A process of its own that does what it is told over IPC: HTTP load by autocannon. */

export interface LoadJob {
  readonly address: string;
  /** JSON file with the requests; each connection gets its own part of them and goes round in it. */
  readonly requestsFile: string;
  readonly connections: number;
  /** Ends after so long, or when every request was sent once. */
  readonly seconds: number | "all once";
  /** Requests a second over all connections; absent: as fast as answers come. */
  readonly rate?: number;
}

/** What a load file holds. */
export interface LoadRequest {
  readonly path: string;
  readonly body: string;
}

export interface LoadResult {
  readonly answers: number;
  /** Other than 2xx, broken connections, timeouts. */
  readonly failures: number;
  readonly bytes: number;
  /** Answers a second between the first and the last one. */
  readonly rate: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

const files = new Map<string, autocannon.Request[]>();

function requestsOf(file: string): autocannon.Request[] {
  const known = files.get(file);
  if (known !== undefined) return known;
  const requests = (JSON.parse(readFileSync(file, "utf8")) as LoadRequest[]).map(({ path, body }) => ({
    method: "POST",
    path,
    headers: { "content-type": "application/json" },
    body,
  }));
  files.set(file, requests);
  return requests;
}

async function run(job: LoadJob): Promise<LoadResult> {
  const requests = requestsOf(job.requestsFile);
  const { connections } = job;
  const latencies: number[] = [];
  let failures = 0;
  let bytes = 0;
  let first = 0;
  let last = 0;
  let clients = 0;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const tracker = autocannon(
      {
        url: job.address,
        connections,
        ...(job.seconds === "all once" ? { amount: requests.length } : { duration: job.seconds }),
        ...(job.rate === undefined ? {} : { overallRate: job.rate }),
        skipAggregateResult: true,
        setupClient: (client) => {
          const part = clients;
          clients += 1;
          client.setRequests(requests.filter((_, index) => index % connections === part));
        },
      },
      (error, ended) => (error === null ? resolve(ended) : reject(error)),
    );
    // Its own histogram knows whole milliseconds only.
    tracker.on("response", (_client, status: number, size: number, milliseconds: number) => {
      last = performance.now();
      if (first === 0) first = last;
      if (status < 200 || status > 299) failures += 1;
      bytes += size;
      latencies.push(milliseconds);
    });
  });
  return {
    answers: latencies.length,
    failures: failures + result.errors + result.timeouts,
    bytes,
    rate: ((latencies.length - 1) / (last - first)) * 1_000,
    p50Ms: percentile(latencies, 50),
    p99Ms: percentile(latencies, 99),
    maxMs: percentile(latencies, 100),
  };
}

process.on("message", async (job: LoadJob) => {
  process.send!(await run(job));
});
