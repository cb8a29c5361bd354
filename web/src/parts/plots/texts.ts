import { texts } from "../../i18n.ts";

export const PLOTS = texts(
  "plots",
  { table: "Als Tabelle", csv: "Als CSV herunterladen", noData: "In diesem Zeitraum gibt es dazu nichts." },
  { table: "Show table", csv: "Download CSV", noData: "No data for this period." },
);
