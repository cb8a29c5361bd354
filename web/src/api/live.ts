import { useEffect } from "react";
import { sharedValue } from "../parts/shared-value.ts";
import { addressOf } from "./client.ts";
import { accountQuery, queryClient } from "./queries.ts";

/** What each of the server's events makes old. */
const OUTDATES: Readonly<Record<string, readonly string[]>> = {
  hello: [
    "bookings",
    "booking",
    "clients",
    "client",
    "account",
    "calls",
    "call",
    "availability",
    "statistics",
  ],
  bookings: ["bookings", "booking", "client", "availability"],
  configuration: ["account", "availability"],
  calls: ["calls", "call"],
};

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

/** What is being read for the first time may have been answered before the change: it is read once more then. */
function outdate(name: string, alsoFirstReads: boolean): void {
  void queryClient.invalidateQueries({ queryKey: [name] });
  if (!alsoFirstReads) return;
  for (const query of queryClient.getQueryCache().findAll({ queryKey: [name], fetchStatus: "fetching" })) {
    if (query.state.data !== undefined) continue;
    const again = () => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
    void query.promise?.then(again, () => {});
  }
}
let source: EventSource | undefined;
let again: number | undefined;

/** Hears from the server what others have changed, and forgets what was known of it. Connects again by itself. */
export function listen(): void {
  if (source !== undefined) return;
  source = new EventSource(addressOf("/live"));
  for (const [event, names] of Object.entries(OUTDATES)) {
    source.addEventListener(event, ({ data }: MessageEvent<string>) => {
      report(false);
      const { configuration } = JSON.parse(data) as { configuration?: string };
      const known = queryClient.getQueryData(accountQuery.queryKey)?.etag;
      for (const name of names) {
        // What the greeting says is the newest need not be read again.
        if (name === "account" && configuration !== undefined && known === configuration) continue;
        outdate(name, event !== "hello");
      }
    });
  }
  source.onerror = () => {
    source?.close();
    source = undefined;
    report(true);
    again = window.setTimeout(listen, 2_000);
  };
}

function stopListening(): void {
  window.clearTimeout(again);
  source?.close();
  source = undefined;
}

export function useLiveChanges(): void {
  useEffect(() => {
    listen();
    return stopListening;
  }, []);
}
