import { texts } from "../../i18n.ts";

export const ROOMS = texts(
  "rooms",
  {
    title: "Räume und Geräte",
    about:
      "Was ein Termin außer dem Mitarbeiter noch braucht. Alles von einer Art ist austauschbar: der Bot nimmt, was frei ist.",
    add: "Hinzufügen",
    addMore: "Noch eines dieser Art",
    empty:
      "Noch keine Räume. Sie brauchen nur welche, wenn sie knapp sind: wenn zwei gleichzeitig arbeiten, es aber nur einen Behandlungsraum gibt.",
    renamePool: "Art umbenennen",
    renamePoolOf: "{{pool}} umbenennen",
    usedBy: "Gebraucht für: {{names}}",
    unused: "Keine Leistung braucht das. Tragen Sie es bei der Leistung unter „Räume und Geräte“ ein.",
    toServices: "Zu den Leistungen",
    needs: "{{name}} ({{count}} gleichzeitig)",
    new: "Neuer Raum, neues Gerät",
    name: "Name",
    nameHint: "Für Sie selbst, zum Beispiel „Raum 1“.",
    pool: "Art",
    poolHint: "Wählen Sie eine vorhandene oder tippen Sie eine neue, zum Beispiel „Behandlungsraum“.",
    poolName: "Name der Art",
    remove: "Entfernen",
    removeTitle: "„{{name}}“ entfernen?",
    removeAbout: "Termine werden dann nicht mehr hierfür geplant.",
    removed: "„{{name}}“ ist entfernt.",
    saved: "„{{name}}“ ist gespeichert.",
    fault: {
      name: "Bitte geben Sie einen Namen ein (höchstens 200 Zeichen).",
      pool: "Bitte geben Sie eine Art an (höchstens 64 Zeichen).",
      taken: "Diese Art gibt es schon. Verschieben Sie die einzelnen Räume dorthin.",
      needed:
        "Das geht nicht: {{name}} braucht {{need}} gleichzeitig, und dann wären es nur noch {{left}}. Ändern Sie erst die Leistung.",
    },
  },
  {
    title: "Rooms and devices",
    about:
      "What an appointment needs besides the staff member. Those of one kind stand in for each other: the bot takes one that is free.",
    add: "Add",
    addMore: "Another of this kind",
    empty:
      "No rooms yet. You need them only where they are scarce: when two people work at the same time but there is one treatment room.",
    renamePool: "Rename the kind",
    renamePoolOf: "Rename {{pool}}",
    usedBy: "Needed for: {{names}}",
    unused: "No service needs this. Say so at the service, under “Rooms and devices”.",
    toServices: "To the services",
    needs: "{{name}} ({{count}} at the same time)",
    new: "New room or device",
    name: "Name",
    nameHint: "For yourself, such as “Room 1”.",
    pool: "Kind",
    poolHint: "Choose one or type a new one, such as “Treatment room”.",
    poolName: "Name of the kind",
    remove: "Remove",
    removeTitle: "Remove “{{name}}”?",
    removeAbout: "No appointments are planned for it any more then.",
    removed: "“{{name}}” is removed.",
    saved: "“{{name}}” is saved.",
    fault: {
      name: "Please enter a name of at most 200 characters.",
      pool: "Please say which kind it is (at most 64 characters).",
      taken: "There is such a kind already. Move the single rooms there.",
      needed:
        "That is not possible: {{name}} needs {{need}} at the same time, and only {{left}} would be left. Change the service first.",
    },
  },
);
