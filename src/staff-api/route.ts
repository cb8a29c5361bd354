import { z } from "zod";
import type { Desk } from "../booking/desk.ts";
import type { Login } from "../login/login.ts";
import type { CallLog } from "../store/call-log.ts";
import {
  type StaffProblem,
  type StaffProblemCode,
  type StaffProblemDetails,
  staffProblem,
} from "./problems.ts";
import type { Access, Staff } from "./staff.ts";

/** What every route works with. */
export interface StaffApi {
  readonly desk: Desk;
  readonly callLog: CallLog;
  readonly login: Login;
  /** How bots reach this server, such as `https://desk.example.org`; undefined: as the browser does. */
  readonly publicUrl: string | undefined;
  /** A fresh random id. */
  readonly newId: (prefix: string) => string;
  readonly onFault: (error: unknown) => void;
}

/** One request to a route, read and admitted. */
export interface StaffRequest<Path, Query, Body> {
  readonly api: StaffApi;
  readonly staff: Staff;
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  /** Whether the sender changes it as it is now, by its tag: who sends no `If-Match`, or `*`, takes whatever there is. */
  readonly hasSeen: (tag: string) => boolean;
  readonly idempotencyKey: string | undefined;
  /** Such as `https://desk.example.org`, as the browser sees the server. */
  readonly origin: string;
}

export type StaffAnswer =
  | {
      readonly ok: true;
      /** Undefined: 204. */
      readonly body?: unknown;
      readonly etag?: string | undefined;
      /** Not JSON. */
      readonly text?: { readonly type: string; readonly content: string; readonly fileName: string };
    }
  | { readonly ok: false; readonly problem: StaffProblem };

export function answer(body: unknown, more: { etag?: string } = {}): StaffAnswer {
  return { ok: true, body, ...more };
}

export const NOTHING: StaffAnswer = { ok: true };

export function refuse(code: StaffProblemCode, details?: StaffProblemDetails): StaffAnswer & { ok: false } {
  return { ok: false, problem: staffProblem(code, details) };
}

/** Under which the routes of the configuration stand in the API's description. */
export const CONFIGURATION_TAG = "Configuration";

type Shape = z.ZodObject;
const nothing = z.object({});

/** A route of the staff API: its address, who may use it, its forms, and what it does. */
export interface StaffRoute {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Below `/api/v1`, members in braces: `/bookings/{bookingId}`. */
  readonly path: string;
  readonly access: readonly Access[];
  readonly summary: string;
  readonly tag: string;
  readonly needsIfMatch: boolean;
  /** Of what it answers; without anything to answer it is 204. */
  readonly status: 200 | 201;
  readonly pathForm: Shape;
  readonly queryForm: Shape;
  readonly bodyForm: z.ZodType | undefined;
  /** What the body is described as, where its form checks less. */
  readonly describedBody: z.ZodType | undefined;
  /** Whether the same request sent again under its `Idempotency-Key` is answered as the first one was. */
  readonly isRepeatable: boolean;
  /** What comes back; undefined: nothing. */
  readonly answerForm: z.ZodType | undefined;
  readonly handle: (request: StaffRequest<never, never, never>) => Promise<StaffAnswer>;
}

interface RouteOf<Path extends Shape, Query extends Shape, Body extends z.ZodType>
  extends Pick<StaffRoute, "method" | "path" | "access" | "summary" | "tag" | "answerForm"> {
  readonly needsIfMatch?: boolean;
  readonly isRepeatable?: boolean;
  readonly describedBody?: z.ZodType;
  readonly status?: 200 | 201;
  readonly pathForm?: Path;
  readonly queryForm?: Query;
  readonly bodyForm?: Body;
  readonly handle: (
    request: StaffRequest<z.output<Path>, z.output<Query>, z.output<Body>>,
  ) => Promise<StaffAnswer>;
}

export function route<
  Path extends Shape = typeof nothing,
  Query extends Shape = typeof nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(one: RouteOf<Path, Query, Body>): StaffRoute {
  return {
    needsIfMatch: false,
    isRepeatable: false,
    describedBody: undefined,
    status: 200,
    ...one,
    pathForm: one.pathForm ?? nothing,
    queryForm: strictly(one.queryForm ?? nothing),
    bodyForm: one.bodyForm === undefined ? undefined : strictly<z.ZodType>(one.bodyForm),
    handle: one.handle as StaffRoute["handle"],
  };
}

/** A slip in a name is told, and not passed over; but a form may have said itself that it takes more. */
function strictly<Form extends z.ZodType>(form: Form): Form {
  const isOpen = form instanceof z.ZodObject && form.def.catchall === undefined;
  return isOpen ? (form.strict() as unknown as Form) : form;
}
