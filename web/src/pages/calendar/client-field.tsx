import { Alert, Button, Group, Paper, SimpleGrid, Stack, TextInput, UnstyledButton } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Client } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { personTyped } from "../../parts/typed-person.ts";
import classes from "../../shell/client-search.module.css";
import { ClientLine, useClientSearch } from "../../shell/client-search.tsx";
import { CALENDAR } from "./texts.ts";

export type ChosenClient =
  | { readonly kind: "none" }
  | { readonly kind: "known"; readonly client: Pick<Client, "id"> & Partial<Client> }
  | { readonly kind: "new"; readonly firstname: string; readonly lastname: string; readonly phone: string };

const MOST_SHOWN = 6;

/** Who comes: found by name, number or date of birth, or somebody new. */
export function ClientField({
  value,
  onChange,
  error,
}: {
  readonly value: ChosenClient;
  readonly onChange: (chosen: ChosenClient) => void;
  readonly error: string | undefined;
}) {
  const t = useTexts(CALENDAR);
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const [isEntered, setEntered] = useState(false);
  const found = useClientSearch(value.kind === "none" ? words : "");
  const isSearch = words.trim().length > 1;
  const clients = isSearch ? (found.data ?? []).slice(0, MOST_SHOWN) : [];
  const startNew = () => onChange({ kind: "new", ...personTyped(words) });
  const take = (client: Client | undefined) => {
    if (client === undefined) startNew();
    else onChange({ kind: "known", client });
  };
  // Who types a name and Enter without a pause means what will be found by that name.
  const isDue = isEntered && found.isCurrent;
  useEffect(() => {
    if (!isDue) return;
    setEntered(false);
    take(clients[0]);
  });
  if (value.kind === "known") {
    return (
      <Paper withBorder p="xs">
        <Group justify="space-between" wrap="nowrap">
          <ClientLine client={value.client as Client} />
          <Button size="compact-sm" variant="subtle" onClick={() => onChange({ kind: "none" })}>
            {t("form.other")}
          </Button>
        </Group>
      </Paper>
    );
  }
  if (value.kind === "new") {
    const set = (part: Partial<typeof value>) => onChange({ ...value, ...part });
    return (
      <Stack gap="xs">
        {error === undefined ? null : (
          <Alert color="red" py="xs">
            {error}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t("form.lastname")}
            value={value.lastname}
            onChange={(event) => set({ lastname: event.currentTarget.value })}
            autoFocus={value.lastname === ""}
          />
          <TextInput
            label={t("form.firstname")}
            value={value.firstname}
            onChange={(event) => set({ firstname: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Group align="flex-end" gap="xs">
          <TextInput
            flex={1}
            miw={180}
            label={t("form.phone")}
            type="tel"
            value={value.phone}
            autoFocus={value.lastname !== ""}
            onChange={(event) => set({ phone: event.currentTarget.value })}
          />
          <Button variant="subtle" onClick={() => onChange({ kind: "none" })}>
            {t("form.other")}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap={4}>
      <TextInput
        data-autofocus
        autoFocus
        label={t("form.client")}
        placeholder={t("form.clientHint")}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
          setEntered(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && isSearch) {
            event.preventDefault();
            if (found.isCurrent) take(clients[at]);
            else setEntered(true);
          }
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          const next = event.key === "ArrowDown" ? at + 1 : at - 1;
          setAt(Math.min(Math.max(next, 0), Math.max(clients.length - 1, 0)));
        }}
        error={error}
        autoComplete="off"
      />
      {clients.map((client, index) => (
        <UnstyledButton
          key={client.id}
          className={classes.option!}
          data-active={index === at || undefined}
          onClick={() => onChange({ kind: "known", client })}
        >
          <ClientLine client={client} />
        </UnstyledButton>
      ))}
      {isSearch ? (
        <Button variant="light" size="compact-sm" onClick={startNew} style={{ alignSelf: "flex-start" }}>
          {t("form.newClient")}
        </Button>
      ) : null}
    </Stack>
  );
}
