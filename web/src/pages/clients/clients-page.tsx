import { Button, Loader, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Page } from "../../parts/page.tsx";
import { Empty, Failed, Loaded } from "../../parts/states.tsx";
import { useClientSearch } from "../../shell/client-search.tsx";
import { AddClient } from "./add-client.tsx";
import { useAllClients } from "./client-list.ts";
import { ClientTable } from "./client-table.tsx";
import { CLIENTS } from "./texts.ts";

export function ClientsPage() {
  const t = useTexts(CLIENTS);
  const navigate = useNavigate();
  const { q, add: asked } = useSearch({ strict: false }) as { q?: string; add?: string };
  // Kept in the address as well, so that "back" from a card finds the list as it was.
  const [words, setWords] = useState(q ?? "");
  const search = (text: string) => {
    setWords(text);
    void navigate({ to: "/clients", search: { q: text || undefined }, replace: true });
  };
  const [adding, add] = useDisclosure(false);
  const isSearch = words.trim().length > 1;
  const all = useAllClients(!isSearch);
  const found = useClientSearch(words);
  const newClient = (
    <Button leftSection={<Icon name="plus" />} onClick={add.open}>
      {t("add")}
    </Button>
  );
  return (
    <Page title={t("title")} actions={newClient}>
      <TextInput
        type="search"
        size="md"
        aria-label={t("search")}
        placeholder={t("searchHint")}
        leftSection={<Icon name="search" />}
        rightSection={isSearch && found.isFetching ? <Loader size="xs" /> : null}
        value={words}
        onChange={(event) => search(event.currentTarget.value)}
      />
      {isSearch ? (
        <Found query={found} />
      ) : (
        <Loaded query={all}>
          {({ pages }) => {
            const clients = pages.flatMap(({ items }) => items);
            if (clients.length === 0) return <Empty action={newClient}>{t("none")}</Empty>;
            return (
              <Stack gap="sm">
                <ClientTable clients={clients} />
                {all.isFetchNextPageError ? <Failed error={all.error} /> : null}
                {all.hasNextPage ? (
                  <Button
                    variant="default"
                    loading={all.isFetchingNextPage}
                    onClick={() => void all.fetchNextPage()}
                  >
                    {t("more")}
                  </Button>
                ) : null}
              </Stack>
            );
          }}
        </Loaded>
      )}
      <AddClient
        opened={adding || asked !== undefined}
        begun={asked ?? (isSearch && found.data?.length === 0 ? words : "")}
        onClose={() => {
          add.close();
          if (asked !== undefined) search(words);
        }}
      />
    </Page>
  );
}

function Found({ query }: { readonly query: ReturnType<typeof useClientSearch> }) {
  const t = useTexts(CLIENTS);
  return (
    <Loaded query={query}>
      {(clients) => (
        <>
          <Text size="sm" c="dimmed" role="status">
            {clients.length === 0 ? t("nobody") : t("found", { count: clients.length })}
          </Text>
          {clients.length === 0 ? null : <ClientTable clients={clients} />}
        </>
      )}
    </Loaded>
  );
}
