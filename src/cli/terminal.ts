/** The command could not do what was asked; nothing was changed. */
export class CommandFailed extends Error {
  /** What to do next, in one sentence. */
  readonly next: string | undefined;
  readonly exitCode: number;
  /** For `--json`. */
  readonly details: object;

  constructor(
    message: string,
    {
      next,
      exitCode = EXIT.refused,
      details = {},
    }: { next?: string; exitCode?: number; details?: object } = {},
  ) {
    super(message);
    this.next = next;
    this.exitCode = exitCode;
    this.details = details;
  }
}

export const EXIT = {
  /** What was asked for cannot be done: faults in a file, an unknown id. */
  refused: 1,
  /** Wrong options or arguments. */
  usage: 2,
  /** The machine is in the way: a port in use, a disk that cannot be written. */
  machine: 3,
} as const;

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

export function printError(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Columns padded to their widest cell, two spaces apart, with a ruled header. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd();
  return [line(header), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)].join("\n");
}
