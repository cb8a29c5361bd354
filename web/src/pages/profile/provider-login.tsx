import { Alert, Button, Paper, Text, Title } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useWelcome } from "../../api/welcome.ts";
import { useTexts } from "../../i18n.ts";
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

/** The organisation's login beside the password, where there is one. */
export function ProviderLogin() {
  const t = useTexts(PROFILE);
  const welcome = useWelcome();
  const navigate = useNavigate();
  // How the way through the provider ended is said once, and not again with each reload.
  const [{ connected, error }] = useState(useSearch({ strict: false }) as CameBack);
  useEffect(() => {
    if (connected !== undefined) void navigate({ to: "/profile", search: {}, replace: true });
  }, [connected, navigate]);
  const [isAsking, setAsking] = useState(false);
  const problem = error === undefined ? undefined : t(`provider.${REASONS[error] ?? "failed"}`);
  if (welcome.data === undefined || welcome.data.providers.length === 0) return null;
  return (
    <Paper component="section" withBorder p="md" aria-labelledby="provider">
      <Title order={2} fz="h4" id="provider" mb="xs">
        {t("provider.title")}
      </Title>
      {problem !== undefined ? (
        <Alert color="red" role="alert" mb="sm">
          {problem}
        </Alert>
      ) : connected === undefined ? null : (
        <Alert color="teal" role="status" mb="sm">
          {t("provider.done")}
        </Alert>
      )}
      <Text size="sm" mb="sm">
        {t("provider.about")}
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
    </Paper>
  );
}
