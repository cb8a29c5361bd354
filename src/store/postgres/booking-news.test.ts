import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../test/harness/postgres-database.ts";
import { BookingNews } from "./booking-news.ts";
import { Database } from "./database.ts";
import { migrate } from "./migrate.ts";

let fresh: FreshDatabase;
let databases: Database[];
let here: BookingNews;
let there: BookingNews;

beforeEach(async () => {
  fresh = await freshDatabase();
  databases = [new Database(fresh.url), new Database(fresh.url)];
  await migrate(databases[0]!);
  here = new BookingNews(fresh.url, databases[0]!);
  there = new BookingNews(fresh.url, databases[1]!);
});

afterEach(async () => {
  await here.close();
  await there.close();
  for (const database of databases) await database.close();
  await fresh.drop();
});

const markWhenHearing = (news: BookingNews) =>
  expect.poll(() => news.markOf("acc"), { timeout: 10_000, interval: 20 }).toBeDefined();

it("has no mark before it is sure to hear of others, then the same one while nothing changes", async () => {
  expect(here.markOf("acc")).toBeUndefined();
  await markWhenHearing(here);
  const mark = here.markOf("acc");
  expect(here.markOf("acc")).toBe(mark);
  expect(here.markOf("other")).not.toBe(mark);
});

it("has another mark when a change was told of, here at once and elsewhere a moment later", async () => {
  await markWhenHearing(here);
  await markWhenHearing(there);
  const marks = [here.markOf("acc"), there.markOf("acc"), there.markOf("other")];
  await there.tell("acc");
  expect(there.markOf("acc")).not.toBe(marks[1]);
  await expect.poll(() => here.markOf("acc") === marks[0], { interval: 5, timeout: 500 }).toBe(false);
});

it("has other news after each change, here and elsewhere, and not because time passes", async () => {
  await markWhenHearing(here);
  await markWhenHearing(there);
  const [marks, news] = [new Set<unknown>(), new Set<unknown>()];
  const look = () => {
    marks.add(here.markOf("acc"));
    news.add(here.newsOf("acc"));
    return marks.size;
  };
  await expect.poll(look, { timeout: 10_000, interval: 100 }).toBe(4);
  // A half minute may have ended on the way.
  expect(news.size).toBeLessThan(3);
  const [mine, theirs] = [here.newsOf("acc"), there.newsOf("acc")];
  await here.tell("acc");
  expect(here.newsOf("acc")).not.toBe(mine);
  await expect.poll(() => there.newsOf("acc") !== theirs, { timeout: 10_000 }).toBe(true);
});

it("tells nobody once it has long heard nobody else, and everybody as soon as it hears somebody", async () => {
  const told = vi.spyOn(databases[0]!, "rows");
  const telling = async () => {
    told.mockClear();
    const mark = here.markOf("acc");
    await here.tell("acc");
    expect(here.markOf("acc")).not.toBe(mark);
    return told.mock.calls.some(([, [accounts]]) => String(accounts) === "acc");
  };
  await markWhenHearing(here);
  expect(await telling()).toBe(true);
  await expect.poll(telling, { timeout: 10_000 }).toBe(false);
  await markWhenHearing(there);
  const before = there.markOf("acc");
  expect(await telling()).toBe(true);
  await expect.poll(() => there.markOf("acc") === before, { interval: 5, timeout: 500 }).toBe(false);
});

it("tells of many accounts at once, each of them heard", async () => {
  await markWhenHearing(here);
  const accounts = Array.from({ length: 50 }, (_, index) => `acc-${index}`);
  const marks = new Map(accounts.map((account) => [account, here.markOf(account)]));
  await Promise.all(accounts.map((account) => there.tell(account)));
  await wait(100);
  for (const account of accounts) expect(here.markOf(account)).not.toBe(marks.get(account));
});

it("has no mark that is older than a second, for news that a process took with it when it died", async () => {
  await markWhenHearing(here);
  const mark = here.markOf("acc");
  await wait(1_100);
  expect(here.markOf("acc")).not.toBe(mark);
});

it("has no mark while the database is out of reach, and one again when it is back", async () => {
  await markWhenHearing(here);
  const drop = new Database(fresh.url);
  await drop.execute(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'slotline news'",
  );
  await drop.close();
  await expect.poll(() => here.markOf("acc"), { timeout: 5_000, interval: 5 }).toBeUndefined();
  await markWhenHearing(here);
});
