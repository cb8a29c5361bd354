import { Paper, Text, Title } from "@mantine/core";
import { useMe } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { Page } from "../../parts/page.tsx";
import { PasswordForm } from "./password-form.tsx";
import classes from "./profile.module.css";
import { ProviderLogin } from "./provider-login.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { PROFILE } from "./texts.ts";

export function ProfilePage() {
  const t = useTexts(PROFILE);
  const me = useMe();
  return (
    <Page title={t("title")}>
      <Paper component="section" withBorder p="md" aria-labelledby="who">
        <Title order={2} fz="h4" id="who" mb="xs">
          {t("who")}
        </Title>
        <dl className={classes.facts}>
          <dt>{t("name")}</dt>
          <dd>{me.name ?? "–"}</dd>
          <dt>{t("email")}</dt>
          <dd>{me.email ?? "–"}</dd>
        </dl>
        <Text size="xs" c="dimmed" mt="xs">
          {t("whoHint")}
        </Text>
      </Paper>
      <ProviderLogin />
      <PasswordForm />
      <SecondFactor />
    </Page>
  );
}
