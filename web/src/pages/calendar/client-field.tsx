import { Alert, Button, Group, Paper, SimpleGrid, Stack, TextInput, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Client } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import classes from "../../shell/client-search.module.css";
import { ClientLine, useClientSearch } from "../../shell/client-search.tsx";
import { CALENDAR } from "./texts.ts";

export type ChosenClient =
  | { readonly kind: "none" }
  | { readonly kind: "known"; readonly client: Pick<Client, "id"> & Partial<Client> }
  | { readonly kind: "new"; readonly firstname: string; readonly lastname: string; readonly phone: string };

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
  const found = useClientSearch(value.kind === "none" ? words : "");
  const clients = words.trim().length > 1 ? (found.data ?? []).slice(0, 6) : [];
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
  const startNew = () => {
    const [first = "", ...rest] = words.replace(",", " ").trim().split(/\s+/);
    const isNumber = /^[\d+]/.test(words.trim());
    onChange({
      kind: "new",
      firstname: isNumber || rest.length === 0 ? "" : first,
      lastname: isNumber ? "" : rest.length === 0 ? first : rest.join(" "),
      phone: isNumber ? words.trim() : "",
    });
  };
  return (
    <Stack gap={4}>
      <TextInput
        data-autofocus
        label={t("form.client")}
        placeholder={t("form.clientHint")}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = clients;
          if (event.key !== "Enter" || first === undefined) return;
          event.preventDefault();
          onChange({ kind: "known", client: first });
        }}
        error={error}
        autoComplete="off"
      />
      {clients.map((client) => (
        <UnstyledButton
          key={client.id}
          className={classes.option!}
          onClick={() => onChange({ kind: "known", client })}
        >
          <ClientLine client={client} />
        </UnstyledButton>
      ))}
      {words.trim().length > 1 ? (
        <Button variant="light" size="compact-sm" onClick={startNew} style={{ alignSelf: "flex-start" }}>
          {t("form.newClient")}
        </Button>
      ) : null}
    </Stack>
  );
}
