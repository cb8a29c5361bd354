import { Command } from "commander";
import type { Desk } from "../../booking/desk.ts";
import { type ExplainedAgent, explainSlots } from "../../booking/explain-slots.ts";
import { LookupTrail } from "../../booking/lookup-trail.ts";
import type { Refused } from "../../booking/outcome.ts";
import { RememberedStarts } from "../../booking/remembered-starts.ts";
import { Turns } from "../../booking/turns.ts";
import { REAL_EFFECTS } from "../../effects.ts";
import type { Refusal } from "../../scheduling/availability.ts";
import { parseDate } from "../../scheduling/calendar-date.ts";
import type { Minute, Range } from "../../scheduling/range.ts";
import type { TimeZone } from "../../scheduling/time-zone.ts";
import { CommandFailed, EXIT, print, printJson, table } from "../terminal.ts";
import { accountFor, settingsOf, withStore } from "../with-store.ts";
import { explainDobCommand } from "./explain-dob.ts";
import { explainMatchCommand } from "./explain-match.ts";
import { explainPhoneCommand } from "./explain-phone.ts";
import { explainTimeCommand } from "./explain-time.ts";

interface ExplainFlags {
  data?: string;
  account?: string;
  product: string;
  agent?: string;
  date: string;
  json?: boolean;
}

export function explainCommand(): Command {
  const slots = new Command("slots")
    .description("Every candidate start of a day: offered, or the reason why not.")
    .requiredOption("--product <id>", "the product to book")
    .requiredOption("--date <date>", "the day, such as 2026-12-01")
    .option("--agent <id>", "only this agent")
    .option("--data <dir>", "folder of the database")
    .option("--account <id>", "the account; not needed when there is only one")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      `
It asks the same rule that getSlots offers by and bookAppointment books by.

Example:
  $ slotline explain slots --product prId1 --agent agId1 --date 2026-12-01`,
    )
    .action(async (flags: ExplainFlags) => {
      const day = parseDate(flags.date);
      if (day === undefined) {
        const next = "Write it as 2026-12-01.";
        throw new CommandFailed(`${flags.date} is no date.`, { next, exitCode: EXIT.usage });
      }
      await withStore(settingsOf(flags), async (store) => {
        const accountId = await accountFor(store, flags.account);
        const lookups = new LookupTrail(
          store,
          { lookupsPerCall: 0, lookupsPerHour: 0 },
          REAL_EFFECTS,
          () => {},
        );
        const remembered = new RememberedStarts();
        const desk: Desk = { store, turns: new Turns(), remembered, lookups, ...REAL_EFFECTS };
        const caller = { accountId, entityIds: null, actor: { kind: "person", id: "cli" } } as const;
        const { product: productId, agent: agentId } = flags;
        const explained = await explainSlots(desk, caller, { productId, agentId, day });
        if (!explained.ok) throw notFound(explained, flags);
        const { offer, agents } = explained.value;
        const { zone } = offer.business;
        const telling = { zone, now: desk.now() };
        if (flags.json) return printJson(agents.map((one) => asJson(one, telling)));
        for (const one of agents) print(`${asText(one, telling, flags.date)}\n`);
      });
    });
  return new Command("explain")
    .description("Why the desk answers as it does.")
    .addHelpText("after", "\nExample:\n  $ slotline explain slots --product prId1 --date 2026-12-01")
    .addCommand(slots)
    .addCommand(explainTimeCommand())
    .addCommand(explainMatchCommand())
    .addCommand(explainPhoneCommand())
    .addCommand(explainDobCommand());
}

function notFound(refused: Refused, { product, agent }: ExplainFlags): CommandFailed {
  const next = "slotline export shows all ids.";
  if (refused.reason === "unknown_agent") return new CommandFailed(`There is no agent ${agent}.`, { next });
  if (refused.reason === "slot_mismatch") {
    return new CommandFailed(`Agent ${agent} does not perform product ${product}.`, { next });
  }
  return new CommandFailed(`There is no product ${product}.`, { next });
}

interface Telling {
  readonly zone: TimeZone;
  /** Epoch milliseconds. */
  readonly now: number;
}

function asText({ agent, rule, runs, starts }: ExplainedAgent, telling: Telling, date: string): string {
  const { zone } = telling;
  const works =
    runs.length === 0 ? "does not work" : `works ${runs.map((run) => span(run, zone)).join(", ")}`;
  const heading = `${agent.firstname} ${agent.lastname} (${agent.id}) ${works} on ${date}: ${RULES[rule]}.`;
  if (starts.length === 0) return heading;
  const rows = starts.map(({ start, refusal }) => [
    localTime(start, zone),
    refusal === undefined ? "offered" : "no",
    refusal === undefined ? "" : reasonOf(start, refusal, telling),
  ]);
  return `${heading}\n${table(["start", "can be had", "why not"], rows)}`;
}

const RULES = {
  override: "the date has hours of its own",
  public_holiday: "it is a public holiday",
  season: "a season's weekly hours count",
  weekly_hours: "the weekly hours count",
};

function asJson({ agent, rule, runs, starts }: ExplainedAgent, telling: Telling): object {
  const { zone } = telling;
  return {
    agentId: agent.id,
    rule,
    workingTime: runs.map(({ start, end }) => ({ start: zone.format(start), end: zone.format(end) })),
    starts: starts.map(({ start, refusal }) => ({
      start: zone.format(start),
      offered: refusal === undefined,
      ...(refusal === undefined ? {} : { rule: refusal.rule, reason: reasonOf(start, refusal, telling) }),
    })),
  };
}

const MINUTE_MS = 60_000;

function reasonOf(start: Minute, refusal: Refusal, { zone, now }: Telling): string {
  switch (refusal.rule) {
    case "outside_working_time":
      return "outside working time";
    case "off_grid":
      return "not on the grid of starts";
    case "too_soon":
      return start * MINUTE_MS < now ? "the time is past" : "too soon: the entity's minimum notice";
    case "too_far":
      return "too far ahead: the entity's horizon";
    case "absent": {
      const { kind, reason } = refusal.absence;
      const what = kind === "closure" ? "closed" : "time off";
      return `${what} ${longSpan(refusal.absence, zone)}${reason === undefined ? "" : ` (${reason})`}`;
    }
    case "agent_busy":
      return `booking ${refusal.claim.bookingId} holds ${span(refusal.claim, zone)}, buffers included`;
    case "class_full":
      return `the class is full: ${refusal.seats} seats taken`;
    case "resource_busy":
      return refusal.claim === undefined
        ? `too few resources in ${refusal.pool}`
        : `no ${refusal.pool} free: booking ${refusal.claim.bookingId} holds one ${span(refusal.claim, zone)}`;
    case "agent_day_full":
      return `the agent's limit of ${refusal.limit} bookings a day is reached`;
    case "product_day_full":
      return `the product's limit of ${refusal.limit} bookings a day is reached`;
  }
}

function localTime(minute: number, zone: TimeZone): string {
  return zone.format(minute).slice(11, 16);
}

function span({ start, end }: Range, zone: TimeZone): string {
  return `${localTime(start, zone)}–${localTime(end, zone)}`;
}

function longSpan({ start, end }: Range, zone: TimeZone): string {
  const text = (minute: number) => zone.format(minute).slice(0, 16).replace("T", " ");
  return `${text(start)} – ${text(end)}`;
}
