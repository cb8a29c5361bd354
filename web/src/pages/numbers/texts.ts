import { texts } from "../../i18n.ts";

export const NUMBERS = texts(
  "numbers",
  {
    title: "Rufnummern",
    about:
      "Anrufe auf diesen Nummern sind für {{name}}. Der Bot sieht zuerst hier nach, für wen er den Hörer abnimmt.",
    list: "Nummern von {{name}}",
    empty: "Noch keine Nummer. Ohne sie weiß der Bot nicht, für wen ein Anruf ist.",
    phone: "Telefonnummer",
    sip: "SIP-Kennung",
    national:
      "Ohne Landesvorwahl (+49 …) wird sie nur erkannt, wenn Ihr Telefonanbieter sie genau so meldet.",
    call: "Jetzt anrufen (Simulator)",
    callOf: "{{number}} jetzt anrufen (Simulator, neues Fenster)",
    blocked:
      "Ihr Browser hat das neue Fenster verhindert. Erlauben Sie es dieser Seite und versuchen Sie es noch einmal.",
    remove: "Entfernen",
    removeOf: "{{number}} entfernen",
    removeTitle: "„{{number}}“ entfernen?",
    removeAbout: "Anrufe auf dieser Nummer nimmt der Bot dann nicht mehr für Sie an.",
    removed: "„{{number}}“ ist entfernt.",
    added: "„{{number}}“ gehört jetzt zu {{name}}.",
    new: "Neue Nummer",
    newHint:
      "Eine Telefonnummer mit Vorwahl, zum Beispiel +49 341 1234567, oder die Kennung, die Ihr Telefonanbieter oder Bot verwendet.",
    add: "Hinzufügen",
    simulator: "Ausprobieren",
    simulatorAbout:
      "Im Simulator sind Sie der Anrufer: Sie tippen oder sprechen, der Bot antwortet. Was Sie dort buchen, ist ein echter Termin und steht im Kalender. Der Zugang dafür gilt eine Stunde.",
    fault: {
      form: "Bitte eine Nummer oder Kennung mit höchstens 128 Zeichen.",
      own: "Diese Nummer steht schon in der Liste.",
      taken: "Diese Nummer gehört schon zu einem anderen Standort.",
    },
  },
  {
    title: "Phone numbers",
    about: "Calls to these numbers are for {{name}}. The bot uses them to tell which branch was called.",
    list: "Numbers of {{name}}",
    empty: "No numbers yet. Without one, the bot can’t tell which branch was called.",
    phone: "Phone number",
    sip: "SIP ID",
    national:
      "Without a country code (+49 …), this only works if your phone provider reports the number exactly like this.",
    call: "Call now (simulator)",
    callOf: "Call {{number}} now (simulator, new window)",
    blocked: "Your browser blocked the new window. Allow pop-ups for this page and try again.",
    remove: "Remove",
    removeOf: "Remove {{number}}",
    removeTitle: "Remove “{{number}}”?",
    removeAbout: "The bot will no longer handle calls to this number.",
    removed: "“{{number}}” removed.",
    added: "“{{number}}” added to {{name}}.",
    new: "New number",
    newHint: "A phone number such as +49 341 1234567, or the ID your phone provider or bot uses.",
    add: "Add",
    simulator: "Try it",
    simulatorAbout:
      "In the simulator you are the caller: type or speak, and the bot answers. Bookings are real and appear in the calendar. Access lasts one hour.",
    fault: {
      form: "Please enter a number or ID of at most 128 characters.",
      own: "This number is already in the list.",
      taken: "This number already belongs to another branch.",
    },
  },
);
