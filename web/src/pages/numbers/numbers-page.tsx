import { Box, Button, Group, Paper, Text, Title } from "@mantine/core";
import { send } from "../../api/client.ts";
import { useTexts } from "../../i18n.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { Page } from "../../parts/page.tsx";
import { RemoveDialog } from "../../parts/remove-dialog.tsx";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { useOpened } from "../../parts/use-opened.ts";
import { useEntity } from "../../shell/entity.tsx";
import { CallSimulator } from "./call-simulator.tsx";
import { NumberForm } from "./number-form.tsx";
import classes from "./numbers.module.css";
import { NUMBERS } from "./texts.ts";

/** What one dials, as opposed to a name that a telephone exchange goes by. */
const isPhoneNumber = (sipId: string) => /^\+?[\d\s()/.-]{3,}$/.test(sipId);

export function NumbersPage() {
  const t = useTexts(NUMBERS);
  const entity = useEntity();
  const { name, sipIds } = entity;
  const removal = useOpened<string>();
  const remove = useConfigurationChange(
    (number: string, ifMatch) =>
      send(`/entities/${entity.id}`, {
        method: "PATCH",
        ifMatch,
        body: { sipIds: sipIds.filter((one) => one !== number) },
      }),
    {
      onDone: (_result, number) => {
        removal.close();
        notifyDone(t("removed", { number }));
      },
      onProblem: () => true,
    },
  );
  return (
    <Page title={t("title")} about={t("about", { name })}>
      <Paper component="section" withBorder p="md" aria-labelledby="numbers">
        <Title order={2} fz="h4" id="numbers" mb="xs">
          {t("list", { name })}
        </Title>
        {sipIds.length === 0 ? <Text>{t("empty")}</Text> : null}
        <ul className={classes.list}>
          {sipIds.map((number) => (
            <li key={number} className={classes.item}>
              <Box miw={0}>
                <Text fw={600} className="numbers">
                  {number}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(isPhoneNumber(number) ? "phone" : "sip")}
                </Text>
              </Box>
              <Group gap="xs">
                <CallSimulator entity={entity} number={number} />
                <Button
                  variant="subtle"
                  color="red"
                  size="xs"
                  aria-label={t("removeOf", { number })}
                  onClick={() => {
                    remove.reset();
                    removal.open(number);
                  }}
                >
                  {t("remove")}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      </Paper>
      <NumberForm entity={entity} key={entity.id} />
      <Box maw={640}>
        <Title order={2} fz="h5">
          {t("simulator")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("simulatorAbout")}
        </Text>
      </Box>
      <RemoveDialog
        opened={removal.isOpen}
        title={t("removeTitle", { number: removal.subject ?? "" })}
        about={t("removeAbout")}
        isBusy={remove.isPending}
        error={remove.error}
        onClose={removal.close}
        onConfirm={() => removal.subject !== undefined && remove.mutate(removal.subject)}
      />
    </Page>
  );
}
