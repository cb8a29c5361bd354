import { Anchor, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { Booking, Call, CallStep } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { CalendarLink } from "../../parts/calendar-link.tsx";
import { agentName, nameOf } from "../../parts/names.ts";
import { Page } from "../../parts/page.tsx";
import { Empty, Loaded } from "../../parts/states.tsx";
import { useNames } from "../../parts/use-names.ts";
import { clockOf, formatDate, formatInstant } from "../../time.ts";
import { CallClients } from "./call-clients.tsx";
import { DAY_AND_TIME, durationOf } from "./call-times.ts";
import classes from "./calls.module.css";
import { OutcomeBadge } from "./outcome-badge.tsx";
import { Step } from "./step.tsx";
import { CALLS } from "./texts.ts";

interface OneCall {
  readonly call: Call;
  readonly steps: readonly CallStep[];
  readonly bookings: readonly Booking[];
}

export function CallPage() {
  const t = useTexts(CALLS);
  const { callId } = useParams({ strict: false }) as { callId: string };
  const one = useQuery({
    queryKey: ["call", callId],
    queryFn: async ({ signal }) =>
      (await get<OneCall>(`/calls/${encodeURIComponent(callId)}`, {}, signal)).data,
  });
  if (isProblem(one.error, "not_found")) {
    return (
      <Page title={t("gone")}>
        <Empty action={<BackToList />}>{t("goneAbout")}</Empty>
      </Page>
    );
  }
  return <Loaded query={one}>{(found) => <Shown {...found} />}</Loaded>;
}

function BackToList() {
  const t = useTexts(CALLS);
  return (
    <Anchor component={Link} to="/calls" size="sm">
      {t("backToList")}
    </Anchor>
  );
}

function Shown({ call, steps, bookings }: OneCall) {
  const t = useTexts(CALLS);
  const language = useLanguage();
  const names = useNames();
  const zone = names.zone(call.entityId);
  const facts = [
    call.entityId === null ? undefined : names.entity(call.entityId),
    t("lasted", { time: durationOf(call) }),
    t("requests", { count: call.requests }),
  ];
  return (
    <Page
      title={t("callOf", { when: formatInstant(call.begunAt, zone, language, DAY_AND_TIME) })}
      about={facts.filter(Boolean).join(" · ")}
      actions={<OutcomeBadge outcome={call.outcome} />}
    >
      <BackToList />
      {call.clients.length === 0 ? null : (
        <Text>
          {call.clients[0]!.knownBy === "phone" ? null : `${t("client")}: `}
          <CallClients of={call} />
          {call.clients[0]!.knownBy === "phone" ? ` (${t("onlyNumber")})` : null}
        </Text>
      )}
      {bookings.length === 0 ? null : (
        <Paper withBorder p="md" component="section">
          <Title order={2} fz="h4" mb="xs">
            {t("bookings")}
          </Title>
          <Stack gap="xs">
            {bookings.map((booking) => (
              <Booked key={booking.id} booking={booking} />
            ))}
          </Stack>
        </Paper>
      )}
      <section aria-labelledby="call-steps">
        <Title order={2} fz="h4" mb="xs" id="call-steps">
          {t("steps")}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t("stepsAbout")}
        </Text>
        <ol className={classes.steps}>
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a call only grows at its end
            <li key={index} data-refused={step.outcome === "ok" ? undefined : true}>
              <Step step={step} zone={zone} />
            </li>
          ))}
        </ol>
      </section>
    </Page>
  );
}

function Booked({ booking }: { readonly booking: Booking }) {
  const t = useTexts(CALLS);
  const language = useLanguage();
  const names = useNames();
  const day = formatDate(booking.start, language, {
    weekday: "short",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  });
  return (
    <Group gap="xs" className="numbers">
      <CalendarLink
        start={booking.start}
        bookingId={booking.id}
        fw={600}
        {...(booking.status === "cancelled" ? { td: "line-through" } : {})}
      >
        {day}, {clockOf(booking.start)}–{clockOf(booking.end)}
      </CalendarLink>
      <Text size="sm">
        {names.product(booking.productId) ?? booking.name}, {agentName(booking.agent)} ·{" "}
        <Anchor component={Link} to={`/clients/${booking.participant.id}`} size="sm">
          {nameOf(booking.participant)}
        </Anchor>
        {booking.status === "cancelled" ? ` · ${t("cancelled")}` : null}
      </Text>
    </Group>
  );
}
