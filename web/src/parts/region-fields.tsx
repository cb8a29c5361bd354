import { Select } from "@mantine/core";
import { useRegions } from "../api/holidays.ts";
import { useTexts } from "../i18n.ts";
import { REGION } from "./region-texts.ts";

/** Country and state, by name. */
export function RegionFields({
  country,
  state,
  countryError,
  stateError,
  onChange,
}: {
  readonly country: string | undefined;
  readonly state: string | undefined;
  readonly countryError?: string | undefined;
  readonly stateError?: string | undefined;
  readonly onChange: (country: string, state: string | undefined) => void;
}) {
  const t = useTexts(REGION);
  const regions = useRegions(country);
  const countries = regions.data?.countries ?? [];
  const states = regions.isPlaceholderData ? [] : (regions.data?.states ?? []);
  const near = countries.filter(({ code }) => NEAR.includes(code));
  const far = countries.filter(({ code }) => !NEAR.includes(code));
  const choice = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name });
  return (
    <>
      <Select
        label={t("country")}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t("nothing")}
        data={[
          { group: t("near"), items: near.map(choice) },
          { group: t("far"), items: far.map(choice) },
        ]}
        value={country ?? null}
        error={countryError}
        onChange={(code) => code !== null && code !== country && onChange(code, undefined)}
      />
      {states.length > 0 ? (
        <Select
          label={country === "DE" || country === "AT" ? t("stateDe") : t("state")}
          description={t("stateHint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          searchable
          clearable
          nothingFoundMessage={t("nothing")}
          clearButtonProps={{ "aria-label": t("noState") }}
          placeholder={t("noState")}
          data={states.map(choice)}
          value={state ?? null}
          error={stateError}
          onChange={(code) => country !== undefined && onChange(country, code ?? undefined)}
        />
      ) : null}
    </>
  );
}

/** Shown before all others. */
const NEAR = ["DE", "AT", "CH"];
