import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Stands between a server and its PostgreSQL and is a good network, until it is told to be a bad one. */
export interface TcpProxy {
  /** Of the same database, by way of the proxy. */
  readonly url: string;
  /** Forwards nothing any more, either way; connections are still accepted, as by a host that has frozen. */
  readonly hang: () => void;
  /** Goes on, with what it has held back first. */
  readonly forward: () => void;
  /** Lets the next request through that holds these bytes, and cuts its connection instead of passing on the answer. */
  readonly cutAnswerTo: (bytes: string) => void;
  /** How often it has cut. */
  readonly cuts: () => number;
  readonly close: () => Promise<void>;
}

export async function startTcpProxy(databaseUrl: string): Promise<TcpProxy> {
  const url = new URL(databaseUrl);
  const [host, port] = [url.hostname, Number(url.port)];
  const sockets = new Set<Socket>();
  let hanging = false;
  let awaited: Buffer | undefined;
  let cuts = 0;

  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
      other.destroy();
    });
  };
  const listener = createServer((client) => {
    const database = connect(port, host);
    keep(client, database);
    keep(database, client);
    let doomed = false;
    client.on("data", (chunk: Buffer) => {
      if (awaited !== undefined && chunk.includes(awaited)) {
        awaited = undefined;
        doomed = true;
      }
      database.write(chunk);
    });
    database.on("data", (chunk) => {
      if (!doomed) return client.write(chunk);
      cuts += 1;
      return client.destroy();
    });
    if (hanging) for (const socket of [client, database]) socket.pause();
  }).listen(0, "127.0.0.1");
  await once(listener, "listening");
  url.port = String((listener.address() as AddressInfo).port);

  return {
    url: url.href,
    hang: () => {
      hanging = true;
      for (const socket of sockets) socket.pause();
    },
    forward: () => {
      hanging = false;
      for (const socket of sockets) socket.resume();
    },
    cutAnswerTo: (bytes) => {
      awaited = Buffer.from(bytes);
    },
    cuts: () => cuts,
    close: async () => {
      listener.close();
      for (const socket of sockets) socket.destroy();
      await once(listener, "close");
    },
  };
}
