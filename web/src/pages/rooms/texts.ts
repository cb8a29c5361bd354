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
      "What an appointment needs besides a staff member. Rooms of the same kind are interchangeable: the bot picks one that is free.",
    add: "Add",
    addMore: "Add another",
    empty:
      "No rooms yet. You only need them where they are scarce, such as two people sharing one treatment room.",
    renamePool: "Rename kind",
    renamePoolOf: "Rename {{pool}}",
    usedBy: "Needed for: {{names}}",
    unused: "Not used by any service. You can set this in the service, under “Rooms and devices”.",
    toServices: "Open services",
    needs: "{{name}} ({{count}} at the same time)",
    new: "New room or device",
    name: "Name",
    nameHint: "For your reference, such as “Room 1”.",
    pool: "Kind",
    poolHint: "Choose one or enter a new one, such as “Treatment room”.",
    poolName: "Name of the kind",
    remove: "Remove",
    removeTitle: "Remove “{{name}}”?",
    removeAbout: "It will no longer be used for appointments.",
    removed: "“{{name}}” removed.",
    saved: "“{{name}}” saved.",
    fault: {
      name: "Please enter a name of at most 200 characters.",
      pool: "Please enter a kind (at most 64 characters).",
      taken: "This kind already exists. Move the individual rooms there.",
      needed:
        "{{name}} needs {{need}} at the same time, and only {{left}} would be left. Change the service first.",
    },
  },
);
