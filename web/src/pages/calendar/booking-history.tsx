import { Text, Timeline } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { agentName } from "../../parts/names.ts";
import { useWhoDid, type WhoDid } from "../../parts/use-who-did.ts";
import { useEntity } from "../../shell/entity.tsx";
import { formatInstant, formatMoment } from "../../time.ts";
import { CALENDAR } from "./texts.ts";

interface BookingEvent {
  readonly kind: "created" | "moved" | "cancelled" | "restored" | "missed" | "came" | "noted";
  readonly at: string;
  readonly start: string;
  readonly agentId: string;
  readonly by: WhoDid;
}

/** What leaves the time as it is. */
const MARKS: readonly BookingEvent["kind"][] = ["missed", "came", "noted"];

/** What became of an appointment, and who did it. */
export function BookingHistory({ booking }: { readonly booking: Booking }) {
  const t = useTexts(CALENDAR);
  const language = useLanguage();
  const { timezone, agents } = useEntity();
  const events = useQuery({
    queryKey: ["booking", booking.id, "events", booking.version],
    queryFn: async ({ signal }) =>
      (await get<{ items: BookingEvent[] }>(`/bookings/${booking.id}/events`, {}, signal)).data.items,
  });
  const byWhom = useWhoDid();
  const who = (id: string) => {
    const agent = agents.find((one) => one.id === id);
    return agent === undefined ? id : agentName(agent);
  };
  return (
    <section aria-label={t("booking.history")}>
      <Text component="h2" fw={600} size="sm" mb="xs">
        {t("booking.history")}
      </Text>
      <Timeline bulletSize={10} lineWidth={2}>
        {events.data?.map((event) => (
          <Timeline.Item key={event.at + event.kind}>
            <Text size="sm">
              {t(`booking.kinds.${event.kind}`)}
              {MARKS.includes(event.kind)
                ? null
                : `: ${formatMoment(event.start, language)}, ${who(event.agentId)}`}
            </Text>
            <Text size="xs" c="dimmed">
              {formatInstant(event.at, timezone, language)}, {byWhom(event.by)}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}
