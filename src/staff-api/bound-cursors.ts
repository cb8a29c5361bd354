import { hash } from "node:crypto";
import type { StaffAnswer } from "./route.ts";

/** A place in one list is none in another: what a cursor begins with says of which query it is. */

const LENGTH = 12;

/** Of everything that was asked but how much, and from where. */
export function queryMark(address: string, query: Readonly<Record<string, unknown>>): string {
  const asked = Object.entries(query).filter(([name]) => name !== "limit" && name !== "cursor");
  return hash("sha256", JSON.stringify([address, asked.sort()]), "base64url").slice(0, LENGTH);
}

/** The cursor as the list made it; undefined: of another query. */
export function unbound(cursor: string, mark: string): string | undefined {
  return cursor.startsWith(mark) ? cursor.slice(LENGTH) : undefined;
}

/** The same answer, its cursor good for this query only. */
export function bound(answered: StaffAnswer, mark: string): StaffAnswer {
  if (!answered.ok) return answered;
  const page = answered.body as { nextCursor?: string | null } | undefined;
  if (typeof page?.nextCursor !== "string") return answered;
  return { ...answered, body: { ...page, nextCursor: mark + page.nextCursor } };
}
