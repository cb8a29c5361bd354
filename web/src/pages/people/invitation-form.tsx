import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { send } from "../../api/client.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { CopyValue } from "../../parts/copy-value.tsx";
import { type Faults, faultsOf } from "../../parts/faults.ts";
import { DrawerForm } from "../../parts/form-drawer.tsx";
import { useProblemText } from "../../parts/states.tsx";
import { useChange } from "../../parts/use-change.ts";
import { useChosenEntity } from "../../shell/entity.tsx";
import { formatInstant } from "../../time.ts";
import { type Grant, RoleField } from "./role-field.tsx";
import { PEOPLE } from "./texts.ts";

export interface OneTimeLink {
  readonly link: string;
  readonly expiresAt: string;
}

const FIRST = { label: "", role: "desk", agentId: null } as Grant & { readonly label: string };

/** Makes a link by which somebody gets access, and shows it. */
export function InvitationForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts(PEOPLE);
  const text = useProblemText();
  const until = useUntil();
  const [draft, setDraft] = useState(FIRST);
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string>();
  const [made, setMade] = useState<OneTimeLink>();
  const invite = useChange(
    async () =>
      (
        await send<OneTimeLink>("/invitations", {
          method: "POST",
          body: { ...draft, label: draft.label.trim() },
        })
      ).data,
    {
      outdates: ["invitations"],
      onDone: setMade,
      onProblem: (error) => {
        if ("agentId" in faultsOf(error)) setFaults({ agentId: t("fault.agentId") });
        else setProblem(text(error));
        return true;
      },
    },
  );
  const submit = () => {
    setProblem(undefined);
    const found: Record<string, string> = {};
    if (draft.label.trim().length > 200) found.label = t("fault.label");
    if (draft.role === "agent" && draft.agentId === null) found.agentId = t("fault.agentId");
    setFaults(found);
    if (Object.keys(found).length === 0) invite.mutate(undefined);
  };
  if (made !== undefined) {
    return (
      <Stack>
        <CopyValue
          label={t("form.link")}
          about={t("form.linkAbout", { date: until(made.expiresAt) })}
          value={made.link}
          isLong
        />
        <Group justify="flex-end">
          <Button onClick={onDone}>{t("form.done")}</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <DrawerForm
      isDirty={JSON.stringify(FIRST) !== JSON.stringify(draft)}
      isBusy={invite.isPending}
      faults={faults}
      problem={problem}
      submit={t("form.submit")}
      onSubmit={submit}
    >
      <TextInput
        label={t("form.label")}
        description={t("form.labelHint")}
        value={draft.label}
        onChange={(event) => setDraft({ ...draft, label: event.currentTarget.value })}
        error={faults.label}
        data-autofocus
      />
      <RoleField
        value={draft}
        error={faults.agentId}
        onChange={(grant) => {
          setDraft({ ...draft, ...grant });
          setFaults({});
        }}
      />
    </DrawerForm>
  );
}

/** The day until which a link works, by the business's clocks. */
export function useUntil(): (iso: string) => string {
  const language = useLanguage();
  const { entity } = useChosenEntity();
  return (iso) =>
    formatInstant(iso, entity?.timezone ?? "UTC", language, {
      weekday: "long",
      day: "numeric",
      month: "long",
      hour: "2-digit",
      minute: "2-digit",
    });
}
