import { beforeEach, describe, expect, it } from "vitest";
import { applyPracticeFile } from "./apply-practice-file.ts";
import { importClients } from "./import-clients.ts";
import { countingIds, MemoryStore } from "./memory-store.fixture.ts";

const ACCOUNT =
  "account: { id: a, name: A }\nentities: [{ id: e, name: E, timezone: Europe/Berlin, country: DE }]";

let store: MemoryStore;
let newId: (prefix: string) => string;
beforeEach(async () => {
  store = new MemoryStore();
  newId = countingIds();
  await applyPracticeFile(store, ACCOUNT, "a.yaml", { prune: false, dryRun: false, at: 0, newId });
});

async function importText(csv: string | Uint8Array, options: { dryRun?: boolean } = {}) {
  const bytes = typeof csv === "string" ? new TextEncoder().encode(csv) : csv;
  const result = await importClients(store, "a", bytes, { dryRun: false, at: 0, newId, ...options });
  if (!result.ok) throw new Error(result.message);
  return result;
}

/** What a German Windows program writes. */
function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const clients = () =>
  [...store.storedClients.values()].map(({ keys: _, lookupKeys: __, ...client }) => client);

describe("a client table", () => {
  it("is read with German headings, semicolons, German dates and Windows-1252", async () => {
    const result = await importText(
      windows1252(
        "Patientennummer;Nachname;Vorname;geb.;Telefon;E-Mail;Straße;PLZ;Ort;Land;Kasse\r\n" +
          "4711;Müller;Jörg;25.7.1985;0341/1234567;joerg@example.com;Beispielstraße 2;01044;Köln;Deutschland;AOK\r\n",
      ),
    );
    expect(result).toEqual({
      ok: true,
      added: 1,
      changed: 0,
      unchanged: 0,
      leftOut: [],
      unknownColumns: ["Kasse"],
      applied: true,
    });
    expect(clients()).toEqual([
      {
        id: "4711",
        firstname: "Jörg",
        lastname: "Müller",
        dob: "1985-07-25",
        phone: "0341/1234567",
        email: "joerg@example.com",
        street: "Beispielstraße 2",
        zip: "01044",
        city: "Köln",
        country: "Deutschland",
      },
    ]);
    expect(store.storedClients.get("4711")?.keys.phoneKey).toBe("+493411234567");
  });

  it.each([
    ["commas and English headings", "First Name,Last Name,Date of Birth\nMax,Mustermann,1985-07-25"],
    ["tabs", "Vorname\tName\tGeburtsdatum\nMax\tMustermann\t25.07.1985"],
    ["a byte order mark", "\uFEFFVorname;Nachname;Geb.-Datum\nMax;Mustermann;25.07.1985"],
    [
      "quotes and a delimiter inside",
      'Vorname,Nachname,"Geburtstag"\n"Max","Mustermann","25.07.1985 00:00:00"',
    ],
    ["Excel's first line", "sep=;\r\nVORNAME;NACHNAME;GEBOREN AM\r\nMax;Mustermann;25.07.1985"],
    ["empty lines", "Vorname;Nachname;dob\n\n;;\nMax;Mustermann;1985-07-25\n\n"],
  ])("is read with %s", async (_, csv) => {
    expect(await importText(csv)).toMatchObject({ added: 1, leftOut: [], unknownColumns: [] });
    expect(clients()).toMatchObject([
      { id: "cl_1", firstname: "Max", lastname: "Mustermann", dob: "1985-07-25" },
    ]);
  });

  it("prefers the mobile number of two", async () => {
    await importText("Name;Telefon;Handy\nA;0341 111111;0171 1234567\nB;0341 222222;");
    expect(clients().map((client) => client.phone)).toEqual(["0171 1234567", "0341 222222"]);
  });

  it("imported again changes nothing", async () => {
    const csv = "Vorname;Nachname;Telefon\nMax;Mustermann;0341 1234567\nEva;Muster;";
    await importText(csv);
    expect(await importText(csv)).toMatchObject({ added: 0, changed: 0, unchanged: 2, applied: false });
  });

  it("changes what it says of a known client and keeps the rest", async () => {
    await importText("Nr;Nachname;Telefon;Ort\n1;Mustermann;0341 1234567;Leipzig");
    const result = await importText("Nr;Nachname;Telefon;Ort\n1;Mustermann;0341 7654321;");
    expect(result).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect(clients()).toMatchObject([{ id: "1", phone: "0341 7654321", city: "Leipzig" }]);
  });

  it("leaves out faulty rows with their line and the reason", async () => {
    const result = await importText(
      [
        "Vorname;Nachname;Geburtsdatum;Telefon;E-Mail",
        "Max;Mustermann;31.02.1985;;",
        "Eva;Muster;7/25/85;;",
        ";;01.01.1990;;",
        "Jan;Gut;01.01.1990;4,93411E+11;",
        "Ute;Gut;;;ute(at)example.com",
        "Ali;Gut;01.01.1990;;",
        "ALI;GUT;1990-01-01;;",
      ].join("\n"),
    );
    expect(result.added).toBe(1);
    expect(result.leftOut).toEqual([
      { row: 2, reason: 'There is no date "31.02.1985" in the calendar.' },
      { row: 3, reason: '"7/25/85" is not a date; write it as 25.07.1985 or 1985-07-25.' },
      { row: 4, reason: "The row has no name." },
      { row: 5, reason: '"4,93411E+11" is not a phone number; write for example "+49 341 1234567".' },
      { row: 6, reason: '"ute(at)example.com" is not an email address; write for example max@example.com.' },
      { row: 8, reason: "This is the same client as in row 7." },
    ]);
  });

  it("brings nobody back who was erased, and no card that is a part of another", async () => {
    store.gone = [
      { id: "4711", mergedInto: null },
      { id: "4712", mergedInto: "4713" },
    ];
    const result = await importText("Nr;Nachname\n4711;Müller\n4712;Maier\n4713;Meyer\n");
    expect(result).toMatchObject({
      added: 1,
      leftOut: [
        { row: 2, reason: expect.stringContaining("4711 was erased on request") },
        { row: 3, reason: expect.stringContaining("4712 is a part of the card 4713") },
      ],
    });
    expect(clients().map(({ id }) => id)).toEqual(["4713"]);
  });

  it("with dryRun is counted and not written", async () => {
    expect(await importText("Name\nMustermann", { dryRun: true })).toMatchObject({
      added: 1,
      applied: false,
    });
    expect(clients()).toEqual([]);
  });
});

describe("a table that cannot be imported", () => {
  const options = () => ({ dryRun: false, at: 0, newId });
  it.each([
    ["", "The file is empty; its first line must name the columns."],
    ["a;b\n1;2", "No column is called Vorname or Nachname; the first line is: a, b"],
  ])("%j", async (csv, message) => {
    const result = await importClients(store, "a", new TextEncoder().encode(csv), options());
    expect(result).toEqual({ ok: false, reason: "unreadable", message });
  });

  it("is one for an account that does not exist", async () => {
    const result = await importClients(store, "b", new Uint8Array(), options());
    expect(result).toMatchObject({ ok: false, reason: "unknown_account" });
  });
});
