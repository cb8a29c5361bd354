// The picture of docs/architecture.md, enforced. Each rule says why in its comment.

const PURE = "^src/(scheduling|identity|time-query)/";
const TEST = "[.](test|fixture)[.]ts$";

/** A folder and the only places of src/ that its code (not its tests) may import. */
const mayImport = (folder, allowed, why) => ({
  name: `${folder}-imports`,
  comment: why,
  severity: "error",
  from: { path: `^src/${folder}/`, pathNot: TEST },
  to: { path: "^src/", pathNot: [`^src/${folder}/`, ...allowed] },
});

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "What imports each other cannot be understood, tested or moved alone.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that nobody imports does nothing.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          TEST,
          "^src/cli/slotline[.]ts$",
          "^(test/harness/closing-line|bench/.*|scripts/.*)[.]ts$",
          "[.]d[.]ts$",
        ],
      },
      to: {},
    },
    {
      name: "scheduling-imports-nothing",
      comment: "The rules are data in, data out: they run in any program and their tests need nothing.",
      severity: "error",
      from: { path: "^src/scheduling/", pathNot: TEST },
      to: { pathNot: "^src/scheduling/" },
    },
    {
      name: "pure-folders-do-no-io",
      comment: "Who is calling and which time is meant are decided from what is handed in.",
      severity: "error",
      from: { path: PURE, pathNot: TEST },
      to: { dependencyTypes: ["core"] },
    },
    mayImport("identity", ["^src/scheduling/"], "Identity knows no store and no wire."),
    mayImport("time-query", ["^src/scheduling/"], "The time query knows no store and no wire."),
    mayImport(
      "booking",
      [PURE, "^src/store/(store|stored-client|lookups|call-log|key-usage)[.]ts$"],
      "Use cases know the store's port, never an adapter, never the wire: any front end can call them.",
    ),
    mayImport(
      "store",
      ["^src/scheduling/", "^src/identity/"],
      "A store keeps what the domain describes and knows nobody who uses it.",
    ),
    mayImport(
      "webhook",
      [PURE, "^src/booking/", "^src/store/(store|stored-client|lookups|call-log|key-usage)[.]ts$"],
      "The webhook turns wire into use cases and back; which store answers is decided in main.ts.",
    ),
    mayImport("login", [], "Who is logged in: it knows better-auth and its own tables, nothing of the desk."),
    mayImport(
      "staff-api",
      [
        PURE,
        "^src/(booking|practice-file)/",
        "^src/login/login[.]ts$",
        "^src/store/(store|stored-client|call-log|members|desk-bookings|desk-clients)[.]ts$",
        "^src/webhook/(credentials|json-body|limits)[.]ts$",
      ],
      "The desk's own front end: the same use cases as the webhook, and the forms of the practice file.",
    ),
    mayImport(
      "web-app",
      ["^src/webhook/send-problem[.]ts$"],
      "It hands out files and knows nothing of them.",
    ),
    mayImport(
      "practice-file",
      [PURE, "^src/store/(store|stored-client)[.]ts$"],
      "The practice file is one more front end: it knows the port.",
    ),
    mayImport("protocol", [], "The wire as a caller's side reads it."),
    mayImport("client", ["^src/protocol/"], "A client of any server of the protocol."),
    mayImport(
      "conformance",
      ["^src/protocol/"],
      "The kit knows the wire alone: it judges every server, ours as any other.",
    ),
    mayImport(
      "voicebot",
      ["^src/(protocol|time-query|identity)/", "^src/scheduling/(configuration|time-zone)[.]ts$"],
      "The caller's side knows the wire alone, like any outside client: so it works with any server of the protocol.",
    ),
    mayImport(
      "simulator",
      [
        "^src/voicebot/",
        "^src/scheduling/time-zone[.]ts$",
        "^src/webhook/(admission|json-body|send-problem)[.]ts$",
      ],
      "The page is one more caller: it has the bot, and is let in as bots are.",
    ),
    mayImport(
      "telephony",
      [
        "^src/voicebot/",
        "^src/identity/phone[.]ts$",
        "^src/scheduling/time-zone[.]ts$",
        "^src/store/(store|phone-calls)[.]ts$",
        "^src/webhook/(credentials|send-problem)[.]ts$",
      ],
      "Carriers are one more way to the bot, which asks the webhook like any other.",
    ),
    mayImport(
      "scenarios",
      ["^src/(voicebot|protocol)/"],
      "Scripted and invented callers use the reference bot; where the business comes from is the command's to say.",
    ),
    {
      name: "one-composition-root",
      comment:
        "Adapters are chosen in main.ts and places.ts; the command line may name their own errors and files.",
      severity: "error",
      from: { path: "^src/", pathNot: [TEST, "^src/(store|cli)/", "^src/(main|places)[.]ts$"] },
      to: { path: "^src/store/(sqlite|postgres)/" },
    },
    {
      name: "config-is-read-once",
      comment: "Settings are handed down as values; only the edge of the program knows where they come from.",
      severity: "error",
      from: { path: "^src/", pathNot: [TEST, "^src/((main|places|effects|certificate)[.]ts|cli/)"] },
      to: { path: "^src/(config|clock)[.]ts$" },
    },
    {
      name: "no-dev-dependencies-in-src",
      comment: "They are not there when Slotline is installed.",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "resolvable",
      comment: "An import that cannot be resolved fails only when its line runs.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
    },
  },
};
