import { Checkbox, Input, NativeSelect, Radio, Select, SimpleGrid, TextInput } from "@mantine/core";
import { useState } from "react";
import { send } from "../../api/client.ts";
import { type Entity, useAccount } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { ZONES } from "../../parts/place-choices.ts";
import { RegionFields } from "../../parts/region-fields.tsx";
import classes from "./setup.module.css";
import { StepFrame } from "./step-frame.tsx";
import { SETUP } from "./texts.ts";
import { keepTrade, keptTrade, TRADES, type Trade } from "./trades.ts";
import { type StepProps, useStep } from "./use-step.ts";

/** The money of the neighbours; elsewhere it is chosen later. */
const CURRENCIES: Readonly<Record<string, string>> = { CH: "CHF", LI: "CHF", GB: "GBP", US: "USD" };

export function BusinessStep({
  entity,
  onNext,
  onBack,
}: StepProps & { readonly entity: Entity | undefined }) {
  const t = useTexts(SETUP);
  const language = useLanguage();
  const account = useAccount();
  const [name, setName] = useState(entity?.name ?? account.data?.data.name ?? "");
  const [trade, setTrade] = useState<Trade>(keptTrade() ?? "physio");
  const [botLanguage, setBotLanguage] = useState<string>(entity?.language ?? language);
  const [zone, setZone] = useState(
    entity?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? "Europe/Berlin",
  );
  const [region, setRegion] = useState<{ country: string; state?: string | undefined }>(
    entity?.publicHolidays ?? { country: entity?.country ?? "DE" },
  );
  const [areHolidaysOff, setHolidaysOff] = useState(
    entity === undefined || entity.publicHolidays !== undefined,
  );
  const step = useStep(
    { onNext, onBack },
    () => (name.trim() === "" ? t("business.nameFault") : undefined),
    async (ifMatch) => {
      keepTrade(trade);
      const body = {
        name: name.trim(),
        language: botLanguage,
        timezone: zone,
        country: region.country,
      };
      if (entity === undefined) {
        const publicHolidays = { country: region.country, ...(region.state ? { state: region.state } : {}) };
        await send("/entities", {
          method: "POST",
          body: {
            ...body,
            currency: CURRENCIES[region.country] ?? "EUR",
            ...(areHolidaysOff ? { publicHolidays } : {}),
          },
        });
        return;
      }
      const publicHolidays = areHolidaysOff ? { country: region.country, state: region.state ?? null } : null;
      await send(`/entities/${entity.id}`, {
        method: "PATCH",
        ifMatch,
        body: { ...body, publicHolidays },
      });
    },
  );
  return (
    <StepFrame isBusy={step.isBusy} problem={step.problem} onNext={step.onNext} onBack={undefined}>
      <TextInput
        label={t("business.name")}
        description={t("business.nameHint")}
        value={name}
        error={step.isChecked && name.trim() === "" ? t("business.nameFault") : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group
        label={t("business.trade")}
        description={t("business.tradeHint")}
        value={trade}
        onChange={(value) => setTrade(value as Trade)}
      >
        <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="xs" mt="xs">
          {TRADES.map((one) => (
            <Radio.Card key={one} value={one} className={classes.card!} p="sm">
              <div className={classes.choice}>
                <Radio.Indicator />
                <span>{t(`business.trades.${one}`)}</span>
              </div>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <RegionFields
          country={region.country}
          state={region.state}
          onChange={(country, state) => setRegion({ country, state })}
        />
      </SimpleGrid>
      <Input.Wrapper>
        <Checkbox
          label={t("business.holidays")}
          checked={areHolidaysOff}
          onChange={(event) => setHolidaysOff(event.currentTarget.checked)}
        />
      </Input.Wrapper>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t("business.language")}
          value={botLanguage}
          data={[
            { value: "de", label: t("business.languages.de") },
            { value: "en", label: t("business.languages.en") },
          ]}
          onChange={(event) => setBotLanguage(event.currentTarget.value)}
        />
        <Select
          label={t("business.zone")}
          searchable
          allowDeselect={false}
          data={ZONES}
          value={zone}
          onChange={(value) => value !== null && setZone(value)}
        />
      </SimpleGrid>
    </StepFrame>
  );
}
