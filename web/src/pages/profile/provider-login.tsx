import { Alert, Button, Group, Paper, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { getFromLogin } from "../../api/client.ts";
import { useWelcome } from "../../api/welcome.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { Loaded } from "../../parts/states.tsx";
import { useChosenEntity } from "../../shell/entity.tsx";
import { formatInstant } from "../../time.ts";
import { AskPassword } from "./ask-password.tsx";
import { PROFILE } from "./texts.ts";

/** Why the provider's login was not connected, of what better-auth names. */
const REASONS: Readonly<Record<string, "unverified" | "others" | "cancelled">> = {
  unable_to_link_account: "unverified",
  account_already_linked_to_different_user: "others",
  access_denied: "cancelled",
};

interface CameBack {
  readonly connected?: string;
  readonly error?: string;
}

interface Connection {
  readonly name: string;
  /** Null: it is not. */
  readonly connectedAt: string | null;
  readonly hasPassword: boolean;
}

/** The organisation's login beside the password, where there is one. */
export function ProviderLogin() {
  const t = useTexts(PROFILE);
  const welcome = useWelcome();
  const isOffered = (welcome.data?.providers.length ?? 0) > 0;
  const connection = useQuery({
    queryKey: ["session", "provider"],
    queryFn: async () => await getFromLogin<Connection>("/connect/provider"),
    enabled: isOffered,
  });
  const navigate = useNavigate();
  // How the way through the provider ended is said once, and not again with each reload.
  const [{ connected, error }] = useState(useSearch({ strict: false }) as CameBack);
  useEffect(() => {
    if (connected !== undefined) void navigate({ to: "/profile", search: {}, replace: true });
  }, [connected, navigate]);
  const problem = error === undefined ? undefined : t(`provider.${REASONS[error] ?? "failed"}`);
  if (!isOffered) return null;
  return (
    <Paper component="section" withBorder p="md" aria-labelledby="provider">
      <Title order={2} fz="h4" id="provider" mb="xs">
        {t("provider.title")}
      </Title>
      {problem === undefined ? null : (
        <Alert color="red" role="alert" mb="sm">
          {problem}
        </Alert>
      )}
      <Loaded query={connection}>
        {({ name, connectedAt, hasPassword }) =>
          connectedAt === null ? (
            <Connect name={name} />
          ) : (
            <Connected
              {...{ name, connectedAt, hasPassword }}
              isNew={connected !== undefined && error === undefined}
            />
          )
        }
      </Loaded>
    </Paper>
  );
}

function Connect({ name }: { readonly name: string }) {
  const t = useTexts(PROFILE);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Text size="sm" mb="sm">
        {t("provider.about", { name })}
      </Text>
      {isAsking ? (
        <AskPassword<{ readonly url: string }>
          path="/connect/provider"
          body={{ to: "/profile?connected=1" }}
          about={t("second.passwordFor")}
          submit={t("provider.connect")}
          onDone={({ url }) => window.location.assign(url)}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t("provider.connect")}
        </Button>
      )}
    </>
  );
}

function Connected({
  name,
  connectedAt,
  hasPassword,
  isNew,
}: Connection & { readonly connectedAt: string; readonly isNew: boolean }) {
  const t = useTexts(PROFILE);
  const language = useLanguage();
  const { entity } = useChosenEntity();
  const [isAsking, setAsking] = useState(false);
  const style = { day: "numeric", month: "long", year: "numeric" } as const;
  const date = formatInstant(connectedAt, entity?.timezone ?? "UTC", language, style);
  return (
    <>
      {isNew ? (
        <Alert color="teal" role="status" mb="sm">
          {t("provider.done")}
        </Alert>
      ) : null}
      <Text size="sm" mb="sm">
        {t("provider.since", { name, date })}
      </Text>
      {hasPassword ? null : (
        <Text size="sm" c="dimmed" maw={560}>
          {t("provider.onlyWay")}
        </Text>
      )}
      {hasPassword && isAsking ? (
        <AskPassword
          path="/disconnect/provider"
          about={t("provider.passwordForEnd")}
          submit={t("provider.disconnect")}
          onDone={() => notifyDone(t("provider.ended"))}
          onCancel={() => setAsking(false)}
        />
      ) : null}
      {hasPassword && !isAsking ? (
        <Group>
          <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
            {t("provider.disconnect")}
          </Button>
        </Group>
      ) : null}
    </>
  );
}
