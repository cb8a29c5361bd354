import { Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getFromLogin } from "../../api/client.ts";
import { useTexts } from "../../i18n.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { Loaded } from "../../parts/states.tsx";
import { AskPassword } from "./ask-password.tsx";
import { BackupCodes } from "./backup-codes.tsx";
import { PROFILE } from "./texts.ts";
import { VerifyApp } from "./verify-app.tsx";

interface Prepared {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

/** Where one is on the way to turn it on, off, or to new codes. */
type Step =
  | { readonly at: "rest" | "turn on" | "turn off" | "renew" }
  | { readonly at: "verify"; readonly prepared: Prepared }
  | { readonly at: "codes"; readonly codes: readonly string[]; readonly isRenewed: boolean };

const REST: Step = { at: "rest" };

export function SecondFactor() {
  const session = useQuery({
    queryKey: ["session"],
    queryFn: async () => await getFromLogin<{ user: { twoFactorEnabled?: boolean | null } }>("/get-session"),
  });
  return (
    <Paper component="section" withBorder p="md" aria-labelledby="second-factor">
      <Loaded query={session}>{({ user }) => <Content isOn={user.twoFactorEnabled === true} />}</Loaded>
    </Paper>
  );
}

function Content({ isOn }: { readonly isOn: boolean }) {
  const t = useTexts(PROFILE);
  const [step, setStep] = useState(REST);
  const rest = () => setStep(REST);
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Title order={2} fz="h4" id="second-factor">
          {t("second.title")}
        </Title>
        <Badge color={isOn ? "brand" : "gray"} variant="light" tt="none">
          {t(isOn ? "second.on" : "second.off")}
        </Badge>
      </Group>
      {step.at === "rest" ? (
        <>
          <Text size="sm" c="dimmed" maw={560}>
            {t("second.about")}
          </Text>
          <Group gap="sm">
            {isOn ? (
              <>
                <Button variant="default" onClick={() => setStep({ at: "renew" })}>
                  {t("second.newCodes")}
                </Button>
                <Button variant="subtle" color="red" onClick={() => setStep({ at: "turn off" })}>
                  {t("second.turnOff")}
                </Button>
              </>
            ) : (
              <Button onClick={() => setStep({ at: "turn on" })}>{t("second.turnOn")}</Button>
            )}
          </Group>
        </>
      ) : null}
      {step.at === "turn on" ? (
        <AskPassword<Prepared>
          path="/two-factor/enable"
          about={t("second.passwordFor")}
          submit={t("second.next")}
          onDone={(prepared) => setStep({ at: "verify", prepared })}
          onCancel={rest}
        />
      ) : null}
      {step.at === "verify" ? (
        <VerifyApp
          totpUri={step.prepared.totpURI}
          onDone={() => setStep({ at: "codes", codes: step.prepared.backupCodes, isRenewed: false })}
          onCancel={rest}
        />
      ) : null}
      {step.at === "renew" ? (
        <AskPassword<{ backupCodes: readonly string[] }>
          path="/two-factor/generate-backup-codes"
          about={t("second.passwordFor")}
          submit={t("second.newCodes")}
          onDone={({ backupCodes }) => setStep({ at: "codes", codes: backupCodes, isRenewed: true })}
          onCancel={rest}
        />
      ) : null}
      {step.at === "turn off" ? (
        <AskPassword
          path="/two-factor/disable"
          about={t("second.passwordForOff")}
          submit={t("second.turnOff")}
          onDone={() => {
            notifyDone(t("second.turnedOff"));
            rest();
          }}
          onCancel={rest}
        />
      ) : null}
      {step.at === "codes" ? (
        <BackupCodes
          codes={step.codes}
          isRenewed={step.isRenewed}
          onDone={() => {
            if (!step.isRenewed) notifyDone(t("second.turnedOn"));
            rest();
          }}
        />
      ) : null}
    </Stack>
  );
}
