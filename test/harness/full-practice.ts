import { type DeskUnderTest, startDesk } from "./desk-under-test.ts";
import { freshFolder } from "./fresh-place.ts";
import { scriptOf } from "./staff-client.ts";

/** As full as a screen gets: ten people with an appointment every quarter of an hour from eight to six. */
export const PEOPLE = 10;
const EACH = 40;
export const BOOKINGS_A_DAY = PEOPLE * EACH;

const HOURS = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, ["08:00-18:00"]]),
);
const AGENTS = Array.from({ length: PEOPLE }, (_, at) => ({
  id: `agent${at}`,
  firstname: "Jo",
  lastname: `Nummer ${at + 1}`,
}));
const FILE = JSON.stringify({
  account: { id: "acc-full", name: "Poliklinik am Markt" },
  entities: [
    {
      id: "full",
      name: "Poliklinik am Markt",
      timezone: "Europe/Berlin",
      country: "DE",
      hours: HOURS,
      agents: AGENTS,
      appointmentTypes: ["Beratung", "Blutabnahme", "Massage"].map((name, at) => ({
        id: `type${at}`,
        name,
        agents: AGENTS.map(({ id }) => id),
        products: [{ id: `product${at}`, name, durationMinutes: 15, price: 20 }],
      })),
    },
  ],
});

/** A desk whose calendar is full on those dates; on `quiet` each person has one appointment. */
export async function startFullDesk(dates: readonly string[], quiet?: string): Promise<DeskUnderTest> {
  const desk = await startDesk({ files: [FILE], at: freshFolder() });
  const script = await scriptOf(desk, "acc-full");
  // One person's appointments one after the other: who is booked at the same moment twice has to be read again.
  await Promise.all(
    AGENTS.map(async ({ id }, person) => {
      for (const date of quiet === undefined ? dates : [...dates, quiet]) {
        for (let at = 0; at < (date === quiet ? 1 : EACH); at += 1) {
          const clock = `${String(8 + Math.floor(at / 4)).padStart(2, "0")}:${String((at % 4) * 15).padStart(2, "0")}`;
          await script.must(
            script.post("/bookings", {
              productId: `product${(person + at) % 3}`,
              agentId: id,
              start: `${date}T${clock}`,
              booker: { firstname: "Anna", lastname: `Gast ${person}-${at}` },
            }),
          );
        }
      }
    }),
  );
  return desk;
}
