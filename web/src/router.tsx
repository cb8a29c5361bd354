import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { Loading, NotFound, PageFailed } from "./parts/states.tsx";
import { Shell } from "./shell/shell.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const open = (path: string, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name) });

/** What needs somebody who is logged in. */
const inside = createRoute({ getParentRoute: () => root, id: "inside", component: Shell });

/** Each page is loaded when it is first opened. */
const page = (path: string, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => inside,
    path,
    component: lazyRouteComponent(load, name),
    validateSearch: (search: Record<string, unknown>) => search as Record<string, string | undefined>,
  });

const tree = root.addChildren([
  open("/login", () => import("./pages/login/login-page.tsx"), "LoginPage"),
  open("/invitation", () => import("./pages/login/invitation-page.tsx"), "InvitationPage"),
  inside.addChildren([page("/", () => import("./pages/calendar/calendar-page.tsx"), "CalendarPage")]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: "intent",
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
});
