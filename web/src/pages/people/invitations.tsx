import { Box, Button, Paper, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Invitation } from "../../../../src/staff-api/wire-types.ts";
import { get, send } from "../../api/client.ts";
import { useTexts } from "../../i18n.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { RemoveDialog } from "../../parts/remove-dialog.tsx";
import { useChange } from "../../parts/use-change.ts";
import { useOpened } from "../../parts/use-opened.ts";
import { useUntil } from "./invitation-form.tsx";
import classes from "./people.module.css";
import { useAgentNames } from "./role-field.tsx";
import { PEOPLE } from "./texts.ts";

/** Links that nobody has used yet; nothing where there are none. */
export function Invitations() {
  const t = useTexts(PEOPLE);
  const until = useUntil();
  const agentOf = useAgentNames();
  const open = useQuery({
    queryKey: ["invitations"],
    queryFn: async ({ signal }) =>
      (await get<{ items: Invitation[] }>("/invitations", {}, signal)).data.items,
  });
  const withdrawal = useOpened<Invitation>();
  const withdraw = useChange(({ id }: Invitation) => send(`/invitations/${id}`, { method: "DELETE" }), {
    outdates: ["invitations"],
    onDone: () => {
      withdrawal.close();
      notifyDone(t("withdrawn"));
    },
    onProblem: () => true,
  });
  const nameOf = (one: Invitation | undefined): string => {
    if (one?.label == null) return t("invitation");
    return t(one.isReset ? "resetFor" : "invitationFor", { name: one.label });
  };
  const items = open.data ?? [];
  return (
    <>
      {items.length === 0 ? null : (
        <section aria-labelledby="open-links">
          <Title order={2} fz="h4" id="open-links" mb="xs">
            {t("invitations")}
          </Title>
          <Paper withBorder px="sm">
            <ul className={classes.list}>
              {items.map((one) => (
                <li key={one.id} className={classes.item}>
                  <Box miw={0} flex="1 1 200px">
                    <Text>{nameOf(one)}</Text>
                    <Text size="sm" c="dimmed" className="numbers">
                      {[
                        ...(one.isReset ? [] : [t(`role.${one.role}`)]),
                        ...(one.agentId === null || one.isReset ? [] : [agentOf(one.agentId)]),
                        t("until", { date: until(one.expiresAt) }),
                      ].join(" · ")}
                    </Text>
                  </Box>
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={t("withdrawOf", { name: nameOf(one) })}
                    onClick={() => {
                      withdraw.reset();
                      withdrawal.open(one);
                    }}
                  >
                    {t("withdraw")}
                  </Button>
                </li>
              ))}
            </ul>
          </Paper>
        </section>
      )}
      <RemoveDialog
        opened={withdrawal.isOpen}
        title={t("withdrawTitle", { name: nameOf(withdrawal.subject) })}
        about={t("withdrawAbout")}
        confirm={t("withdraw")}
        isBusy={withdraw.isPending}
        error={withdraw.error}
        onClose={withdrawal.close}
        onConfirm={() => withdrawal.subject !== undefined && withdraw.mutate(withdrawal.subject)}
      />
    </>
  );
}
