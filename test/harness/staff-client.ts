import { request as httpRequest } from "node:http";
import { type Invited, invite } from "../../src/staff-api/invitations.ts";
import type { Access } from "../../src/staff-api/staff.ts";
import { ROLES, type Role } from "../../src/store/members.ts";
import type { Store } from "../../src/store/store.ts";
import { type DeskUnderTest, startDesk } from "./desk-under-test.ts";

export const PASSWORD = "correct horse battery";

export interface StaffAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; undefined when there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of all shapes
  readonly body: any;
  readonly etag: string;
}

type Sent = { readonly query?: object; readonly headers?: Record<string, string> };

/** Somebody who uses the staff API over real HTTP: a browser with a session, a script with a key, or nobody. */
export class StaffClient {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly userId: string;

  constructor(address: string, headers: Readonly<Record<string, string>>, userId = "") {
    this.address = address;
    this.headers = headers;
    this.userId = userId;
  }

  /** The same person at another server over the same data. */
  at(address: string): StaffClient {
    return new StaffClient(address, this.headers, this.userId);
  }

  async send(method: string, path: string, body?: unknown, sent: Sent = {}): Promise<StaffAnswer> {
    const query = new URLSearchParams(Object.entries(sent.query ?? {})).toString();
    const url = `${this.address}${path.startsWith("/api/") ? "" : "/api/v1"}${path}`;
    const response = await fetch(query === "" ? url : `${url}?${query}`, {
      method,
      headers: saying({ ...this.#ofBrowser(method), ...this.headers, ...sent.headers }),
      redirect: "manual",
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const type = response.headers.get("content-type") ?? "";
    return {
      status: response.status,
      headers: response.headers,
      body: text === "" ? undefined : type.includes("json") ? JSON.parse(text) : text,
      etag: response.headers.get("etag") ?? "",
    };
  }

  /** A browser names the page's origin with all that is not merely read. */
  #ofBrowser(method: string): Record<string, string> {
    return method === "GET" || this.headers.authorization !== undefined ? {} : { origin: this.address };
  }

  get = (path: string, query: object = {}) => this.send("GET", path, undefined, { query });
  post = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    this.send("POST", path, body, { headers });
  /** With the ETag of what was seen; without one, whatever there is is changed. */
  change = (method: string, path: string, body?: unknown, ifMatch = "*") =>
    this.send(method, path, body, { headers: { "if-match": ifMatch } });

  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of all shapes
  async must(answered: Promise<StaffAnswer> | StaffAnswer): Promise<any> {
    const { status, body } = await answered;
    if (status >= 300) throw new Error(`was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }
}

/** Without headers that say nothing: a test can take one away. */
function saying(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
}

/** A desk with somebody of each kind in its first account. */
export interface StaffDesk extends DeskUnderTest {
  readonly accountId: string;
  readonly staff: Readonly<Record<Access | "nobody", StaffClient>>;
  /** One more person, of any account. */
  readonly hire: (role: Role, more?: HireMore) => Promise<StaffClient>;
}

interface HireMore {
  readonly accountId?: string;
  readonly agentId?: string;
}

interface StaffOptions extends NonNullable<Parameters<typeof startDesk>[0]> {
  /** Whose calendar the agent has. */
  readonly agentId?: string;
  /** Who is hired; the others are nobody. Each costs two password hashes. */
  readonly roles?: readonly Role[];
}

export async function startStaffDesk({
  agentId = "agId1",
  roles = ROLES,
  ...options
}: StaffOptions = {}): Promise<StaffDesk> {
  const desk = await startDesk({
    ...options,
    settings: { trustedProxies: ["127.0.0.1"], ...options.settings },
  });
  const [accountId] = await desk.store.accountIds();
  let people = 0;
  const hire = async (role: Role, more: HireMore = {}) => {
    people += 1;
    return await hired(desk, `${role}${people}@example.org`, {
      role,
      accountId: more.accountId ?? accountId!,
      agentId: more.agentId ?? (role === "agent" ? agentId : null),
    });
  };
  const nobody = new StaffClient(desk.server.address, {});
  const staff: Record<Access | "nobody", StaffClient> = {
    ...{ owner: nobody, desk: nobody, agent: nobody, readonly: nobody, nobody },
    script: accountId === undefined ? nobody : await scriptOf(desk, accountId),
  };
  for (const role of roles) staff[role] = await hire(role);
  return { ...desk, accountId: accountId!, staff, hire };
}

/** A script with a key of scope `staff`. */
export async function scriptOf(desk: DeskUnderTest, accountId: string, key: object = {}) {
  const { key: credential } = await desk.botOf(accountId, { scopes: ["staff"], ...key });
  return new StaffClient(desk.server.address, { authorization: `Bearer ${credential}` });
}

async function hired(
  desk: DeskUnderTest,
  email: string,
  { role, accountId, agentId }: { role: Role; accountId: string; agentId: string | null },
): Promise<StaffClient> {
  const token = await tokenOf(desk.store, { accountId, role, agentId }, desk.clock.now);
  const visitor = new StaffClient(desk.server.address, {});
  const person = { name: `The ${role}`, email, password: PASSWORD };
  await visitor.must(visitor.post("/invitation/accept", { token, ...person }));
  return await logIn(desk.server.address, email);
}

/** What the link of an invitation carries. */
export async function tokenOf(
  store: Store,
  invited: Pick<Invited, "accountId" | "role"> & Partial<Invited>,
  now: number,
): Promise<string> {
  const { path } = await invite(store, { agentId: null, label: null, userId: null, ...invited }, now);
  return tokenIn(path);
}

export function tokenIn(link: string): string {
  return link.slice(link.indexOf("#") + 1);
}

/** What became of somebody's login, by the audit trail of their business; the oldest first. */
export async function loginTrail(reader: StaffClient, { userId }: StaffClient): Promise<string[]> {
  const { items } = await reader.must(reader.get("/audit", { by: userId, action: "login" }));
  for (const { subjectId, detail } of items) {
    if (subjectId !== userId || Object.keys(detail).length > 0) throw new Error("says more than who did it");
  }
  return items.map(({ action }: { action: string }) => action).reverse();
}

let visitors = 0;

/** As a proxy names who asks: each from an address of their own, or ten a minute would be too many. */
export function fromElsewhere(): Record<string, string> {
  visitors += 1;
  return { "x-forwarded-for": `10.0.${Math.floor(visitors / 250)}.${visitors % 250}` };
}

export async function logIn(address: string, email: string, password = PASSWORD): Promise<StaffClient> {
  const visitor = new StaffClient(address, {});
  const answered = await visitor.post("/api/auth/sign-in/email", { email, password }, fromElsewhere());
  if (answered.status !== 200) throw new Error(`${email} was answered ${answered.status}`);
  return new StaffClient(address, { cookie: cookiesOf(answered) }, answered.body.user.id);
}

/** The cookies that a browser would send back. */
export function cookiesOf({ headers }: Pick<StaffAnswer, "headers">): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Events of `/live` as they come. */
export interface Live {
  readonly status: number;
  readonly events: string[];
  readonly isOpen: () => boolean;
  /** Undefined: it ended as it should. */
  readonly broken: () => Error | undefined;
  readonly close: () => void;
}

export async function listen(client: StaffClient): Promise<Live> {
  const events: string[] = [];
  let isOpen = true;
  let broken: Error | undefined;
  return await new Promise((resolve, reject) => {
    const request = httpRequest(
      `${client.address}/api/v1/live`,
      { headers: { ...client.headers, accept: "text/event-stream" } },
      (response) => {
        response.setEncoding("utf8");
        response.on("data", (text: string) => {
          events.push(...[...text.matchAll(/^event: (.*)$/gm)].map(([, event]) => event!));
        });
        response.on("error", (error) => {
          broken = error;
        });
        response.on("close", () => {
          isOpen = false;
        });
        resolve({
          status: response.statusCode!,
          events,
          isOpen: () => isOpen,
          broken: () => broken,
          close: () => request.destroy(),
        });
      },
    );
    request.on("error", (error) => reject(error));
    request.end();
  });
}
