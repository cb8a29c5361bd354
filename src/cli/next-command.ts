import { SETTINGS, type Settings } from "../config.ts";

/** In a clone nothing has put `slotline` on the path; npx finds it there. */
const SLOTLINE = import.meta.url.includes("/node_modules/") ? "slotline" : "npx slotline";

/** A command that can be copied into another terminal and works on the same data. */
export function nextCommand(words: string, { data, databaseUrl }: Settings): string {
  const isDefault = databaseUrl !== undefined || data === SETTINGS.data.default;
  return `${SLOTLINE} ${words}${isDefault ? "" : ` --data ${quotedForShell(data)}`}`;
}

function quotedForShell(text: string): string {
  return /^[\w@%+=:,./~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
