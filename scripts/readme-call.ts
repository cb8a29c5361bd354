import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { databaseFile } from "../src/places.ts";
import { MONDAY_MORNING, startDesk } from "../test/harness/desk-under-test.ts";
import { freshFolder } from "../test/harness/fresh-place.ts";

const README = new URL("../README.md", import.meta.url);
const BEGIN = "<!-- One whole call: made by `npm run generate`, checked by `npm test` -->";
const END = "<!-- End of the call -->";

/** Any fixed key will do: slot ids, and with them the README, would differ at each generation otherwise. */
const SLOT_KEY = "000102030405060708090a0b0c0d0e0f";

const BERND = { firstname: "Bernd", lastname: "Zweiter", phone: "0341 9998887" };
const ERIKA = { firstname: "Erika", lastname: "Musterfrau", phone: "0341 2223344" };

/** The README with its call as the server answers it today. */
export async function readmeWithCall(): Promise<string> {
  const readme = readFileSync(README, "utf8");
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md has no place for the call: ${BEGIN} … ${END}`);
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${await wholeCall()}\n${readme.slice(end)}`;
}

export async function generateReadme(): Promise<void> {
  writeFileSync(README, await readmeWithCall());
}

/** Each request of a caller who books (and of one who comes too late), comes back and cancels, as a `curl` line with its real answer. */
async function wholeCall(): Promise<string> {
  const desk = await startDesk({ now: MONDAY_MORNING, at: freshFolder() });
  try {
    fixSlotKey(desk.data);
    const lines: string[] = [];
    const show = (action: string, members: object, answer: string) => {
      const request = JSON.stringify({ action, ...members });
      lines.push(`\`\`\`sh\ncurl -s $WEBHOOK -d '${request}'\n\`\`\`\n\n\`\`\`json\n${answer}\n\`\`\`\n`);
    };
    const ask = async (action: string, members: object) => {
      const answer = await desk.bot.must(action, members);
      show(action, members, pretty(answer));
      return answer;
    };
    const askInVain = async (action: string, members: object) => {
      const { body } = await desk.bot.call(action, members);
      show(action, members, pretty(body));
    };
    const { entityId } = await ask("getEntityForSipId", { sipId: "+49 341 1234567" });
    await ask("getBusinessName", { entityId });
    const [{ id: appointmentTypeId }] = await ask("getAppointmentTypes", { entityId });
    const [, { id: agentId }] = await ask("getAgents", { entityId, appointmentTypeId });
    const [{ id: productId }] = await ask("getProducts", { entityId, appointmentTypeId });
    const wish = { appointmentTypeId, agentId, productId };
    const dateTime = "2026-12-03T19:00:00.000+01:00";
    const [slot] = await ask("getSlots", { ...wish, dateTime, timezone: "Europe/Berlin" });
    await ask("getRequiredInfo", { productId });
    const { avId: slotId, slotStart: start } = slot;
    await ask("bookAppointment", { appointmentTypeId, productId, slotId, start, booker: ERIKA });
    const { lastname, phone } = ERIKA;
    const [client] = await ask("findExistingUser", { participant: { lastname, phone } });
    const [booking] = await ask("findExistingBooking", { id: client.id });
    await askInVain("bookAppointment", { appointmentTypeId, productId, slotId, start, booker: BERND });
    await ask("cancelAppointment", {
      bookingId: booking.bookingId,
      slotId: booking.slotId,
      start: booking.start,
    });
    return lines.join("\n");
  } finally {
    await desk.stop();
  }
}

/** One list item a line, and one member of a problem, as wide as they are: readable without filling the page. */
function pretty(answer: unknown): string {
  if (!Array.isArray(answer)) {
    const { alternatives, ...rest } = answer as { alternatives?: object[] };
    const members = Object.entries(rest).map(
      ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
    );
    if (alternatives === undefined) return `{${members.join(",")}}`;
    return `{\n  ${[...members, `"alternatives":${pretty(alternatives).replaceAll("\n", "\n  ")}`].join(",\n  ")}\n}`;
  }
  return `[\n${answer.map((item) => `  ${JSON.stringify(item)}`).join(",\n")}\n]`;
}

function fixSlotKey(data: string): void {
  const database = new DatabaseSync(databaseFile(data));
  database.prepare("update accounts set slot_key = ?, config_version = config_version + 1").run(SLOT_KEY);
  database.close();
}
