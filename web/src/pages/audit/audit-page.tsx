import { Anchor, Button, Center, Paper, Text, Title, VisuallyHidden } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { AuditEntry, Page as PageOf } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { Page } from "../../parts/page.tsx";
import { Empty, Failed, Loaded } from "../../parts/states.tsx";
import { useChosenEntity } from "../../shell/entity.tsx";
import { formatDate, formatInstant, nowIn } from "../../time.ts";
import classes from "./audit.module.css";
import { Filters } from "./filters.tsx";
import { AUDIT } from "./texts.ts";
import { type AuditFilter, useAuditFilter } from "./use-audit-filter.ts";
import { useAuditWords } from "./use-audit-words.ts";

const AT_A_TIME = 50;

/** Who is still typing a year has said none yet: the browser makes 0002 of its first digit. */
function spanOf({ from, to }: AuditFilter): Pick<AuditFilter, "from" | "to"> {
  const whole = (date: string | undefined) => (date !== undefined && date >= "2000" ? date : undefined);
  return { from: whole(from), to: whole(to) };
}

export function AuditPage() {
  const t = useTexts(AUDIT);
  const { entity } = useChosenEntity();
  const { filter, isFiltered, set } = useAuditFilter();
  const asked = { ...filter, ...spanOf(filter), entityId: entity?.id };
  const trail = useInfiniteQuery({
    queryKey: ["audit", asked],
    queryFn: async ({ pageParam, signal }): Promise<PageOf<AuditEntry>> => {
      if (asked.from !== undefined && asked.to !== undefined && asked.from > asked.to) {
        return { items: [], nextCursor: null };
      }
      const query = { ...asked, limit: AT_A_TIME, cursor: pageParam };
      return (await get<PageOf<AuditEntry>>("/audit", query, signal)).data;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // Whoever comes here wants to know what has just happened.
    staleTime: 0,
  });
  return (
    <Page title={t("title")} about={t("about")}>
      <Filters filter={filter} onSet={set} isFiltered={isFiltered} />
      <Loaded query={trail}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items);
          if (entries.length === 0) return <Empty>{t(isFiltered ? "noneFiltered" : "empty")}</Empty>;
          return (
            <>
              <VisuallyHidden role="status">{t("loaded", { count: entries.length })}</VisuallyHidden>
              <Trail entries={entries} />
              {trail.error ? <Failed error={trail.error} /> : null}
              {trail.hasNextPage ? (
                <Center>
                  <Button
                    variant="default"
                    loading={trail.isFetchingNextPage}
                    onClick={() => void trail.fetchNextPage()}
                  >
                    {t("more")}
                  </Button>
                </Center>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** By day, as one looks for it: "who was that on Tuesday?" */
function Trail({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const language = useLanguage();
  const { entity } = useChosenEntity();
  const { whoOf, whatOf } = useAuditWords();
  const zone = entity?.timezone ?? "UTC";
  const dayOf = ({ at }: AuditEntry) => nowIn(zone, new Date(at)).slice(0, 10);
  const days = new Map<string, AuditEntry[]>();
  for (const entry of entries) {
    const day = dayOf(entry);
    const before = days.get(day);
    if (before === undefined) days.set(day, [entry]);
    else before.push(entry);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-labelledby={`day-${day}`}>
      <Title order={2} fz="h5" id={`day-${day}`} mb={4}>
        {formatDate(day, language)}
      </Title>
      <Paper withBorder px="md">
        <ul className={classes.list}>
          {ofDay.map((entry) => (
            <li key={entry.id} className={classes.item}>
              <Text size="sm" c="dimmed" component="span" className="numbers">
                {formatInstant(entry.at, zone, language, { hour: "2-digit", minute: "2-digit" })}
              </Text>
              <Text size="sm" fw={600} component="span">
                {whoOf(entry)}
              </Text>
              <Text size="sm" component="span" className={classes.what!}>
                {whatOf(entry)} <SubjectLink entry={entry} />
              </Text>
            </li>
          ))}
        </ul>
      </Paper>
    </section>
  ));
}

/** Clients' data is no part of the trail; whoever may see it finds it behind the link. */
function SubjectLink({ entry }: { readonly entry: AuditEntry }) {
  const t = useTexts(AUDIT);
  const { action, subjectId } = entry;
  if (subjectId === null || action === "clients.erase") return null;
  const looks = { component: Link, size: "sm", underline: "always" } as const;
  if (action.startsWith("clients.")) {
    return (
      <Anchor {...looks} to={`/clients/${subjectId}`}>
        {t("toClient")}
      </Anchor>
    );
  }
  if (!action.startsWith("bookings.")) return null;
  return (
    <Anchor {...looks} to="/" search={{ booking: subjectId } as never}>
      {t("toBooking")}
    </Anchor>
  );
}
