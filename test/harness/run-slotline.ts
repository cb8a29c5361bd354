import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../bin/slotline.js", import.meta.url));

export interface CommandResult {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs `slotline …` as its own process, as a person would. */
export async function runSlotline(
  args: readonly string[],
  {
    cwd,
    environment = {},
    input,
  }: { cwd?: string; environment?: Record<string, string>; input?: string } = {},
): Promise<CommandResult> {
  return await new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [COMMAND, ...args],
      // biome-ignore lint/style/noProcessEnv: a child needs the PATH it is started with
      { cwd, env: { ...process.env, ...environment } },
      (error, output, errors) => {
        const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        resolve({ exitCode, output, errors });
      },
    );
    if (input !== undefined) child.stdin?.end(input);
  });
}
