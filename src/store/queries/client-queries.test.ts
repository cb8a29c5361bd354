import { expect, it } from "vitest";
import { postgresQueries } from "../postgres/database.ts";
import { client } from "../store-under-test.fixture.ts";
import { saveClientQueries } from "./client-queries.ts";

it("clients are written hundreds at a time: each statement is a round trip that everybody else waits for", () => {
  const clients = Array.from({ length: 2_001 }, (_, index) => client(`one-${index}`));
  expect([...saveClientQueries(postgresQueries, "acc", clients, 1)].length).toBeLessThanOrEqual(5);
  expect([...saveClientQueries(postgresQueries, "acc", [], 1)]).toEqual([]);
});
