import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The ceiling: `node:http` alone, that parses the request and writes the given answer from memory. */

export interface BareAnswer {
  readonly headers: Record<string, string>;
  readonly body: string;
}

const answer = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as BareAnswer;
const bytes = Buffer.from(answer.body);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    JSON.parse(Buffer.concat(chunks).toString());
    response.writeHead(200, { ...answer.headers, "content-length": bytes.length });
    response.end(bytes);
  });
});
server.listen(0, "127.0.0.1", () => {
  process.send!({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
