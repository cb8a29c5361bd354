import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readPracticeFile } from "./read-practice-file.ts";

const physio = await readFile(new URL("../../examples/physio.yaml", import.meta.url), "utf8");

async function faultsOf(text: string, fileName = "physio.yaml") {
  const reading = await readPracticeFile(text, fileName);
  return reading.ok ? [] : reading.faults;
}

/** The example with one passage replaced. */
function edited(passage: string, replacement: string): string {
  if (!physio.includes(passage)) throw new Error(`the example has no ${passage}`);
  return physio.replace(passage, replacement);
}

describe("a practice file that is right", () => {
  it("is read with every default filled in", async () => {
    const reading = await readPracticeFile(
      "account: { id: a, name: A }\nentities: [{ id: e, name: E, timezone: Europe/Berlin }]",
      "a.yaml",
    );
    expect(reading).toMatchObject({
      ok: true,
      clients: [],
      configuration: {
        id: "a",
        name: "A",
        entities: [
          {
            id: "e",
            name: "E",
            sipIds: [],
            timezone: "Europe/Berlin",
            language: "de",
            currency: "EUR",
            minNoticeMinutes: 0,
            horizonDays: 180,
            changeNoticeMinutes: 0,
            closures: [],
            resources: [],
            agents: [],
            appointmentTypes: [],
          },
        ],
      },
    });
  });

  it("may be the example", async () => {
    expect(await faultsOf(physio)).toEqual([]);
  });

  it("may be the one of the docs page", async () => {
    const page = await readFile(new URL("../../docs/practice-file.md", import.meta.url), "utf8");
    const [, example] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    expect(await faultsOf(example!)).toEqual([]);
  });

  it("may be JSON, indented with tabs", async () => {
    const json = JSON.stringify({ account: { id: "a", name: "A" }, entities: [] }, null, "\t");
    expect(await faultsOf(json, "a.json")).toEqual([]);
  });

  it("keeps words that YAML 1.1 took for true and false", async () => {
    for (const directive of ["", "%YAML 1.1\n---\n"]) {
      const reading = await readPracticeFile(`${directive}account: { id: no, name: on }`, "a.yaml");
      expect(reading).toMatchObject({ ok: true, configuration: { id: "no", name: "on" } });
    }
  });

  it("may have an agent who performs nothing, and an appointment type that nobody performs", async () => {
    expect(await faultsOf(edited("agents: [agId1, agId2]", "agents: []"))).toEqual([]);
  });

  it("may share parts by anchor and alias", async () => {
    const text = edited('tue: ["08:00-18:00"]', 'tue: &day ["08:00-18:00"]').replace(
      'wed: ["08:00-18:00"]',
      "wed: *day",
    );
    expect(await faultsOf(text)).toEqual([]);
  });
});

describe("a fault names its path, its line and what to write instead", () => {
  const product = "entities[0].appointmentTypes[0].products[0]";
  const cases: [passage: string, replacement: string, path: string, message: string][] = [
    [
      "Europe/Berlin",
      "Europe/Berln",
      "entities[0].timezone",
      '"Europe/Berln" is not a known time zone; did you mean Europe/Berlin?',
    ],
    [
      "Europe/Berlin",
      "+01:00",
      "entities[0].timezone",
      '"+01:00" is not a known time zone; write for example Europe/Berlin.',
    ],
    [
      "language: de ",
      "language: french ",
      "entities[0].language",
      'language cannot be "french"; write de or en.',
    ],
    [
      "currency: EUR",
      "currency: Euro",
      "entities[0].currency",
      '"Euro" is not a currency; write its three-letter code, for example EUR.',
    ],
    [
      "country: DE,",
      "country: Germany,",
      "entities[0].publicHolidays.country",
      'The public holidays of "Germany" are not known; write the country\'s two-letter code, for example DE.',
    ],
    [
      "state: SN",
      "state: SX",
      "entities[0].publicHolidays.state",
      'DE has no state "SX" with known public holidays; write its short code, for example SN for Saxony.',
    ],
    [
      "minNoticeMinutes: 60",
      "minNoticeMinutes: -60",
      "entities[0].minNoticeMinutes",
      "minNoticeMinutes must be at least 0, not -60.",
    ],
    [
      "horizonDays: 120",
      "horisonDays: 120",
      "entities[0].horisonDays",
      "There is no member horisonDays here; did you mean horizonDays?",
    ],
    [
      "horizonDays: 120",
      "horizonDays: 1200",
      "entities[0].horizonDays",
      "horizonDays must be at most 730, not 1200.",
    ],
    [
      "horizonDays: 120",
      "horizonDays: four months",
      "entities[0].horizonDays",
      "horizonDays must be a whole number, not text; write for example 30.",
    ],
    [
      "      mon: [",
      "      monday: [",
      "entities[0].hours.monday",
      "There is no member monday here; did you mean mon?",
    ],
    [
      'mon: ["08:00-18:00"]',
      'mon: ["8-18"]',
      "entities[0].hours.mon[0]",
      '"8-18" are not hours; write them as "HH:MM-HH:MM", for example "08:00-18:00".',
    ],
    [
      'mon: ["08:00-18:00"]',
      "mon: 08:00-18:00",
      "entities[0].hours.mon",
      'mon must be a list; write ["08:00-18:00"].',
    ],
    [
      'mon: ["08:00-18:00"]',
      'mon: ["08:00-12:00", "11:00-18:00"]',
      "entities[0].hours.mon[1]",
      "11:00-18:00 overlaps 08:00-12:00 on the same day; write them as one.",
    ],
    [
      "publicHolidays: { country: DE, state: SN }",
      "publicHolidays: DE",
      "entities[0].publicHolidays",
      "publicHolidays must have members of its own, but it is text; write for example { country: DE, state: SN }.",
    ],
    [
      'tue: ["08:00-18:00"]',
      "tue:",
      "entities[0].hours.tue",
      "tue has no value; write one, or leave the member out.",
    ],
    [
      'from: "12:00", to: "13:00"',
      'from: "13:00", to: "12:00"',
      "entities[0].breaks[0].to",
      "This break ends at 12:00, before it begins at 13:00; swap them.",
    ],
    [
      "days: [mon,",
      "days: [monday,",
      "entities[0].breaks[0].days[0]",
      'An entry of days cannot be "monday"; did you mean mon?',
    ],
    [
      'to: "2027-07-31"',
      'to: "2027-06-31"',
      "entities[0].seasons[0].to",
      'There is no date "2027-06-31" in the calendar.',
    ],
    [
      'to: "2027-07-31"',
      'to: "2027-06-30"',
      "entities[0].seasons[0].to",
      "This season ends on 2027-06-30, before it begins on 2027-07-01; swap them.",
    ],
    [
      '"2026-12-24": []',
      '"24.12.2026": []',
      'entities[0].overrides["24.12.2026"]',
      '"24.12.2026" is not a date; write it as "YYYY-MM-DD", for example "2026-12-24".',
    ],
    [
      'end: "2027-08-16T00:00"',
      'end: "2027-08-16"',
      "entities[0].closures[0].end",
      '"2027-08-16" has no time of day; write for example "2027-08-16T00:00".',
    ],
    [
      'end: "2027-08-16T00:00"',
      'end: "2027-08-01T00:00"',
      "entities[0].closures[0].end",
      'This ends at "2027-08-01T00:00", which is not after its start "2027-08-02T00:00"; write a later end.',
    ],
    [
      "id: room2",
      "id: room1",
      "entities[0].resources[1].id",
      'The resource id "room1" is already used at entities[0].resources[0].id; choose another one.',
    ],
    [
      "id: room1,",
      "id: room 1/x,",
      "entities[0].resources[0].id",
      'The id "room 1/x" must not contain spaces, slashes or invisible characters; write for example "room-1-x".',
    ],
    [
      "gender: female",
      "gender: f",
      "entities[0].agents[2].gender",
      'gender cannot be "f"; write male, female or diverse.',
    ],
    [
      "agents: [agId1, agId2]",
      "agents: [agId1, agID2]",
      "entities[0].appointmentTypes[0].agents[1]",
      'This entity has no agent "agID2"; did you mean "agId2"?',
    ],
    [
      "durationMinutes: 30",
      "durationMinutes: 30.5",
      `${product}.durationMinutes`,
      "durationMinutes must be a whole number, not 30.5.",
    ],
    [
      "durationMinutes: 30",
      "durationMinutes: 2000",
      `${product}.durationMinutes`,
      "durationMinutes must be at most 1440, not 2000.",
    ],
    [
      "price: 45",
      'price: "45"',
      `${product}.price`,
      "price must be a number, not text; write for example 28.5.",
    ],
    [
      "bufferAfterMinutes: 5",
      "bufferAfterMinutes: 721",
      `${product}.bufferAfterMinutes`,
      "bufferAfterMinutes must be at most 720, not 721.",
    ],
    [
      "slotIntervalMinutes: 15",
      "slotIntervalMinutes: 0",
      `${product}.slotIntervalMinutes`,
      "slotIntervalMinutes must be at least 1, not 0.",
    ],
    [
      "Behandlungsraum: 1",
      "Behandlungs-raum: 1",
      `${product}.resources["Behandlungs-raum"]`,
      'The product "prId1" needs the pool "Behandlungs-raum", of which this entity has no resources; did you mean "Behandlungsraum"?',
    ],
    [
      "Behandlungsraum: 1",
      "Behandlungsraum: 3",
      `${product}.resources.Behandlungsraum`,
      'The product "prId1" needs 3 of the pool "Behandlungsraum", which has only 2; add resources or need fewer.',
    ],
    [
      "bookerInfo: [firstname, lastname, phone]",
      "bookerInfo: [firstname, surname, phone]",
      `${product}.bookerInfo[1]`,
      'An entry of bookerInfo cannot be "surname"; write firstname, lastname, email, dob, phone, street, zip, city or country.',
    ],
    [
      "email: max.mustermann@mailinator.com",
      "email: max.mustermann",
      "clients[0].email",
      '"max.mustermann" is not an email address; write for example max@example.com.',
    ],
    ['zip: "01044"', "zip: 01044", "clients[0].zip", 'zip must be text; put it in quotes: "01044".'],
    [
      'phone: "+49-341-1234567"',
      "phone: anonymous",
      "clients[0].phone",
      '"anonymous" is not a phone number; write for example "+49 341 1234567".',
    ],
    [
      '{ firstname: Max, lastname: Mustermann, dob: "1990-01-12"',
      '{ dob: "1990-01-12"',
      "clients[1]",
      "This client has neither id nor name; add firstname, lastname or both.",
    ],
    [
      "lastname: Mustermann\n",
      'lastname: "Muster\\nmann"\n',
      "entities[0].agents[0].lastname",
      "This text contains a line break or another control character; write it on one line.",
    ],
    ["name: Massage\n", 'name: ""\n', "entities[0].appointmentTypes[0].name", "name must not be empty."],
  ];
  it.each(cases)("%j → %j", async (passage, replacement, path, message) => {
    const text = edited(passage, replacement);
    const faults = await faultsOf(text);
    expect(faults.map((fault) => ({ path: fault.path, message: fault.message }))).toEqual([
      { path, message },
    ]);
    expect(text.split("\n")[faults[0]!.line - 1]).toContain(replacement.trimEnd());
  });

  it("points at the parent of a missing member", async () => {
    const text = edited("    timezone: Europe/Berlin\n", "");
    const faults = await faultsOf(text);
    expect(faults).toMatchObject([
      {
        path: "entities[0].timezone",
        message: "timezone is missing; add for example timezone: Europe/Berlin.",
      },
    ]);
    expect(text.split("\n")[faults[0]!.line - 1]).toBe("  - id: xyzBusinessEntityId");
  });

  it("counts columns from one", async () => {
    expect(await faultsOf("account: { id: a, name: 7 }")).toMatchObject([{ line: 1, column: 25 }]);
  });

  it("points at the name of an unknown member", async () => {
    expect(await faultsOf("account: { id: a, name: A }\nlanguage: de")).toEqual([
      {
        path: "language",
        line: 2,
        column: 1,
        message: "There is no member language here; the members are account, entities, clients.",
      },
    ]);
  });

  it("does not take __proto__ for a member", async () => {
    const faults = await faultsOf(edited("Behandlungsraum: 1 }", "__proto__: 1 }"));
    expect(faults).toMatchObject([
      { message: "__proto__ cannot be the name of a member; choose another one." },
    ]);
  });
});

describe("syntax faults", () => {
  it.each([
    ["account:\n\tid: a", 2, "This line is indented with a tab; use spaces."],
    [
      "account: { id: a, name: A }\naccount: { id: b, name: B }",
      2,
      "account is written twice in the same place; keep one of them.",
    ],
    [
      '{ "account": { "id": "a", "id": "b" } }',
      1,
      '"id" is written twice in the same place; keep one of them.',
    ],
    [
      "account: { id: a, name: A }\n---\nentities: []",
      2,
      "A second document begins here; put everything into one and remove the line ---.",
    ],
    [
      "account: { id: !env A, name: A }",
      1,
      "Tags such as !this have no meaning here; remove the tag, or put the text in quotes.",
    ],
    ["account: *a", 1, "The file refers to *a, which no & names before."],
    ["", 1, "The file is empty; begin with account: and its id and name."],
    ["just text", 1, "The file must have members of its own, but it is text."],
  ])("%j", async (text, line, message) => {
    expect(await faultsOf(text)).toMatchObject([{ path: "", line, message }]);
  });

  it("a file that unfolds into a huge one is refused", async () => {
    const level = (name: string, inner: string) => `${name}: &${name} [${Array(20).fill(inner).join(", ")}]`;
    const bomb = [level("a", "x"), level("b", "*a"), level("c", "*b"), level("d", "*c")].join("\n");
    expect(await faultsOf(bomb)).toMatchObject([
      { message: "The file refers to itself too often; write repeated parts out." },
    ]);
  });

  it("a file that is nested without end is refused", async () => {
    expect(await faultsOf("[".repeat(100_000))).toHaveLength(1);
  });

  it("a table or a spreadsheet is told apart", async () => {
    expect(await faultsOf("a;b", "clients.csv")).toMatchObject([
      { message: expect.stringContaining("slotline import clients") },
    ]);
  });
});

describe("all faults", () => {
  it("are reported together, in the order of their lines, of form and of sense alike", async () => {
    const text = physio
      .replace("horizonDays", "horizonDayz")
      .replace("Europe/Berlin", "Mars/Olympus")
      .replace("agents: [agId1, agId2]", "agents: [agId1, nobody]")
      .replace("id: prId2", "id: prId1")
      .replace('zip: "01044"', "zip: 01044");
    expect((await faultsOf(text)).map((fault) => fault.path)).toEqual([
      "entities[0].timezone",
      "entities[0].horizonDayz",
      "entities[0].appointmentTypes[0].agents[1]",
      "entities[0].appointmentTypes[0].products[1].id",
      "clients[0].zip",
    ]);
  });

  it("ids are unique across entities, and a SIP id is one in each of its spellings", async () => {
    const entity = (id: string, sipId: string) =>
      `{ id: ${id}, name: E, country: DE, timezone: Europe/Berlin, sipIds: ["${sipId}"], agents: [{ id: a, firstname: A, lastname: A }] }`;
    const text = `account: { id: a, name: A }\nentities:\n  - ${entity("e", "0341 1234567")}\n  - ${entity("f", "sip:+493411234567@example.com")}`;
    expect((await faultsOf(text)).map((fault) => fault.message)).toEqual([
      'The SIP id "sip:+493411234567@example.com" is already used at entities[0].sipIds[0]; choose another one.',
      'The agent id "a" is already used at entities[0].agents[0].id; choose another one.',
    ]);
  });

  it("clients without an id who are the same person are a fault", async () => {
    const text = `${physio}  - { firstname: MAX, lastname: mustermann, dob: "1990-01-12", phone: "0351 7654321" }\n`;
    expect(await faultsOf(text)).toMatchObject([
      {
        path: "clients[2]",
        message: "This is the same client as clients[1]; remove one, or give each an id.",
      },
    ]);
  });

  it("seasons of one schedule do not overlap, also by one date", async () => {
    const text = edited(
      "    overrides:",
      '      - { from: "2027-07-31", to: "2027-08-31", hours: {} }\n    overrides:',
    );
    expect(await faultsOf(text)).toMatchObject([
      {
        path: "entities[0].seasons[1].from",
        message: "This season overlaps the one from 2027-07-01 to 2027-07-31; both last dates are included.",
      },
    ]);
  });
});
