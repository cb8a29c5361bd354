import { Button, Group, Paper, Textarea, Title } from "@mantine/core";
import type { Client } from "../../../../src/staff-api/wire-types.ts";
import { send, type Tagged } from "../../api/client.ts";
import { useTexts } from "../../i18n.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { Overtaken } from "../../parts/overtaken.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useChange } from "../../parts/use-change.ts";
import { useTypedOver } from "../../parts/use-typed-over.ts";
import { CLIENTS } from "./texts.ts";

/** For the people at the desk; callers never hear it. */
export function ClientNote({ card }: { readonly card: Tagged<Client> }) {
  const t = useTexts(CLIENTS);
  const parts = useTexts(PARTS);
  const saved = card.data.note ?? "";
  const { text: note, isChanged, isOvertaken, type, forget } = useTypedOver(saved);
  const save = useChange(
    () =>
      send<Client>(`/clients/${card.data.id}`, {
        method: "PATCH",
        body: { note: note.trim() || null },
        ifMatch: card.etag,
      }),
    {
      outdates: ["client", "clients"],
      onDone: () => {
        forget();
        notifyDone(parts("saved"));
      },
    },
  );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="client-note">
      <Title order={2} fz="h4" mb="xs" id="client-note">
        {t("note.title")}
      </Title>
      <Textarea
        aria-labelledby="client-note"
        description={t("note.hint")}
        inputWrapperOrder={["input", "description"]}
        autosize
        minRows={2}
        maxLength={5_000}
        value={note}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {isOvertaken ? <Overtaken stored={saved} /> : null}
      {isChanged ? (
        <Group justify="flex-end" mt="xs">
          <Button size="sm" variant="default" onClick={forget}>
            {parts("cancel")}
          </Button>
          <Button size="sm" loading={save.isPending} onClick={() => save.mutate()}>
            {parts("save")}
          </Button>
        </Group>
      ) : null}
    </Paper>
  );
}
