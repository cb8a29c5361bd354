import { ActionIcon, Button, NativeSelect, NumberInput, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { isDone } from "./progress.ts";
import classes from "./setup.module.css";
import { StepFrame } from "./step-frame.tsx";
import { SETUP } from "./texts.ts";
import { keepTrade, keptTrade, SERVICES_OF, TRADES, type Trade } from "./trades.ts";
import { newId, type StepProps, useStep } from "./use-step.ts";

interface Row {
  /** The product's id. */
  readonly key: string;
  readonly isStored: boolean;
  readonly name: string;
  readonly minutes: number | string;
  readonly price: number | string;
}

function rowsOf(entity: Entity): Row[] {
  return entity.appointmentTypes.flatMap(({ products }) =>
    products.map(({ id, name, durationMinutes, price }) => ({
      key: id,
      isStored: true,
      name,
      minutes: durationMinutes,
      price,
    })),
  );
}

const valuesOf = ({ name, minutes, price }: Row) => ({
  name: name.trim(),
  durationMinutes: Number(minutes),
  price: Number(price),
});

/** What is stored, with what the lines say, and then what is new. */
function typesOf(entity: Entity, rows: readonly Row[]): object[] {
  const changed = entity.appointmentTypes.flatMap((type) => {
    const products = type.products.flatMap((product) => {
      const row = rows.find(({ key }) => key === product.id);
      return row === undefined ? [] : [{ ...product, ...valuesOf(row) }];
    });
    if (products.length === 0 && type.products.length > 0) return [];
    // A service with one variant is called like that.
    const isOne = type.products.length === 1 && type.products[0]?.name === type.name;
    return [{ ...type, products, name: isOne ? products[0]!.name : type.name }];
  });
  const added = rows
    .filter(({ isStored }) => !isStored)
    .map((row) => ({
      id: row.key.replace(/^pr/, "type"),
      name: row.name.trim(),
      // Who is there already does what is new, until somebody says otherwise.
      agents: entity.agents.map(({ id }) => id),
      products: [{ id: row.key, ...valuesOf(row) }],
    }));
  return [...changed, ...added];
}

/** What can be booked. Each line becomes a service with one variant; more of them come later, on their own page. */
export function ServicesStep({ entity, ...ways }: StepProps & { readonly entity: Entity }) {
  const t = useTexts(SETUP);
  const language = useLanguage();
  const [trade, setTrade] = useState<Trade>(keptTrade() ?? "other");
  const examples = (of: Trade): Row[] =>
    SERVICES_OF[of].map(({ name, minutes, price }) => ({
      key: newId("pr"),
      isStored: false,
      name: name[language],
      minutes,
      price,
    }));
  const isFirstTime = !isDone("services", entity);
  const [rows, setRows] = useState(() => (isFirstTime ? examples(trade) : rowsOf(entity)));
  const isWrong = ({ name, minutes, price }: Row) =>
    name.trim() === "" || Number(minutes) < 1 || Number(minutes) > 1_440 || price === "" || minutes === "";
  const check = () =>
    rows.length === 0 ? t("services.none") : rows.some(isWrong) ? t("services.fault") : undefined;
  const step = useStep(ways, check, (ifMatch) =>
    send(`/entities/${entity.id}`, {
      method: "PATCH",
      ifMatch,
      body: { appointmentTypes: typesOf(entity, rows) },
    }),
  );
  const change = (key: string, part: Partial<Row>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <StepFrame
      about={t("services.about")}
      isBusy={step.isBusy}
      problem={step.problem}
      onNext={step.onNext}
      onBack={step.onBack}
    >
      {isFirstTime ? (
        <NativeSelect
          maw={300}
          label={t("services.examples")}
          value={trade}
          data={TRADES.map((one) => ({ value: one, label: t(`business.trades.${one}`) }))}
          onChange={(event) => {
            const next = event.currentTarget.value as Trade;
            keepTrade(next);
            setTrade(next);
            setRows(examples(next));
          }}
        />
      ) : null}
      <div className={classes.services}>
        <div className={classes.heads} aria-hidden="true">
          <Text size="sm" fw={500}>
            {t("steps.services")}
          </Text>
          <Text size="sm" fw={500}>
            {t("services.minutes")}
          </Text>
          <Text size="sm" fw={500}>
            {t("services.price")}
          </Text>
        </div>
        {rows.map((row, index) => {
          const name = row.name.trim() || t("services.name", { number: index + 1 });
          const isShownWrong = step.isChecked && isWrong(row);
          return (
            <div key={row.key} className={classes.service}>
              <TextInput
                className={classes.serviceName!}
                aria-label={t("services.name", { number: index + 1 })}
                value={row.name}
                error={isShownWrong && row.name.trim() === ""}
                onChange={(event) => change(row.key, { name: event.currentTarget.value })}
              />
              <NumberInput
                aria-label={t("services.of", { what: t("services.minutes"), name })}
                value={row.minutes}
                suffix={` ${t("services.short")}`}
                min={1}
                max={1_440}
                step={5}
                clampBehavior="none"
                allowDecimal={false}
                allowNegative={false}
                error={isShownWrong && (Number(row.minutes) < 1 || Number(row.minutes) > 1_440)}
                onChange={(minutes) => change(row.key, { minutes })}
              />
              <NumberInput
                aria-label={t("services.of", { what: t("services.price"), name })}
                value={row.price}
                suffix={` ${entity.currency}`}
                min={0}
                decimalScale={2}
                fixedDecimalScale
                decimalSeparator={language === "de" ? "," : "."}
                allowNegative={false}
                hideControls
                error={isShownWrong && row.price === ""}
                onChange={(price) => change(row.key, { price })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t("services.remove", { name })}
                onClick={() => setRows((before) => before.filter(({ key }) => key !== row.key))}
              >
                <Icon name="trash" />
              </ActionIcon>
            </div>
          );
        })}
      </div>
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<Icon name="plus" size={16} />}
        onClick={() =>
          setRows((before) => [
            ...before,
            { key: newId("pr"), isStored: false, name: "", minutes: 30, price: "" },
          ])
        }
      >
        {t("services.add")}
      </Button>
    </StepFrame>
  );
}
