import { afterEach, expect, it, vi } from "vitest";
import { Deadline } from "./deadline.ts";
import { Turns } from "./turns.ts";

/** Work that ends when it is told to, and a diary of what has begun and ended. */
function diary() {
  const entries: string[] = [];
  const work = (name: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const run = async () => {
      entries.push(`${name} begins`);
      try {
        return await promise;
      } finally {
        entries.push(`${name} ends`);
      }
    };
    return { run, resolve: () => resolve(name), reject: () => reject(new Error(name)) };
  };
  return { entries, work };
}

/** Long enough for every promise that can settle to have done so. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Of somebody who is in no hurry. */
const later = () => new Deadline(60_000);

afterEach(() => vi.useRealTimers());

it("one at a time per key, first come first served", async () => {
  const turns = new Turns();
  const { entries, work } = diary();
  const [a, b, c] = [work("a"), work("b"), work("c")];
  const all = [a, b, c].map(({ run }) => turns.take("key", later(), run));
  c.resolve();
  b.resolve();
  await settled();
  expect(entries).toEqual(["a begins"]);
  a.resolve();
  expect(await Promise.all(all)).toEqual(["a", "b", "c"]);
  expect(entries).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

it("different keys do not wait for each other", async () => {
  const turns = new Turns();
  const { entries, work } = diary();
  const [a, b] = [work("a"), work("b")];
  const waiting = turns.take("one", later(), a.run);
  b.resolve();
  expect(await turns.take("other", later(), b.run)).toBe("b");
  expect(entries).toEqual(["a begins", "b begins", "b ends"]);
  a.resolve();
  await waiting;
});

it("who fails gets the error, and the next one has its turn", async () => {
  const turns = new Turns();
  const { entries, work } = diary();
  const [a, b] = [work("a"), work("b")];
  const failing = turns.take("key", later(), a.run);
  const next = turns.take("key", later(), b.run);
  a.reject();
  b.resolve();
  await expect(failing).rejects.toThrow("a");
  expect(await next).toBe("b");
  expect(entries).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});

it("work that throws at once is an error like any other", async () => {
  const turns = new Turns();
  const thrown = turns.take("key", later(), () => {
    throw new Error("at once");
  });
  await expect(thrown).rejects.toThrow("at once");
  expect(await turns.take("key", later(), async () => 1)).toBe(1);
});

it("who comes when everybody is done begins at once", async () => {
  const turns = new Turns();
  for (let time = 0; time < 3; time += 1)
    expect(await turns.take("key", later(), async () => time)).toBe(time);
});

it("who comes while the last one ends still waits for it", async () => {
  const turns = new Turns();
  const { entries, work } = diary();
  const [a, b, c] = [work("a"), work("b"), work("c")];
  b.resolve();
  c.resolve();
  const first = turns.take("key", later(), a.run);
  const second = turns.take("key", later(), b.run).then(() => turns.take("key", later(), c.run));
  a.resolve();
  await Promise.all([first, second]);
  expect(entries).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

it("who waits until the deadline is told so then, never begins, and holds nobody up", async () => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
  const turns = new Turns();
  const { entries, work } = diary();
  const [a, b, c] = [work("a"), work("b"), work("c")];
  const first = turns.take("key", later(), a.run);
  const second = turns.take("key", new Deadline(1_000), b.run);
  const third = turns.take("key", later(), c.run);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await second).toBeUndefined();
  expect(entries).toEqual(["a begins"]);
  a.resolve();
  c.resolve();
  expect(await Promise.all([first, third])).toEqual(["a", "c"]);
  expect(entries).toEqual(["a begins", "a ends", "c begins", "c ends"]);
});

it("who is not done by the deadline is told so, and the next one still waits for the end", async () => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
  const turns = new Turns();
  const { entries, work } = diary();
  const [a, b] = [work("a"), work("b")];
  b.resolve();
  const first = turns.take("key", new Deadline(1_000), a.run);
  const second = turns.take("key", later(), b.run);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await first).toBeUndefined();
  expect(entries).toEqual(["a begins"]);
  a.reject();
  expect(await second).toBe("b");
  expect(entries).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});
