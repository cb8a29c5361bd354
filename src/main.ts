import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Desk } from "./booking/desk.ts";
import { LookupTrail } from "./booking/lookup-trail.ts";
import { RememberedStarts } from "./booking/remembered-starts.ts";
import { Turns } from "./booking/turns.ts";
import { readCertificate } from "./certificate.ts";
import type { Settings } from "./config.ts";
import { type Effects, REAL_EFFECTS } from "./effects.ts";
import { nameTables } from "./identity/names/name-tables.ts";
import { CALLBACK_PATH, LOGIN_PATH } from "./login/login.ts";
import { openLogin } from "./login/open-login.ts";
import { databaseFile, openCallLog, openStore } from "./places.ts";
import { loadHolidays } from "./practice-file/public-holidays.ts";
import { simulatorRoutes } from "./simulator/simulator-routes.ts";
import { auditLogin } from "./staff-api/audit.ts";
import { INVITATION_WORKS_MS } from "./staff-api/invitations.ts";
import { refuseBadAddress, staffRoutes } from "./staff-api/staff-routes.ts";
import { indexAllClients } from "./store/index-all-clients.ts";
import type { Store } from "./store/store.ts";
import { telephonyRoutes } from "./telephony/telephony-routes.ts";
import { webAppRoutes } from "./web-app/web-app-routes.ts";
import { docsRoutes, packageVersion } from "./webhook/docs-routes.ts";
import { type Limits, memoryLimits } from "./webhook/limits.ts";
import { Metrics } from "./webhook/metrics.ts";
import { operationsRoutes } from "./webhook/operations-routes.ts";
import { createServer } from "./webhook/server.ts";
import { sharedLimits } from "./webhook/shared-limits.ts";

/** The composition root: where ports meet adapters and effects get their real selves. */

/** In the database of the store; loaded beside the first requests, not before them. */
function openLoginOf(settings: Settings, store: Store, effects: Effects) {
  const { databaseUrl, oidcUrl, oidcClientId, oidcClientSecret, publicUrl, tlsCert } = settings;
  return openLogin({
    place: databaseUrl === undefined ? { file: databaseFile(settings.data) } : { url: databaseUrl },
    secret: () => store.serverSecret("login", randomBytes(32).toString("base64url")),
    isSecure: tlsCert !== undefined || publicUrl?.startsWith("https://") === true,
    oidc:
      oidcUrl === undefined || oidcClientId === undefined || oidcClientSecret === undefined
        ? undefined
        : {
            id: "oidc",
            name: new URL(oidcUrl).host,
            discoveryUrl: oidcUrl,
            clientId: oidcClientId,
            clientSecret: oidcClientSecret,
            redirectUrl: publicUrl && new URL(`${LOGIN_PATH}${CALLBACK_PATH}`, publicUrl).href,
          },
    onChange: async (userId, change) => await auditLogin({ store, ...effects }, userId, change),
  });
}

/** Several servers share what a key may ask; one alone counts in memory. */
async function openLimits(settings: Settings): Promise<Limits> {
  const { databaseUrl } = settings;
  if (databaseUrl === undefined) return memoryLimits(settings);
  const { openPostgresKeyUsage } = await import("./store/postgres/postgres-key-usage.ts");
  return sharedLimits(settings, openPostgresKeyUsage(databaseUrl));
}

export interface RunningServer {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly desk: Desk;
  /** Such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Refuses new work, finishes what has begun, writes what is left, closes. */
  readonly stop: () => Promise<void>;
}

const DAY_MS = 86_400_000;
const CLEAN_UP_EVERY_MS = 3_600_000;
const FORGET_CALLS_EVERY_MS = 60_000;

/** Idempotency keys and versions outlive any retry by far. */
const KEEP_REQUESTS_MS = 7 * DAY_MS;

/** Long enough that a start, and a test that starts a server, is over. */
const WARM_UP_AFTER_MS = 5_000;

/** What has begun is answered long before; what is cut off then was never sent in full. */
const STOP_PATIENCE_MS = 5_000;

/** Starts listening; resolves when the first request can be answered. */
export async function startServer(
  settings: Settings,
  { now, newId }: Effects = REAL_EFFECTS,
  onFault: (error: unknown) => void = () => {},
): Promise<RunningServer> {
  const tls = readCertificate(settings);
  // Now, and not while the first caller waits.
  nameTables();
  loadHolidays();
  const store = await openStore(settings);
  const callLog = await openCallLog(settings);
  const lookups = new LookupTrail(store, settings, { now, newId }, onFault);
  const desk: Desk = { store, turns: new Turns(), remembered: new RememberedStarts(), lookups, now, newId };
  const metrics = new Metrics(() => callLog.dropped);
  const limits = await openLimits(settings);
  const { trustedProxies } = settings;
  const app = createServer({
    ...{ desk, limits, callLog, metrics, onFault, tls, trustedProxies, refuseBadAddress },
  });
  let stopping = false;
  // Otherwise a caller who keeps the connection open would keep the server from ending.
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (stopping) reply.header("connection", "close");
    done();
  });
  operationsRoutes(app, { store, metrics, isStopping: () => stopping });
  docsRoutes(app);
  telephonyRoutes(app, { store, now, onFault, settings });
  simulatorRoutes(app, { desk, limits, onFault });
  webAppRoutes(app);
  const login = openLoginOf(settings, store, { now, newId });
  const { publicUrl } = settings;
  staffRoutes(app, { desk, callLog, login, limits, publicUrl, newId, onFault, version: packageVersion() });
  let indexing: Promise<unknown> | undefined;
  // Beside requests; again and again, because servers of the release before may still write clients.
  const index = () => {
    indexing ??= indexAllClients(store, now, () => stopping)
      .catch(onFault)
      .finally(() => {
        indexing = undefined;
      });
  };
  const cleanUp = async () => {
    index();
    try {
      await store.prune(now() - KEEP_REQUESTS_MS);
      await store.forgetLookups(now() - settings.lookupAuditDays * DAY_MS);
      await callLog.prune(now() - settings.callLogDays * DAY_MS);
      await store.forgetPeopleOfNoAccount({ madeBefore: now() - INVITATION_WORKS_MS, at: now() });
    } catch (error) {
      onFault(error);
    }
  };
  const cleaning = setInterval(cleanUp, CLEAN_UP_EVERY_MS).unref();
  // What callers have said on the telephone is kept no longer than has been promised.
  const forget = () => store.forgetPhoneCalls(now()).catch(onFault);
  const forgetting = setInterval(forget, FORGET_CALLS_EVERY_MS).unref();
  const closeStores = async () => {
    clearInterval(cleaning);
    clearInterval(forgetting);
    await indexing;
    await callLog.close();
    await limits.close?.();
    await login.close();
    await lookups.close();
    await store.close();
  };
  try {
    const address = await app.listen({ host: settings.host, port: settings.port });
    // Not at once: it takes a second of processor time that the first callers would wait for.
    const warming = setTimeout(() => void login.warmUp().catch(onFault), WARM_UP_AFTER_MS).unref();
    await cleanUp();
    await forget();
    const stop = async () => {
      stopping = true;
      await wait(settings.drainSeconds * 1_000);
      // A request that is never finished would keep the server from ever closing.
      const impatient = setTimeout(() => app.server.closeAllConnections(), STOP_PATIENCE_MS).unref();
      await app.close();
      clearTimeout(impatient);
      clearTimeout(warming);
      await closeStores();
    };
    return { app, store, desk, address, stop };
  } catch (error) {
    await closeStores();
    throw error;
  }
}
