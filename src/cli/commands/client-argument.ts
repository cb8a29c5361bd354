import { CommandFailed } from "../terminal.ts";

/** What all commands about clients take. */
export interface ClientFlags {
  data?: string;
  account?: string;
  json?: boolean;
}

export function unknownClient(id: string): CommandFailed {
  return new CommandFailed(`There is no client ${id}.`, {
    next: "Look for somebody: slotline clients find NAME.",
  });
}
