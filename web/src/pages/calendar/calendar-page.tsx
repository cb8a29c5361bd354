import { Box, LoadingOverlay, Title } from "@mantine/core";
import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { AgentConfiguration, Booking } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";
import { bookingsQuery, readDays, useMe, workingTimeQuery } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { later, useRest } from "../../parts/later.tsx";
import { agentName } from "../../parts/names.ts";
import { notifyFailed } from "../../parts/notify.tsx";
import { Empty, Failed } from "../../parts/states.tsx";
import { useOpened } from "../../parts/use-opened.ts";
import { usePrinting } from "../../parts/use-printing.ts";
import { useShortcuts } from "../../parts/use-shortcuts.ts";
import { useEntity } from "../../shell/entity.tsx";
import { addDays, formatDate, localOf, minutesBetween, offsetOn } from "../../time.ts";
import { AgentHead } from "./agent-head.tsx";
import type { Draft } from "./booking-form.tsx";
import { BookingList } from "./booking-list.tsx";
import classes from "./calendar-page.module.css";
import { useCalendarSearch } from "./calendar-search.ts";
import { type Column, columnsOf } from "./columns.ts";
import { useQuestion } from "./confirm.ts";
import { offersOf, performs } from "./offers.ts";
import { Paper } from "./paper.tsx";
import { ParkedTray, type Placing } from "./parked-tray.tsx";
import { park } from "./parking.ts";
import { Schedule } from "./schedule.tsx";
import { useTelling } from "./tell-client.ts";
import { CALENDAR } from "./texts.ts";
import { Toolbar } from "./toolbar.tsx";
import { type MoveWish, useBookingChanges } from "./use-booking-changes.tsx";

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
const AbsenceDialog = later(
  async () => (await import("./absence-dialog.tsx")).AbsenceDialog,
  () => true,
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
  /** Whose appointment is being placed, or was at last: a week begins with that one. */
  const [placedId, setPlacedId] = useState<string>();
  const changes = useBookingChanges();
  const away = useOpened<AgentConfiguration>();
  const isPrinting = usePrinting();
  const mayEdit = me.access !== "readonly";
  const mayEnterAbsence = me.access === "owner" || me.access === "desk";

  useEffect(() => {
    document.title = `${t("title")} · Slotline`;
  }, [t]);

  const bookings = useQuery(bookingsQuery(entity.id, from, to));
  // The same object while the same people are shown, or the grid would be drawn anew with every appointment.
  const people = JSON.stringify(
    columnsOf(entity, me, bookings.data ?? [], (name) => t("formerAgent", { name })),
  );
  const columns = useMemo(() => JSON.parse(people) as Column[], [people]);
  const needsOne = view === "week" || (isNarrow && view === "day");
  const named = columns.find(({ id }) => id === search.agentId);
  const first = columns.find(({ id }) => id === placedId) ?? columns[0];
  const agentId = named?.id ?? (needsOne ? (first?.id ?? null) : null);
  const alone = entity.agents.find(({ id }) => id === agentId);
  const shownColumns = useMemo(
    () => (agentId === null ? columns : columns.filter(({ id }) => id === agentId)),
    [agentId, columns],
  );

  const workingTime = useQuery({
    ...workingTimeQuery(entity.id, from, to),
    placeholderData: (before) => before,
  });
  useRest(bookings.data !== undefined && workingTime.data !== undefined);
  // The day before and after are a key away: they are read before they are asked for.
  useEffect(() => {
    if (view === "week" || bookings.isFetching) return;
    for (const step of [-1, 1]) {
      const near = addDays(date, step);
      readDays(entity.id, near, near);
    }
  }, [view, date, entity.id, bookings.isFetching]);

  const shown = useMemo(
    () =>
      (bookings.data ?? []).filter(
        (booking) =>
          (showsCancelled || booking.status === "confirmed") &&
          shownColumns.some(({ id }) => id === booking.agentId),
      ),
    [bookings.data, showsCancelled, shownColumns],
  );

  const step = view === "week" ? 7 : 1;
  const empty: Draft = { agentId: agentId ?? undefined, day: date >= search.today ? date : undefined };
  useShortcuts([
    ["ArrowLeft", () => show({ date: addDays(date, -step) })],
    ["ArrowRight", () => show({ date: addDays(date, step) })],
    ["h", () => show({ date: search.today })],
    ...(mayEdit ? [["n", () => setDraft(empty)] as const] : []),
  ]);

  /** Whom the service is not of could not be overruled: that is said at once. */
  const move = async (booking: Booking, wish: MoveWish): Promise<boolean> => {
    const offer = offersOf(entity).find(({ id }) => id === booking.productId);
    const agent = entity.agents.find(({ id }) => id === wish.agentId);
    if (offer === undefined || agent === undefined || performs(offer, agent.id)) {
      return await changes.move(booking, wish);
    }
    notifyFailed(t("moving.notTheirs", { agent: agentName(agent), service: offer.name }));
    return false;
  };

  const startPlacing = (next: Placing | undefined) => {
    setPlacing(next);
    if (next === undefined) return;
    const { agentId: whose } = next.booking;
    setPlacedId(whose);
    // Another's week would give it to somebody else with the next click.
    if (needsOne && named !== undefined && named.id !== whose) show({ agent: whose });
  };

  const place = async (start: string, onAgent: string) => {
    if (placing === undefined) return setDraft({ start, agentId: onAgent });
    const { booking, kind } = placing;
    if (kind === "move") {
      setPlacing(undefined);
      // It was put aside a while ago: a note may have been written since.
      const newest = await get<Booking>(`/bookings/${booking.id}`).catch(() => ({ data: booking }));
      return void (await move(newest.data, { start, agentId: onAgent }));
    }
    setDraft({
      start,
      agentId: onAgent,
      productId: booking.productId,
      client: { kind: "known", client: booking.participant },
      durationMinutes: minutesBetween(booking.start, booking.end),
    });
  };
  const close = () => show({ booking: undefined });

  // A telephone shows one person's day, but prints everybody's unless somebody was chosen.
  const printedId = view === "week" ? agentId : named?.id;
  const printed = columns.find(({ id }) => id === printedId)?.name;
  const days =
    view === "week"
      ? [from, to].map((one) => formatDate(one, language, { dateStyle: "long" })).join(" – ")
      : formatDate(date, language);
  const heading = printed === undefined ? days : `${days}, ${printed}`;
  return (
    <Box pos="relative">
      <Title order={1} className={classes.heading!}>
        {isPrinting ? `${entity.name} · ${heading}` : `${t("title")}: ${heading}`}
      </Title>
      <Toolbar
        columns={columns}
        search={search}
        show={show}
        isNarrow={isNarrow}
        agentId={agentId}
        showsCancelled={showsCancelled}
        onShowCancelled={setShowsCancelled}
        onCreate={mayEdit ? () => setDraft(empty) : undefined}
        onAway={mayEnterAbsence && alone !== undefined ? () => away.open(alone) : undefined}
      />
      <ParkedTray placing={placing} onPlace={startPlacing} />
      {bookings.error && bookings.data === undefined ? (
        <Failed error={bookings.error} onRetry={() => void bookings.refetch()} />
      ) : columns.length === 0 ? (
        <Empty>{t("nobodyYet")}</Empty>
      ) : (
        <Box pos="relative" className={classes.screen!}>
          <LoadingOverlay visible={bookings.data === undefined} />
          {view === "list" ? (
            <Box p="sm">
              <BookingList entity={entity} bookings={shown} onOpen={(booking) => show({ booking })} />
            </Box>
          ) : (
            <Schedule
              entity={entity}
              view={view}
              date={date}
              columns={shownColumns}
              bookings={shown}
              workingTime={workingTime.data}
              offset={offsetOn(date, entity.timezone)}
              mayEdit={mayEdit}
              isOver={to < search.today}
              label={t("title")}
              headOf={(id) => {
                const agent = entity.agents.find((one) => one.id === id);
                return agent === undefined ? (
                  columns.find((one) => one.id === id)?.name
                ) : (
                  <AgentHead
                    agent={agent}
                    mayOpen={me.access === "owner"}
                    onAway={mayEnterAbsence ? away.open : undefined}
                  />
                );
              }}
              onOpen={(booking) => show({ booking })}
              onPick={(start, onAgent) => void place(start, onAgent)}
              onMove={move}
            />
          )}
        </Box>
      )}
      {isPrinting ? (
        <Paper
          entity={entity}
          isWeek={view === "week"}
          columns={columns.filter(({ id }) => printedId === undefined || id === printedId)}
          bookings={(bookings.data ?? []).filter(
            (booking) =>
              booking.status === "confirmed" && (printedId === undefined || booking.agentId === printedId),
          )}
        />
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
          setPlacedId(booking.agentId);
        }}
        onCopy={(booking) => {
          close();
          setPlacing({ kind: "copy", booking });
          setPlacedId(booking.agentId);
        }}
        onCreate={({ start, agentId: whose }) => {
          close();
          setDraft({ start: localOf(start), agentId: whose });
        }}
      />
      <BookingForm draft={draft} onClose={() => setDraft(undefined)} />
      <MoveDialog booking={moving} onClose={() => setMoving(undefined)} />
      {away.isOpen && away.subject !== undefined ? (
        <AbsenceDialog
          key={away.count}
          entity={entity}
          agent={away.subject}
          date={date}
          onClose={away.close}
        />
      ) : null}
      <TellClientModal telling={useTelling()} />
      <ConfirmModal question={useQuestion()} />
    </Box>
  );
}
