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
    title_one: "{{count}} appointment is outside the new hours",
    title_other: "{{count}} appointments are outside the new hours",
    about_one:
      "It stays booked if you save, but nothing new is booked at that time. Click to open it in a new window, where you can move it.",
    about_other:
      "They stay booked if you save, but nothing new is booked at those times. Click one to open it in a new window, where you can move it.",
    list: "Appointments outside the new hours",
    back: "Back to hours",
    anyway: "Save anyway",
  },
);
