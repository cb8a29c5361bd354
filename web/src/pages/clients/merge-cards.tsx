import { Alert, Button, Group, Modal, Radio, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Client } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { nameOf } from "../../parts/names.ts";
import { notifyDone, notifyFailed } from "../../parts/notify.tsx";
import { Loaded } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useChange } from "../../parts/use-change.ts";
import { confirmed } from "../calendar/confirm.ts";
import { ASKED_ORDER, dobShown } from "./client-card-fields.ts";
import classes from "./clients.module.css";
import { CLIENTS } from "./texts.ts";

interface Merged {
  readonly client: Client;
  readonly filled: readonly string[];
  readonly differing: readonly string[];
  readonly bookings: number | null;
}

/** Two cards side by side: which one stays, what it gets from the other one, and what of that is lost. */
export function MergeCards({
  client,
  other,
  onClose,
}: {
  readonly client: Client;
  /** Undefined: closed. */
  readonly other: Client | undefined;
  readonly onClose: () => void;
}) {
  const t = useTexts(CLIENTS);
  const parts = useTexts(PARTS);
  return (
    <Modal
      opened={other !== undefined}
      onClose={onClose}
      title={t("merge.title")}
      size="xl"
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      {other === undefined ? null : <Compared client={client} other={other} onClose={onClose} />}
    </Modal>
  );
}

function Compared({
  client,
  other,
  onClose,
}: {
  readonly client: Client;
  readonly other: Client;
  readonly onClose: () => void;
}) {
  const t = useTexts(CLIENTS);
  const parts = useTexts(PARTS);
  const navigate = useNavigate();
  const [keepId, setKeepId] = useState(client.id);
  const [keep, drop] = keepId === client.id ? [client, other] : [other, client];
  const trial = useQuery({
    queryKey: ["client", keep.id, "merge", drop.id],
    queryFn: async () =>
      (
        await send<Merged>(`/clients/${keep.id}/merge`, {
          method: "POST",
          body: { dropId: drop.id, dryRun: true },
        })
      ).data,
    placeholderData: (before) => before,
  });
  const merge = useChange(
    async () =>
      (
        await send<Merged>(`/clients/${keep.id}/merge`, {
          method: "POST",
          body: { dropId: drop.id, dryRun: false },
        })
      ).data,
    {
      outdates: ["clients", "bookings", "booking", "calls", "call"],
      onDone: (merged) => {
        notifyDone(t("merge.done", { name: nameOf(merged.client), count: merged.bookings ?? 0 }));
        onClose();
        void navigate({ to: `/clients/${keep.id}`, replace: true });
      },
      onProblem: (error) => {
        if (!isProblem(error, "conflict")) return false;
        notifyFailed(t("merge.sameBooking"));
        return true;
      },
    },
  );
  const ask = async () => {
    const yes = await confirmed({
      text: t("merge.sure", { name: nameOf(keep) }),
      confirm: t("merge.do"),
      cancel: parts("cancel"),
    });
    if (yes) merge.mutate();
  };
  return (
    <Stack>
      <Text size="sm">{t("merge.about")}</Text>
      <Loaded query={trial}>
        {({ filled, differing }) => (
          <>
            <Sides {...{ client, other, keepId, filled, differing }} onKeep={setKeepId} />
            <Text size="sm">
              {filled.length === 0
                ? t("merge.nothingFilled")
                : t("merge.filled", { fields: filled.map((one) => t(`field.${one as "dob"}`)).join(", ") })}
            </Text>
            {differing.length === 0 ? null : (
              <Alert color="orange" py="xs">
                {t("merge.differing", {
                  fields: differing.map((one) => t(`field.${one as "dob"}`)).join(", "),
                })}
              </Alert>
            )}
          </>
        )}
      </Loaded>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {parts("cancel")}
        </Button>
        <Button
          onClick={() => void ask()}
          loading={merge.isPending}
          disabled={trial.data === undefined || trial.isPlaceholderData}
        >
          {t("merge.do")}
        </Button>
      </Group>
    </Stack>
  );
}

function Sides({
  client,
  other,
  keepId,
  filled,
  differing,
  onKeep,
}: {
  readonly client: Client;
  readonly other: Client;
  readonly keepId: string;
  readonly filled: readonly string[];
  readonly differing: readonly string[];
  readonly onKeep: (clientId: string) => void;
}) {
  const t = useTexts(CLIENTS);
  const language = useLanguage();
  const fate = (card: Client, field: string) => {
    if (card.id === keepId) return undefined;
    return filled.includes(field) ? "taken" : differing.includes(field) ? "lost" : undefined;
  };
  return (
    <Table withColumnBorders verticalSpacing={6} className="numbers">
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          {[client, other].map((card) => (
            <Table.Th key={card.id} scope="col">
              <Radio
                name="kept-card"
                label={t(card === client ? "merge.keepThis" : "merge.keepOther")}
                checked={card.id === keepId}
                onChange={() => onKeep(card.id)}
              />
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {ASKED_ORDER.filter((field) => client[field] !== null || other[field] !== null).map((field) => (
          <Table.Tr key={field}>
            <Table.Th scope="row">{t(`field.${field}`)}</Table.Th>
            {[client, other].map((card) => {
              const value = card[field];
              const what = fate(card, field);
              return (
                <Table.Td key={card.id} className={classes.wraps!}>
                  <span className={what === "lost" ? classes.lost : undefined}>
                    {value === null ? "–" : field === "dob" ? dobShown(value, language) : value}
                  </span>
                  {what === undefined ? null : (
                    <Text size="xs" c="dimmed">
                      {t(`merge.${what}`)}
                    </Text>
                  )}
                </Table.Td>
              );
            })}
          </Table.Tr>
        ))}
        <Table.Tr hidden={client.note === null && other.note === null}>
          <Table.Th scope="row">{t("note.title")}</Table.Th>
          {[client, other].map((card) => (
            <Table.Td key={card.id} className={classes.wraps!}>
              {card.note ?? "–"}
              {card.note === null || card.id === keepId ? null : (
                <Text size="xs" c="dimmed">
                  {t("merge.taken")}
                </Text>
              )}
            </Table.Td>
          ))}
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}
