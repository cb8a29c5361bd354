import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Booking, Client, Page } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";

const PAGE_SIZE = 50;

/** All cards by name, a page at a time. */
export function useAllClients(isWanted: boolean) {
  return useInfiniteQuery({
    queryKey: ["clients", "all"],
    queryFn: async ({ pageParam, signal }) =>
      (await get<Page<Client>>("/clients", { limit: PAGE_SIZE, cursor: pageParam }, signal)).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: isWanted,
  });
}

export function useClient(clientId: string) {
  return useQuery({
    queryKey: ["client", clientId],
    queryFn: ({ signal }) => get<Client>(`/clients/${encodeURIComponent(clientId)}`, {}, signal),
  });
}

/** Latest first. */
export function useClientBookings(clientId: string) {
  return useQuery({
    queryKey: ["client", clientId, "bookings"],
    queryFn: async ({ signal }) =>
      (await get<{ items: Booking[] }>(`/clients/${encodeURIComponent(clientId)}/bookings`, {}, signal)).data
        .items,
  });
}

export function useDuplicates(clientId: string, isAllowed: boolean) {
  return useQuery({
    queryKey: ["client", clientId, "duplicates"],
    queryFn: async ({ signal }) =>
      (await get<{ items: Client[] }>(`/clients/${encodeURIComponent(clientId)}/duplicates`, {}, signal)).data
        .items,
    enabled: isAllowed,
  });
}
