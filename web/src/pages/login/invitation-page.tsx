import { Alert, Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { forgetAccount, openAccount } from "../../api/chosen-account.ts";
import { send, sendToLogin } from "../../api/client.ts";
import { ApiProblem, isProblem } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import { useWelcome } from "../../api/welcome.ts";
import { useTexts } from "../../i18n.ts";
import { ProviderButton } from "../../parts/provider-button.tsx";
import { Loaded, useProblemText } from "../../parts/states.tsx";
import { Door } from "./door.tsx";
import { forgetInvitation, invitationToken, keepInvitation } from "./invitation-token.ts";
import { LOGIN } from "./texts.ts";

interface Invitation {
  readonly makesAccount: boolean;
  readonly accountName: string | null;
  readonly isReset: boolean;
}

/** Behind the link that makes somebody a member; its token stands after the #, which no server sees. */
export function InvitationPage() {
  const t = useTexts(LOGIN);
  const [token] = useState(invitationToken);
  const look = useQuery({
    queryKey: ["invitation", token],
    queryFn: async () => {
      try {
        return (await send<Invitation>("/invitation", { method: "POST", body: { token } })).data;
      } catch (error) {
        if (error instanceof ApiProblem && ["link_used", "invalid_request"].includes(error.code))
          return "bad" as const;
        throw error;
      }
    },
    retry: false,
    // The link is used up by accepting it, which is no reason to ask again.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const invited = look.data;
  const title =
    invited === undefined || invited === "bad"
      ? "Slotline"
      : invited.isReset
        ? t("invitation.resetTitle")
        : invited.makesAccount
          ? t("invitation.newTitle")
          : t("invitation.title", { name: invited.accountName ?? "Slotline" });
  return (
    <Door title={title}>
      <Loaded query={look}>
        {(data) =>
          data === "bad" ? (
            <Alert color="orange">
              <Text size="sm">{t("invitation.bad")}</Text>
              <Text size="sm" mt="xs">
                {t("invitation.badOwner")}
              </Text>
            </Alert>
          ) : (
            <Invited token={token} invited={data} />
          )
        }
      </Loaded>
    </Door>
  );
}

/** Two ways in: with the login that one has, or with a new one. */
function Invited({ token, invited }: { readonly token: string; readonly invited: Invitation }) {
  const welcome = useWelcome();
  const [isAnother, setAnother] = useState(false);
  return (
    <Loaded query={welcome}>
      {({ email }) =>
        invited.isReset || email === null || isAnother ? (
          <Accept token={token} invited={invited} />
        ) : (
          <Join token={token} invited={invited} email={email} onAnother={() => setAnother(true)} />
        )
      }
    </Loaded>
  );
}

type Field = "name" | "email" | "password" | "accountName";

function Accept({ token, invited }: { readonly token: string; readonly invited: Invitation }) {
  const t = useTexts(LOGIN);
  const navigate = useNavigate();
  const text = useProblemText();
  const [faults, setFaults] = useState<Partial<Record<Field, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const logIn = () => {
    keepInvitation(token);
    return navigate({ to: "/login", search: { to: "/invitation" } });
  };
  const accept = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: Field) => String(form.get(name) ?? "").trim();
    const password = String(form.get("password"));
    const found: typeof faults = {};
    if (!invited.isReset && !/^\S+@\S+\.\S+$/.test(said("email"))) found.email = t("invitation.mailForm");
    if (password.length < 10) found.password = t("invitation.tooShort");
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const body = invited.isReset
        ? { token, password }
        : {
            token,
            password,
            name: said("name"),
            email: said("email"),
            ...(invited.makesAccount ? { accountName: said("accountName") } : {}),
          };
      await send("/invitation/accept", { method: "POST", body });
      if (invited.isReset) return await navigate({ to: "/login" });
      await sendToLogin("/sign-in/email", { email: said("email"), password });
      forgetInvitation();
      forgetAccount();
      queryClient.clear();
      await navigate({ to: invited.makesAccount ? "/setup" : "/", replace: true });
    } catch (error) {
      const issues = error instanceof ApiProblem ? (error.problem.issues ?? []) : [];
      if (issues.some(({ path, message }) => path === "email" && message.includes("login already"))) {
        setFaults({ email: t("invitation.taken") });
      } else setProblem(text(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void accept(event)} noValidate>
      <Stack>
        <Text size="sm" c="dimmed">
          {t("invitation.about")}
        </Text>
        {problem === undefined ? null : (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        {invited.makesAccount ? <BusinessName /> : null}
        {invited.isReset ? null : (
          <>
            <TextInput
              name="name"
              label={t("invitation.name")}
              autoComplete="name"
              required
              autoFocus={!invited.makesAccount}
            />
            <TextInput
              name="email"
              type="email"
              label={t("email")}
              autoComplete="username"
              required
              error={faults.email}
            />
          </>
        )}
        <PasswordInput
          name="password"
          label={t("password")}
          description={t("invitation.passwordHint")}
          autoComplete="new-password"
          required
          autoFocus={invited.isReset}
          error={faults.password}
        />
        <Button type="submit" loading={isBusy} fullWidth>
          {t("invitation.submit")}
        </Button>
        {invited.isReset ? null : (
          <>
            <ProviderButton
              path="/invitation/provider"
              body={{ to: "/invitation", token }}
              label={t("invitation.provider")}
              isBusy={isBusy}
              onGo={() => keepInvitation(token)}
              onProblem={(error) => setProblem(text(error))}
            />
            <Button variant="subtle" fullWidth onClick={() => void logIn()}>
              {t("invitation.known")}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}

function Join({
  token,
  invited,
  email,
  onAnother,
}: {
  readonly token: string;
  readonly invited: Invitation;
  readonly email: string;
  readonly onAnother: () => void;
}) {
  const t = useTexts(LOGIN);
  const text = useProblemText();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const join = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const accountName = String(new FormData(event.currentTarget).get("accountName") ?? "").trim();
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { token, ...(invited.makesAccount ? { accountName } : {}) };
      const { data } = await send<{ accountId: string }>("/invitation/join", { method: "POST", body });
      forgetInvitation();
      openAccount(data.accountId, invited.makesAccount ? "/setup" : "/");
    } catch (error) {
      setProblem(isProblem(error, "conflict") ? t("invitation.already") : text(error));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void join(event)}>
      <Stack>
        <Text size="sm">{t("invitation.loggedIn", { email })}</Text>
        {problem === undefined ? null : (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        {invited.makesAccount ? <BusinessName /> : null}
        <Button type="submit" loading={isBusy} fullWidth>
          {t(invited.makesAccount ? "invitation.make" : "invitation.join")}
        </Button>
        <Button variant="subtle" fullWidth onClick={onAnother}>
          {t("invitation.another")}
        </Button>
      </Stack>
    </form>
  );
}

function BusinessName() {
  const t = useTexts(LOGIN);
  return (
    <TextInput
      name="accountName"
      label={t("invitation.business")}
      autoComplete="organization"
      required
      autoFocus
    />
  );
}
