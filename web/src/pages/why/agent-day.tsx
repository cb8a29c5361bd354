import { Badge, Group, Paper, Text, Title } from "@mantine/core";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { CalendarLink } from "../../parts/calendar-link.tsx";
import { Icon } from "../../parts/icon.tsx";
import { nameOf } from "../../parts/names.ts";
import { useNames } from "../../parts/use-names.ts";
import { clockOf } from "../../time.ts";
import { type ExplainedAgent, foldStarts, type Run } from "./fold-starts.ts";
import { RULE_ICONS } from "./rule-icon.ts";
import { type Axis, Strip } from "./strip.tsx";
import { WHY } from "./texts.ts";
import { useReasonText } from "./use-reason-text.ts";
import classes from "./why.module.css";

/** One person's day: a strip to see it at once, and each stretch in words. */
export function AgentDay({
  agent,
  axis,
  bookings,
}: {
  readonly agent: ExplainedAgent;
  readonly axis: Axis | undefined;
  readonly bookings: ReadonlyMap<string, Booking>;
}) {
  const t = useTexts(WHY);
  const names = useNames();
  const { workingTime, starts, basis } = agent;
  const free = starts.filter(({ rule }) => rule === null).length;
  const hours = workingTime.map(({ start, end }) => `${clockOf(start)}–${clockOf(end)}`).join(", ");
  return (
    <Paper withBorder p="md" component="section" aria-label={names.agent(agent.agentId)}>
      <Group justify="space-between" gap="xs">
        <Title order={2} fz="h4">
          {names.agent(agent.agentId)}
        </Title>
        <Badge
          tt="none"
          size="lg"
          variant={free > 0 ? "filled" : "outline"}
          color={free > 0 ? "brand" : "gray"}
          className="numbers"
        >
          {free > 0 ? `✓ ${t("freeCount", { count: free })}` : t("nothingFree")}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" className="numbers">
        {hours === "" ? t(`off.${basis}`) : `${t("works")} ${hours} · ${t(`basis.${basis}`)}`}
      </Text>
      {hours !== "" && starts.length === 0 ? <Text size="sm">{t("tooLong")}</Text> : null}
      {axis === undefined || starts.length === 0 ? null : <Strip axis={axis} starts={starts} />}
      {starts.length === 0 ? null : (
        <ul className={`${classes.runs} numbers`}>
          {foldStarts(starts).map((run) => (
            <li key={run.first} data-free={run.rule === null || undefined}>
              <Stretch run={run} bookings={bookings} />
            </li>
          ))}
        </ul>
      )}
    </Paper>
  );
}

/** Named before the rest is only counted. */
const MOST_NAMED = 4;

function Stretch({ run, bookings }: { readonly run: Run; readonly bookings: ReadonlyMap<string, Booking> }) {
  const t = useTexts(WHY);
  const reason = useReasonText();
  const from = clockOf(run.first);
  const named = run.bookingIds.slice(0, MOST_NAMED);
  return (
    <>
      <span className={classes.times}>{run.count === 1 ? from : `${from}–${clockOf(run.last)}`}</span>
      <span className={classes.sign}>
        {run.rule === null ? (
          <span aria-hidden="true">✓</span>
        ) : (
          <Icon name={RULE_ICONS[run.rule]} size={16} />
        )}
      </span>
      <span>
        {run.rule === null ? t("free", { count: run.count }) : reason(run)}
        {named.length === 0 ? null : ": "}
        {named.map((id, index) => {
          const booking = bookings.get(id);
          const start = booking?.start ?? run.first;
          return (
            <span key={id}>
              {index === 0 ? "" : ", "}
              <CalendarLink start={start} bookingId={id} size="sm">
                {booking === undefined
                  ? t("theBooking")
                  : `${clockOf(booking.start)} ${nameOf(booking.participant)}`}
              </CalendarLink>
            </span>
          );
        })}
        {run.bookingIds.length > MOST_NAMED
          ? ` ${t("andMore", { count: run.bookingIds.length - MOST_NAMED })}`
          : null}
      </span>
    </>
  );
}
