import { ActionIcon, Group, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { bookingsQuery, explainedQuery, useMe, workingTimeQuery } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { agentName } from "../../parts/names.ts";
import { Page } from "../../parts/page.tsx";
import { Empty, Loaded } from "../../parts/states.tsx";
import { useEntity } from "../../shell/entity.tsx";
import { addDays, formatDate, nowIn } from "../../time.ts";
import { type OfferedProduct, offersOf, performs, productChoices } from "../calendar/offers.ts";
import { Advice } from "./advice.tsx";
import { AgentDay } from "./agent-day.tsx";
import { mendReasons } from "./mend-reasons.ts";
import { NextTimes } from "./next-times.tsx";
import { axisOf } from "./strip.tsx";
import { WHY } from "./texts.ts";

/** A year that is being typed begins with zeros. */
const DATE = /^2\d{3}-\d{2}-\d{2}$/;

/** For the question that is asked at the desk each day: why can nothing be had then? */
export function WhyPage() {
  const t = useTexts(WHY);
  const language = useLanguage();
  const me = useMe();
  const entity = useEntity();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { product?: string; date?: string; agent?: string };
  const set = (part: typeof search) =>
    void navigate({ to: "/why", search: { ...search, ...part } as never, replace: true });
  const today = nowIn(entity.timezone).slice(0, 10);
  const date = DATE.test(search.date ?? "") ? search.date! : today;
  /** What stands in the field while it is no date yet. */
  const [typed, setTyped] = useState<{ readonly since: string; readonly text: string }>();
  const offers = offersOf(entity);
  const own = me.access === "agent" ? me.agentId : undefined;
  const product =
    offers.find(({ id }) => id === search.product) ?? offers.find((offer) => performs(offer, own));
  const agents = entity.agents.filter(
    ({ id }) => product?.type.agents.includes(id) && (own === undefined || own === id),
  );
  const agentId = agents.find(({ id }) => id === search.agent)?.id;
  if (product === undefined) {
    return (
      <Page title={t("title")} about={t("about")}>
        <Empty>{t("noProducts")}</Empty>
      </Page>
    );
  }
  return (
    <Page title={t("title")} about={t("about")}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <Select
          label={t("product")}
          data={productChoices(entity)}
          value={product.id}
          allowDeselect={false}
          searchable
          onChange={(id) => id !== null && set({ product: id })}
        />
        <Select
          label={t("agent")}
          data={[
            { value: "", label: t("everybody") },
            ...agents.map((agent) => ({ value: agent.id, label: agentName(agent) })),
          ]}
          value={agentId ?? ""}
          allowDeselect={false}
          onChange={(id) => set({ agent: id || undefined } as typeof search)}
        />
        <Group gap={4} align="flex-end" wrap="nowrap">
          <TextInput
            type="date"
            label={t("day")}
            value={typed?.since === date ? typed.text : date}
            flex={1}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTyped({ since: date, text: value });
              if (DATE.test(value)) set({ date: value });
            }}
          />
          {([-1, 1] as const).map((step) => (
            <ActionIcon
              key={step}
              variant="default"
              size={36}
              aria-label={t(step < 0 ? "dayBefore" : "dayAfter")}
              onClick={() => set({ date: addDays(date, step) })}
            >
              <Icon name={step < 0 ? "left" : "right"} />
            </ActionIcon>
          ))}
        </Group>
      </SimpleGrid>
      <Answer key={product.id} {...{ entityId: entity.id, product, agentId, date, today }} />
      <Text size="sm" c="dimmed">
        {t("performedBy", {
          product: product.name,
          names: agents.map(agentName).join(", "),
          day: formatDate(date, language, { weekday: "long", day: "numeric", month: "long" }),
        })}
      </Text>
    </Page>
  );
}

function Answer({
  entityId,
  product,
  agentId,
  date,
  today,
}: {
  readonly entityId: string;
  readonly product: OfferedProduct;
  readonly agentId: string | undefined;
  readonly date: string;
  readonly today: string;
}) {
  const t = useTexts(WHY);
  const language = useLanguage();
  const productId = product.id;
  const explained = useQuery({
    ...explainedQuery(productId, date, agentId),
    placeholderData: (before) => before,
  });
  const bookings = useQuery(bookingsQuery(entityId, date, date));
  const hours = useQuery(workingTimeQuery(entityId, date, date));
  const byId = new Map<string, Booking>((bookings.data ?? []).map((booking) => [booking.id, booking]));
  return (
    <Loaded query={explained}>
      {({ agents: explainedAgents }) => {
        const agents = explainedAgents.map((agent) =>
          mendReasons(agent, {
            absences: hours.data?.agents.find((one) => one.agentId === agent.agentId)?.absences ?? [],
            // Those of a class are in nobody's way.
            bookings: (product.capacity ?? 1) > 1 ? [] : (bookings.data ?? []),
            minutes: product.durationMinutes,
          }),
        );
        const free = agents.flatMap(({ starts }) => starts).filter(({ rule }) => rule === null);
        const axis = axisOf(agents);
        const day = formatDate(date, language, { weekday: "long", day: "numeric", month: "long" });
        return (
          <Stack gap="md" aria-busy={explained.isPlaceholderData}>
            <div role="status">
              <Text fw={600} fz="lg">
                {free.length === 0 ? t("nothing", { day }) : t("some", { count: free.length, day })}
              </Text>
              <NextTimes {...{ productId, agentId, date, today }} />
            </div>
            {agents.map((agent) => (
              <AgentDay key={agent.agentId} agent={agent} axis={axis} bookings={byId} />
            ))}
            <Advice agents={agents} product={product} />
          </Stack>
        );
      }}
    </Loaded>
  );
}
