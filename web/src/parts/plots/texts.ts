import { texts } from "../../i18n.ts";

export const PLOTS = texts(
  "plots",
  { table: "Als Tabelle", csv: "Als CSV herunterladen", noData: "In diesem Zeitraum gibt es dazu nichts." },
  { table: "As a table", csv: "Download as CSV", noData: "There is nothing about it in this period." },
);
