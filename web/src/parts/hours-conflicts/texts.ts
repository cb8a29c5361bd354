import { texts } from "../../i18n.ts";

export const OUTSIDE = texts(
  "hours-conflicts",
  {
    title_one: "{{count}} Termin liegt dann außerhalb der Zeiten",
    title_other: "{{count}} Termine liegen dann außerhalb der Zeiten",
    about_one:
      "Er bleibt stehen, auch wenn Sie so speichern; neu gebucht wird dort nichts mehr. Ein Klick öffnet ihn in einem neuen Fenster, dort können Sie ihn verschieben.",
    about_other:
      "Sie bleiben stehen, auch wenn Sie so speichern; neu gebucht wird dort nichts mehr. Ein Klick öffnet einen in einem neuen Fenster, dort können Sie ihn verschieben.",
    list: "Termine außerhalb der neuen Zeiten",
    back: "Zurück zu den Zeiten",
    anyway: "So speichern",
  },
  {
    title_one: "{{count}} appointment will be outside the hours",
    title_other: "{{count}} appointments will be outside the hours",
    about_one:
      "It stays, even when you save it like this; nothing new is booked there. A click opens it in a new window, where you can move it.",
    about_other:
      "They stay, even when you save it like this; nothing new is booked there. A click opens one in a new window, where you can move it.",
    list: "Appointments outside the new hours",
    back: "Back to the hours",
    anyway: "Save it like this",
  },
);
