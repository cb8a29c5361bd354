import {
  type Calendar,
  createCalendar,
  destroyCalendar,
  Interaction,
  ResourceTimeGrid,
  TimeGrid,
} from "@event-calendar/core";
import "@event-calendar/core/index.css";
import "./schedule.css";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { Booking, WorkingTime } from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { localOf, minutesBetween, weekdayOf, weekStart } from "../../time.ts";
import { AppointmentElement, classesOf, type Surroundings } from "./appointment-element.ts";
import { AppointmentLayer } from "./appointment-layer.ts";
import { gridColumns, hoursShown, layOut } from "./appointment-layout.ts";
import { SIGN_NAMES } from "./booking-signs.ts";
import { closedEvents } from "./closed-time.ts";
import type { Column } from "./columns.ts";
import { mendRoles } from "./grid-roles.ts";
import { offersOf } from "./offers.ts";
import { CALENDAR } from "./texts.ts";
import type { MoveWish } from "./use-booking-changes.tsx";

export interface ScheduleProps {
  readonly entity: Entity;
  readonly view: "day" | "week";
  readonly date: string;
  /** The columns of a day; the one of a week. */
  readonly columns: readonly Column[];
  readonly bookings: readonly Booking[];
  readonly workingTime: WorkingTime | undefined;
  /** Minutes east of UTC of the business's clocks on that date. */
  readonly offset: string;
  readonly mayEdit: boolean;
  /** All of it lies before today. */
  readonly isOver: boolean;
  /** What screen readers call the grid. */
  readonly label: string;
  /** What stands over somebody's column. */
  readonly headOf: (agentId: string) => ReactNode;
  readonly onOpen: (bookingId: string) => void;
  /** Local time without an offset, and whose column it is. */
  readonly onPick: (start: string, agentId: string) => void;
  /** Resolves with whether it stands there now. */
  readonly onMove: (booking: Booking, wish: MoveWish) => Promise<boolean>;
}

const pad = (number: number) => String(number).padStart(2, "0");
/** The calendar counts in wall-clock time, which it hands out as dates of the browser's zone. */
const wallClock = (date: Date) =>
  `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`;

/** The line above the click: who points at a row means the row, not the minute. */
function quarterOf(clicked: Date): string {
  return wallClock(new Date(Math.floor(clicked.getTime() / QUARTER_MS) * QUARTER_MS));
}

const SNAP = "00:05";
const SLOT = "00:15";
const SLOT_PIXELS = 20;
const MINUTE_PIXELS = SLOT_PIXELS / 15;
const QUARTER_MS = 900_000;
/** The hours beside the columns. */
const SIDEBAR_PIXELS = 61;

/**
 * The grid of a day (a column for each person) or of a person's week. The library draws the grid and hatches it, and moves what
 * is dragged; the appointments are a layer of our own over it.
 */
export function Schedule(props: ScheduleProps) {
  const { entity, view, date, columns, bookings, workingTime, offset, mayEdit } = props;
  const t = useTexts(CALENDAR);
  const language = useLanguage();
  const element = useRef<HTMLDivElement>(null);
  const calendar = useRef<Calendar>(undefined);
  const layer = useRef<AppointmentLayer>(undefined);
  /** What the calendar's own handlers need, as it is now. */
  const now = useRef(props);
  now.current = props;
  /** Those that were dropped somewhere, as they are there, until that is confirmed. */
  const [dropped, setDropped] = useState<ReadonlyMap<string, Booking>>(new Map());
  /** The grid places them, React draws into them. */
  const heads = useRef(new Map<string, HTMLElement>());

  const surroundings = useMemo(
    (): Surroundings => ({
      entity,
      isMovable: ({ status }) => mayEdit && status === "confirmed",
      words: Object.fromEntries(SIGN_NAMES.map((name) => [name, t(name)])) as Surroundings["words"],
      products: new Map(offersOf(entity).map(({ id, name }) => [id, name])),
    }),
    [entity, mayEdit, t],
  );
  const shown = useRef(surroundings);
  shown.current = surroundings;

  useEffect(() => {
    const bookingOf = (id: string) => now.current.bookings.find((booking) => booking.id === id);
    const settle = async ({ id, start, end, resourceIds }: Calendar.Event, isResized: boolean) => {
      const booking = bookingOf(String(id));
      if (booking === undefined) return;
      const [agentId = booking.agentId] = now.current.view === "day" ? resourceIds.map(String) : [];
      const [from, to] = [`${wallClock(start)}:00Z`, `${wallClock(end)}:00Z`];
      const isWhereItWas =
        localOf(from) === localOf(booking.start) &&
        localOf(to) === localOf(booking.end) &&
        agentId === booking.agentId;
      if (isWhereItWas) return;
      const moved = { ...booking, agentId, start: from, end: to };
      setDropped((before) => new Map(before).set(booking.id, moved));
      const wish = isResized
        ? { start: localOf(booking.start), durationMinutes: minutesBetween(from, to) }
        : { start: localOf(from), ...(agentId === booking.agentId ? {} : { agentId }) };
      await now.current.onMove(booking, wish);
      setDropped((before) => new Map([...before].filter(([id]) => id !== booking.id)));
    };

    /** An invisible likeness of what is pressed stands among the library's own events, so that it drags and stretches that. */
    let pressed: { readonly part: "whole" | "end"; readonly event: PointerEvent } | undefined;
    const grab = (id: string, part: "whole" | "end", event: PointerEvent) => {
      const booking = bookingOf(id);
      if (booking === undefined) return;
      pressed = { part, event };
      made.addEvent({
        id,
        resourceId: booking.agentId,
        start: `${localOf(booking.start)}:00`,
        end: `${localOf(booking.end)}:00`,
        classNames: [...classesOf(booking, now.current.entity), "likeness"],
      });
      const until = new AbortController();
      const release = ({ pointerId }: PointerEvent) => {
        // Another finger, or the ball of the hand.
        if (pointerId !== event.pointerId) return;
        until.abort();
        drawnLayer.lift(undefined);
        made.removeEventById(id);
      };
      window.addEventListener("pointerup", release, until);
      window.addEventListener("pointercancel", release, until);
    };
    const press = ({ event, el }: { event: Calendar.Event; el: HTMLElement }) => {
      if (pressed === undefined || event.display === "background") return;
      const target = pressed.part === "end" ? el.querySelector(".ec-resizer") : el;
      target?.dispatchEvent(new PointerEvent("pointerdown", pressed.event));
      pressed = undefined;
    };

    const made = createCalendar(element.current!, [ResourceTimeGrid, TimeGrid, Interaction], {
      headerToolbar: { start: "", center: "", end: "" },
      allDaySlot: false,
      nowIndicator: true,
      firstDay: 1,
      slotDuration: SLOT,
      snapDuration: SNAP,
      slotHeight: SLOT_PIXELS,
      // Narrower, nobody could read a name: a week on a telephone, or many people, are scrolled sideways.
      columnWidth: "minmax(96px, 1fr)",
      slotLabelFormat: { hour: "2-digit", minute: "2-digit" },
      // What is dragged says its time itself.
      eventTimeFormat: () => "",
      dayHeaderFormat: { weekday: "short", day: "numeric", month: "numeric" },
      slotEventOverlap: false,
      longPressDelay: 400,
      editable: true,
      dateClick: ({ date: clicked, resource }) => {
        const agentId = resource?.id ?? now.current.columns[0]?.id;
        if (now.current.mayEdit && agentId !== undefined) now.current.onPick(quarterOf(clicked), agentId);
      },
      eventDidMount: press,
      eventDragStart: ({ event }) => drawnLayer.lift(String(event.id)),
      eventResizeStart: ({ event }) => drawnLayer.lift(String(event.id)),
      eventDrop: ({ event }) => void settle(event, false),
      eventResize: ({ event }) => void settle(event, true),
      eventContent: ({ event }) => {
        const booking = bookingOf(String(event.id));
        // Without one it is hatched time, which says why.
        if (booking === undefined) return String(event.title);
        const moved = { ...booking, start: wallClock(event.start), end: wallClock(event.end) };
        const likeness = new AppointmentElement().show(moved, shown.current);
        return { domNodes: [...likeness.element.children] };
      },
      resourceLabelContent: ({ resource }) => ({ domNodes: [headIn(heads.current, String(resource.id))] }),
    } as Calendar.Options);
    calendar.current = made;
    const drawnLayer = new AppointmentLayer({ onOpen: (id) => now.current.onOpen(id), onGrab: grab });
    layer.current = drawnLayer;

    const mend = () => {
      mendRoles(element.current!, now.current.label);
      const place = element.current!.querySelector(".ec-events");
      if (place !== drawnLayer.element.parentNode) place?.append(drawnLayer.element);
    };
    mend();
    const changes = new MutationObserver((records) => {
      // Appointments are none of its business, also while one is dragged.
      const isGrid = ({ target }: MutationRecord) =>
        target instanceof Element && target.closest(".appointments,.ec-event") === null;
      if (records.some(isGrid)) mend();
    });
    changes.observe(element.current!, { childList: true, subtree: true });
    return () => {
      changes.disconnect();
      calendar.current = undefined;
      void destroyCalendar(made);
    };
  }, []);

  const [first, last] = useMemo(
    () => hoursShown([...bookings, ...(workingTime?.agents.flatMap((agent) => agent.workingTime) ?? [])]),
    [bookings, workingTime],
  );

  useEffect(() => {
    calendar.current
      ?.setOption("view", view === "day" ? "resourceTimeGridDay" : "timeGridWeek")
      .setOption("date", new Date(`${date}T00:00`))
      .setOption("locale", language === "de" ? "de-DE" : "en-GB")
      .setOption("timeZone" as "locale", offset)
      .setOption("slotMinTime", `${pad(first)}:00`)
      .setOption("slotMaxTime", `${pad(last)}:00`);
  }, [view, date, language, offset, first, last]);

  useEffect(() => {
    if (view === "day") return;
    // The library draws after this. A week that is wider than the screen begins with the day one comes from.
    window.setTimeout(() => {
      const main = element.current?.querySelector(".ec-main");
      const head = main?.querySelectorAll<HTMLElement>(".ec-col-head")[weekdayOf(date)];
      if (head !== undefined) main?.scrollTo({ left: head.offsetLeft - SIDEBAR_PIXELS });
    });
  }, [view, date]);

  useEffect(() => {
    calendar.current?.setOption(
      "resources",
      columns.map(({ id, name }) => ({ id, title: name })),
    );
  }, [columns]);

  useEffect(() => {
    const shown = new Set(columns.map(({ id }) => id));
    calendar.current?.setOption(
      "events",
      closedEvents(workingTime, shown, { view, date }).map((closed) => ({
        ...closed,
        display: "background" as const,
        classNames: [closed.kind === "closed" ? "closed-time" : "absent-time"],
        title: closed.title ?? (closed.kind === "absent" ? t("absent") : ""),
      })),
    );
  }, [workingTime, columns, view, date, t]);

  useEffect(() => {
    const places = gridColumns(
      view,
      view === "day" ? date : weekStart(date),
      columns.map(({ id }) => id),
    );
    /** Where it was dropped, until the answer comes: then it has another version. */
    const droppedOf = ({ id, version }: Booking) =>
      dropped.get(id)?.version === version ? dropped.get(id) : undefined;
    layer.current?.draw({
      boxes: layOut(
        bookings.map((booking) => droppedOf(booking) ?? booking),
        places,
      ),
      ...surroundings,
      isMovable: (booking) => surroundings.isMovable(booking) && droppedOf(booking) === undefined,
      columns: places.length,
      firstMinute: first * 60,
      minutePixels: MINUTE_PIXELS,
    });
  }, [bookings, dropped, columns, surroundings, view, date, first]);

  return (
    <>
      <div ref={element} className={props.isOver ? "schedule is-over" : "schedule"} />
      {view === "day"
        ? columns.map(({ id }) => createPortal(props.headOf(id), headIn(heads.current, id), id))
        : null}
    </>
  );
}

function headIn(heads: Map<string, HTMLElement>, agentId: string): HTMLElement {
  const head = heads.get(agentId) ?? document.createElement("span");
  heads.set(agentId, head);
  return head;
}
