import type { FastifyRequest } from "fastify";
import type { Desk } from "../booking/desk.ts";
import { type ApiKey, StoreUnavailable } from "../store/store.ts";
import { authenticate, credentialOf } from "./credentials.ts";
import type { Limits } from "./limits.ts";
import type { ProblemCode, ProblemDetails } from "./problems.ts";

/** What it takes to let a request in. */
export interface Admission {
  readonly desk: Desk;
  readonly limits: Limits;
  readonly onFault: (error: unknown) => void;
}

export type Admitted =
  | { readonly ok: true; readonly key: ApiKey }
  | {
      readonly ok: false;
      readonly code: ProblemCode;
      readonly details?: ProblemDetails;
      /** Whose request it is, where that is known. */
      readonly key: ApiKey | undefined;
      readonly retryAfterSeconds?: number;
    };

const HOW_TO_SEND_A_KEY =
  "Send a valid key: in the path (/webhook/KEY), as ?key=KEY, or as `Authorization: Bearer KEY`. " +
  "`slotline key create` makes one.";

/** By its key, within the limits of the key; failed credentials count by address. */
export async function admit(
  request: FastifyRequest,
  { desk, limits, onFault }: Admission,
): Promise<Admitted> {
  let key: ApiKey | undefined;
  try {
    key = await authenticate(desk.store, credentialOf(request), desk.now());
  } catch (error) {
    onFault(error);
    return { ok: false, code: error instanceof StoreUnavailable ? "unavailable" : "internal_error", key };
  }
  if (key === undefined) {
    const wait = await limits.ofFailures(request.ip);
    if (wait !== undefined) return { ok: false, code: "rate_limited", key, retryAfterSeconds: wait };
    return { ok: false, code: "unauthorized", details: { detail: HOW_TO_SEND_A_KEY }, key };
  }
  const wait = await limits.ofKey(key);
  if (wait !== undefined) return { ok: false, code: "rate_limited", key, retryAfterSeconds: wait };
  return { ok: true, key };
}
