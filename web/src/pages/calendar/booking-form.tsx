import {
  Alert,
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keepBooking } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { agentName, nameOf } from "../../parts/names.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { randomId } from "../../parts/random-id.ts";
import { useProblemText } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useChange } from "../../parts/use-change.ts";
import { useEntity } from "../../shell/entity.tsx";
import { formatMoment } from "../../time.ts";
import { type ChosenClient, ClientField } from "./client-field.tsx";
import { NextFree } from "./next-free.tsx";
import { offersOf, performs, productChoices } from "./offers.ts";
import { RefusedTime } from "./refused-time.tsx";
import { CALENDAR } from "./texts.ts";
import { useExpectedRefusal } from "./use-expected-refusal.ts";

/** What the form begins with. */
export interface Draft {
  /** Local, without an offset; undefined: to be found. */
  readonly start?: string | undefined;
  /** From which day on free times are offered; undefined: from now on. */
  readonly day?: string | undefined;
  readonly agentId?: string | undefined;
  readonly productId?: string | undefined;
  readonly client?: ChosenClient | undefined;
  readonly durationMinutes?: number | undefined;
}

export function BookingForm({
  draft,
  onClose,
}: {
  readonly draft: Draft | undefined;
  readonly onClose: () => void;
}) {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  return (
    <Modal
      opened={draft !== undefined}
      onClose={onClose}
      title={t("form.title")}
      size="lg"
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      {draft === undefined ? null : <Form draft={draft} onClose={onClose} />}
    </Modal>
  );
}

interface Fields {
  readonly client: ChosenClient;
  readonly productId: string | null;
  readonly agentId: string | null;
  readonly date: string;
  readonly time: string;
  readonly durationMinutes: number | string;
  readonly note: string;
}

function Form({ draft, onClose }: { readonly draft: Draft; readonly onClose: () => void }) {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  const language = useLanguage();
  const entity = useEntity();
  const problemText = useProblemText();
  const offers = offersOf(entity);
  const first = offers.find((offer) => performs(offer, draft.agentId));
  const [fields, setFields] = useState<Fields>(() => ({
    client: draft.client ?? { kind: "none" },
    productId: draft.productId ?? first?.id ?? null,
    agentId: draft.agentId ?? null,
    date: draft.start?.slice(0, 10) ?? "",
    time: draft.start?.slice(11, 16) ?? "",
    durationMinutes: draft.durationMinutes ?? first?.durationMinutes ?? "",
    note: "",
  }));
  const [faults, setFaults] = useState<Partial<Record<keyof Fields, string>>>({});
  const [refusal, setRefusal] = useState<ApiProblem>();
  // One key for one intention: who clicks twice books once.
  const [idempotencyKey, setIdempotencyKey] = useState(randomId);
  // Who has said "all the same" still means it when the server could not be reached.
  const [isMeantAnyway, setMeantAnyway] = useState(false);
  const set = (part: Partial<Fields>) => {
    setFields((before) => ({ ...before, ...part }));
    setMeantAnyway(false);
    setRefusal(undefined);
    setFaults({});
    setIdempotencyKey(randomId());
  };
  const product = offers.find(({ id }) => id === fields.productId);
  const agents = entity.agents.filter(({ id }) => product === undefined || product.type.agents.includes(id));
  const start = fields.date !== "" && fields.time !== "" ? `${fields.date}T${fields.time}` : undefined;

  const expected = useExpectedRefusal(entity, {
    product,
    agentId: fields.agentId,
    start,
    minutes: Number(fields.durationMinutes) || (product?.durationMinutes ?? 0),
  });
  const code = refusal?.problem.code;
  const isTaken = refusal === undefined && expected?.isTaken === true;
  // The button says what it does now: the same again would be refused again.
  const isAnyway =
    isMeantAnyway || (code === undefined ? expected?.isTaken === false : code === "slot_not_offered");

  const save = useChange(
    async (overrule: boolean) => {
      const { client } = fields;
      const booker =
        client.kind === "known"
          ? { id: client.client.id }
          : client.kind === "new"
            ? nonEmpty({ firstname: client.firstname, lastname: client.lastname, phone: client.phone })
            : {};
      const isProductsOwn = fields.durationMinutes === product?.durationMinutes;
      const body = {
        productId: fields.productId,
        ...(fields.agentId === null ? {} : { agentId: fields.agentId }),
        start,
        booker,
        overrule,
        ...(isProductsOwn ? {} : { durationMinutes: Number(fields.durationMinutes) }),
        ...(fields.note.trim() === "" ? {} : { note: fields.note.trim() }),
      };
      const key = overrule ? `${idempotencyKey}-anyway` : idempotencyKey;
      const { data } = await send<Booking>("/bookings", { method: "POST", body, idempotencyKey: key });
      keepBooking(data);
      return data;
    },
    {
      outdates: ["bookings", "clients", "client", "availability"],
      onDone: (booking) => {
        const when = formatMoment(booking.start, language);
        notifyDone(t("done.created", { name: nameOf(booking.participant), when }));
        onClose();
      },
      onProblem: (error) => {
        if (!(error instanceof ApiProblem)) return false;
        setRefusal(error);
        return true;
      },
    },
  );
  const submit = (overrule: boolean) => {
    const { client } = fields;
    const isNamed =
      client.kind === "known" ||
      (client.kind === "new" && `${client.lastname}${client.firstname}`.trim() !== "");
    const found: typeof faults = {
      ...(isNamed ? {} : { client: t("form.needsClient") }),
      ...(fields.productId === null ? { productId: t("form.needsService") } : {}),
      ...(start === undefined ? { time: t("form.needsTime") } : {}),
    };
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setMeantAnyway(overrule);
    save.mutate(overrule);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(isAnyway);
      }}
    >
      <Stack>
        <ClientField value={fields.client} onChange={(client) => set({ client })} error={faults.client} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t("form.service")}
            data={productChoices(entity, null)}
            value={fields.productId}
            error={faults.productId}
            allowDeselect={false}
            searchable
            onChange={(productId) => {
              const chosen = offers.find(({ id }) => id === productId);
              const keepsAgent = chosen !== undefined && performs(chosen, fields.agentId);
              set({
                productId,
                durationMinutes: chosen?.durationMinutes ?? "",
                ...(keepsAgent ? {} : { agentId: null }),
              });
            }}
          />
          <Select
            label={t("form.agent")}
            data={[
              { value: "", label: t("form.anybody") },
              ...agents.map((agent) => ({ value: agent.id, label: agentName(agent) })),
            ]}
            value={fields.agentId ?? ""}
            allowDeselect={false}
            onChange={(agentId) => set({ agentId: agentId || null })}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 2, xs: 3 }}>
          <TextInput
            type="date"
            label={t("form.date")}
            value={fields.date}
            onChange={(event) => set({ date: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t("form.time")}
            step={300}
            value={fields.time}
            error={faults.time}
            onChange={(event) => set({ time: event.currentTarget.value })}
          />
          <NumberInput
            label={t("form.duration")}
            value={fields.durationMinutes}
            min={1}
            max={1440}
            step={5}
            onChange={(durationMinutes) => set({ durationMinutes })}
          />
        </SimpleGrid>
        {fields.productId !== null && (start === undefined || isTaken) ? (
          <div>
            <Text size="sm" fw={500} mb={4}>
              {t("form.nextFree")}
            </Text>
            <NextFree
              productId={fields.productId}
              agentId={fields.agentId ?? undefined}
              after={isTaken ? start : draft.day === undefined ? undefined : `${draft.day}T00:00`}
              onChoose={(free) => set({ date: free.slice(0, 10), time: free.slice(11, 16) })}
            />
          </div>
        ) : null}
        <Textarea
          label={t("form.note")}
          value={fields.note}
          autosize
          maxLength={2000}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        {refusal === undefined && expected !== undefined ? (
          <Alert color={expected.isTaken ? "red" : "yellow"} role="status">
            {t(expected.isTaken ? "form.taken" : "form.notOffered", {
              reason: parts(`rule.${expected.rule}`),
            })}
          </Alert>
        ) : null}
        {refusal === undefined ? null : (
          <RefusedTime
            refusal={refusal}
            text={problemText(refusal)}
            onInstead={(free) => set({ date: free.slice(0, 10), time: free.slice(11, 16) })}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {parts("cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={code === "slot_taken"}>
            {t(isAnyway ? "form.anyway" : "form.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function nonEmpty(members: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ""),
  );
}
