import { mkdirSync } from "node:fs";
import { chown } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { BUSY_PRACTICE } from "./harness/busy-practice.ts";
import { newCaller } from "./harness/callers.ts";
import { postgresPractice } from "./harness/postgres-practice.ts";
import { startPostgres, UNPRIVILEGED } from "./harness/postgres-server.ts";
import { startServerProcess } from "./harness/server-process.ts";
import { mountSmallDisk, smallDiskFault } from "./harness/small-disk.ts";
import { WebhookClient, type WireAnswer, type WireSlot } from "./harness/webhook-client.ts";

/** An empty database is 8 MB. */
const DISK_MB = 24;
const DEADLINE_MS = 5_000;
const RECOVERED_WITHIN_MS = 1_000;

/** Free places in pages that are there already take some bookings still; each needs several kinds of rows. */
const MOST_BOOKINGS_UNTIL_FULL = 150;
const REFUSALS = 5;

const TALK = { appointmentTypeId: "talk", productId: "t30", agentId: "bob" };

const fault = smallDiskFault();

describe.skipIf(fault !== undefined)(
  `a full disk${fault === undefined ? "" : ` (not run: ${fault})`}`,
  () => {
    it("bookings are refused as unavailable, slots answered, nothing acknowledged is lost, and it recovers", async () => {
      const disk = mountSmallDisk(DISK_MB);
      onTestFinished(() => disk.remove());
      const postgres = await startPostgres();
      onTestFinished(() => postgres.remove());
      const practice = await postgresPractice(postgres.url, BUSY_PRACTICE);
      onTestFinished(() => practice.remove());
      await moveTo(join(disk.folder, "tablespace"), postgres.url, practice.url);
      const server = await startServerProcess(practice.data, ["--requests-per-minute", "0"], {
        DATABASE_URL: practice.url,
      });
      onTestFinished(() => server.kill());
      const bot = new WebhookClient(server.address, practice.key);
      const slots = await slotsOfManyDays(bot);
      const acknowledged: string[] = [];
      const book = async () => {
        const began = performance.now();
        const answer = await bot.call("bookAppointment", bookRequest(slots.shift()!));
        expect(performance.now() - began).toBeLessThan(DEADLINE_MS);
        if (answer.status === 200) acknowledged.push(answer.body.bookingId);
        return answer;
      };
      expect(await book()).toMatchObject({ status: 200 });

      disk.fill();
      const refused: WireAnswer[] = [];
      for (let tries = 0; refused.length < REFUSALS && tries < MOST_BOOKINGS_UNTIL_FULL; tries += 1) {
        const answer = await book();
        if (answer.status !== 200) refused.push(answer);
      }
      expect(refused).toHaveLength(REFUSALS);
      for (const answer of refused)
        expect(answer).toMatchObject({ status: 503, body: { code: "unavailable" } });
      expect(await bot.call("getSlots", { ...TALK, dateTime: "morgen" })).toMatchObject({ status: 200 });
      expect(server.errors()).toContain("No space left on device");

      disk.free();
      const freeAt = performance.now();
      expect(await book()).toMatchObject({ status: 200 });
      expect(performance.now() - freeAt).toBeLessThan(RECOVERED_WITHIN_MS);
      const { bookings, faults } = await practice.audit();
      expect(faults).toEqual([]);
      expect(bookings.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
    });
  },
);

/** The practice's database to that folder; the log of writes stays where it is. */
async function moveTo(folder: string, serverUrl: string, databaseUrl: string): Promise<void> {
  mkdirSync(folder);
  await chown(folder, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`create tablespace small location '${folder}'`);
    await client.query(`alter database ${new URL(databaseUrl).pathname.slice(1)} set tablespace small`);
  } finally {
    await client.end();
  }
}

async function slotsOfManyDays(bot: WebhookClient): Promise<WireSlot[]> {
  const [soonest] = await bot.slots({ ...TALK, dateTime: "morgen" });
  const first = Temporal.PlainDate.from(soonest!.slotStart.slice(0, 10));
  const days = [1, 2, 3, 4, 5, 6].map((day) => first.add({ days: day }).toString());
  return (await Promise.all(days.map((dateTime) => bot.slots({ ...TALK, dateTime })))).flat();
}

function bookRequest(slot: WireSlot): object {
  const { appointmentTypeId, productId } = TALK;
  return { appointmentTypeId, productId, slotId: slot.avId, start: slot.slotStart, booker: newCaller() };
}
