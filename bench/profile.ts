import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { table } from "../src/cli/terminal.ts";
import { Bench, type Target } from "./bench.ts";
import { bookingsOn } from "./measures/book-appointment.ts";
import { postgresWith } from "./measures/postgres.ts";
import { FULL } from "./plan.ts";
import { comingDates, everybodysRequests } from "./requests.ts";

/** `node bench/profile.ts getSlots|bookAppointment [--postgres]`: where the server's time goes under that load. */

const CONNECTIONS = 16;
const SECONDS = 10;
const SHOWN = 25;
const MOST_BOOKINGS = 8_000;

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

const action = process.argv[2] ?? "getSlots";
const bench = new Bench(FULL);
try {
  const profiles = join(bench.folder, "profiles");
  const data = await bench.data(FULL.bookings);
  const server = await bench.server(data, {
    nodeOptions: `--cpu-prof --cpu-prof-dir=${profiles}`,
    ...(process.argv.includes("--postgres") ? { databaseUrl: await postgresWith(bench, data) } : {}),
  });
  if (action === "getSlots") await loadGetSlots(server);
  else if (action === "bookAppointment") await loadBookAppointment(server);
  else throw new Error(`${action} is neither getSlots nor bookAppointment`);
  await server.stop();
  for (const file of readdirSync(profiles)) {
    print(JSON.parse(readFileSync(join(profiles, file), "utf8")) as Profile);
  }
} finally {
  await bench.close();
}

async function loadGetSlots(server: Target): Promise<void> {
  const requestsFile = bench.requests(everybodysRequests(comingDates(30)));
  await bench.load(server, { requestsFile, connections: CONNECTIONS, seconds: "all once" });
  const { rate } = await bench.load(server, { requestsFile, connections: CONNECTIONS, seconds: SECONDS });
  bench.say(`${Math.round(rate)} answers a second, with the profiler`);
}

async function loadBookAppointment(server: Target): Promise<void> {
  const requestsFile = bench.requests(await bookingsOn(server, comingDates(40).at(-1)!, MOST_BOOKINGS));
  const { rate } = await bench.load(server, {
    requestsFile,
    connections: CONNECTIONS,
    seconds: "all once",
  });
  bench.say(`${Math.round(rate)} bookings a second, with the profiler`);
}

/** The functions with the most time of their own, and the most time together with what they call. */
function print(profile: Profile): void {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const own = new Map<string, number>();
  const together = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of profile.samples.entries()) {
    const microseconds = profile.timeDeltas[index]!;
    if (nodes.get(id)!.callFrame.functionName === "(idle)") continue;
    busy += microseconds;
    add(own, nameOf(id), microseconds);
    const chain = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) chain.add(nameOf(at));
    for (const name of chain) add(together, name, microseconds);
  }
  process.stdout.write(`\n${listing("by own time", own)}\n\n${listing("by time with callees", together)}\n`);

  function nameOf(id: number): string {
    const { functionName, url, lineNumber } = nodes.get(id)!.callFrame;
    const root = fileURLToPath(new URL("..", import.meta.url));
    const file = (url.startsWith("file:") ? fileURLToPath(url) : url).replace(root, "");
    return `${functionName || "(anonymous)"} ${file}${file === "" ? "" : `:${lineNumber + 1}`}`;
  }
  function listing(title: string, times: ReadonlyMap<string, number>): string {
    const longest = [...times].sort((a, b) => b[1] - a[1]).slice(0, SHOWN);
    const rows = longest.map(([name, time]) => [`${((time / busy) * 100).toFixed(1)} %`, name]);
    return table(["share", title], rows);
  }
}

function add(to: Map<string, number>, name: string, microseconds: number): void {
  to.set(name, (to.get(name) ?? 0) + microseconds);
}
