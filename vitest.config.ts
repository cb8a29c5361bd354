import { defineConfig } from "vitest/config";

/** What callers see and what must never happen: the same whatever keeps the data. */
const ON_EVERY_STORE = [
  "test/contract/**/*.test.ts",
  "test/{bad-input,isolation,races,rolling-restart,seed,telephony,thin-slice}.test.ts",
];

/** Longer than everything else, and seldom touched: `npm run soak:tests`. */
export const SOAK = "test/{postgres-pooler,migrate-store}.test.ts";

/** What measures how long something takes: beside others it would measure them. */
const ALONE = "test/{postgres-blocked-row,postgres-faults,postgres-limits}.test.ts";

// biome-ignore lint/style/noDefaultExport: Vitest wants one
export default defineConfig({
  test: {
    globalSetup: ["./test/harness/postgres-global-setup.ts", "./test/harness/web-global-setup.ts"],
    reporters: ["default", "./test/harness/closing-line.ts"],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Far more than anything takes: what a test waits for either comes or does not.
    expect: { poll: { timeout: 30_000 } },
    // What is loaded stays loaded for the next file: half of the time. No file leaves anything behind in a module.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "sqlite",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: [ALONE, SOAK],
          provide: { store: "sqlite" },
          // Vitest's own choice on two cores is one: much of the time is waiting for processes and disks.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: ON_EVERY_STORE,
          provide: { store: "postgres" },
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "alone",
          include: [ALONE],
          provide: { store: "sqlite" },
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
