import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { runSlotline } from "./harness/run-slotline.ts";

const COMMAND = fileURLToPath(new URL("../bin/slotline.js", import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "slotline-start-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Started {
  readonly process: ChildProcess;
  /** All that it printed, up to its last line before it is ready. */
  readonly output: string;
  readonly address: string;
  readonly exit: Promise<number | null>;
}

const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
});

/** `npm start` on any free port, as a person sees it. */
async function start(data: string, ...options: string[]): Promise<Started> {
  const args = [COMMAND, "serve", "--demo", "--data", join(folder, data), "--port", "0", ...options];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  const exit = once(child, "exit").then(([code]) => code as number | null);
  let output = "";
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
    output += chunk;
    if (output.includes("Ctrl-C stops it.")) break;
  }
  const address = /runs on (http:\/\/\S+),/.exec(output)?.[1];
  if (address === undefined) throw new Error(`no address in: ${output}`);
  return { process: child, output, address, exit };
}

function webhookUrlIn({ output }: Started): string {
  return /^ {2}(http:\S+\/webhook\/\S+)$/m.exec(output)![1]!;
}

/** Sends what the printed `curl` line would send. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the line asks and the server answers
async function sendAsPrinted({ output }: Started): Promise<{ status: number; asked: any; answer: any }> {
  const [, url, body] = /^ {2}curl -s (\S+) -d '(.*)'$/m.exec(output)!;
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const response = await fetch(url!, { method: "POST", headers, body: body! });
  return { status: response.status, asked: JSON.parse(body!), answer: await response.json() };
}

it("prints a webhook URL that works, a curl line that books, and where the docs are; keeps it all", async () => {
  const first = await start("kept");
  expect(first.output).toContain(`Docs: ${first.address}/docs`);
  expect((await fetch(`${first.address}/docs`)).status).toBe(200);
  expect(webhookUrlIn(first).startsWith(`${first.address}/webhook/slk_`)).toBe(true);
  const name = await fetch(webhookUrlIn(first), {
    method: "POST",
    body: JSON.stringify({ action: "getBusinessName", entityId: "xyzBusinessEntityId" }),
  });
  expect(await name.json()).toEqual({ name: "Physiotherapie Gleichgewicht" });
  const booked = await sendAsPrinted(first);
  expect(booked).toMatchObject({
    status: 200,
    answer: { status: "confirmed", start: booked.asked.start, slotId: booked.asked.slotId },
  });
  first.process.kill("SIGINT");
  expect(await first.exit).toBe(0);

  const second = await start("kept");
  const pathOf = (started: Started) => new URL(webhookUrlIn(started)).pathname;
  expect(pathOf(second)).toBe(pathOf(first));
  const { bookingId, slotId, start: from } = booked.answer;
  const listed = await fetch(webhookUrlIn(second), {
    method: "POST",
    body: JSON.stringify({ action: "findExistingBooking", id: await clientIdOf(second) }),
  });
  expect(await listed.json()).toContainEqual(expect.objectContaining({ bookingId, slotId, start: from }));
  expect((await sendAsPrinted(second)).status).toBe(200);
});

async function clientIdOf(started: Started): Promise<string> {
  const participant = { lastname: "Musterfrau", phone: "+49 341 2223344" };
  const found = await fetch(webhookUrlIn(started), {
    method: "POST",
    body: JSON.stringify({ action: "findExistingUser", participant }),
  });
  const [client] = (await found.json()) as { id: string }[];
  return client!.id;
}

it("says that it stops on SIGTERM: answers what has begun, takes nothing new, ends with 0", async () => {
  const { process: server, address, exit, output } = await start("stopped");
  const path = new URL(/^ {2}(http:\S+\/webhook\/\S+)$/m.exec(output)![1]!).pathname;
  const body = JSON.stringify({ action: "getBusinessName", entityId: "xyzBusinessEntityId" });
  const caller = await openTo(address);
  caller.write(
    `POST ${path} HTTP/1.1\r\nHost: desk\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 9)}`,
  );
  // An answer on another connection means that the server has read the first one's beginning.
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  server.kill("SIGTERM");
  await refusesConnections(address);
  caller.write(body.slice(9));
  const answer = await readAll(caller);
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(answer).toContain('{"name":"Physiotherapie Gleichgewicht"}');
  expect(await exit).toBe(0);
});

it("answers what still comes on an open connection while it stops: not ready, as a problem", async () => {
  const { process: server, address, exit } = await start("stopping");
  const caller = await openTo(address);
  caller.write("POST /webhook HTTP/1.1\r\nHost: desk\r\nContent-Length: 2\r\n\r\n{");
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  server.kill("SIGTERM");
  await refusesConnections(address);
  caller.write("}GET /readyz HTTP/1.1\r\nHost: desk\r\n\r\n");
  const [first, second] = (await readAll(caller)).split(/(?=HTTP\/1\.1 )/);
  expect(first).toMatch(/^HTTP\/1\.1 401 /);
  expect(await exit).toBe(0);
  // The server may hang up after the first answer; what it does answer is a problem.
  if (second !== undefined) {
    expect(second).toMatch(/^HTTP\/1\.1 503 /);
    expect(second).toContain("application/problem+json");
    expect(second).toContain('"code":"unavailable"');
  }
});

it("says what to do when its port is in use, and exits with 3", async () => {
  const { address } = await start("first");
  const { port } = new URL(address);
  const args = ["serve", "--port", port, "--data", join(folder, "other")];
  const { exitCode, output, errors } = await runSlotline(args, { cwd: folder });
  expect({ exitCode, output }).toEqual({ exitCode: 3, output: "" });
  expect(errors).toBe(
    `Port ${port} is in use.\nStop the other server, or choose a port: npx slotline serve --port 8081 --data ${args.at(-1)}.\n`,
  );
});

it("says which file is no certificate, and does not start", async () => {
  const file = join(folder, "no-certificate.pem");
  writeFileSync(file, "hello\n");
  const args = ["serve", "--port", "0", "--data", join(folder, "tls"), "--tls-cert", file, "--tls-key", file];
  const { exitCode, errors } = await runSlotline(args, { cwd: folder });
  expect(exitCode).toBe(2);
  expect(errors).toContain(file);
  expect(errors).not.toMatch(/\n\s+at /);
});

it("prints one line of JSON for programs that start it", async () => {
  const args = [COMMAND, "serve", "--json", "--data", join(folder, "json"), "--port", "0"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  const ended = once(child, "exit").then(() => ["it ended"]);
  const [chunk] = await Promise.race([once(child.stdout!, "data"), ended]);
  const [line, rest] = String(chunk).split("\n");
  expect(JSON.parse(line!)).toEqual({ address: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
  expect(rest).toBe("");
});

async function openTo(address: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  return socket;
}

/** Resolves when nobody listens there any more. */
async function refusesConnections(address: string): Promise<void> {
  for (;;) {
    try {
      (await openTo(address)).destroy();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ECONNREFUSED") return;
      expect(code).toBe("ECONNRESET"); // it was in the queue when the server closed
    }
  }
}

async function readAll(socket: Socket): Promise<string> {
  return (await socket.toArray()).join("");
}
