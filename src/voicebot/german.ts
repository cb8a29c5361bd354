import type { Texts, Who } from "./texts.ts";
import type { UserField } from "./wire.ts";

const WEEKDAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
const MONTHS = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];

const FIELDS: Readonly<Record<UserField, Readonly<Record<Who, string>>>> = {
  firstname: { booker: "Wie ist Ihr Vorname?", participant: "Wie ist der Vorname?" },
  lastname: { booker: "Wie ist Ihr Nachname?", participant: "Wie ist der Nachname?" },
  dob: { booker: "Wann sind Sie geboren?", participant: "Wann ist die Person geboren?" },
  phone: {
    booker: "Unter welcher Telefonnummer können wir Sie erreichen?",
    participant: "Unter welcher Telefonnummer ist die Person zu erreichen?",
  },
  email: { booker: "Wie ist Ihre E-Mail-Adresse?", participant: "Wie ist die E-Mail-Adresse der Person?" },
  street: {
    booker: "In welcher Straße wohnen Sie, mit Hausnummer?",
    participant: "In welcher Straße wohnt die Person?",
  },
  zip: { booker: "Wie ist Ihre Postleitzahl?", participant: "Wie ist die Postleitzahl der Person?" },
  city: { booker: "In welchem Ort wohnen Sie?", participant: "In welchem Ort wohnt die Person?" },
  country: { booker: "In welchem Land wohnen Sie?", participant: "In welchem Land wohnt die Person?" },
};

function clock(local: string): string {
  const [hour, minute] = [Number(local.slice(11, 13)), Number(local.slice(14, 16))];
  return minute === 0 ? `${hour} Uhr` : `${hour} Uhr ${minute}`;
}

function either(options: readonly string[]): string {
  return [...options.slice(0, -2), options.slice(-2).join(" oder ")].join(", ");
}

export const GERMAN: Texts = {
  greeting: (business) =>
    `Guten Tag, hier ist der automatische Assistent von ${business}. Was kann ich für Sie tun?`,
  anythingElse: "Kann ich sonst noch etwas für Sie tun?",
  goodbye: "Vielen Dank für Ihren Anruf. Auf Wiederhören!",
  handOver: "Ich verbinde Sie mit unserem Team. Einen Moment, bitte.",
  trouble: "Es tut mir leid, da ist gerade etwas schiefgegangen.",
  nudges: ["Sind Sie noch da?", "Ich höre Sie leider nicht. Möchten Sie etwas sagen?"],
  notUnderstood: "Das habe ich leider nicht verstanden.",
  askWhat: "Möchten Sie einen Termin vereinbaren, verschieben oder absagen?",
  askType: (names) => `Was darf es sein: ${either(names)}?`,
  askAgent: (names) => `Zu wem möchten Sie: ${either(names)}? Oder ist es Ihnen egal?`,
  askProduct: (names) => `Möchten Sie ${either(names)}?`,
  askTime: "Wann möchten Sie kommen?",
  nothingFree: "Da ist leider nichts frei. Wann würde es Ihnen sonst passen?",
  nothingFreeThen: "Dann ist leider nichts frei.",
  soonest: "so früh wie möglich",
  offer: (times) =>
    times.length === 1
      ? `Frei ist ${times[0]}. Passt Ihnen das?`
      : `Frei ist ${either(times)}. Was passt Ihnen?`,
  offerOther: "Wann würde es Ihnen besser passen?",
  askForSelf: "Ist der Termin für Sie selbst?",
  askName: (who) =>
    who === "booker" ? "Wie ist Ihr Vor- und Nachname?" : "Wie heißt die Person, mit Vor- und Nachnamen?",
  askField: (field, who) => FIELDS[field][who],
  askCallerNumber: "Darf ich die Nummer notieren, von der Sie anrufen?",
  askSpelling: "Ich finde Sie leider nicht. Bitte buchstabieren Sie Ihren Nachnamen.",
  notFound: "Ich kann Sie leider nicht finden.",
  readBack: ({ what, agent, time, name, phone }) =>
    `Ich fasse zusammen: ${what}${agent === undefined ? "" : ` bei ${agent}`} am ${time}, für ${name}` +
    `${phone === undefined ? "" : `, Telefon ${phone}`}. Ist das richtig?`,
  askWrong: "Was soll ich ändern?",
  booked: (time) => `Ihr Termin am ${time} ist gebucht.`,
  noBookings: "Sie haben keinen Termin, der noch kommt.",
  whichBooking: (bookings) => `Welchen Termin meinen Sie: ${either(bookings)}?`,
  confirmCancel: (booking) => `Soll ich ${booking} absagen?`,
  cancelled: "Der Termin ist abgesagt.",
  askNewTime: (booking) => `Auf wann möchten Sie ${booking} verschieben?`,
  confirmMove: (from, to) => `Soll ich ${from} auf ${to} verschieben?`,
  moved: (time) => `Ihr Termin ist jetzt am ${time}.`,
  kept: "Gut, der Termin bleibt, wie er ist.",
  time: (local, thisYear) => {
    const date = new Date(`${local.slice(0, 10)}T00:00Z`);
    const year = date.getUTCFullYear();
    const day = `${WEEKDAYS[date.getUTCDay()]}, ${date.getUTCDate()}. ${MONTHS[date.getUTCMonth()]}`;
    return `${day}${year === thisYear ? "" : ` ${year}`}, ${clock(local)}`;
  },
  clock,
  booking: (name, time) => `${name} am ${time}`,
  withAgent: (agent) => `bei ${agent}`,
  either,
  words: {
    yes: /^(ja|jawohl|genau|richtig|stimmt|korrekt|gern|gerne|okay|ok|passt|in ordnung|einverstanden|perfekt|bitte)\b/,
    no: /^(nein|nee|noe|falsch|stimmt nicht|lieber nicht|keiner|keine|keinen|nicht)\b/,
    human: /\b(mensch|mitarbeiter|mitarbeiterin|echte person|jemand sprechen|zentrale|empfang)\b/,
    repeat:
      /^(wie bitte|bitte noch ?mal|noch ?mal|wiederholen|was haben sie gesagt|koennen sie das wiederholen)/,
    goodbye: /\b(tschuess|auf wiederhoeren|auf wiedersehen|das war'?s|das wars|das ist alles|nichts mehr)\b/,
    book: /\b(termin|buchen|vereinbaren|vorbeikommen|haette gern)\b/,
    cancel: /\b(absagen|stornieren|canceln|loeschen|absage|nicht kommen)\b/,
    move: /\b(verschieben|umbuchen|verlegen|anderen termin|aendern)\b/,
    any: /\b(egal|wer auch immer|irgendwer|irgendwem|keine praeferenz|wer gerade frei)\b/,
    instead: /\b(doch|lieber|stattdessen|sondern|bei|zu)\b/,
    self: /\b(fuer mich|mich selbst|mich selber|selbst|ich selbst|ich selber)\b/,
    other: /\b(fuer (meine|meinen|mein|unsere|unseren|unser)|nicht fuer mich|jemand ander\w*)\b/,
    beforeName:
      /^(guten tag|hallo|ja|also|aeh|aehm|mein name ist|ich heiße|ich bin|hier ist|das ist|hier spricht|name ist)\b[ ,]*/,
    first: /\b(erste[rns]?|ersteren|nummer eins)\b/,
    second: /\b(zweite[rns]?|nummer zwei)\b/,
    third: /\b(dritte[rns]?|letzte[rns]?|nummer drei)\b/,
    wrongName: /\b(name|namen|vorname|nachname|heiße)\b/,
    wrongPhone: /\b(nummer|telefon|telefonnummer)\b/,
    wrongTime: /\b(uhrzeit|zeit|tag|datum|wann)\b/,
    wrongAgent: /\b(bei wem|person|mitarbeiter|therapeut\w*|frisoer\w*)\b/,
    wrongWhat: /\b(leistung|behandlung|was|art)\b/,
  },
};
