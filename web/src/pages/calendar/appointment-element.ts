import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";
import { nameOf } from "../../parts/names.ts";
import { clockOf, minutesBetween } from "../../time.ts";
import { type BookingSign, bookingSigns } from "./booking-signs.ts";
import { tintOf } from "./offers.ts";

/** Below it an appointment has room for one line only. */
const SHORT_MINUTES = 30;

/** What is the same for all appointments of a screen. */
export interface Surroundings {
  readonly entity: Entity;
  readonly isMovable: (booking: Booking) => boolean;
  /** Of the signs. */
  readonly words: Readonly<Record<BookingSign["name"], string>>;
  /** By id. */
  readonly products: ReadonlyMap<string, string>;
}

const TEMPLATE = document.createElement("template");
TEMPLATE.innerHTML = `<div role="button" tabindex="0"
  ><div class="booking-head"><span class="booking-name"></span></div><div class="booking-what"><span></span> <span class="booking-product"></span></div></div>`;

/** An appointment in the grid. What it shows can become another's: only what differs is written. */
export class AppointmentElement {
  readonly element = TEMPLATE.content.firstElementChild!.cloneNode(true) as HTMLElement;
  private readonly head = this.element.firstElementChild!;
  private readonly name = this.head.firstElementChild!;
  private readonly time = this.head.nextElementSibling!.firstElementChild!;
  private readonly product = this.time.nextElementSibling!;
  private readonly shown = new Map<string, string>();

  show(
    booking: Booking,
    { entity, isMovable, words, products }: Surroundings,
    /** Of the column's width. */
    isShared = false,
  ): this {
    const product = products.get(booking.productId) ?? booking.name;
    const time = `${clockOf(booking.start)}–${clockOf(booking.end)}`;
    const classes = [
      ...classesOf(booking, entity),
      ...(isMovable(booking) ? ["is-movable"] : []),
      ...(isShared ? ["is-shared"] : []),
    ];
    const signs = bookingSigns(booking);
    this.write("id", booking.id, (id) => this.element.setAttribute("data-booking", id));
    this.write("class", classes.join(" "), (names) => this.element.setAttribute("class", names));
    this.write("name", nameOf(booking.participant), (name) => this.name.replaceChildren(name));
    this.write("time", time, (shown) => this.time.replaceChildren(shown));
    this.write("product", product, (shown) => this.product.replaceChildren(shown));
    this.write("signs", signs.map(({ sign, name }) => sign + words[name]).join(""), () =>
      this.head.replaceChildren(this.name, ...signs.flatMap((sign) => [" ", badge(sign, words)])),
    );
    return this;
  }

  place(style: string): void {
    this.write("place", style, () => {
      this.element.style.cssText = style;
    });
  }

  private write(what: string, value: string, write: (value: string) => void): void {
    if (this.shown.get(what) === value) return;
    this.shown.set(what, value);
    write(value);
  }
}

function badge({ sign, name }: BookingSign, words: Surroundings["words"]): Node {
  const element = document.createElement("span");
  const word = words[name];
  element.className = "booking-badge";
  element.textContent = sign;
  element.title = word;
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", word);
  return element;
}

/** How an appointment looks; also while it is dragged. */
export function classesOf(booking: Booking, entity: Entity): string[] {
  return [
    "booking",
    `tint-${tintOf(entity, booking.appointmentTypeId)}`,
    ...(minutesBetween(booking.start, booking.end) < SHORT_MINUTES ? ["is-short"] : []),
    ...(booking.status === "cancelled" ? ["is-cancelled"] : []),
    ...(booking.noShow ? ["is-no-show"] : []),
  ];
}
