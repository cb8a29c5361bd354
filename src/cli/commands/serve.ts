import { Command } from "commander";
import { SETTINGS, type Settings } from "../../config.ts";
import { REAL_EFFECTS } from "../../effects.ts";
import { type RunningServer, startServer } from "../../main.ts";
import { type Demo, prepareDemo } from "../demo.ts";
import { nextCommand } from "../next-command.ts";
import { accountWithoutOwner, baseUrl, ownerLink } from "../owner-link.ts";
import { CommandFailed, EXIT, print, printError } from "../terminal.ts";
import { settingsOf } from "../with-store.ts";
import { webhookUrl } from "./key.ts";

interface ServeFlags {
  demo?: boolean;
  json?: boolean;
}

/** Every answer is out by then; the time in which load balancers are to notice comes before. */
const STOP_WITHIN_MS = 10_000;

export function serveCommand(): Command {
  const command = new Command("serve")
    .description("Run the server until it gets SIGTERM or Ctrl-C.")
    .option("--demo", "with a demo business, if the data has none yet, and a key to try it");
  for (const [name, { help }] of Object.entries(SETTINGS)) {
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const multiple = name === "trustedProxies" ? "<address...>" : `<${name === "data" ? "dir" : "value"}>`;
    command.option(`--${flag} ${multiple}`, help);
  }
  return command
    .option("--json", "print one JSON line when the server is ready")
    .addHelpText(
      "after",
      `
Examples:
  $ slotline serve --demo
  $ slotline serve --data /var/lib/slotline --host 0.0.0.0 --port 443 --tls-cert cert.pem --tls-key key.pem`,
    )
    .action(async (flags: ServeFlags) => {
      const settings = settingsOf(flags);
      const demo = flags.demo ? await prepareDemo(settings) : undefined;
      const server = await startServer(settings, REAL_EFFECTS, logFault).catch((error) => {
        throw isPortInUse(error) ? portInUse(settings, flags) : error;
      });
      stopOnSignal(server, settings, flags);
      await demo?.fillDays(server, logFault);
      if (flags.json)
        print(JSON.stringify({ address: server.address, webhookUrl: demo && urlOf(demo, settings, server) }));
      else await greet(server, settings, demo);
    });
}

function isPortInUse(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === "EADDRINUSE";
}

/** Who ran `npm start` has not typed the command yet, and without `--demo` would get a server without a business. */
function portInUse(settings: Settings, { demo }: ServeFlags): CommandFailed {
  const another = `--port ${settings.port === 8081 ? 8082 : 8081}`;
  const command = nextCommand(`serve${demo ? " --demo" : ""} ${another}`, settings);
  return new CommandFailed(`Port ${settings.port} is in use.`, {
    next: `Stop the other server, or choose a port: ${command}.`,
    exitCode: EXIT.machine,
  });
}

function urlOf(demo: Demo, settings: Settings, server: RunningServer): string {
  return webhookUrl(settings, demo.key, server.address);
}

/** The key stands behind the #, which no browser sends to anybody. */
function simulatorUrl(webhookUrl: string): string {
  const at = webhookUrl.lastIndexOf("/webhook/");
  return `${webhookUrl.slice(0, at)}/simulator#key=${webhookUrl.slice(at + "/webhook/".length)}`;
}

async function greet(server: RunningServer, settings: Settings, demo: Demo | undefined): Promise<void> {
  const { address, store } = server;
  const place = settings.databaseUrl === undefined ? settings.data : "PostgreSQL";
  print(`Slotline runs on ${address}, data in ${place}. Docs: ${address}/docs`);
  if (demo !== undefined) {
    const url = urlOf(demo, settings, server);
    print(`\nThe demo business is ${demo.name}. Give a voice bot this URL:\n\n  ${url}\n`);
    print(await demo.curlThatBooks(server.desk, url));
    print(`\nOr call it yourself, in a browser:\n\n  ${simulatorUrl(url)}`);
  } else if ((await store.accountIds()).length === 0) {
    const [apply, key] = ["apply FILE", "key create --account ID"].map((one) => nextCommand(one, settings));
    print(`There is no business yet. Make one in the browser (below), or: ${apply}, then: ${key}`);
  }
  const ownerless = await accountWithoutOwner(store);
  const base = baseUrl(settings, address);
  if (ownerless === undefined) print(`\nThe desk's screen: ${base}/`);
  else {
    const link = await ownerLink(store, ownerless.accountId, base);
    print(
      `\nNobody can log in to the desk's screen yet. Whoever opens this link first becomes its owner:\n\n  ${link}`,
    );
  }
  const log = nextCommand("log --follow", settings);
  print(`\nCtrl-C stops it. In another terminal, \`${log}\` shows the calls as they come.`);
}

function stopOnSignal(server: RunningServer, { drainSeconds }: Settings, { json }: ServeFlags): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(130); // a second Ctrl-C does not wait
    stopping = true;
    setTimeout(
      () => {
        printError(`Requests were still running after ${STOP_WITHIN_MS / 1_000} s; stopped without them.`);
        process.exit(1);
      },
      drainSeconds * 1_000 + STOP_WITHIN_MS,
    ).unref();
    await server.stop();
    if (!json) print("Slotline has stopped; what had begun is done.");
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

/** A fault in Slotline: where it happened, never what the request said. */
function logFault(error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const frames =
    stack
      ?.split("\n")
      .slice(1, 6)
      .map((line) => line.trim()) ?? [];
  printError(
    JSON.stringify({
      level: "error",
      time: new Date(REAL_EFFECTS.now()).toISOString(),
      name,
      message,
      frames,
    }),
  );
}
