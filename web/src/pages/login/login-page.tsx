import { Alert, Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { sendToLogin } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import { useWelcome } from "../../api/welcome.ts";
import { useTexts } from "../../i18n.ts";
import { ProviderButton } from "../../parts/provider-button.tsx";
import { Door } from "./door.tsx";
import { LOGIN } from "./texts.ts";

interface SignedIn {
  readonly twoFactorRedirect?: boolean;
}

/** What the way back from the provider says, of what better-auth names. */
const REASONS: Readonly<Record<string, "unknown" | "unconnected" | "cancelled" | "unreachable">> = {
  signup_disabled: "unknown",
  account_not_linked: "unconnected",
  access_denied: "cancelled",
  unreachable: "unreachable",
};

export function LoginPage() {
  const t = useTexts(LOGIN);
  const navigate = useNavigate();
  const { to, error: cameBackWith } = useSearch({ strict: false }) as { to?: string; error?: string };
  const welcome = useWelcome();
  const [needsCode, setNeedsCode] = useState(false);
  const [problem, setProblem] = useState(
    cameBackWith === undefined ? undefined : t(`notThrough.${REASONS[cameBackWith] ?? "failed"}`),
  );
  const [isBusy, setBusy] = useState(false);

  const enter = async () => {
    queryClient.clear();
    // Only ever within this app.
    const { pathname, searchParams } = new URL(to?.startsWith("/") ? to : "/", window.location.origin);
    await navigate({ to: pathname, search: Object.fromEntries(searchParams), replace: true });
  };
  const textOf = (error: unknown, otherwise: string) =>
    isProblem(error, "rate_limited")
      ? t("tooOften")
      : isProblem(error, "unreachable")
        ? t("unreachable")
        : otherwise;
  const attempt = async (work: () => Promise<SignedIn>, wrong: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const signedIn = await work();
      if (signedIn.twoFactorRedirect) setNeedsCode(true);
      else await enter();
    } catch (error) {
      setProblem(textOf(error, wrong));
    } finally {
      setBusy(false);
    }
  };
  const signIn = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { email: String(form.get("email")), password: String(form.get("password")) };
    void attempt(() => sendToLogin("/sign-in/email", body), t("wrong"));
  };
  const verify = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code")).trim();
    const path = /^\d{6}$/.test(code) ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code";
    void attempt(() => sendToLogin(path, { code }), t("wrongCode"));
  };

  return (
    <Door title={t("title")}>
      {problem === undefined ? null : (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      {welcome.data?.hasOwner === false ? <Alert title={t("nobody.title")}>{t("nobody.about")}</Alert> : null}
      {needsCode ? (
        <form onSubmit={verify}>
          <Stack>
            <TextInput
              name="code"
              label={t("code")}
              description={t("codeHint")}
              autoComplete="one-time-code"
              autoFocus
              required
            />
            <Button type="submit" loading={isBusy} fullWidth>
              {t("submit")}
            </Button>
          </Stack>
        </form>
      ) : (
        <form onSubmit={signIn}>
          <Stack>
            <TextInput
              name="email"
              type="email"
              label={t("email")}
              autoComplete="username"
              required
              autoFocus
            />
            <PasswordInput name="password" label={t("password")} autoComplete="current-password" required />
            <Button type="submit" loading={isBusy} fullWidth>
              {t("submit")}
            </Button>
            <ProviderButton
              path="/sign-in/provider"
              body={{ to }}
              label={t("provider")}
              isBusy={isBusy}
              onGo={() => setProblem(undefined)}
              onProblem={(error) => setProblem(textOf(error, t("notThrough.unreachable")))}
            />
            <Text size="xs" c="dimmed">
              {t("forgotten")}
            </Text>
          </Stack>
        </form>
      )}
    </Door>
  );
}
