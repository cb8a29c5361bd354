import "@mantine/core/styles.layer.css";
import "@mantine/dates/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "./styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { AccountConfiguration } from "../../src/staff-api/wire-types.ts";
import { isHeard, listen, stopListening } from "./api/live.ts";
import { accountQuery, meQuery, queryClient, readDays } from "./api/queries.ts";
import { App } from "./app.tsx";
import { calendarSearch } from "./pages/calendar/calendar-search.ts";
import { lastEntity } from "./shell/entity.tsx";

const OUTSIDE = ["/login", "/invitation"];

// What every page needs is asked for at once, and not one after the other as drawing gets to it.
if (!OUTSIDE.includes(window.location.pathname)) {
  listen();
  const me = queryClient.fetchQuery(meQuery);
  const account = queryClient.fetchQuery(accountQuery);
  // Who is not logged in hears nothing either.
  me.catch(stopListening);
  Promise.all([account, me, isHeard]).then(
    ([{ data }]) => window.location.pathname === "/" && readFirstDays(data),
    () => {},
  );
}

/** The appointments are on their way while the page is drawn for the first time. */
function readFirstDays({ entities }: AccountConfiguration): void {
  const entity = lastEntity(entities);
  if (entity === undefined) return;
  const search = Object.fromEntries(new URLSearchParams(window.location.search));
  const { from, to } = calendarSearch(search, entity.timezone);
  readDays(entity.id, from, to);
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
