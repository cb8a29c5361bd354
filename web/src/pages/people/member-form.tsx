import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Member } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { useMe } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { CopyValue } from "../../parts/copy-value.tsx";
import { type Faults, faultsOf } from "../../parts/faults.ts";
import { DrawerForm } from "../../parts/form-drawer.tsx";
import { notifyDone } from "../../parts/notify.tsx";
import { RemoveButton } from "../../parts/remove-button.tsx";
import { useProblemText } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useChange } from "../../parts/use-change.ts";
import { type OneTimeLink, useUntil } from "./invitation-form.tsx";
import { type Grant, RoleField } from "./role-field.tsx";
import { PEOPLE } from "./texts.ts";

/** What a member may do, a link for a new password, and the end of the access. */
export function MemberForm({
  member,
  onDone,
  onRemove,
}: {
  readonly member: Member;
  readonly onDone: () => void;
  readonly onRemove: () => void;
}) {
  const t = useTexts(PEOPLE);
  const parts = useTexts(PARTS);
  const text = useProblemText();
  const until = useUntil();
  const isSelf = useMe().userId === member.userId;
  const { name, role, agentId } = member;
  const [before] = useState<Grant>({ role, agentId });
  const [grant, setGrant] = useState(before);
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string>();
  const path = `/members/${member.userId}`;
  const save = useChange((body: Grant) => send(path, { method: "PATCH", body }), {
    outdates: ["members", "me"],
    onDone: () => {
      notifyDone(t("saved", { name }));
      onDone();
    },
    onProblem: (error) => {
      if ("agentId" in faultsOf(error)) setFaults({ agentId: t("fault.agentId") });
      else setProblem(isProblem(error, "conflict") ? t("lastOwner") : text(error));
      return true;
    },
  });
  const reset = useChange(
    async () => (await send<OneTimeLink>(`${path}/reset-link`, { method: "POST", body: {} })).data,
    {
      outdates: ["invitations"],
      onProblem: (error) => {
        setProblem(isProblem(error, "conflict") ? t("elsewhere") : text(error));
        return true;
      },
    },
  );
  const submit = () => {
    setProblem(undefined);
    const isMissing = grant.role === "agent" && grant.agentId === null;
    setFaults(isMissing ? { agentId: t("fault.agentId") } : {});
    if (!isMissing) save.mutate(grant);
  };
  return (
    <DrawerForm
      isDirty={JSON.stringify(before) !== JSON.stringify(grant)}
      isBusy={save.isPending}
      faults={faults}
      problem={problem}
      submit={parts("save")}
      onSubmit={submit}
      extra={
        <Stack gap="sm">
          {reset.data === undefined ? null : (
            <CopyValue
              label={t("password")}
              about={t("passwordAbout", { name, date: until(reset.data.expiresAt) })}
              value={reset.data.link}
              isLong
            />
          )}
          <Group gap="sm">
            {isSelf || reset.data !== undefined ? null : (
              <Button
                variant="default"
                size="sm"
                loading={reset.isPending}
                onClick={() => {
                  setProblem(undefined);
                  reset.mutate(undefined);
                }}
              >
                {t("password")}
              </Button>
            )}
            <RemoveButton label={t("remove")} onRemove={onRemove} />
          </Group>
        </Stack>
      }
    >
      <Text size="sm" c="dimmed">
        {member.email}
      </Text>
      {isSelf && grant.role !== "owner" ? <Alert color="orange">{t("own")}</Alert> : null}
      <RoleField
        value={grant}
        error={faults.agentId}
        onChange={(chosen) => {
          setGrant(chosen);
          setFaults({});
        }}
      />
    </DrawerForm>
  );
}
