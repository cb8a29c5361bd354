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
    stateHint: "If none is chosen, only nationwide holidays apply.",
    noState: "None",
    nothing: "Nothing found",
    near: "Common",
    far: "Others",
  },
);
