import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import type { Booking, Client } from "../../../../src/staff-api/wire-types.ts";
import { addressOf, type Tagged } from "../../api/client.ts";
import { useMe } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { ClientSearch } from "../../shell/client-search.tsx";
import { EraseClient } from "./erase-client.tsx";
import { MergeCards } from "./merge-cards.tsx";
import { CLIENTS } from "./texts.ts";

/** What is asked for seldom: another card of the same person, all data for the client, or none. */
export function ClientData({
  card,
  bookings,
  onErased,
}: {
  readonly card: Tagged<Client>;
  readonly bookings: readonly Booking[] | undefined;
  readonly onErased: () => void;
}) {
  const t = useTexts(CLIENTS);
  const { access } = useMe();
  const [searching, search] = useDisclosure(false);
  const [erasing, erase] = useDisclosure(false);
  const [other, setOther] = useState<Client>();
  const { data: client } = card;
  if (access !== "owner" && access !== "desk") return null;
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} fz="h4" mb={4}>
        {t("data.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("data.about")}
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={search.open}>
          {t("merge.other")}
        </Button>
        <Button component="a" variant="default" href={addressOf(`/clients/${client.id}/export`)} download>
          {t("data.export")}
        </Button>
        {access === "owner" ? (
          <Button
            variant="light"
            color="red"
            leftSection={<Icon name="trash" size={16} />}
            onClick={erase.open}
          >
            {t("erase.open")}
          </Button>
        ) : null}
      </Group>
      <ClientSearch
        opened={searching}
        onClose={search.close}
        onChoose={(chosen) => {
          if (chosen.id !== client.id) setOther(chosen);
        }}
      />
      <MergeCards client={client} other={other} onClose={() => setOther(undefined)} />
      <EraseClient
        opened={erasing}
        card={card}
        bookings={bookings ?? []}
        onClose={erase.close}
        onErased={onErased}
      />
    </Paper>
  );
}
