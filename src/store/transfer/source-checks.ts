import { MIGRATIONS } from "../migrations/migrations.ts";
import { NOTHING_CHANGED, TransferRefused } from "./transfer-refused.ts";

/** What is known of a database before anything is copied from it. */
interface Found {
  /** As its owner calls it. */
  readonly name: string;
  /** Of its schema. */
  readonly version: number;
  /** The command that brings the schema up to date. */
  readonly update: string;
}

/** Refuses a schema that is not this program's: a copy goes column by column. */
export function refuseOtherSchema({ name, version, update }: Found): void {
  const known = MIGRATIONS.length;
  if (version === known) return;
  throw new TransferRefused(
    `${name} has schema version ${version}, this Slotline ${known}.`,
    `${NOTHING_CHANGED} ${version < known ? `Bring it up to date: ${update}.` : "Use the newer Slotline."}`,
  );
}

export function refuseEmpty(name: string, accounts: number): void {
  if (accounts > 0) return;
  throw new TransferRefused(`${name} holds no account.`, `${NOTHING_CHANGED} There is nothing to copy.`);
}

export function refuseForeign(name: string): never {
  throw new TransferRefused(`${name} is no database of Slotline.`, `${NOTHING_CHANGED} Check the name.`);
}
