import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEntity } from "../../shell/entity.tsx";
import { addDays, nowIn, weekStart } from "../../time.ts";

export type View = "day" | "week" | "list";

/** What the calendar shows, as its address says: so that it can be bookmarked, and "back" goes back. */
export interface CalendarSearch {
  readonly date: string;
  readonly view: View;
  /** Undefined: everybody. */
  readonly agentId: string | undefined;
  /** The booking whose details are open. */
  readonly bookingId: string | undefined;
  readonly isToday: boolean;
  /** By the clocks of the business. */
  readonly today: string;
  /** First and last date on the screen. */
  readonly from: string;
  readonly to: string;
}

export interface ShownPart {
  readonly date?: string;
  readonly view?: View | undefined;
  readonly agent?: string | undefined;
  readonly booking?: string | undefined;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What an address asks for. */
export function calendarSearch(
  search: Readonly<Record<string, string | undefined>>,
  timezone: string,
): CalendarSearch {
  const today = nowIn(timezone).slice(0, 10);
  const date = DATE.test(search.date ?? "") ? search.date! : today;
  const view: View = search.view === "week" || search.view === "list" ? search.view : "day";
  const from = view === "week" ? weekStart(date) : date;
  return {
    date,
    view,
    agentId: search.agent,
    bookingId: search.booking,
    isToday: date === today,
    today,
    from,
    to: view === "week" ? addDays(from, 6) : date,
  };
}

export function useCalendarSearch(): CalendarSearch & { readonly show: (part: ShownPart) => void } {
  const { timezone } = useEntity();
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const navigate = useNavigate();
  const asked = calendarSearch(search, timezone);
  return {
    ...asked,
    show: (part) => {
      const next: Record<string, string | undefined> = { ...search, ...part };
      if (next.date === asked.today) next.date = undefined;
      if (next.view === "day") next.view = undefined;
      const isJustDetails = Object.keys(part).every((name) => name === "booking");
      void navigate({ to: "/", search: next, replace: isJustDetails });
    },
  };
}
