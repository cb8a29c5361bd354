import { Box, LoadingOverlay, Title } from "@mantine/core";
import { useHotkeys, useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { Booking, WorkingTime } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";
import { bookingsQuery, queryClient, useMe } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { later, useRest } from "../../parts/later.tsx";
import { Empty, Failed } from "../../parts/states.tsx";
import { usePrinting } from "../../parts/use-printing.ts";
import { useEntity } from "../../shell/entity.tsx";
import { addDays, formatDate, minutesBetween } from "../../time.ts";
import type { Draft } from "./booking-form.tsx";
import { BookingList } from "./booking-list.tsx";
import classes from "./calendar-page.module.css";
import { useCalendarSearch } from "./calendar-search.ts";
import { useQuestion } from "./confirm.ts";
import { ParkedTray, type Placing } from "./parked-tray.tsx";
import { park } from "./parking.ts";
import { Schedule } from "./schedule.tsx";
import { useTelling } from "./tell-client.ts";
import { CALENDAR } from "./texts.ts";
import { Toolbar } from "./toolbar.tsx";
import { useBookingChanges } from "./use-booking-changes.tsx";

const BookingDrawer = later(
  async () => (await import("./booking-drawer.tsx")).BookingDrawer,
  ({ bookingId }) => bookingId !== undefined,
);
const BookingForm = later(
  async () => (await import("./booking-form.tsx")).BookingForm,
  ({ draft }) => draft !== undefined,
);
const MoveDialog = later(
  async () => (await import("./move-dialog.tsx")).MoveDialog,
  ({ booking }) => booking !== undefined,
);

const TellClientModal = later(
  async () => (await import("./tell-client-modal.tsx")).TellClientModal,
  ({ telling }) => telling !== undefined,
);
const ConfirmModal = later(
  async () => (await import("./confirm-modal.tsx")).ConfirmModal,
  ({ question }) => question !== undefined,
);

/** The first screen: a day with a column for each person, a person's week, or a list. */
export function CalendarPage() {
  const t = useTexts(CALENDAR);
  const language = useLanguage();
  const me = useMe();
  const entity = useEntity();
  const search = useCalendarSearch();
  const { show, view, date, from, to } = search;
  const isNarrow = useMediaQuery("(max-width: 48em)") ?? false;
  const [showsCancelled, setShowsCancelled] = useLocalStorage({
    key: "slotline.cancelled",
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const [draft, setDraft] = useState<Draft>();
  const [moving, setMoving] = useState<Booking>();
  const [placing, setPlacing] = useState<Placing>();
  const changes = useBookingChanges();
  const isPrinting = usePrinting();
  const mayEdit = me.access !== "readonly";

  useEffect(() => {
    document.title = `${t("title")} · Slotline`;
  }, [t]);

  const reachable = useMemo(
    () => (me.access === "agent" ? entity.agents.filter(({ id }) => id === me.agentId) : entity.agents),
    [entity, me],
  );
  const needsOne = view === "week" || (isNarrow && view === "day");
  const named = reachable.find(({ id }) => id === search.agentId);
  const agentId = named?.id ?? (needsOne ? (reachable[0]?.id ?? null) : null);
  const agentIds = useMemo(
    () => (agentId === null ? reachable.map(({ id }) => id) : [agentId]),
    [agentId, reachable],
  );

  const bookings = useQuery(bookingsQuery(entity.id, from, to));
  const workingTime = useQuery({
    queryKey: ["account", "working-time", entity.id, from, to],
    queryFn: async ({ signal }) =>
      (await get<WorkingTime>("/working-time", { entityId: entity.id, from, to }, signal)).data,
    placeholderData: (before) => before,
  });
  useRest(bookings.data !== undefined && workingTime.data !== undefined);
  // The day before and after are a key away: they are read before they are asked for.
  useEffect(() => {
    if (view === "week" || bookings.isFetching) return;
    for (const step of [-1, 1]) {
      const near = addDays(date, step);
      void queryClient.prefetchQuery(bookingsQuery(entity.id, near, near));
      void queryClient.prefetchQuery({
        queryKey: ["account", "working-time", entity.id, near, near],
        queryFn: async () =>
          (await get<WorkingTime>("/working-time", { entityId: entity.id, from: near, to: near })).data,
      });
    }
  }, [view, date, entity.id, bookings.isFetching]);

  const shown = useMemo(
    () =>
      (bookings.data ?? []).filter(
        (booking) => (showsCancelled || booking.status === "confirmed") && agentIds.includes(booking.agentId),
      ),
    [bookings.data, showsCancelled, agentIds],
  );

  const step = view === "week" ? 7 : 1;
  const empty: Draft = { agentId: agentId ?? undefined, day: date > search.today ? date : undefined };
  useHotkeys([
    ["ArrowLeft", () => show({ date: addDays(date, -step) })],
    ["ArrowRight", () => show({ date: addDays(date, step) })],
    ["h", () => show({ date: search.today })],
    ["n", () => mayEdit && setDraft(empty)],
  ]);

  const place = async (start: string, onAgent: string) => {
    if (placing === undefined) return setDraft({ start, agentId: onAgent });
    const { booking, kind } = placing;
    setPlacing(undefined);
    if (kind === "move") return void (await changes.move(booking, { start, agentId: onAgent }));
    setDraft({
      start,
      agentId: onAgent,
      productId: booking.productId,
      client: { kind: "known", client: booking.participant },
      durationMinutes: minutesBetween(booking.start, booking.end),
    });
  };
  const close = () => show({ booking: undefined });

  const heading = formatDate(date, language);
  return (
    <Box pos="relative">
      <Title order={1} className={classes.heading!}>
        {t("title")}: {heading}
      </Title>
      <Toolbar
        entity={{ ...entity, agents: reachable }}
        search={search}
        show={show}
        isNarrow={isNarrow}
        agentId={agentId}
        showsCancelled={showsCancelled}
        onShowCancelled={setShowsCancelled}
        onCreate={mayEdit ? () => setDraft(empty) : undefined}
      />
      <ParkedTray placing={placing} onPlace={setPlacing} />
      {bookings.error && bookings.data === undefined ? (
        <Failed error={bookings.error} onRetry={() => void bookings.refetch()} />
      ) : reachable.length === 0 ? (
        <Empty>{t("nobodyYet")}</Empty>
      ) : (
        <Box pos="relative" mih={420}>
          <LoadingOverlay visible={bookings.data === undefined} />
          {view === "list" ? (
            <Box p="sm" className="no-print">
              <BookingList entity={entity} bookings={shown} onOpen={(booking) => show({ booking })} />
            </Box>
          ) : (
            <Schedule
              entity={entity}
              view={view}
              date={date}
              agentIds={agentIds}
              bookings={shown}
              workingTime={workingTime.data}
              offset={offsetOn(date, entity.timezone)}
              mayEdit={mayEdit}
              label={t("title")}
              onOpen={(booking) => show({ booking })}
              onPick={(start, onAgent) => void place(start, onAgent)}
              onMove={(booking, wish) => changes.move(booking, wish)}
            />
          )}
        </Box>
      )}
      {isPrinting ? (
        <BookingList entity={entity} bookings={shown.filter(({ status }) => status === "confirmed")} />
      ) : null}
      <BookingDrawer
        bookingId={search.bookingId}
        mayEdit={mayEdit}
        onClose={close}
        onMove={(booking) => {
          close();
          setMoving(booking);
        }}
        onPark={(booking) => {
          close();
          park(booking);
          setPlacing({ kind: "move", booking });
        }}
        onCopy={(booking) => {
          close();
          setPlacing({ kind: "copy", booking });
        }}
      />
      <BookingForm draft={draft} onClose={() => setDraft(undefined)} />
      <MoveDialog booking={moving} onClose={() => setMoving(undefined)} />
      <TellClientModal telling={useTelling()} />
      <ConfirmModal question={useQuestion()} />
    </Box>
  );
}

/** `+01:00`: how the business's clocks go around noon of that date. */
function offsetOn(date: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(
    new Date(`${date}T12:00:00Z`),
  );
  return parts.find(({ type }) => type === "timeZoneName")?.value.slice(3) || "+00:00";
}
