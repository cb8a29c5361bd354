import { Alert, Anchor, Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import type { Client } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { nameOf } from "../../parts/names.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { PARTS } from "../../parts/texts.ts";
import { personTyped } from "../../parts/typed-person.ts";
import { useChange } from "../../parts/use-change.ts";
import { useClientSearch } from "../../shell/client-search.tsx";
import { changedMembers, dobShown, fieldsOf } from "./client-card-fields.ts";
import { type CardFaults, ClientFields, useCardFaults } from "./client-fields.tsx";
import { CLIENTS } from "./texts.ts";

export function AddClient({
  opened,
  begun,
  onClose,
}: {
  readonly opened: boolean;
  /** What was looked for in vain. */
  readonly begun: string;
  readonly onClose: () => void;
}) {
  const t = useTexts(CLIENTS);
  const parts = useTexts(PARTS);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("add")}
      size="lg"
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      <Form begun={begun} onClose={onClose} />
    </Modal>
  );
}

function Form({ begun, onClose }: { readonly begun: string; readonly onClose: () => void }) {
  const t = useTexts(CLIENTS);
  const parts = useTexts(PARTS);
  const language = useLanguage();
  const navigate = useNavigate();
  const check = useCardFaults();
  const [fields, setFields] = useState(() => fieldsOf(personTyped(begun), language));
  const [note, setNote] = useState("");
  const [faults, setFaults] = useState<CardFaults>({});
  const isNamed = fields.lastname.trim() !== "" && fields.firstname.trim() !== "";
  const alike = useClientSearch(isNamed ? `${fields.firstname} ${fields.lastname}` : "");
  const save = useChange(
    async () => {
      const body = {
        ...changedMembers(fieldsOf({}, language), fields),
        ...(note.trim() === "" ? {} : { note: note.trim() }),
      };
      return (await send<Client>("/clients", { method: "POST", body })).data;
    },
    {
      outdates: ["clients"],
      onDone: (client) => {
        notifyDone(t("added", { name: nameOf(client) }));
        onClose();
        void navigate({ to: `/clients/${client.id}` });
      },
      onProblem: (error) => {
        const found = check.after(error);
        if (found !== undefined) setFaults(found);
        return found !== undefined;
      },
    },
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = check.before(fields);
    setFaults(found);
    if (Object.keys(found).length === 0) save.mutate();
  };
  const known = isNamed ? (alike.data ?? []).slice(0, 3) : [];
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ClientFields
          fields={fields}
          faults={faults}
          onChange={(next) => {
            setFields(next);
            setFaults({});
          }}
        />
        <Textarea
          label={t("note.title")}
          description={t("note.hint")}
          autosize
          minRows={2}
          maxLength={5_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div aria-live="polite">
          {known.length === 0 ? null : (
            <Alert color="orange" title={t("maybeKnown")}>
              {known.map((client) => (
                <div key={client.id}>
                  <Anchor component={Link} to={`/clients/${client.id}`}>
                    {[
                      nameOf(client),
                      client.dob === null ? undefined : `* ${dobShown(client.dob, language)}`,
                      client.phoneShown,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </Anchor>
                </div>
              ))}
            </Alert>
          )}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {parts("cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {parts("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
