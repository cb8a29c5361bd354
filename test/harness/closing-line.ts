import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one line that counts: `123 passed, 0 failed`. */
// biome-ignore lint/style/noDefaultExport: Vitest loads reporters by their default export
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const skipped = count("skipped");
    const passed = `${count("passed")} passed, ${count("failed")} failed`;
    process.stdout.write(`\n${passed}${skipped === 0 ? "" : `, ${skipped} skipped`}\n`);
  }
}
