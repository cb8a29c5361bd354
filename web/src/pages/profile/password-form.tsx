import { Button, Group, Paper, PasswordInput, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { useMe } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { PROFILE } from "./texts.ts";
import { useLoginChange } from "./use-login-change.ts";

const SHORTEST = 10;

export function PasswordForm() {
  const t = useTexts(PROFILE);
  const me = useMe();
  const [typed, setTyped] = useState({ current: "", fresh: "" });
  const [freshFault, setFreshFault] = useState<string>();
  const change = useLoginChange("/change-password", () => {
    setTyped({ current: "", fresh: "" });
    notifyDone(t("password.done"));
  });
  const submit = () => {
    const { current, fresh } = typed;
    const isShort = fresh.length < SHORTEST;
    const wrong = isShort ? t("fault.short") : fresh === current ? t("fault.same") : undefined;
    setFreshFault(wrong);
    change.setFault(current === "" ? t("fault.missing") : undefined);
    if (wrong !== undefined || current === "") return;
    change.send({ currentPassword: current, newPassword: fresh });
  };
  return (
    <Paper component="section" withBorder p="md" aria-labelledby="password">
      <Title order={2} fz="h4" id="password" mb="sm">
        {t("password.title")}
      </Title>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack maw={400}>
          {/* For password managers: whose password it is. */}
          <input type="text" autoComplete="username" value={me.email ?? ""} readOnly hidden />
          <PasswordInput
            label={t("password.current")}
            autoComplete="current-password"
            value={typed.current}
            onChange={(event) => {
              setTyped({ ...typed, current: event.currentTarget.value });
              change.setFault(undefined);
            }}
            error={change.fault}
            required
          />
          <PasswordInput
            label={t("password.new")}
            description={t("password.hint")}
            autoComplete="new-password"
            value={typed.fresh}
            onChange={(event) => {
              setTyped({ ...typed, fresh: event.currentTarget.value });
              setFreshFault(undefined);
            }}
            error={freshFault}
            required
          />
          <Group>
            <Button type="submit" loading={change.isBusy}>
              {t("password.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
