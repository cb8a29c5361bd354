import { texts } from "../i18n.ts";

export const REGION = texts(
  "region",
  {
    country: "Land",
    state: "Region",
    stateDe: "Bundesland",
    stateHint: "Ohne Auswahl zählen nur die landesweiten Feiertage.",
    noState: "Keine Auswahl",
    nothing: "Nichts gefunden",
    near: "Häufig",
    far: "Alle anderen",
  },
  {
    country: "Country",
    state: "Region",
    stateDe: "State",
    stateHint: "Without a choice only nationwide holidays count.",
    noState: "No choice",
    nothing: "Nothing found",
    near: "Frequent",
    far: "All others",
  },
);
