import { AppointmentElement, type Surroundings } from "./appointment-element.ts";
import type { Box } from "./appointment-layout.ts";

export interface LayerEvents {
  readonly onOpen: (bookingId: string) => void;
  /** One was pressed that may be moved: at its lower edge, or anywhere else. */
  readonly onGrab: (bookingId: string, part: "whole" | "end", event: PointerEvent) => void;
}

export interface LayerState extends Surroundings {
  readonly boxes: readonly Box[];
  readonly columns: number;
  /** Of the grid's upper edge, since midnight. */
  readonly firstMinute: number;
  readonly minutePixels: number;
}

/** Between an appointment and the next column, where one can click at the time beside it. */
const GAP_PIXELS = 6;

/** As schedule.css has them: above and below the lines, and each of them. */
const PADDING_PIXELS = 4;
const LINE_PIXELS = 15.6;

/**
 * The appointments over the grid. They are not the library's own events: it makes each of them anew with every change, and
 * four hundred took it half a second. Here one day's elements become the next day's, and what is the same is not touched.
 */
export class AppointmentLayer {
  readonly element = document.createElement("div");
  /** By booking and column. */
  private drawn: ReadonlyMap<string, AppointmentElement> = new Map();
  /** Whose appointment the mouse went down on: by the time it goes up, the element may be another's. */
  private pressedId: string | undefined;

  constructor({ onOpen, onGrab }: LayerEvents) {
    this.element.className = "appointments";
    this.element.addEventListener("click", (event) => {
      const booking = bookingAt(event);
      // What no mouse made is of a reader or a keyboard, which press nothing.
      if (booking !== null && (event.detail === 0 || idOf(booking) === this.pressedId)) onOpen(idOf(booking));
    });
    this.element.addEventListener("keydown", (event) => {
      const booking = bookingAt(event);
      if (booking === null || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      onOpen(idOf(booking));
    });
    this.element.addEventListener("pointerdown", (event) => {
      const booking = bookingAt(event);
      if (booking === null || event.button !== 0 || !event.isPrimary) return;
      this.pressedId = idOf(booking);
      if (!booking.classList.contains("is-movable")) return;
      onGrab(idOf(booking), isAtEdge(booking, event) ? "end" : "whole", event);
    });
  }

  draw({ boxes, columns, firstMinute, minutePixels, ...surroundings }: LayerState): void {
    const keyOf = ({ booking, column }: Box) => `${booking.id} ${column}`;
    const wanted = new Set(boxes.map(keyOf));
    const gone = [...this.drawn].filter(([key]) => !wanted.has(key)).map(([, appointment]) => appointment);
    const focused = this.element.querySelector<HTMLElement>(":focus");
    // Whoever is about to press Enter means this one, and not whose element it becomes.
    const spare = gone.filter(({ element }) => element !== focused).reverse();
    const drawn = new Map<string, AppointmentElement>();
    for (const box of boxes) {
      const { booking, column, from, to, lane, lanes } = box;
      const key = keyOf(box);
      const appointment = this.drawn.get(key) ?? spare.pop() ?? new AppointmentElement();
      drawn.set(key, appointment.show(booking, surroundings, lanes > 1));
      const width = 100 / columns / lanes;
      const height = (to - from) * minutePixels;
      appointment.place(
        `left:${(100 * column) / columns + width * lane}%;width:calc(${width}% - ${GAP_PIXELS}px);` +
          `top:${(from - firstMinute) * minutePixels}px;height:${height}px;--lines:${linesIn(height)}`,
      );
    }
    const used = new Set(drawn.values());
    for (const appointment of gone) if (!used.has(appointment)) appointment.element.remove();
    // Who goes through them by keyboard or ear does so in this order.
    let next = this.element.firstChild;
    for (const { element } of used) {
      if (element === next) next = next.nextSibling;
      else this.element.insertBefore(element, next);
    }
    // Who is put elsewhere loses it.
    if (focused?.isConnected) focused.focus({ preventScroll: true });
    this.drawn = drawn;
  }

  /** While its likeness is dragged, it stays faintly where it was. */
  lift(bookingId: string | undefined): void {
    for (const booking of this.element.children) {
      booking.classList.toggle("is-lifted", idOf(booking as HTMLElement) === bookingId);
    }
  }
}

const linesIn = (height: number) => Math.max(1, Math.floor((height - PADDING_PIXELS) / LINE_PIXELS));

/** The lower edge, as schedule.css shows it to the mouse. */
const EDGE_PIXELS = 8;

function isAtEdge(booking: HTMLElement, { clientY }: PointerEvent): boolean {
  const { bottom, height } = booking.getBoundingClientRect();
  return bottom - clientY < Math.min(EDGE_PIXELS, height / 2);
}

const bookingAt = ({ target }: Event) => (target as Element).closest<HTMLElement>(".booking");
const idOf = (booking: HTMLElement) => booking.getAttribute("data-booking")!;
