import type { WeeklyHours } from "../../../../src/staff-api/wire-types.ts";
import type { Language } from "../../i18n.ts";

export interface ServiceExample {
  readonly name: Readonly<Record<Language, string>>;
  readonly minutes: number;
  readonly price: number;
}

export const TRADES = ["physio", "hair", "garage", "doctor", "beauty", "other"] as const;
export type Trade = (typeof TRADES)[number];

const service = (de: string, en: string, minutes: number, price: number): ServiceExample => ({
  name: { de, en },
  minutes,
  price,
});

/** What businesses of a trade most often offer; prices are a place to start from. */
export const SERVICES_OF: Readonly<Record<Trade, readonly ServiceExample[]>> = {
  physio: [
    service("Krankengymnastik", "Physiotherapy", 20, 28.5),
    service("Manuelle Therapie", "Manual therapy", 20, 34),
    service("Massage", "Massage", 30, 45),
    service("Manuelle Lymphdrainage", "Lymphatic drainage", 45, 52),
    service("Erstbefund", "First assessment", 40, 60),
  ],
  hair: [
    service("Herrenhaarschnitt", "Men’s haircut", 30, 28),
    service("Damenhaarschnitt, Waschen und Föhnen", "Women’s haircut, wash and blow-dry", 60, 52),
    service("Kinderhaarschnitt", "Children’s haircut", 30, 18),
    service("Färben", "Colour", 90, 75),
    service("Strähnen", "Highlights", 120, 95),
  ],
  garage: [
    service("Inspektion", "Service", 120, 180),
    service("Reifenwechsel", "Tyre change", 45, 40),
    service("Ölwechsel", "Oil change", 45, 90),
    service("Hauptuntersuchung (HU/AU)", "Roadworthiness test", 60, 140),
    service("Fehlersuche", "Diagnosis", 60, 80),
  ],
  doctor: [
    service("Sprechstunde", "Consultation", 15, 0),
    service("Akutsprechstunde", "Urgent consultation", 10, 0),
    service("Vorsorgeuntersuchung", "Check-up", 30, 0),
    service("Blutabnahme", "Blood test", 10, 0),
    service("Impfung", "Vaccination", 10, 0),
  ],
  beauty: [
    service("Gesichtsbehandlung", "Facial", 60, 65),
    service("Maniküre", "Manicure", 45, 35),
    service("Pediküre", "Pedicure", 45, 40),
    service("Wimpern und Brauen färben", "Lash and brow tint", 30, 25),
    service("Waxing", "Waxing", 30, 30),
  ],
  other: [service("Beratung", "Consultation", 30, 0)],
};

const days = (names: readonly string[], hours: readonly string[]): WeeklyHours =>
  Object.fromEntries(names.map((name) => [name, hours]));
const WORKDAYS = ["mon", "tue", "wed", "thu", "fri"];

/** Where its weekly hours begin. */
export const HOURS_OF: Readonly<Record<Trade, WeeklyHours>> = {
  physio: days(WORKDAYS, ["08:00-18:00"]),
  hair: { ...days(["tue", "wed", "thu", "fri"], ["09:00-18:00"]), sat: ["09:00-14:00"] },
  garage: days(WORKDAYS, ["08:00-17:00"]),
  doctor: {
    ...days(["mon", "tue", "thu"], ["08:00-12:00", "14:00-18:00"]),
    ...days(["wed", "fri"], ["08:00-12:00"]),
  },
  beauty: days(WORKDAYS, ["09:00-18:00"]),
  other: days(WORKDAYS, ["09:00-17:00"]),
};

const KEPT_AS = "slotline.trade";

/** What was chosen in the first step; it only proposes, so the browser may keep it. */
export function keptTrade(): Trade | undefined {
  const kept = localStorage.getItem(KEPT_AS);
  return TRADES.find((trade) => trade === kept);
}

export function keepTrade(trade: Trade): void {
  localStorage.setItem(KEPT_AS, trade);
}
