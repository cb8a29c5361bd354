import type { UserField } from "../protocol/index.ts";
import type { Texts, Who } from "./texts.ts";

const DAY = new Intl.DateTimeFormat("de", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});
const BIRTH_DATE = new Intl.DateTimeFormat("de", { dateStyle: "long", timeZone: "UTC" });

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

function day(local: string, thisYear: number): string {
  const year = Number(local.slice(0, 4));
  return `${DAY.format(Date.parse(local.slice(0, 10)))}${year === thisYear ? "" : ` ${year}`}`;
}

function either(options: readonly string[]): string {
  return [...options.slice(0, -2), options.slice(-2).join(" oder ")].join(", ");
}

function all(options: readonly string[]): string {
  return [...options.slice(0, -2), options.slice(-2).join(" und ")].join(", ");
}

export const GERMAN: Texts = {
  greeting: (business) =>
    `Guten Tag, hier ist der automatische Assistent von ${business}. Was kann ich für Sie tun?`,
  anythingElse: "Kann ich sonst noch etwas für Sie tun?",
  goodbye: "Vielen Dank für Ihren Anruf. Auf Wiederhören!",
  handOver: "Ich verbinde Sie mit unserem Team. Einen Moment, bitte.",
  trouble: "Es tut mir leid, da ist gerade etwas schiefgegangen.",
  oneMoment: "Einen Moment noch, bitte.",
  nudges: ["Sind Sie noch da?", "Ich höre Sie leider nicht. Möchten Sie etwas sagen?"],
  notUnderstood: "Das habe ich leider nicht verstanden.",
  hints: {
    name: "Sagen Sie zum Beispiel: Erika Musterfrau. Oder buchstabieren Sie bitte.",
    lastname: "Sie können den Namen auch buchstabieren.",
    firstname: "Sie können den Namen auch buchstabieren.",
    dob: "Sagen Sie zum Beispiel: dritter April neunzehnhundertsechsundsechzig.",
    phone: "Nennen Sie bitte die ganze Nummer mit Vorwahl, oder tippen Sie sie ein.",
    email: "Sagen Sie zum Beispiel: erika Punkt muster at beispiel Punkt de.",
    zip: "Sagen Sie bitte die einzelnen Ziffern.",
    choice: "Sagen Sie zum Beispiel: das zweite.",
  },
  isNeeded: "Für die Buchung brauche ich das leider.",
  cannotTell:
    "Dazu kann ich Ihnen leider keine Auskunft geben. Ich kann Termine vereinbaren, verschieben und absagen.",
  nothingBooked: "Gut, dann habe ich nichts gebucht.",
  askWhat: "Möchten Sie einen Termin vereinbaren, verschieben oder absagen?",
  askType: (names) => `Was darf es sein: ${either(names)}?`,
  askAgent: (names) => `Zu wem möchten Sie: ${either(names)}? Oder ist es Ihnen egal?`,
  askProduct: (names) => `Möchten Sie ${either(names)}?`,
  askTime: "Wann möchten Sie kommen?",
  askOtherTime: "Wann würde es Ihnen besser passen?",
  nothingFree: "Da ist leider nichts frei. Wann würde es Ihnen sonst passen?",
  nothingFreeThen: "Dann ist leider nichts frei.",
  nothingSuits: "Da habe ich leider nichts Passendes.",
  offer: (times) =>
    times.length === 1
      ? `Frei ist ${times[0]}. Passt Ihnen das?`
      : `Frei ist ${either(times)}. Was passt Ihnen?`,
  askForSelf: "Ist der Termin für Sie selbst?",
  askName: (who) =>
    who === "booker" ? "Wie ist Ihr Vor- und Nachname?" : "Wie heißt die Person, mit Vor- und Nachnamen?",
  askField: (field, who) => FIELDS[field][who],
  askCallerNumber: "Darf ich die Nummer notieren, von der Sie anrufen?",
  askSpelling: (who) =>
    who === "booker"
      ? "Bitte buchstabieren Sie Ihren Nachnamen."
      : "Bitte buchstabieren Sie den Nachnamen der Person.",
  notFound: "Ich kann Sie leider nicht finden.",
  readBack: ({ what, agent, time, name, booker, details }) =>
    `Ich fasse zusammen: ${[
      `${what}${agent === undefined ? "" : ` bei ${agent}`} am ${time}`,
      `für ${name}`,
      ...(booker === undefined ? [] : [`gebucht von ${booker}`]),
      ...details,
    ].join(", ")}. Ist das richtig?`,
  askWrong: "Was soll ich ändern?",
  booked: (time) => `Ihr Termin am ${time} ist gebucht.`,
  noBookings: "Sie haben keinen Termin, der noch kommt.",
  yourBookings: (bookings) =>
    `Sie haben ${bookings.length === 1 ? "diesen Termin" : "diese Termine"}: ${all(bookings)}.`,
  whichBooking: (bookings) => `Welchen Termin meinen Sie: ${either(bookings)}?`,
  confirmCancel: (booking) => `Soll ich ${booking} absagen?`,
  cancelled: "Der Termin ist abgesagt.",
  askNewTime: (booking) => `Auf wann möchten Sie ${booking} verschieben?`,
  confirmMove: (from, to) => `Soll ich ${from} auf ${to} verschieben?`,
  moved: (time) => `Ihr Termin ist jetzt am ${time}.`,
  kept: "Gut, der Termin bleibt, wie er ist.",
  time: (local, thisYear) => `${day(local, thisYear)}, ${clock(local)}`,
  clock,
  booking: (name, time) => `${name} am ${time}`,
  phone: (digits) => `Telefon ${digits}`,
  birthDate: (date) => `geboren am ${BIRTH_DATE.format(Date.parse(date))}`,
  email: (address) => `E-Mail ${address.replace(/@/g, " at ").replace(/\./g, " Punkt ")}`,
  soonest: "so früh wie möglich",
  onDay: (local, thisYear) => `am ${day(local, thisYear)}`,
  fromDay: (local, thisYear) => `ab ${day(local, thisYear)}`,
  beforeDay: (local, thisYear) => `vor ${day(local, thisYear)}`,
  from: (local, thisYear) => `am ${day(local, thisYear)} ab ${clock(local)}`,
  before: (local, thisYear) => `am ${day(local, thisYear)} vor ${clock(local)}`,
  plainly: {
    yes: "ja",
    no: "nein",
    book: "ich möchte einen Termin vereinbaren",
    move: "ich möchte meinen Termin verschieben",
    cancel: "ich möchte meinen Termin absagen",
    lookUp: "wann ist mein Termin",
    human: "ich möchte mit einem Mitarbeiter sprechen",
    repeat: "wie bitte",
    any: "das ist mir egal",
    later: "lieber später",
    earlier: "lieber früher",
    goodbye: "auf Wiederhören",
  },
  keys: { "1": "ja", "2": "nein" },
  words: {
    yes: /^(ja+|jo|jep|jawohl|genau|richtig|stimmt|korrekt|gern|gerne|okay|ok|passt|das passt|in ordnung|einverstanden|perfekt|bitte|das nehme ich|nehme ich)\b/,
    no: /^(nein|nee|noe|falsch|stimmt nicht|passt nicht|lieber nicht|keiner|keine|keinen|keins|nichts davon|nicht|das passt (mir )?nicht|geht nicht|da kann ich nicht)\b/,
    human:
      /\b(menschen?|mitarbeiter(in)?|echten? person|richtigen? person|jemande?[nm]? sprechen|mit jemandem|durchstellen|verbinden sie mich|zentrale|empfang|rezeption)\b/,
    repeat:
      /^(wie bitte|bitte noch ?mal|noch ?mal|wiederholen|was haben sie gesagt|koennen sie das wiederholen|was war das)/,
    goodbye: /\b(tschuess|auf wiederhoeren|auf wiedersehen|das war'?s|das wars|das ist alles|nichts mehr)\b/,
    giveUp:
      /\b(abbrechen|abbruch|vergessen sie|vergiss es|doch keinen termin|keinen termin mehr|lassen wir|lassen sie'?s|hat sich erledigt|doch lieber nicht)\b|^(nein )?(dann )?doch nicht$/,
    beyond:
      /\b(was kostet|wie ?viel kostet|wie teuer|preise?|oeffnungszeiten|wann (haben sie|habt ihr) (auf|offen|geoeffnet)|wie lange (haben sie|habt ihr)|wo (sind|finde|liegt)|parkplaetze|parkplatz|parken|rezept|krankenkasse|gutschein)\b/,
    book: /\b(termine?|buchen|vereinbaren|vorbeikommen|haette gern|reservieren|neuen|noch einen)\b/,
    cancel: /\b(absagen|sage .*\bab|stornieren|canceln|loeschen|absage|nicht kommen|ausfallen)\b/,
    move: /\b(verschieben|verschiebe|umbuchen|verlegen|vorverlegen|anderen termin|aendern|umlegen)\b/,
    lookUp:
      /\b(wann (ist|war|habe ich|hab ich) (noch ?mal |denn )?(mein|meinen|der|einen|den) (naechste[rn] )?termin|wann (muss|soll) ich kommen|welche termine habe ich|habe ich (noch )?einen termin)\b/,
    andThen: /\b(?:und|dann)\b/i,
    movedTo: /\b(?:auf|nach) (.+)$/,
    any: /\b(egal|wer auch immer|irgendwer|irgendwem|irgendjemand\w*|keine praeferenz|wer gerade frei|wer frei)\b/,
    instead: /\b(doch|lieber|stattdessen|sondern|bei|zu)\b/,
    shorter: /\b(kuerzere\w*|kuerzeste\w*|kurze\w*)\b/,
    longer: /\b(laengere\w*|laengste\w*|lange)\b/,
    earliest: /\b(fruehere[nrs]?|frueheste[nrs]?|ersteren?)\b/,
    latest: /\b(spaetere[nrs]?|spaeteste[nrs]?|letztere[nrs]?)\b/,
    earlier: /\b(frueher|eher)\b/,
    later: /\bspaeter\b/,
    self: /\b(fuer mich|mich selbst|mich selber|selbst|ich selbst|ich selber)\b/,
    other:
      /\b(fuer (meine|meinen|mein|unsere|unseren|unser) (kleine[nr]? )?(mann|frau|sohn|tochter|kind|mutter|mama|vater|papa|oma|opa|bruder|schwester|freund|freundin|partner|partnerin|enkel|enkelin|enkelkind|kollegen|kollegin|chef|chefin|nachbarn|nachbarin)|nicht fuer mich|jemand ander\w*)\b/,
    relative:
      /\b[Ff]ür (?:meine|meinen|mein|unsere|unseren|unser) (?:kleinen? )?(?:Mann|Frau|Sohn|Tochter|Kind|Mutter|Vater|Oma|Opa|Bruder|Schwester|Freund|Freundin|Partner|Partnerin|Enkel|Enkelin) (?!Termin|Massage)(\p{Lu}[\p{L}-]+)/u,
    thisNumber:
      /\b(diese|dieser|die nummer von der ich|von der ich (gerade )?anrufe|meine aktuelle|die hier)\b/,
    refuses:
      /\b(hab(e)? ich (nicht|keine?n?)|haben wir (nicht|keine)|keine (mail|e mail|email|mailadresse|adresse|telefonnummer|nummer)|moechte ich nicht|sag(e)? ich nicht|will ich nicht|geht sie nichts an|weiss ich nicht|keine ahnung|kein (handy|telefon))\b|^(nein|nein danke)$/,
    beforeName:
      /^(?:guten tag|hallo|ja|also|äh|ähm|ach so|mein name ist|der name ist|ich heiße|ich heisse|ich bin(?: der| die)?|hier ist|das ist|hier spricht|name ist|sie heißt|er heißt|sie heisst|er heisst)(?![\p{L}])[ ,]*/iu,
    beforeAddress: /^(?:ja|also|äh|ähm|ich wohne|wir wohnen|das ist|in der|im|in)(?![\p{L}])[ ,]*/iu,
    firstnameIs: /\bvorname (?:ist )?([\p{L}'-]+)/iu,
    lastnameIs: /\b(?:nachname|familienname|zuname) (?:ist )?((?:v[ao]n |de[rmn]? |zu[mr]? )*[\p{L}'-]+)/iu,
    afterName:
      /[ ,.]*\b(?:geboren\w*|geb\b|geburts\w+|telefon\w*|handy\w*|rufnummer|nummer|e-?mail\w*|mailadresse|wohnhaft|wohne|bitte|danke|geschrieben|buchstabiert|am apparat)/iu,
    noName:
      /^(ich|sie|es|er|wir|das|dass|dies|was|wie|wann|warum|wer|wo|wieso|wozu|nein|nee|nicht|kein\w*|ja|doch|bitte|danke|und|oder|aber|weil|ist|sind|war|hab|habe|haben|hatte|haette|moecht\w*|woll\w*|kann|koennte\w*|sag|sage|sagen|weiss|gern\w*|also|mein\w*|ihr|ihnen|mit|ohne|fuer|nummer|telefon|mail|email|termin\w*|heisst|schreibt|genau|richtig|falsch|sondern|ahnung|egal|moment|aeh|aehm|hm|noch|schon|hier|wohne|geht|gehen|privat|nichts|niemand|brauche|brauchen|schnell|wieder|auch|so|da|dann|denn|geboren|at|punkt|uhr|am|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute)$/,
    title: /^(frau|herr|herrn|familie|dr|doktor|prof|professor|professorin)\b/,
    announces: {
      name: /(?<!\p{L})(?:mein name ist|der name ist|ich heiße|ich heisse|hier ist|hier spricht)(?!\p{L})/iu,
      dob: /(?<!\p{L})(?:geboren(?: bin ich)?(?: am)?|geburtsdatum(?: ist)?(?: der)?|geb\.)(?!\p{L})/iu,
      phone:
        /(?<!\p{L})(?:telefonnummer|handynummer|rufnummer|telefon|nummer|erreichbar unter)(?: ist| lautet)?(?: die)?(?!\p{L})/iu,
      email: /(?<!\p{L})(?:e-?mail(?:-?adresse)?|mailadresse)(?: ist| lautet)?(?!\p{L})/iu,
    },
    first: /\b(erste[rns]?|nummer eins)\b/,
    second: /\b(zweite[rns]?|mittlere[rns]?|nummer zwei)\b/,
    third: /\b(dritte[rns]?|letzte[rns]?|nummer drei)\b/,
    wrong: {
      firstname: /\b(vorname\w*)\b/,
      lastname: /\b(name\w*|nachname\w*|familienname\w*|heisse|geschrieben)\b/,
      dob: /\b(geburts\w*|geboren)\b/,
      phone: /\b(nummer|telefon|telefonnummer|handynummer)\b/,
      email: /\b(mail|e mail|email|mailadresse)\b/,
      zip: /\b(postleitzahl|plz)\b/,
      street: /\b(strasse|adresse|hausnummer)\b/,
      city: /\b(ort|stadt|wohnort)\b/,
      country: /\bland\b/,
      time: /\b(uhrzeit|zeit|tag|datum|wann|termin)\b/,
    },
  },
};
