import { Box, Button, Group, Loader, Modal, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import type { Client, Page } from "../../../src/staff-api/wire-types.ts";
import { get } from "../api/client.ts";
import { useLanguage, useTexts } from "../i18n.ts";
import { Icon } from "../parts/icon.tsx";
import { nameOf } from "../parts/names.ts";
import { Failed } from "../parts/states.tsx";
import { PARTS } from "../parts/texts.ts";
import { formatDate } from "../time.ts";
import classes from "./client-search.module.css";
import { SHELL } from "./texts.ts";

/** Finds clients by the rules that callers are known by. */
export function useClientSearch(words: string) {
  const [asked] = useDebouncedValue(words.trim(), 150);
  const query = useQuery({
    queryKey: ["clients", "search", asked],
    queryFn: async ({ signal }) => (await get<Page<Client>>("/clients", { q: asked }, signal)).data.items,
    enabled: asked.length > 1,
    placeholderData: (before) => (asked.length > 1 ? before : undefined),
  });
  /** What was found is for these words, and not for those before them. */
  const isCurrent = asked === words.trim() && !query.isFetching;
  return { ...query, isCurrent };
}

/** One line of what tells a client apart. */
export function ClientLine({ client }: { readonly client: Client }) {
  const language = useLanguage();
  const born = client.dob == null ? undefined : formatDate(client.dob, language, { dateStyle: "medium" });
  return (
    <Stack gap={0}>
      <Text fw={600} size="sm">
        {nameOf(client)}
      </Text>
      <Text size="xs" c="dimmed" className="numbers">
        {[client.phoneShown, born === undefined ? undefined : `* ${born}`, client.city]
          .filter(Boolean)
          .join(" · ") || "–"}
      </Text>
    </Stack>
  );
}

export function ClientSearch({
  opened,
  onClose,
  onChoose,
  onCreate,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onChoose: (client: Client) => void;
  /** With the words that nobody was found by; undefined for who may not. */
  readonly onCreate?: ((words: string) => void) | undefined;
}) {
  const t = useTexts(SHELL);
  const parts = useTexts(PARTS);
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const found = useClientSearch(words);
  const clients = words.trim().length > 1 ? (found.data ?? []) : [];
  const isNobody = words.trim().length > 1 && found.isSuccess && clients.length === 0;
  /** It opens empty the next time. */
  const close = () => {
    setWords("");
    setAt(0);
    onClose();
  };
  const choose = (client: Client | undefined) => {
    if (client === undefined) return;
    close();
    onChoose(client);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") choose(clients[at]);
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    setAt(Math.min(Math.max(at + step, 0), Math.max(clients.length - 1, 0)));
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t("search")}
      yOffset="8vh"
      size="lg"
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      <TextInput
        data-autofocus
        aria-label={t("search")}
        placeholder={t("searchHint")}
        leftSection={<Icon name="search" />}
        rightSection={found.isFetching ? <Loader size="xs" /> : null}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Box mt="sm" mih={120}>
        {found.error ? <Failed error={found.error} /> : null}
        <Text c="dimmed" role="status">
          {words.trim().length < 2 ? t("typeMore") : null}
          {isNobody ? t("nobody") : null}
        </Text>
        {isNobody && onCreate !== undefined ? (
          <Button
            mt="sm"
            variant="light"
            onClick={() => {
              close();
              onCreate(words.trim());
            }}
          >
            {t("create")}
          </Button>
        ) : null}
        {clients.length === 0 ? null : (
          <Stack gap={2} role="listbox" aria-label={t("search")}>
            {clients.map((client, index) => (
              <UnstyledButton
                key={client.id}
                role="option"
                aria-selected={index === at}
                className={classes.option!}
                data-active={index === at || undefined}
                onClick={() => choose(client)}
              >
                <Group wrap="nowrap">
                  <ClientLine client={client} />
                </Group>
              </UnstyledButton>
            ))}
          </Stack>
        )}
      </Box>
    </Modal>
  );
}
