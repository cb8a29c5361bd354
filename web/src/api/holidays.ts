import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { type Language, useLanguage } from "../i18n.ts";
import { get } from "./client.ts";
import { type Entity, queryClient } from "./queries.ts";

export interface Holiday {
  readonly date: string;
  readonly name: string;
}
interface Named {
  readonly code: string;
  readonly name: string;
}

type Region = NonNullable<Entity["publicHolidays"]>;

const holidaysQuery = (region: Region | undefined, year: number, language: Language) =>
  queryOptions({
    queryKey: ["holidays", region?.country, region?.state, year, language],
    queryFn: async ({ signal }) => {
      if (region === undefined) return [];
      const query = { country: region.country, state: region.state, year, language };
      return (await get<{ items: Holiday[] }>("/public-holidays", query, signal)).data.items;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The public holidays of that year; none while they are not known. */
export function useHolidays(region: Region | undefined, year: number): readonly Holiday[] {
  return useQuery(holidaysQuery(region, year, useLanguage())).data ?? [];
}

/** The dates of all public holidays in those years. */
export async function holidayDates(
  region: Region | undefined,
  years: readonly number[],
): Promise<ReadonlySet<string>> {
  const found = years.map((year) => queryClient.fetchQuery(holidaysQuery(region, year, "de")));
  return new Set((await Promise.all(found)).flatMap((ofYear) => ofYear.map(({ date }) => date)));
}

/** Countries, and the states of one of them. */
export function useRegions(country: string | undefined) {
  const language = useLanguage();
  return useQuery({
    queryKey: ["holiday-regions", country, language],
    queryFn: async ({ signal }) =>
      (await get<{ countries: Named[]; states: Named[] }>("/holiday-regions", { country, language }, signal))
        .data,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}
