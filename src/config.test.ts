import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { environmentName, readSettings, SETTINGS, type Settings, type SettingsResult } from "./config.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "slotline-config-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
/** An environment that names a settings file with this text. */
function withFile(text: string, environment: Record<string, string> = {}): Record<string, string> {
  files += 1;
  const file = join(folder, `${files}.yaml`);
  writeFileSync(file, text);
  return { ...environment, SLOTLINE_CONFIG: file };
}

function settingsOf(result: SettingsResult): Settings {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.settings;
}

function faultsOf(result: SettingsResult): readonly { source: string; message: string }[] {
  return result.ok ? [] : result.faults;
}

it("has a default for everything, good for a first try on one's own machine", () => {
  expect(settingsOf(readSettings({}, {}))).toEqual({
    data: "./data",
    host: "127.0.0.1",
    port: 8080,
    databaseUrl: undefined,
    publicUrl: undefined,
    tlsCert: undefined,
    tlsKey: undefined,
    trustedProxies: [],
    requestsPerMinute: 6_000,
    failuresPerMinute: 30,
    callLogDays: 30,
    lookupsPerCall: 10,
    lookupsPerHour: 600,
    lookupAuditDays: 365,
    drainSeconds: 0,
    telephonyKey: undefined,
    transferTo: undefined,
    twilioAuthToken: undefined,
    jambonzSecret: undefined,
    oidcUrl: undefined,
    oidcClientId: undefined,
    oidcClientSecret: undefined,
  });
});

it("takes flags before the environment, that before the file, that before the defaults", () => {
  const environment = withFile("port: 1\nhost: 10.0.0.1\ncallLogDays: 7", {
    SLOTLINE_PORT: "2",
    SLOTLINE_HOST: "10.0.0.2",
  });
  const result = readSettings({ port: "3" }, environment);
  expect(settingsOf(result)).toMatchObject({ port: 3, host: "10.0.0.2", callLogDays: 7, data: "./data" });
  expect(result.ok && result.sources).toMatchObject({
    port: "--port",
    host: "SLOTLINE_HOST",
    callLogDays: `${environment.SLOTLINE_CONFIG}: callLogDays`,
    data: "default",
  });
});

it("names every setting's variable", () => {
  expect(environmentName("port")).toBe("SLOTLINE_PORT");
  expect(environmentName("requestsPerMinute")).toBe("SLOTLINE_REQUESTS_PER_MINUTE");
});

/** They need others besides. */
const OIDC = {
  oidcUrl: "https://login.example.org/.well-known/openid-configuration",
  oidcClientId: "slotline",
  oidcClientSecret: "secret",
};
const NOT_ALONE = ["tlsCert", "tlsKey", "twilioAuthToken", "jambonzSecret", ...Object.keys(OIDC)];

it("takes the three settings of OpenID Connect together or not at all", () => {
  expect(faultsOf(readSettings(OIDC, {}))).toEqual([]);
  expect(
    faultsOf(readSettings({ ...OIDC, oidcClientSecret: undefined }, {})).map(({ message }) => message),
  ).toEqual(["OpenID Connect needs oidcUrl, oidcClientId and oidcClientSecret"]);
});

it.each(["twilioAuthToken", "jambonzSecret"])(
  "%s needs a key for the bot and somebody to put callers through to",
  (name) => {
    const fault = (flags: object) =>
      faultsOf(readSettings({ [name]: "secret", ...flags }, {})).map(({ message }) => message);
    expect(fault({})).toEqual(["needs telephonyKey and transferTo as well"]);
    expect(fault({ telephonyKey: "slk_1" })).toEqual(["needs transferTo as well"]);
    expect(fault({ telephonyKey: "slk_1", transferTo: "+493411234567" })).toEqual([]);
    expect(fault({ telephonyKey: "slk_1", transferTo: "0341 1" })).toEqual([
      "must be a number such as +493411234567, or a SIP URI",
    ]);
  },
);

it.each(Object.keys(SETTINGS).filter((name) => !NOT_ALONE.includes(name)) as (keyof Settings)[])(
  "reads %s from flag, variable and file alike",
  (name) => {
    const value = {
      data: "x",
      databaseUrl: "postgres://slotline@db.example.org/slotline",
      host: "::1",
      publicUrl: "https://desk.example.org",
      trustedProxies: "10.0.0.0/8",
      telephonyKey: "slk_1",
      transferTo: "sip:desk@example.org",
    }[name as string];
    const text = value ?? "12";
    const wanted = name === "trustedProxies" ? ["10.0.0.0/8"] : (value ?? 12);
    expect(settingsOf(readSettings({ [name]: text }, {}))[name]).toEqual(wanted);
    expect(settingsOf(readSettings({}, { [environmentName(name)]: text }))[name]).toEqual(wanted);
    expect(settingsOf(readSettings({}, withFile(`${name}: "${text}"`)))[name]).toEqual(wanted);
  },
);

it("counts an empty variable as not set", () => {
  expect(settingsOf(readSettings({}, { SLOTLINE_PORT: "" })).port).toBe(8080);
});

it("counts a setting without a value in the file as not set", () => {
  const settings = settingsOf(readSettings({}, withFile("port:\ncallLogDays: ~\nhost:\n")));
  expect(settings).toMatchObject({ port: 8080, callLogDays: 30, host: "127.0.0.1" });
});

it.each([
  ["letters", "abc"],
  ["blanks", "  "],
  ["a fraction", "80.5"],
  ["a negative number", "-1"],
  ["too large a number", "65536"],
  ["something endless", "Infinity"],
])("takes no %s as a port, from wherever", (_what, text) => {
  for (const result of [
    readSettings({ port: text }, {}),
    readSettings({}, { SLOTLINE_PORT: text }),
    readSettings({}, withFile(`port: "${text}"`)),
  ]) {
    expect(faultsOf(result)).toEqual(
      [{ source: expect.stringMatching(/port/i), message: /must be/ }].map(matching),
    );
  }
});

it.each(["true", "[8080]", "{}", "[]"])("takes no %s as a port in the file", (text) => {
  expect(faultsOf(readSettings({}, withFile(`port: ${text}`)))).toHaveLength(1);
});

it("takes trusted proxies as a list, or separated by commas or blanks", () => {
  const wanted = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"];
  for (const environment of [
    { SLOTLINE_TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8 fd00::/8" },
    withFile("trustedProxies: [127.0.0.1, 10.0.0.0/8, 'fd00::/8']"),
  ])
    expect(settingsOf(readSettings({}, environment)).trustedProxies).toEqual(wanted);
  expect(settingsOf(readSettings({ trustedProxies: wanted }, {})).trustedProxies).toEqual(wanted);
});

it.each([
  "proxy.example.org",
  "abc",
  "10.0.0.0/99",
  "0.0.0.0/0",
  "10.0.0",
  "1.2.3.4.5",
  "::1/129",
  "300.0.0.1",
])("takes no %s as a trusted proxy", (text) => {
  const faults = faultsOf(readSettings({}, { SLOTLINE_TRUSTED_PROXIES: text }));
  expect(faults).toEqual([
    { source: "SLOTLINE_TRUSTED_PROXIES", message: "must be IP addresses or networks" },
  ]);
});

it("wants both certificate and key, and that the files are there", () => {
  const [certificate, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  writeFileSync(certificate, "");
  expect(faultsOf(readSettings({ tlsCert: certificate }, {}))).toEqual([
    { source: "--tls-cert", message: "HTTPS needs both tlsCert and tlsKey" },
  ]);
  expect(faultsOf(readSettings({ tlsCert: certificate, tlsKey: key }, {}))).toEqual([
    { source: "--tls-key", message: `there is no file ${key}` },
  ]);
  writeFileSync(key, "");
  expect(settingsOf(readSettings({ tlsCert: certificate, tlsKey: key }, {})).tlsKey).toBe(key);
});

it("reports all faults of all sources at once", () => {
  const environment = withFile("callLogDays: soon\nprot: 9000", { SLOTLINE_PUBLIC_URL: "desk" });
  const file = environment.SLOTLINE_CONFIG;
  const faults = faultsOf(readSettings({ port: "x", failuresPerMinute: "-5" }, environment));
  expect(faults.map(({ source }) => source).sort()).toEqual(
    [
      "--failures-per-minute",
      "--port",
      `${file}: callLogDays`,
      `${file}: prot`,
      "SLOTLINE_PUBLIC_URL",
    ].sort(),
  );
});

it("knows no other setting in the file, and says which there are", () => {
  const [fault] = faultsOf(readSettings({}, withFile("prot: 9000")));
  for (const name of Object.keys(SETTINGS)) expect(fault?.message).toContain(name);
});

it("knows no other variable of its name, so that a slip of the pen is not a default", () => {
  const faults = faultsOf(readSettings({}, { SLOTLINE_PROT: "8081", PORT: "1", SLOTLINE_PORT: "8082" }));
  expect(faults.map(({ source }) => source)).toEqual(["SLOTLINE_PROT"]);
  expect(faults[0]!.message).toContain("SLOTLINE_PORT");
});

it("refuses a file that cannot be read as settings", () => {
  for (const text of ["port: [", "- a\n- b", "hello", "7"])
    expect(faultsOf(readSettings({}, withFile(text)))).toHaveLength(1);
  expect(settingsOf(readSettings({}, withFile(""))).port).toBe(8080);
  expect(settingsOf(readSettings({}, withFile("# nothing yet\n"))).port).toBe(8080);
});

it("misses the file that SLOTLINE_CONFIG names, but not slotline.config.yaml", () => {
  const missing = join(folder, "missing.yaml");
  expect(faultsOf(readSettings({}, { SLOTLINE_CONFIG: missing }))).toEqual([
    { source: "SLOTLINE_CONFIG", message: `there is no file ${missing}` },
  ]);
});

function matching({ source, message }: { source: unknown; message: RegExp }): object {
  return { source, message: expect.stringMatching(message) };
}
