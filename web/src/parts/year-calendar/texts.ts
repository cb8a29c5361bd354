import { texts } from "../../i18n.ts";

export const YEAR = texts(
  "year",
  {
    before: "Zwölf Monate davor",
    after: "Zwölf Monate danach",
    hint: "Tag anklicken oder über mehrere Tage ziehen. Mit der Tastatur: Pfeile, Umschalt + Pfeile für mehrere, Eingabe.",
    letter: { closed: "G", away: "A", special: "Z", season: "S", holiday: "F" },
    kind: {
      closed: "geschlossen",
      away: "abwesend",
      special: "andere Zeiten",
      season: "Zeitraum mit anderen Zeiten",
      holiday: "gesetzlicher Feiertag",
    },
    legend: "Zeichen",
  },
  {
    before: "Previous twelve months",
    after: "Next twelve months",
    hint: "Click a day or drag over several. Keyboard: arrow keys, Shift + arrows for several, Enter.",
    letter: { closed: "C", away: "A", special: "H", season: "S", holiday: "P" },
    kind: {
      closed: "closed",
      away: "away",
      special: "other hours",
      season: "period with other hours",
      holiday: "public holiday",
    },
    legend: "Legend",
  },
);
