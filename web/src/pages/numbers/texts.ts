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
    about: "Calls to these numbers are for {{name}}. It is here that the bot looks first whom a call is for.",
    list: "Numbers of {{name}}",
    empty: "No number yet. Without one the bot does not know whom a call is for.",
    phone: "Phone number",
    sip: "SIP id",
    call: "Call now (simulator)",
    callOf: "Call {{number}} now (simulator, new window)",
    blocked: "Your browser has blocked the new window. Allow it for this page and try again.",
    remove: "Remove",
    removeOf: "Remove {{number}}",
    removeTitle: "Remove “{{number}}”?",
    removeAbout: "The bot no longer takes calls to this number for you then.",
    removed: "“{{number}}” is removed.",
    added: "“{{number}}” belongs to {{name}} now.",
    new: "New number",
    newHint:
      "A phone number with its area code, such as +49 341 1234567, or the id that your telephone provider or bot uses.",
    add: "Add",
    simulator: "Try it",
    simulatorAbout:
      "In the simulator you are the caller: you type or speak, the bot answers. What you book there is a real appointment and stands in the calendar. Its access works for an hour.",
    fault: {
      form: "Please enter a number or id of at most 128 characters.",
      own: "This number is in the list already.",
      taken: "This number belongs to another branch already.",
    },
  },
);
