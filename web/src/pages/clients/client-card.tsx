import { Anchor, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { Fragment, type ReactNode, type SubmitEvent, useState } from "react";
import type { Client } from "../../../../src/staff-api/wire-types.ts";
import { send, type Tagged } from "../../api/client.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { PhoneLink } from "../../parts/phone-link.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useChange } from "../../parts/use-change.ts";
import { useNames } from "../../parts/use-names.ts";
import { nowIn } from "../../time.ts";
import { ageOn, changedMembers, dobShown, fieldsOf } from "./client-card-fields.ts";
import { type CardFaults, ClientFields, useCardFaults } from "./client-fields.tsx";
import classes from "./clients.module.css";
import { CLIENTS } from "./texts.ts";

/** Who it is and how to reach them; turns into a form where it stands. */
export function ClientCard({ card }: { readonly card: Tagged<Client> }) {
  const t = useTexts(CLIENTS);
  const parts = useTexts(PARTS);
  const [isEdited, setEdited] = useState(false);
  return (
    <Paper withBorder p="md" component="section" aria-label={t("card")}>
      <Group justify="space-between" mb="xs">
        <Title order={2} fz="h4">
          {t("card")}
        </Title>
        {isEdited ? null : (
          <Button size="compact-sm" variant="light" onClick={() => setEdited(true)}>
            {parts("edit")}
          </Button>
        )}
      </Group>
      {isEdited ? <Edited card={card} onClose={() => setEdited(false)} /> : <Read client={card.data} />}
    </Paper>
  );
}

function Read({ client }: { readonly client: Client }) {
  const t = useTexts(CLIENTS);
  const language = useLanguage();
  const zone = useNames().zone(null);
  const age = client.dob === null ? undefined : ageOn(client.dob, nowIn(zone));
  const place = [client.zip, client.city].filter(Boolean).join(" ");
  const lines: readonly { readonly label: string; readonly value: ReactNode }[] = [
    { label: t("field.firstname"), value: client.firstname },
    { label: t("field.lastname"), value: client.lastname },
    {
      label: t("field.dob"),
      value:
        client.dob === null
          ? null
          : `${dobShown(client.dob, language)}${age === undefined ? "" : ` (${t("age", { count: age })})`}`,
    },
    {
      label: t("field.phone"),
      value: client.phone === null ? null : <PhoneLink of={client} />,
    },
    {
      label: t("field.email"),
      value: client.email === null ? null : <Anchor href={`mailto:${client.email}`}>{client.email}</Anchor>,
    },
    {
      label: t("address"),
      value: [client.street, place, client.country].filter(Boolean).join(", ") || null,
    },
  ];
  return (
    <dl className={`${classes.facts} numbers`}>
      {lines.map(({ label, value }) => (
        <Fragment key={label}>
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <dd>{value ?? "–"}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Edited({ card, onClose }: { readonly card: Tagged<Client>; readonly onClose: () => void }) {
  const t = useTexts(CLIENTS);
  const parts = useTexts(PARTS);
  const language = useLanguage();
  const check = useCardFaults();
  // As it was when the form was opened: only what is changed here is written, whatever others do meanwhile.
  const [before] = useState(() => fieldsOf(card.data, language));
  const [fields, setFields] = useState(before);
  const [faults, setFaults] = useState<CardFaults>({});
  const save = useChange(
    (body: Record<string, string | null>) =>
      send<Client>(`/clients/${card.data.id}`, { method: "PATCH", body, ifMatch: card.etag }),
    {
      outdates: ["client", "clients", "bookings", "booking", "calls", "call"],
      onDone: () => {
        notifyDone(parts("saved"));
        onClose();
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
    if (Object.keys(found).length > 0) return;
    const changed = changedMembers(before, fields);
    if (Object.keys(changed).length === 0) onClose();
    else save.mutate(changed);
  };
  return (
    <form onSubmit={submit} noValidate aria-label={t("card")}>
      <Stack>
        <ClientFields
          fields={fields}
          faults={faults}
          onChange={(next) => {
            setFields(next);
            setFaults({});
          }}
        />
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
