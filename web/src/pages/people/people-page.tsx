import { Badge, Box, Button, Paper, Text, Title, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Member } from "../../../../src/staff-api/wire-types.ts";
import { get, send } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { useMe } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { FormDrawer } from "../../parts/form-drawer.tsx";
import { Icon } from "../../parts/icon.tsx";
import { notifyDone } from "../../parts/notify.tsx";
import { Page } from "../../parts/page.tsx";
import { RemoveDialog } from "../../parts/remove-dialog.tsx";
import { Loaded } from "../../parts/states.tsx";
import { useChange } from "../../parts/use-change.ts";
import { useOpened } from "../../parts/use-opened.ts";
import { InvitationForm } from "./invitation-form.tsx";
import { Invitations } from "./invitations.tsx";
import { MemberForm } from "./member-form.tsx";
import classes from "./people.module.css";
import { useAgentNames } from "./role-field.tsx";
import { PEOPLE } from "./texts.ts";

export function PeoplePage() {
  const t = useTexts(PEOPLE);
  const me = useMe();
  const agentOf = useAgentNames();
  const members = useQuery({
    queryKey: ["members"],
    queryFn: async ({ signal }) => (await get<{ items: Member[] }>("/members", {}, signal)).data.items,
  });
  /** Without a member: an invitation. */
  const drawer = useOpened<{ readonly member?: Member }>();
  const removal = useOpened<Member>();
  const remove = useChange(({ userId }: Member) => send(`/members/${userId}`, { method: "DELETE" }), {
    outdates: ["members", "me"],
    onDone: (_result, { name }) => {
      removal.close();
      drawer.close();
      notifyDone(t("removed", { name }));
    },
    onProblem: () => true,
  });
  const member = drawer.subject?.member;
  return (
    <Page
      title={t("title")}
      about={t("about")}
      actions={
        <Button leftSection={<Icon name="plus" />} onClick={() => drawer.open({})}>
          {t("invite")}
        </Button>
      }
    >
      <Loaded query={members}>
        {(items) => (
          <section aria-labelledby="members">
            <Title order={2} fz="h4" id="members" mb="xs">
              {t("members")}
            </Title>
            <Paper withBorder px="sm">
              <ul className={classes.list}>
                {items.map((one) => (
                  <li key={one.userId}>
                    <UnstyledButton
                      className={`${classes.item} ${classes.member}`}
                      onClick={() => drawer.open({ member: one })}
                    >
                      <Box miw={0} flex="1 1 200px">
                        <Text fw={600}>
                          {one.name}
                          {one.userId === me.userId ? ` (${t("you")})` : ""}
                        </Text>
                        <Text size="sm" c="dimmed">
                          {one.email}
                        </Text>
                      </Box>
                      <Text size="sm" component="span">
                        {one.agentId === null ? null : t("calendarOf", { name: agentOf(one.agentId) })}
                      </Text>
                      {one.agentId === null ? (
                        <Badge variant="light" tt="none" size="lg">
                          {t(`role.${one.role}`)}
                        </Badge>
                      ) : null}
                      <Icon name="right" size={16} />
                    </UnstyledButton>
                  </li>
                ))}
              </ul>
            </Paper>
          </section>
        )}
      </Loaded>
      <Invitations />
      <FormDrawer
        opened={drawer.isOpen}
        onClose={drawer.close}
        isCovered={removal.isOpen}
        title={member?.name ?? t("form.title")}
      >
        {member === undefined ? (
          <InvitationForm key={drawer.count} onDone={drawer.close} />
        ) : (
          <MemberForm
            key={drawer.count}
            member={member}
            onDone={drawer.close}
            onRemove={() => {
              remove.reset();
              removal.open(member);
            }}
          />
        )}
      </FormDrawer>
      <RemoveDialog
        opened={removal.isOpen}
        title={t("removeTitle", { name: removal.subject?.name ?? "" })}
        about={t("removeAbout")}
        obstacle={isProblem(remove.error, "conflict") ? t("lastOwner") : undefined}
        confirm={t("remove")}
        isBusy={remove.isPending}
        error={remove.error}
        onClose={removal.close}
        onConfirm={() => removal.subject !== undefined && remove.mutate(removal.subject)}
      />
    </Page>
  );
}
