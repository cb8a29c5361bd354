import {
  Alert,
  AppShell,
  Burger,
  Button,
  Group,
  Menu,
  NavLink,
  ScrollArea,
  Select,
  Text,
  useMantineColorScheme,
  VisuallyHidden,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, Outlet, useLocation, useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { openAccount } from "../api/chosen-account.ts";
import { sendToLogin } from "../api/client.ts";
import { useConnection, useLiveChanges } from "../api/live.ts";
import { isProblem } from "../api/problem.ts";
import { meQuery, queryClient, useAccount, useMe } from "../api/queries.ts";
import { chooseLanguage, useLanguage, useTexts } from "../i18n.ts";
import { isBookable } from "../pages/setup/progress.ts";
import { Icon } from "../parts/icon.tsx";
import { later, useRest } from "../parts/later.tsx";
import { Empty, Failed, Loaded, Loading } from "../parts/states.tsx";
import { useShortcuts } from "../parts/use-shortcuts.ts";
import { EntityProvider, useChosenEntity } from "./entity.tsx";
import { PLACES } from "./navigation.ts";
import classes from "./shell.module.css";
import { SHELL } from "./texts.ts";

const ClientSearch = later(
  async () => (await import("./client-search.tsx")).ClientSearch,
  ({ opened }) => opened,
);

/** Around every page: who is logged in, where one can go, and whether the server is there. */
export function Shell() {
  const me = useQuery(meQuery);
  const t = useTexts(SHELL);
  const navigate = useNavigate();
  const isStranger = isProblem(me.error, "unauthenticated");
  useEffect(() => {
    const { pathname, search } = window.location;
    // Once: while the login is being loaded, this page is still there and its address is the login's already.
    if (isStranger && pathname !== "/login") {
      void navigate({ to: "/login", search: { to: `${pathname}${search}` }, replace: true });
    }
  }, [isStranger, navigate]);
  if (isStranger) return <Loading />;
  if (isProblem(me.error, "forbidden")) return <Empty>{t("noAccount")}</Empty>;
  if (me.data === undefined) {
    return me.error ? <Failed error={me.error} onRetry={() => void me.refetch()} /> : <Loading />;
  }
  return (
    <EntityProvider>
      <Inside />
    </EntityProvider>
  );
}

function Inside() {
  useLiveChanges();
  const t = useTexts(SHELL);
  const me = useMe();
  const account = useAccount();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { entity } = useChosenEntity();
  const [menu, { toggle, close }] = useDisclosure(false);
  const [search, searching] = useDisclosure(false);
  const maySearch = me.access !== "readonly";
  const mayOpenClients = PLACES.some(({ to, access }) => to === "/clients" && access.includes(me.access));
  useShortcuts(maySearch ? [["/", searching.open]] : []);
  // The calendar says itself when its appointments are there.
  useRest(pathname !== "/");
  // What is drawn, which for a moment is not yet what the address says.
  const drawn = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname });
  const isNew = account.data?.data.entities.length === 0;
  if (isNew && me.access === "owner" && pathname !== "/setup") return <Navigate to="/setup" replace />;
  const isReady = entity !== undefined && isBookable(entity);
  const places = PLACES.filter(
    ({ access, to }) => access.includes(me.access) && (to !== "/setup" || !isReady),
  );
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: "md", collapsed: { mobile: !menu } }}
      padding={0}
    >
      <a href="#content" className={classes.skip}>
        {t("skip")}
      </a>
      <AppShell.Header className="no-print">
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs" className={classes.header!}>
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Burger opened={menu} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t("menu")} />
            <Text fw={700} truncate>
              {account.data?.data.name ?? "Slotline"}
            </Text>
            <Branch />
          </Group>
          <Group gap="xs" wrap="nowrap">
            {maySearch ? (
              <Button
                variant="default"
                onClick={searching.open}
                leftSection={<Icon name="search" />}
                aria-label={t("search")}
                aria-keyshortcuts="/"
                classNames={{
                  root: classes.search!,
                  section: classes.searchIcon!,
                  label: classes.searchLabel!,
                }}
              >
                <span className={classes.searchText}>{t("search")}</span>
                <kbd className={classes.key}>/</kbd>
              </Button>
            ) : null}
            <UserMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className="no-print">
        <ScrollArea type="auto" p="xs">
          <nav aria-label={t("menu")}>
            {(["day", "set"] as const).map((group) => {
              const shown = places.filter((place) => place.group === group);
              if (shown.length === 0) return null;
              return (
                <div key={group}>
                  <Text size="xs" c="dimmed" fw={600} px="sm" pt="sm" pb={4}>
                    {t(`groups.${group}`)}
                  </Text>
                  {shown.map(({ to, name, icon }) => (
                    <NavLink
                      key={to}
                      component={Link}
                      to={to}
                      label={t(`nav.${name}`)}
                      leftSection={<Icon name={icon} />}
                      active={to === "/" ? pathname === "/" : pathname.startsWith(to)}
                      onClick={close}
                      className={classes.link!}
                    />
                  ))}
                </div>
              );
            })}
          </nav>
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main!}>
        <ConnectionLost />
        <Loaded query={account}>
          {() =>
            isNew && me.access !== "owner" ? (
              <Empty>{t("noBusiness")}</Empty>
            ) : entity === undefined && drawn !== "/setup" ? (
              <Loading />
            ) : (
              <Outlet />
            )
          }
        </Loaded>
      </AppShell.Main>
      <ClientSearch
        opened={search}
        onClose={searching.close}
        onChoose={({ id }) => void navigate({ to: `/clients/${id}` })}
        onCreate={
          mayOpenClients
            ? (words) => void navigate({ to: "/clients", search: { add: words } as never })
            : undefined
        }
      />
    </AppShell>
  );
}

function Branch() {
  const t = useTexts(SHELL);
  const { entity, entities, choose } = useChosenEntity();
  if (entity === undefined || entities.length < 2) return null;
  return (
    <Select
      size="sm"
      aria-label={t("branch")}
      allowDeselect={false}
      data={entities.map(({ id, name }) => ({ value: id, label: name }))}
      value={entity.id}
      onChange={(id) => id !== null && choose(id)}
      visibleFrom="sm"
    />
  );
}

function ConnectionLost() {
  const t = useTexts(SHELL);
  const { isLost, since } = useConnection();
  const time = () => new Date(since).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return (
    <div aria-live="polite">
      {isLost ? (
        <Alert color="orange" radius={0} py={8} role="status">
          {t("lost", { time: time() })}
        </Alert>
      ) : null}
    </div>
  );
}

function UserMenu() {
  const t = useTexts(SHELL);
  const me = useMe();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const logOut = async () => {
    await sendToLogin("/sign-out", {}).catch(() => {});
    // First away from here: what is drawn needs to know whose it is.
    await navigate({ to: "/login" });
    queryClient.clear();
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<Icon name="team" />}
          classNames={{ root: classes.search!, section: classes.searchIcon! }}
        >
          <span className={classes.searchText}>{me.name ?? me.access}</span>
          <VisuallyHidden>{t("profile")}</VisuallyHidden>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.email}</Menu.Label>
        <Menu.Item component={Link} to="/profile" leftSection={<Icon name="gear" size={16} />}>
          {t("profile")}
        </Menu.Item>
        {me.accounts.length < 2 ? null : (
          <>
            <Menu.Divider />
            <Menu.Label>{t("account")}</Menu.Label>
            {me.accounts.map(({ id, name }) => (
              <Menu.Item
                key={id}
                onClick={() => openAccount(id)}
                aria-current={id === me.account.id || undefined}
              >
                {name}
                {id === me.account.id ? " ✓" : ""}
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Divider />
        <Menu.Label>{t("language")}</Menu.Label>
        {(["de", "en"] as const).map((one) => (
          <Menu.Item
            key={one}
            onClick={() => chooseLanguage(one)}
            aria-current={one === language || undefined}
            lang={one}
          >
            {one === "de" ? "Deutsch" : "English"}
            {one === language ? " ✓" : ""}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {(["light", "dark", "auto"] as const).map((one) => (
          <Menu.Item
            key={one}
            onClick={() => setColorScheme(one)}
            aria-current={one === colorScheme || undefined}
          >
            {t(`theme.${one}`)}
            {one === colorScheme ? " ✓" : ""}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void logOut()}>{t("logOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
