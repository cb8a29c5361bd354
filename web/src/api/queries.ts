import { keepPreviousData, QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import type {
  AccountConfiguration,
  Booking,
  EntityConfiguration,
  Explained,
  Me,
  Page,
  WorkingTime,
} from "../../../src/staff-api/wire-types.ts";
import { dateOf, localOf } from "../time.ts";
import { forgetAccount } from "./chosen-account.ts";
import { get } from "./client.ts";
import { ApiProblem, isProblem } from "./problem.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    // What fails is said at once; the default would wait without a word until the browser believes to be online.
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      // The server says what has changed; until then what was read is true.
      staleTime: 60_000,
      retry: (count, error) => error instanceof ApiProblem && error.code === "unreachable" && count < 2,
      refetchOnWindowFocus: true,
    },
  },
});

/** Never given up half-way: nothing is shown without it, and who draws it anew would ask again. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async () => {
    const ask = async () => (await get<Me>("/me")).data;
    try {
      return await ask();
    } catch (error) {
      // Who was taken out of the business of last time may still belong to another.
      if (isProblem(error, "forbidden") && forgetAccount()) return await ask();
      throw error;
    }
  },
});

/** The whole configuration, with the tag that changes of it need. */
export const accountQuery = queryOptions({
  queryKey: ["account"],
  queryFn: ({ signal }) => get<AccountConfiguration>("/account", {}, signal),
});

/** Who is logged in; only below `Session`, which waits for it. */
export function useMe(): Me {
  return useQuery(meQuery).data!;
}

export function useAccount() {
  return useQuery(accountQuery);
}

/** More than a page holds: a week of a large practice has hundreds. */
async function allPages<T>(
  path: string,
  query: Record<string, string | undefined>,
  signal: AbortSignal,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await get<Page<T>>(path, { ...query, limit: 500, cursor }, signal);
    items.push(...data.items);
    cursor = data.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

/** Both dates are included. */
export function bookingsQuery(entityId: string, from: string, to: string, agentId?: string) {
  return queryOptions({
    queryKey: ["bookings", entityId, from, to, agentId],
    queryFn: ({ signal }) => allPages<Booking>("/bookings", { entityId, from, to, agentId }, signal),
    placeholderData: keepPreviousData,
  });
}

const soonestFirst = (one: Booking, other: Booking) =>
  Date.parse(one.start) - Date.parse(other.start) || (one.id < other.id ? -1 : 1);

/** What the server has answered stands at once wherever bookings are shown: the next change of it needs the newest version. */
export function keepBooking(booking: Booking): void {
  queryClient.setQueryData(["booking", booking.id], booking);
  for (const { queryKey, state } of queryClient.getQueryCache().findAll({ queryKey: ["bookings"] })) {
    const [, entityId, from, to, agentId] = queryKey as ReturnType<typeof bookingsQuery>["queryKey"];
    const known = state.data as readonly Booking[] | undefined;
    if (known === undefined) continue;
    const others = known.filter(({ id }) => id !== booking.id);
    const belongs =
      entityId === booking.entityId &&
      dateOf(booking.start) <= to! &&
      localOf(booking.end) > `${from}T00:00` &&
      (agentId ?? booking.agentId) === booking.agentId;
    if (belongs) queryClient.setQueryData(queryKey, [...others, booking].sort(soonestFirst));
    else if (others.length < known.length) queryClient.setQueryData(queryKey, others);
  }
}

/** When its agents work and are absent; both dates are included. */
export function workingTimeQuery(entityId: string, from: string, to: string) {
  return queryOptions({
    queryKey: ["account", "working-time", entityId, from, to],
    queryFn: async ({ signal }) =>
      (await get<WorkingTime>("/working-time", { entityId, from, to }, signal)).data,
  });
}

/** Each start of a product on a day, with why it cannot be had. */
export function explainedQuery(productId: string, date: string, agentId: string | undefined) {
  return queryOptions({
    queryKey: ["availability", "explained", productId, date, agentId],
    queryFn: async ({ signal }) =>
      (await get<Explained>("/availability", { productId, date, agentId }, signal)).data,
  });
}

/** What the calendar shows of those days: asked for before they are drawn. */
export function readDays(entityId: string, from: string, to: string): void {
  void queryClient.prefetchQuery(bookingsQuery(entityId, from, to));
  void queryClient.prefetchQuery(workingTimeQuery(entityId, from, to));
}

export type Entity = EntityConfiguration;
