import { defineConfig } from "vitest/config";

// biome-ignore lint/style/noDefaultExport: Vitest wants one
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "./test/harness/postgres-global-setup.ts",
    reporters: ["default", "./test/harness/closing-line.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
