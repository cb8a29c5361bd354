import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { answerLine } from "../src/cli/commands/explain-time.ts";

const SLOTLINE = new URL("../bin/slotline.js", import.meta.url).pathname;

function explainTime(args: readonly string[], input = "") {
  const { stdout, stderr, status } = spawnSync(process.execPath, [SLOTLINE, "explain", "time", ...args], {
    input,
    encoding: "utf8",
  });
  return { stdout, stderr, status };
}

const line = (text: string, more: object = {}) =>
  JSON.stringify({
    id: "a",
    text,
    lang: "de",
    reference: "2026-11-30T09:00",
    timezone: "Europe/Berlin",
    ...more,
  });

describe("slotline explain time", () => {
  it("tells the ranges and why, without a database", () => {
    const { stdout, status } = explainTime(["nächsten Dienstag ab halb drei", "--now", "2026-11-30T09:00"]);
    expect(status).toBe(0);
    expect(stdout).toContain("Dienstag, 8. Dezember, ab 14:30 Uhr");
    expect(stdout).toContain("2026-12-08 14:30 – 2026-12-09 00:00");
    expect(stdout).toContain("or: Dienstag, 1. Dezember, ab 14:30 Uhr");
    expect(stdout).toContain('"ab halb drei": a time of day');
  });

  it("--json", () => {
    const { stdout } = explainTime(["tomorrow at 3", "--lang", "en", "--now", "2026-11-30T09:00", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "understood",
      grain: "datetime",
      ranges: [{ start: "2026-12-01T15:00:00.000+01:00" }],
    });
  });

  it("--jsonl answers each line in order and does not stop at one it cannot read", () => {
    const input = [
      line("morgen"),
      "{",
      "[]",
      line("halb drei", { id: 7 }),
      line("xyzzy"),
      line("30. Februar"),
    ].join("\n");
    const { stdout, status } = explainTime(["--jsonl"], `${input}\n`);
    expect(status).toBe(0);
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((one) => JSON.parse(one) as { id: unknown; kind: string });
    expect(answers.map(({ kind }) => kind)).toEqual([
      "date",
      "unknown",
      "unknown",
      "datetime",
      "unknown",
      "invalid",
    ]);
    expect(answers[3]?.id).toBe(7);
  });

  it("says how to ask when there is nothing to explain", () => {
    const { stderr, status } = explainTime([]);
    expect(status).not.toBe(0);
    expect(stderr).toContain("--jsonl");
  });
});

describe("a line of --jsonl", () => {
  it.each([
    ["morgen", { kind: "date", start: "2026-12-01T00:00:00", end: "2026-12-02T00:00:00" }],
    ["heute", { kind: "date", start: "2026-11-30T00:00:00", end: "2026-12-01T00:00:00" }],
    ["morgen gegen drei", { kind: "datetime", start: "2026-12-01T15:00:00" }],
    ["ab Freitag", { kind: "interval", start: "2026-12-04T00:00:00", end: null }],
    ["bis Freitag", { kind: "interval", start: "2026-11-30T09:00:00", end: "2026-12-05T00:00:00" }],
    ["gestern", { kind: "invalid", start: null, end: null }],
    ["grün", { kind: "unknown", start: null, end: null }],
  ])("%s", (text, answer) => {
    expect(answerLine(line(text))).toMatchObject({ id: "a", ...answer });
  });

  it("tells several ranges", () => {
    expect(answerLine(line("Montag oder Mittwoch"))).toMatchObject({
      start: "2026-12-02T00:00:00",
      end: "2026-12-08T00:00:00",
      ranges: [{ start: "2026-12-02T00:00:00" }, { start: "2026-12-07T00:00:00" }],
    });
  });

  it("tells the readings not chosen", () => {
    expect(answerLine(line("nächsten Mittwoch"))).toMatchObject({
      ambiguities: [
        { start: "2026-12-02T00:00:00", end: "2026-12-03T00:00:00", text: "Mittwoch, 2. Dezember" },
      ],
    });
  });

  it.each(["2026-11-30T09:00", "2026-11-30 09:00:00", "2026-11-30T08:00:00Z", "2026-11-30T09:00:00+01:00"])(
    "reference %s",
    (reference) => {
      expect(answerLine(line("in einer Stunde", { reference }))).toMatchObject({
        start: "2026-11-30T10:00:00",
      });
    },
  );

  it("without a language tries both", () => {
    expect(answerLine(line("tomorrow", { lang: undefined }))).toMatchObject({ kind: "date" });
  });
});
