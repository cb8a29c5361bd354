import { defineConfig } from "vitest/config";
import { SOAK } from "./vitest.config.ts";

// biome-ignore lint/style/noDefaultExport: Vitest wants one
export default defineConfig({
  test: {
    globalSetup: "./test/harness/postgres-global-setup.ts",
    reporters: ["default", "./test/harness/closing-line.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    include: [SOAK],
    provide: { store: "sqlite" },
    maxWorkers: 1,
  },
});
