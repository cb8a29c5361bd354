import { initial } from "./0001-initial.ts";
import { clientLookup } from "./0002-client-lookup.ts";
import { keyMaxSlots } from "./0003-key-max-slots.ts";
import { phoneCalls } from "./0004-phone-calls.ts";
import { desk } from "./0005-desk.ts";
import { erasedClients } from "./0006-erased-clients.ts";
import { bookingMarks } from "./0007-booking-marks.ts";
import type { SchemaDialect } from "./schema-dialect.ts";

/** Forward only: a migration that has landed is never edited. The position in the list is its version, from 1. */
export const MIGRATIONS: readonly ((dialect: SchemaDialect) => string)[] = [
  initial,
  clientLookup,
  keyMaxSlots,
  phoneCalls,
  desk,
  erasedClients,
  bookingMarks,
];
