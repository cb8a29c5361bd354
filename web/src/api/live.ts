import { useEffect } from "react";
import { sharedValue } from "../parts/shared-value.ts";
import { addressOf } from "./client.ts";
import { accountQuery, queryClient } from "./queries.ts";

/** What each of the server's events makes old. */
const OUTDATES: Readonly<Record<string, readonly string[]>> = {
  bookings: ["bookings", "booking", "client", "availability"],
  clients: ["clients", "client", "bookings", "booking"],
  configuration: ["account", "availability"],
  calls: ["calls", "call"],
};

/** What may have changed while the server could not be heard. */
const MISSED = ["bookings", "booking", "clients", "client", "calls", "call", "availability", "statistics"];

interface Connection {
  readonly isLost: boolean;
  /** When the server was last heard, epoch milliseconds. */
  readonly since: number;
}

const connection = sharedValue<Connection>({ isLost: false, since: 0 });

function report(isLost: boolean): void {
  if (connection.get().isLost !== isLost) connection.set({ isLost, since: Date.now() });
}

/** Whether the server can be heard. */
export const useConnection = connection.use;

const hello = Promise.withResolvers<void>();
/** From here on nothing is missed: who reads after it, and hears of every change, need not read again. */
export const isHeard: Promise<void> = hello.promise;

let source: EventSource | undefined;
let again: number | undefined;
let wasLost = false;

function forget(names: readonly string[]): void {
  for (const name of names) {
    void queryClient.invalidateQueries({ queryKey: [name] });
    // What is being read for the first time may have been answered before the change: it is read once more then.
    for (const query of queryClient.getQueryCache().findAll({ queryKey: [name], fetchStatus: "fetching" })) {
      if (query.state.data !== undefined) continue;
      const readAgain = () => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
      void query.promise?.then(readAgain, () => {});
    }
  }
}

/** Hears from the server what others have changed, and forgets what was known of it. Connects again by itself. */
export function listen(): void {
  if (source !== undefined) return;
  source = new EventSource(addressOf("/live"));
  source.addEventListener("hello", ({ data }: MessageEvent<string>) => {
    report(false);
    hello.resolve();
    // The first time, whatever a page shows is asked for after this stream was.
    if (wasLost) forget(MISSED);
    void greeted((JSON.parse(data) as { configuration?: string }).configuration);
  });
  for (const [event, names] of Object.entries(OUTDATES)) {
    source.addEventListener(event, () => {
      report(false);
      forget(names);
    });
  }
  source.onerror = () => {
    source?.close();
    source = undefined;
    wasLost = true;
    report(true);
    again = window.setTimeout(listen, 2_000);
  };
}

/** The greeting says which configuration is the newest: who has read that one, or is about to, need not read it again. */
async function greeted(newest: string | undefined): Promise<void> {
  const known = await queryClient.ensureQueryData(accountQuery).catch(() => undefined);
  if (known?.etag !== newest) forget(["account"]);
}

export function stopListening(): void {
  window.clearTimeout(again);
  source?.close();
  source = undefined;
  // Who stops does not miss the server.
  wasLost = false;
  report(false);
}

export function useLiveChanges(): void {
  useEffect(() => {
    listen();
    return stopListening;
  }, []);
}
