import { Alert, Button, Group, Modal, NumberInput, SimpleGrid, Stack, Textarea } from "@mantine/core";
import { useRef, useState } from "react";
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
import { UnsavedAround, useReportUnsaved, useUnsaved, useUnsavedAround } from "../../parts/unsaved.tsx";
import { useChange } from "../../parts/use-change.ts";
import { useEntity } from "../../shell/entity.tsx";
import { formatMoment, nowIn } from "../../time.ts";
import { type ChosenClient, ClientField } from "./client-field.tsx";
import { NextFree } from "./next-free.tsx";
import { offersOf, performs, productChoices } from "./offers.ts";
import { RefusedTime } from "./refused-time.tsx";
import { CALENDAR } from "./texts.ts";
import { TypedSelect } from "./typed-select.tsx";
import { useExpectedRefusal } from "./use-expected-refusal.ts";
import { listedFrom, startOf, type When, WhenFields, whenOf } from "./when-fields.tsx";

/** What the form begins with. */
export interface Draft {
  /** Local, without an offset; undefined: to be found. */
  readonly start?: string | undefined;
  /** Where there is no start yet. */
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
  const unsaved = useUnsaved(onClose);
  return (
    <>
      <Modal
        opened={draft !== undefined}
        onClose={unsaved.around.close}
        title={t("form.title")}
        size="lg"
        closeOnEscape={!unsaved.isAsking}
        closeButtonProps={{ "aria-label": parts("close") }}
      >
        <UnsavedAround value={unsaved.around}>
          {draft === undefined ? null : <Form draft={draft} onDone={onClose} />}
        </UnsavedAround>
      </Modal>
      {unsaved.question}
    </>
  );
}

interface Fields {
  readonly client: ChosenClient;
  readonly productId: string | null;
  readonly agentId: string | null;
  readonly when: When;
  readonly durationMinutes: number | string;
  readonly note: string;
}

function Form({ draft, onDone }: { readonly draft: Draft; readonly onDone: () => void }) {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  const language = useLanguage();
  const entity = useEntity();
  const problemText = useProblemText();
  const offers = offersOf(entity);
  const today = nowIn(entity.timezone).slice(0, 10);
  const [begun] = useState((): Fields => {
    const possible = offers.filter((offer) => performs(offer, draft.agentId));
    // Of several, the first would too easily be booked by mistake.
    const only = possible.length === 1 ? possible[0] : undefined;
    return {
      client: draft.client ?? { kind: "none" },
      productId: draft.productId ?? only?.id ?? null,
      agentId: draft.agentId ?? null,
      when: draft.start === undefined ? { date: draft.day ?? "", time: "" } : whenOf(draft.start),
      durationMinutes: draft.durationMinutes ?? only?.durationMinutes ?? "",
      note: "",
    };
  });
  const [fields, setFields] = useState(begun);
  // They follow the date that is typed, and stay where they are when one of them is chosen.
  const [listed, setListed] = useState(() => listedFrom(begun.when.date, today));
  // Who clicked at a time has found one.
  const [isLooking, setLooking] = useState(draft.start === undefined);
  useReportUnsaved(JSON.stringify(fields) !== JSON.stringify(begun));
  const { close } = useUnsavedAround();
  const service = useRef<HTMLInputElement>(null);
  const enter = useRef<HTMLButtonElement>(null);
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
  const start = startOf(fields.when);
  const isComplete = fields.productId !== null && start !== undefined;

  const code = refusal?.problem.code;
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
        const isSaid = fields.agentId === booking.agentId;
        notifyDone(
          t(isSaid ? "done.created" : "done.createdWith", {
            name: nameOf(booking.participant),
            when: formatMoment(booking.start, language),
            agent: agentName(booking.agent),
          }),
        );
        onDone();
      },
      onProblem: (error) => {
        if (!(error instanceof ApiProblem)) return false;
        setRefusal(error);
        return true;
      },
    },
  );
  const foreseen = useExpectedRefusal(entity, {
    product,
    agentId: fields.agentId,
    start,
    minutes: Number(fields.durationMinutes) || (product?.durationMinutes ?? 0),
  });
  // What is in the way of one that was just entered is that one.
  const expected = save.isPending || save.isSuccess ? undefined : foreseen;
  const isTaken = refusal === undefined && expected?.isTaken === true;
  // The button says what it does now: the same again would be refused again.
  const isAnyway =
    isMeantAnyway || (code === undefined ? expected?.isTaken === false : code === "slot_not_offered");
  const submit = (overrule: boolean) => {
    const { client } = fields;
    const isNamed =
      client.kind === "known" ||
      (client.kind === "new" && `${client.lastname}${client.firstname}`.trim() !== "");
    const found: typeof faults = {
      ...(isNamed ? {} : { client: t("form.needsClient") }),
      ...(fields.productId === null ? { productId: t("form.needsService") } : {}),
      ...(start === undefined ? { when: t("form.needsTime") } : {}),
    };
    setFaults(found);
    if (isNamed && fields.productId === null) service.current?.focus();
    if (Object.keys(found).length > 0) return;
    setMeantAnyway(overrule);
    save.mutate(overrule);
  };
  const choose = (free: string) => {
    set({ when: whenOf(free) });
    setLooking(true);
  };
  /** Where the dialog begins: at what is still missing. */
  const isBegunWith = (what: "service" | "enter") => {
    const isAll = begun.productId !== null && startOf(begun.when) !== undefined;
    return (begun.client.kind === "known" && what === (isAll ? "enter" : "service")) || undefined;
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
        <ClientField
          value={fields.client}
          onChange={(client) => {
            set({ client });
            // The field that had the focus is gone.
            if (client.kind === "known") (isComplete ? enter : service).current?.focus();
          }}
          error={faults.client}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TypedSelect
            ref={service}
            label={t("form.service")}
            data-autofocus={isBegunWith("service")}
            data={productChoices(entity, null)}
            value={fields.productId}
            error={faults.productId}
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
          <TypedSelect
            label={t("form.agent")}
            data={[
              { value: "", label: t("form.anybody") },
              ...agents.map((agent) => ({ value: agent.id, label: agentName(agent) })),
            ]}
            value={fields.agentId ?? ""}
            onChange={(agentId) => set({ agentId: agentId || null })}
          />
        </SimpleGrid>
        <WhenFields
          value={fields.when}
          error={faults.when}
          onChange={(part) => {
            set({ when: { ...fields.when, ...part } });
            setLooking(true);
            if (part.date) setListed(listedFrom(part.date, today));
          }}
        >
          <NumberInput
            label={t("form.duration")}
            value={fields.durationMinutes}
            min={1}
            max={1440}
            step={5}
            onChange={(durationMinutes) => set({ durationMinutes })}
          />
        </WhenFields>
        {fields.productId !== null && (isLooking || isTaken) ? (
          <NextFree
            productId={fields.productId}
            agentId={fields.agentId ?? undefined}
            after={isTaken ? start : listed}
            chosen={start}
            onChoose={choose}
          />
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
          <RefusedTime refusal={refusal} text={problemText(refusal)} onInstead={choose} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {parts("cancel")}
          </Button>
          <Button
            ref={enter}
            type="submit"
            data-autofocus={isBegunWith("enter")}
            loading={save.isPending}
            disabled={code === "slot_taken"}
          >
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
