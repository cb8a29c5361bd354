import type { Schema } from "../schema.ts";

export type Table = keyof Schema;

export type Row = Readonly<Record<string, string | number | null>>;

/** Every table, each after those that it refers to. */
export const TABLES = [
  "accounts",
  "entities",
  "sip_ids",
  "resources",
  "agents",
  "absences",
  "appointment_types",
  "appointment_type_agents",
  "products",
  "clients",
  "client_lookup",
  "client_events",
  "client_pins",
  "lookup_audit",
  "call_verifications",
  "bookings",
  "claims",
  "booking_events",
  "booking_marks",
  "versions",
  "idempotency_keys",
  "api_keys",
  "phone_calls",
  "people",
  "people_sessions",
  "people_credentials",
  "people_verifications",
  "people_two_factors",
  "members",
  "invitations",
  "server_secrets",
  "audit_events",
] as const satisfies Table[];

/** Rows held in memory at once, and sent at once. */
export const PAGE = 2_000;
