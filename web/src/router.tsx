import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from "@tanstack/react-router";
import { CalendarPage } from "./pages/calendar/calendar-page.tsx";
import { Loading, NotFound, PageFailed } from "./parts/states.tsx";
import { Shell } from "./shell/shell.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const open = (path: string, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name) });

/** What needs somebody who is logged in. */
const inside = createRoute({ getParentRoute: () => root, id: "inside", component: Shell });

/** Each page but the first is loaded when it is first opened. */
const page = (path: string, load: () => Promise<Record<string, unknown>>, name: string) =>
  shown(path, lazyRouteComponent(load, name));

const shown = (path: string, component: RouteComponent) =>
  createRoute({
    getParentRoute: () => inside,
    path,
    component,
    // What looks like a number is read as one, and a page asks for text.
    validateSearch: (search: Record<string, unknown>): Record<string, string | undefined> =>
      Object.fromEntries(
        Object.entries(search).map(([name, value]) => [name, value == null ? undefined : String(value)]),
      ),
  });

const tree = root.addChildren([
  open("/login", () => import("./pages/login/login-page.tsx"), "LoginPage"),
  open("/invitation", () => import("./pages/login/invitation-page.tsx"), "InvitationPage"),
  inside.addChildren([
    shown("/", CalendarPage),
    page("/clients", () => import("./pages/clients/clients-page.tsx"), "ClientsPage"),
    page("/clients/$clientId", () => import("./pages/clients/client-page.tsx"), "ClientPage"),
    page("/calls", () => import("./pages/calls/calls-page.tsx"), "CallsPage"),
    page("/calls/$callId", () => import("./pages/calls/call-page.tsx"), "CallPage"),
    page("/statistics", () => import("./pages/statistics/statistics-page.tsx"), "StatisticsPage"),
    page("/why", () => import("./pages/why/why-page.tsx"), "WhyPage"),
    page("/services", () => import("./pages/services/services-page.tsx"), "ServicesPage"),
    page("/team", () => import("./pages/team/team-page.tsx"), "TeamPage"),
    page("/team/$agentId", () => import("./pages/team/agent-page.tsx"), "AgentPage"),
    page("/rooms", () => import("./pages/rooms/rooms-page.tsx"), "RoomsPage"),
    page("/hours", () => import("./pages/hours/hours-page.tsx"), "HoursPage"),
    page("/numbers", () => import("./pages/numbers/numbers-page.tsx"), "NumbersPage"),
    page("/keys", () => import("./pages/keys/keys-page.tsx"), "KeysPage"),
    page("/people", () => import("./pages/people/people-page.tsx"), "PeoplePage"),
    page("/audit", () => import("./pages/audit/audit-page.tsx"), "AuditPage"),
    page("/profile", () => import("./pages/profile/profile-page.tsx"), "ProfilePage"),
    page("/setup", () => import("./pages/setup/setup-page.tsx"), "SetupPage"),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: "intent",
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
});
