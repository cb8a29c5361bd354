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
import { type ReactNode, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import type { Booking, WorkingTime } from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { nameOf } from "../../parts/names.ts";
import { clockOf, localOf, minutesBetween } from "../../time.ts";
import { bookingBadges } from "./booking-badges.ts";
import { closedEvents } from "./closed-time.ts";
import type { Column } from "./columns.ts";
import { tintOf } from "./offers.ts";
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

/** Below it an appointment has room for one line only. */
const SHORT_MINUTES = 30;

const SNAP = "00:05";
const SLOT = "00:15";
const QUARTER_MS = 900_000;

/** The grid of a day (a column for each person) or of a person's week. */
export function Schedule(props: ScheduleProps) {
  const { entity, view, date, columns, bookings, workingTime, offset, mayEdit } = props;
  const t = useTexts(CALENDAR);
  const language = useLanguage();
  const element = useRef<HTMLDivElement>(null);
  const calendar = useRef<Calendar>(undefined);
  /** What the calendar's own handlers need, as it is now. */
  const now = useRef(props);
  now.current = props;
  const byId = useRef<ReadonlyMap<string, Booking>>(new Map());
  const isDragging = useRef(false);
  /** The grid places them, React draws into them. */
  const heads = useRef(new Map<string, HTMLElement>());

  useEffect(() => {
    const bookingOf = (id: string) => byId.current.get(id);
    const settle = async (event: Calendar.Event, wish: MoveWish, revert: () => void) => {
      const booking = bookingOf(String(event.id));
      if (booking === undefined || !(await now.current.onMove(booking, wish))) revert();
    };
    const made = createCalendar(element.current!, [ResourceTimeGrid, TimeGrid, Interaction], {
      headerToolbar: { start: "", center: "", end: "" },
      allDaySlot: false,
      nowIndicator: true,
      firstDay: 1,
      slotDuration: SLOT,
      snapDuration: SNAP,
      slotHeight: 20,
      slotLabelFormat: { hour: "2-digit", minute: "2-digit" },
      // Each appointment says its time itself; the library's text, made for each, would never be seen.
      eventTimeFormat: () => "",
      dayHeaderFormat: { weekday: "short", day: "numeric", month: "numeric" },
      slotEventOverlap: false,
      longPressDelay: 400,
      eventClick: ({ event }) => now.current.onOpen(String(event.id)),
      dateClick: ({ date: clicked, resource }) => {
        const agentId = resource?.id ?? now.current.columns[0]?.id;
        if (now.current.mayEdit && agentId !== undefined) now.current.onPick(quarterOf(clicked), agentId);
      },
      eventDragStart: () => {
        isDragging.current = true;
      },
      eventDragStop: () => {
        isDragging.current = false;
      },
      eventDrop: ({ event, revert, newResource }) => {
        const wish = { start: wallClock(event.start), ...(newResource ? { agentId: newResource.id } : {}) };
        void settle(event, wish, revert);
      },
      eventResize: ({ event, revert }) => {
        const booking = bookingOf(String(event.id));
        const minutes = minutesBetween(`${wallClock(event.start)}:00Z`, `${wallClock(event.end)}:00Z`);
        void settle(event, { start: booking && localOf(booking.start), durationMinutes: minutes }, revert);
      },
      eventContent: ({ event }) => {
        const booking = bookingOf(String(event.id));
        // Without one it is hatched time, which says why.
        if (booking === undefined) return String(event.title);
        return { domNodes: contentOf(booking, now.current.entity) };
      },
      resourceLabelContent: ({ resource }) => ({ domNodes: [headIn(heads.current, String(resource.id))] }),
    } as Calendar.Options);
    calendar.current = made;
    const roles = new MutationObserver((changes) => {
      // While an appointment is dragged, only its own text changes, with every movement of the mouse.
      if (changes.every(({ target }) => (target as Element).closest(".ec-event") !== null)) return;
      mendRoles(element.current!, now.current.label);
    });
    roles.observe(element.current!, { childList: true, subtree: true });
    return () => {
      roles.disconnect();
      calendar.current = undefined;
      void destroyCalendar(made);
    };
  }, []);

  useEffect(() => {
    const [first, last] = hoursShown(bookings, workingTime);
    calendar.current
      ?.setOption("view", view === "day" ? "resourceTimeGridDay" : "timeGridWeek")
      .setOption("date", new Date(`${date}T00:00`))
      .setOption("locale", language === "de" ? "de-DE" : "en-GB")
      .setOption("timeZone" as "locale", offset)
      .setOption("slotMinTime", `${pad(first)}:00`)
      .setOption("slotMaxTime", `${pad(last)}:00`)
      .setOption("editable", mayEdit);
  }, [view, date, language, offset, mayEdit, bookings, workingTime]);

  useEffect(() => {
    calendar.current?.setOption(
      "resources",
      columns.map(({ id, name }) => ({ id, title: name })),
    );
  }, [columns]);

  useEffect(() => {
    byId.current = new Map(bookings.map((booking) => [booking.id, booking]));
    // What is being dragged stays under the finger; the next change of the data shows the rest.
    if (isDragging.current) return;
    const shown = new Set(columns.map(({ id }) => id));
    const events: Calendar.EventInput[] = bookings
      .filter(({ agentId }) => shown.has(agentId))
      .map((booking) => ({
        id: booking.id,
        resourceId: booking.agentId,
        start: `${localOf(booking.start)}:00`,
        end: `${localOf(booking.end)}:00`,
        title: nameOf(booking.participant),
        editable: booking.status === "confirmed" && mayEdit,
        classNames: [
          "booking",
          `tint-${tintOf(entity, booking.appointmentTypeId)}`,
          ...(minutesBetween(booking.start, booking.end) < SHORT_MINUTES ? ["is-short"] : []),
          ...(booking.status === "cancelled" ? ["is-cancelled"] : []),
          ...(booking.noShow ? ["is-no-show"] : []),
        ],
      }));
    calendar.current?.setOption("events", [
      ...events,
      ...closedEvents(workingTime, shown, { view, date }).map((closed) => ({
        ...closed,
        display: "background" as const,
        classNames: [closed.kind === "closed" ? "closed-time" : "absent-time"],
        title: closed.title ?? (closed.kind === "absent" ? t("absent") : ""),
      })),
    ]);
  }, [bookings, workingTime, columns, entity, mayEdit, view, date, t]);

  return (
    <>
      <div ref={element} className="schedule" />
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

const TABLE_ROLES = ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"]
  .map((role) => `[role="${role}"]`)
  .join(",");

/**
 * The grid says to screen readers that it is a table, and is none: its appointments stand beside the cells, not in them.
 * What remains is a region that can be scrolled by keyboard, with a button for each appointment.
 */
function mendRoles(element: HTMLElement, label: string): void {
  for (const part of element.querySelectorAll(TABLE_ROLES)) {
    for (const name of ["role", "aria-colindex", "aria-rowindex", "aria-colcount", "aria-rowcount"]) {
      part.removeAttribute(name);
    }
  }
  const main = element.querySelector(".ec-main");
  if (main === null || main.hasAttribute("tabindex")) return;
  main.setAttribute("tabindex", "0");
  main.setAttribute("role", "region");
  main.setAttribute("aria-label", label);
}

/** First and last hour of the grid: when somebody works or has an appointment, and a little around it. */
function hoursShown(bookings: readonly Booking[], workingTime: WorkingTime | undefined): [number, number] {
  const times = [...bookings, ...(workingTime?.agents.flatMap((agent) => agent.workingTime) ?? [])];
  const starts = times.map(({ start }) => Number(clockOf(start).slice(0, 2)));
  const ends = times.map(({ start, end }) =>
    end.slice(0, 10) > start.slice(0, 10) ? 24 : Math.ceil(Number(clockOf(end).replace(":", "")) / 100),
  );
  return [Math.max(0, Math.min(8, ...starts)), Math.min(24, Math.max(18, ...ends))];
}

function contentOf(booking: Booking, entity: Entity): Node[] {
  const line = (className: string, text: string) => {
    const node = document.createElement("div");
    node.className = className;
    node.textContent = text;
    return node;
  };
  const product = entity.appointmentTypes
    .flatMap((type) => type.products)
    .find(({ id }) => id === booking.productId);
  const head = line("booking-head", "");
  const name = document.createElement("span");
  name.className = "booking-name";
  name.textContent = nameOf(booking.participant);
  head.append(name, ...bookingBadges(booking));
  return [
    head,
    line(
      "booking-what",
      `${clockOf(booking.start)}–${clockOf(booking.end)} ${product?.name ?? booking.name}`,
    ),
  ];
}
