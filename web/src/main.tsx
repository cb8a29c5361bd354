import "@mantine/core/styles.layer.css";
import "@mantine/dates/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "./styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { listen } from "./api/live.ts";
import { accountQuery, meQuery, queryClient } from "./api/queries.ts";
import { App } from "./app.tsx";

const OUTSIDE = ["/login", "/invitation"];

// What every page needs is asked for at once, and not one after the other as drawing gets to it. Who listens before reading
// misses nothing and reads nothing twice.
if (!OUTSIDE.includes(window.location.pathname)) {
  queryClient.fetchQuery(meQuery).then(listen, () => {});
  void queryClient.prefetchQuery(accountQuery);
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
