import { Alert, Button, Group, List, Modal, Stack, Text, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { Booking, Client } from "../../../../src/staff-api/wire-types.ts";
import { send, type Tagged } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { queryClient } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { nameOf } from "../../parts/names.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useChange } from "../../parts/use-change.ts";
import { Lines } from "./client-bookings.tsx";
import { CLIENTS } from "./texts.ts";

/** Cannot be undone, so the name is to be typed; while the client is still expected it is refused. */
export function EraseClient({
  opened,
  card,
  bookings,
  onClose,
  onErased,
}: {
  readonly opened: boolean;
  readonly card: Tagged<Client>;
  readonly bookings: readonly Booking[];
  readonly onClose: () => void;
  readonly onErased: () => void;
}) {
  const t = useTexts(CLIENTS);
  const parts = useTexts(PARTS);
  const [typed, setTyped] = useState("");
  const { data: client, etag } = card;
  const name = [client.firstname, client.lastname].filter(Boolean).join(" ");
  const coming = bookings
    .filter(({ status, end }) => status === "confirmed" && Date.parse(end) > Date.now())
    .reverse();
  const erase = useChange(
    () => send<undefined>(`/clients/${client.id}`, { method: "DELETE", ifMatch: etag }),
    {
      outdates: ["clients", "bookings", "booking", "calls", "call"],
      onDone: () => {
        notifyDone(t("erase.done"));
        onErased();
        queryClient.removeQueries({ queryKey: ["client", client.id] });
      },
      onProblem: (error) => {
        if (!isProblem(error, "in_use")) return false;
        void queryClient.invalidateQueries({ queryKey: ["client", client.id] });
        return true;
      },
    },
  );
  const isTyped = [name, nameOf(client)].some((one) => folded(one) === folded(typed));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isTyped) erase.mutate();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("erase.title", { name })}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      {coming.length > 0 ? (
        <Stack>
          <Alert color="orange">{t("erase.stillComing")}</Alert>
          <Lines clientId={client.id} bookings={coming} />
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <List size="sm" spacing={4}>
              <List.Item>{t("erase.gone")}</List.Item>
              <List.Item>{t("erase.stays")}</List.Item>
              <List.Item>{t("erase.final")}</List.Item>
            </List>
            <Text size="sm">{t("erase.exportFirst")}</Text>
            <TextInput
              data-autofocus
              label={t("erase.type", { name })}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {parts("cancel")}
              </Button>
              <Button type="submit" color="red" disabled={!isTyped} loading={erase.isPending}>
                {t("erase.do")}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

const folded = (name: string) => name.trim().toLocaleLowerCase().replace(/\s+/g, " ");
