import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { parse } from "yaml";
import { z } from "zod";

/** How the server runs. Flags win over the environment, the environment over the file, the file over defaults. */
export interface Settings {
  /** Folder of the database files. */
  readonly data: string;
  /** Of a PostgreSQL that keeps the data instead; holds a password. */
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** How bots reach the server, when that is not `http://host:port`; only printed. */
  readonly publicUrl: string | undefined;
  readonly tlsCert: string | undefined;
  readonly tlsKey: string | undefined;
  readonly trustedProxies: readonly string[];
  /** With one key; 0: no limit. */
  readonly requestsPerMinute: number;
  /** Wrong keys from one address; 0: no limit. */
  readonly failuresPerMinute: number;
  /** Look-ups of clients within one call; 0: no limit. */
  readonly lookupsPerCall: number;
  /** Look-ups of clients with one key; 0: no limit. */
  readonly lookupsPerHour: number;
  /** Of the key with which the bot on a telephone number asks the webhook; a secret. */
  readonly telephonyKey: string | undefined;
  /** Where that bot puts callers through to a person. */
  readonly transferTo: string | undefined;
  /** A secret. */
  readonly twilioAuthToken: string | undefined;
  /** A secret. */
  readonly jambonzSecret: string | undefined;
  /** Another way to log in than a password, by OpenID Connect. */
  readonly oidcUrl: string | undefined;
  readonly oidcClientId: string | undefined;
  /** A secret. */
  readonly oidcClientSecret: string | undefined;
  readonly callLogDays: number;
  readonly lookupAuditDays: number;
  /** Between SIGTERM and the end, while everything is still answered but `/readyz` says no. */
  readonly drainSeconds: number;
}

export interface SettingsFault {
  /** Where it was set: `--port`, `SLOTLINE_PORT`, `slotline.config.yaml: port`. */
  readonly source: string;
  readonly message: string;
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings; readonly sources: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly faults: readonly SettingsFault[] };

export const CONFIG_FILE = "slotline.config.yaml";

/** Numbers of the file, and texts that are one; never what JavaScript would make of blanks, lists and `true`. */
const wholeNumber = (from: number, to: number) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^\s*-?\d+(\.\d+)?\s*$/)
          .transform(Number),
      ],
      { error: "must be a number" },
    )
    .pipe(
      z
        .number()
        .int("must be a whole number")
        .min(from, `must be at least ${from}`)
        .max(to, `must be at most ${to}`),
    );

const list = z.union(
  [z.array(z.string()), z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean))],
  {
    error: "must be a list of addresses",
  },
);

const nonEmpty = z.string({ error: "must be a text" }).min(1, "must not be empty");

const BITS = { 4: 32, 6: 128 } as const;

/** `10.0.0.1`, `fd00::1`, or with a prefix of at least one bit. */
function isAddressOrNetwork(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= BITS[family as 4 | 6];
}

/** One row a setting: its form, its default, what it is for. The environment variable follows from the name. */
export const SETTINGS = {
  data: { form: nonEmpty, default: "./data", help: "folder of the database files" },
  databaseUrl: {
    form: z
      .string({ error: "must be a text" })
      .regex(/^postgres(ql)?:\/\/\S+$/, "must be a URL such as postgres://user:password@host/database"),
    default: undefined,
    help: "PostgreSQL that keeps the data instead of the folder, for several servers",
  },
  host: { form: nonEmpty, default: "127.0.0.1", help: "address to listen on; 0.0.0.0 for all" },
  port: { form: wholeNumber(0, 65_535), default: 8080, help: "port to listen on; 0 for any free one" },
  publicUrl: {
    form: z.url("must be a URL such as https://desk.example.org"),
    default: undefined,
    help: "how bots reach the server, as printed in webhook URLs",
  },
  tlsCert: {
    form: nonEmpty,
    default: undefined,
    help: "certificate chain (PEM file); with tlsKey, serves HTTPS",
  },
  tlsKey: { form: nonEmpty, default: undefined, help: "private key (PEM file)" },
  trustedProxies: {
    form: list.refine((all) => all.every(isAddressOrNetwork), "must be IP addresses or networks"),
    default: [] as string[],
    help: "proxies whose X-Forwarded-For counts, such as 127.0.0.1 or 10.0.0.0/8",
  },
  requestsPerMinute: {
    form: wholeNumber(0, 10_000_000),
    default: 6_000,
    help: "limit of requests of one key; 0 for none",
  },
  failuresPerMinute: {
    form: wholeNumber(0, 10_000_000),
    default: 30,
    help: "limit of wrong keys from one address; 0 for none",
  },
  lookupsPerCall: {
    form: wholeNumber(0, 10_000_000),
    default: 10,
    help: "limit of look-ups of clients and of proofs of who is calling, within one call; 0 for none",
  },
  lookupsPerHour: {
    form: wholeNumber(0, 10_000_000),
    default: 600,
    help: "the same of one key within an hour; 0 for none",
  },
  telephonyKey: {
    form: nonEmpty,
    default: undefined,
    help: "key of the bot that answers calls from a carrier; better set by the environment",
  },
  transferTo: {
    form: z
      .string({ error: "must be a text" })
      .regex(/^(\+\d{5,15}|sips?:\S+)$/, "must be a number such as +493411234567, or a SIP URI"),
    default: undefined,
    help: "where that bot puts callers through: a number such as +493411234567, or a SIP URI",
  },
  twilioAuthToken: {
    form: nonEmpty,
    default: undefined,
    help: "auth token of the Twilio account whose calls come to /telephony/twilio",
  },
  jambonzSecret: {
    form: nonEmpty,
    default: undefined,
    help: "webhook secret of the jambonz account whose calls come to /telephony/jambonz",
  },
  oidcUrl: {
    form: z.url("must be a URL such as https://login.example.org/.well-known/openid-configuration"),
    default: undefined,
    help: "discovery document of an OpenID Connect provider by which the staff may log in",
  },
  oidcClientId: { form: nonEmpty, default: undefined, help: "client id at that provider" },
  oidcClientSecret: { form: nonEmpty, default: undefined, help: "client secret at that provider" },
  callLogDays: { form: wholeNumber(0, 3_650), default: 30, help: "days to keep the log of webhook calls" },
  lookupAuditDays: {
    form: wholeNumber(0, 36_500),
    default: 365,
    help: "days to keep the audit trail of who was looked up",
  },
  drainSeconds: {
    form: wholeNumber(0, 300),
    default: 0,
    help: "seconds to go on answering after SIGTERM while /readyz says no, for a load balancer to notice",
  },
} as const satisfies Record<keyof Settings, { form: z.ZodType; default: unknown; help: string }>;

/** Never shown. */
export const SECRET_SETTINGS: ReadonlySet<string> = new Set([
  "telephonyKey",
  "twilioAuthToken",
  "jambonzSecret",
  "oidcClientSecret",
]);

const NAMES = Object.keys(SETTINGS) as (keyof Settings)[];

/** `requestsPerMinute` is `SLOTLINE_REQUESTS_PER_MINUTE`; the database's is the name that hosts give it. */
export function environmentName(name: string): string {
  if (name === "databaseUrl") return "DATABASE_URL";
  return `SLOTLINE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** The settings from all sources, or every fault in them at once. */
export function readSettings(
  flags: { readonly [name: string]: unknown },
  environment: { readonly [name: string]: string | undefined } = processEnvironment(),
): SettingsResult {
  const faults: SettingsFault[] = [];
  const file = readConfigFile(environment.SLOTLINE_CONFIG, faults);
  const variables = [...NAMES.map(environmentName), "SLOTLINE_CONFIG"];
  for (const source of Object.keys(environment)) {
    if (!source.startsWith("SLOTLINE_") || variables.includes(source)) continue;
    faults.push({ source, message: `is no setting; there are ${variables.join(", ")}` });
  }
  const values: Record<string, unknown> = {};
  const sources: Record<string, string> = {};
  for (const name of NAMES) {
    const variable = environmentName(name);
    const [source, value] =
      flags[name] !== undefined
        ? [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, flags[name]]
        : environment[variable] !== undefined && environment[variable] !== ""
          ? [variable, environment[variable]]
          : file.values[name] != null
            ? [`${file.name}: ${name}`, file.values[name]]
            : ["default", SETTINGS[name].default];
    sources[name] = source;
    values[name] = value;
    if (source === "default") continue;
    const read = SETTINGS[name].form.safeParse(value);
    if (read.success) values[name] = read.data;
    else for (const issue of read.error.issues) faults.push({ source, message: issue.message });
  }
  if ((values.tlsCert === undefined) !== (values.tlsKey === undefined)) {
    const source = values.tlsCert === undefined ? "tlsKey" : "tlsCert";
    faults.push({ source: sources[source]!, message: "HTTPS needs both tlsCert and tlsKey" });
  }
  for (const name of ["twilioAuthToken", "jambonzSecret"] as const) {
    if (values[name] === undefined) continue;
    const missing = (["telephonyKey", "transferTo"] as const).filter(
      (needed) => values[needed] === undefined,
    );
    if (missing.length > 0) {
      faults.push({ source: sources[name]!, message: `needs ${missing.join(" and ")} as well` });
    }
  }
  const oidc = (["oidcUrl", "oidcClientId", "oidcClientSecret"] as const).filter(
    (name) => values[name] !== undefined,
  );
  if (oidc.length > 0 && oidc.length < 3) {
    const message = "OpenID Connect needs oidcUrl, oidcClientId and oidcClientSecret";
    faults.push({ source: sources[oidc[0]!]!, message });
  }
  for (const name of ["tlsCert", "tlsKey"] as const) {
    const path = values[name];
    if (typeof path === "string" && !existsSync(path)) {
      faults.push({ source: sources[name]!, message: `there is no file ${path}` });
    }
  }
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, settings: values as unknown as Settings, sources };
}

function readConfigFile(
  named: string | undefined,
  faults: SettingsFault[],
): { name: string; values: Record<string, unknown> } {
  const name = named ?? CONFIG_FILE;
  const none = { name, values: {} };
  if (!existsSync(name)) {
    if (named !== undefined) faults.push({ source: "SLOTLINE_CONFIG", message: `there is no file ${named}` });
    return none;
  }
  let values: unknown;
  try {
    values = parse(readFileSync(name, "utf8")) ?? {};
  } catch (error) {
    faults.push({ source: name, message: (error as Error).message.split("\n")[0]! });
    return none;
  }
  if (typeof values !== "object" || Array.isArray(values)) {
    faults.push({ source: name, message: "must hold settings, one a line, such as `port: 8080`" });
    return none;
  }
  for (const member of Object.keys(values as object)) {
    if (!(member in SETTINGS)) {
      faults.push({ source: `${name}: ${member}`, message: `is no setting; there are ${NAMES.join(", ")}` });
    }
  }
  return { name, values: values as Record<string, unknown> };
}

/** The one reader of `process.env`. */
function processEnvironment(): { readonly [name: string]: string | undefined } {
  // biome-ignore lint/style/noProcessEnv: this file is where the environment is read
  return process.env;
}
