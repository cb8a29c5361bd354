import { Accordion, Button, Group, NumberInput, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type {
  AppointmentTypeConfiguration,
  ProductConfiguration,
} from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { type Faults, faultsOf } from "../../parts/faults.ts";
import { DrawerForm } from "../../parts/form-drawer.tsx";
import { notifyDone } from "../../parts/notify.tsx";
import { RemoveButton } from "../../parts/remove-button.tsx";
import { useProblemText } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { LengthAndPrice } from "./length-and-price.tsx";
import { Panel } from "./panel.tsx";
import {
  draftOf,
  LIMITS,
  type NumberField,
  newDraft,
  numberOf,
  type ProductDraft,
  patchOf,
  productOf,
  type Typed,
  wrongFields,
} from "./product-draft.ts";
import { ProductQuestions } from "./product-questions.tsx";
import { ProductRooms } from "./product-rooms.tsx";
import { SERVICES } from "./texts.ts";

/** Where each field that is folded away is found. */
const PANELS: Readonly<Record<string, string>> = {
  bufferBeforeMinutes: "times",
  bufferAfterMinutes: "times",
  slotIntervalMinutes: "times",
  maxBookingsPerDay: "times",
  capacity: "course",
  resources: "rooms",
  bookerInfo: "ask",
  participantInfo: "ask",
};

/** A variant of a service: a new one, one that is there, or a copy of what stands in `draft`. */
export function ProductForm({
  entity,
  type,
  product,
  draft: given,
  onDone,
  onCopy,
  onRemove,
}: {
  readonly entity: Entity;
  readonly type: AppointmentTypeConfiguration;
  /** Undefined: a new one. */
  readonly product: ProductConfiguration | undefined;
  /** What a new one begins with. */
  readonly draft?: ProductDraft | undefined;
  readonly onDone: () => void;
  readonly onCopy: (draft: ProductDraft) => void;
  readonly onRemove: () => void;
}) {
  const t = useTexts(SERVICES);
  const parts = useTexts(PARTS);
  const text = useProblemText();
  const [first] = useState(() =>
    product === undefined ? (given ?? newDraft(type.products.at(-1))) : draftOf(product),
  );
  const [draft, setDraft] = useState(first);
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string>();
  const [open, setOpen] = useState<string[]>([]);
  const set = <Name extends keyof ProductDraft>(name: Name, value: ProductDraft[Name]) => {
    setDraft((before) => ({ ...before, [name]: value }));
    if (name in faults) setFaults(({ [name]: _, ...others }) => others);
  };

  const faultText = (field: string): string => {
    if (field in LIMITS) {
      const [from, to] = LIMITS[field as NumberField];
      return t("fault.number", { from, to });
    }
    const known = ["name", "price", "description", "resources"] as const;
    const named = known.find((one) => one === field);
    return t(named === undefined ? "fault.other" : `fault.${named}`);
  };
  const showFaults = (fields: readonly string[]) => {
    setFaults(Object.fromEntries(fields.map((field) => [field, faultText(field)])));
    setOpen((before) => [...new Set([...before, ...fields.flatMap((field) => PANELS[field] ?? [])])]);
  };
  const save = useConfigurationChange(
    (made: Omit<ProductConfiguration, "id">, ifMatch) =>
      product === undefined
        ? send(`/appointment-types/${type.id}/products`, { method: "POST", body: made })
        : send(`/products/${product.id}`, {
            method: "PATCH",
            ifMatch,
            body: patchOf(productOf(draftOf(product)), made),
          }),
    {
      isForm: true,
      onDone: (_result, { name }) => {
        notifyDone(t("type.saved", { name }));
        onDone();
      },
      onProblem: (error) => {
        const found = Object.keys(faultsOf(error)).filter((field) => field in draft);
        showFaults(found);
        if (found.length === 0) setProblem(text(error));
        return true;
      },
    },
  );
  const isDirty = JSON.stringify(first) !== JSON.stringify(draft);
  const submit = () => {
    if (product !== undefined && !isDirty) return onDone();
    setProblem(undefined);
    const wrong = wrongFields(draft);
    showFaults(wrong);
    if (wrong.length === 0) save.mutate(productOf(draft));
  };

  const number = (field: NumberField, label: string, hint: string, placeholder?: Typed) => (
    <NumberInput
      label={label}
      description={hint}
      value={draft[field]}
      onChange={(value) => set(field, value)}
      placeholder={placeholder === undefined || placeholder === "" ? undefined : String(placeholder)}
      allowDecimal={false}
      allowNegative={false}
      min={LIMITS[field][0]}
      clampBehavior="none"
      step={field === "capacity" || field === "maxBookingsPerDay" ? 1 : 5}
      error={faults[field]}
      inputWrapperOrder={["label", "input", "description", "error"]}
    />
  );
  const { bufferBeforeMinutes, bufferAfterMinutes, slotIntervalMinutes, maxBookingsPerDay } = draft;
  const counted = (name: "before" | "after" | "interval" | "perDay", typed: Typed) => {
    const count = numberOf(typed) ?? 0;
    return count > 0 ? [t(name, { count })] : [];
  };
  const timesSummary = [
    ...counted("before", bufferBeforeMinutes),
    ...counted("after", bufferAfterMinutes),
    ...counted("interval", slotIntervalMinutes),
    ...counted("perDay", maxBookingsPerDay),
  ].join(" · ");
  const capacity = numberOf(draft.capacity) ?? 1;
  const asked = draft.bookerInfo.length;

  return (
    <DrawerForm
      isDirty={isDirty}
      isBusy={save.isPending}
      faults={faults}
      problem={problem}
      submit={parts("save")}
      onSubmit={submit}
      extra={
        product === undefined ? null : (
          <Group gap="sm">
            <Button variant="default" size="sm" onClick={() => onCopy(draft)}>
              {t("variant.copy")}
            </Button>
            <RemoveButton label={t("variant.remove")} onRemove={onRemove} />
          </Group>
        )
      }
    >
      <TextInput
        label={t("variant.name")}
        description={t("variant.nameHint", { type: type.name })}
        value={draft.name}
        onChange={(event) => set("name", event.currentTarget.value)}
        error={faults.name}
        required
        data-autofocus
      />
      <LengthAndPrice draft={draft} currency={entity.currency} faults={faults} onChange={set} />
      <Textarea
        label={t("variant.description")}
        description={t("variant.descriptionHint")}
        value={draft.description}
        onChange={(event) => set("description", event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={8}
        error={faults.description}
      />
      <Accordion
        multiple
        value={open}
        onChange={setOpen}
        variant="separated"
        order={3}
        transitionDuration={0}
      >
        <Panel name="times" title={t("variant.times")} summary={timesSummary || t("variant.none")}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            {number("bufferBeforeMinutes", t("variant.before"), t("variant.beforeHint"))}
            {number("bufferAfterMinutes", t("variant.after"), t("variant.afterHint"))}
            {number(
              "slotIntervalMinutes",
              t("variant.interval"),
              t("variant.intervalHint"),
              draft.durationMinutes,
            )}
            {number("maxBookingsPerDay", t("variant.perDay"), t("variant.perDayHint"))}
          </SimpleGrid>
        </Panel>
        <Panel
          name="course"
          title={t("variant.course")}
          summary={capacity > 1 ? t("variant.places", { count: capacity }) : t("variant.single")}
        >
          {number("capacity", t("variant.capacity"), t("variant.capacityHint"))}
        </Panel>
        <ProductRooms
          resources={entity.resources}
          needed={draft.resources}
          error={faults.resources}
          onChange={(resources) => set("resources", resources)}
        />
        <Panel name="ask" title={t("variant.ask")} summary={t("variant.asked", { count: asked })}>
          <ProductQuestions
            bookerInfo={draft.bookerInfo}
            participantInfo={draft.participantInfo}
            onChange={set}
          />
        </Panel>
      </Accordion>
    </DrawerForm>
  );
}
