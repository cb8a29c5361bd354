export type Cell = string | number | null;

/** Semicolons and a byte order mark: what a German Excel opens by a double click. */
export function csvOf(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  decimal: "," | ".",
): string {
  const lines = [header, ...rows].map((row) => row.map((cell) => cellOf(cell, decimal)).join(";"));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cellOf(cell: Cell, decimal: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", decimal);
  // A spreadsheet would take it for a formula.
  const text = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function download(fileName: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
