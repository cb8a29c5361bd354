import { useNavigate, useSearch } from "@tanstack/react-router";

/** What of the trail is shown, as the page's address says. */
export interface AuditFilter {
  readonly by: string | undefined;
  readonly action: string | undefined;
  /** Dates, both included. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function useAuditFilter() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Partial<Record<keyof AuditFilter, string>>;
  const dateOf = (text: string | undefined) => (DATE.test(text ?? "") ? text : undefined);
  const filter: AuditFilter = {
    by: search.by || undefined,
    action: /^[a-z-]{1,50}$/.test(search.action ?? "") ? search.action : undefined,
    from: dateOf(search.from),
    to: dateOf(search.to),
  };
  return {
    filter,
    isFiltered: Object.values(filter).some((one) => one !== undefined),
    set: (part: Partial<AuditFilter>) =>
      void navigate({ to: "/audit", search: { ...search, ...part } as never, replace: true }),
  };
}
