import { Group, Input, NativeSelect, NumberInput } from "@mantine/core";
import { useId, useState } from "react";
import { useTexts } from "../../i18n.ts";
import { HOURS } from "./texts.ts";

export const UNITS = { minutes: 1, hours: 60, days: 1_440, weeks: 10_080 } as const;
export type Unit = keyof typeof UNITS;

/** The largest in which it is a whole number. */
function unitOf(value: number, units: readonly Unit[]): Unit {
  const fitting = units.filter((unit) => value % UNITS[unit] === 0);
  return (value === 0 ? units[0] : fitting.at(-1)) ?? units[0]!;
}

/** A length of time in minutes, entered in the unit in which one thinks of it. Undefined: nothing that can be read. */
export function DurationField({
  label,
  description,
  value,
  units,
  least,
  most,
  isChecked,
  onChange,
}: {
  readonly label: string;
  readonly description: string;
  readonly value: number | undefined;
  readonly units: readonly Unit[];
  readonly least: number;
  readonly most: number;
  readonly isChecked: boolean;
  readonly onChange: (value: number | undefined) => void;
}) {
  const t = useTexts(HOURS);
  const id = useId();
  const [unit, setUnit] = useState(() => unitOf(value ?? 0, units));
  const size = UNITS[unit];
  const isWrong = value === undefined || value < least;
  const error = isWrong
    ? isChecked && t("rules.fault", { least: Math.ceil(least / size) })
    : value > most && t("rules.tooMuch");
  return (
    <Input.Wrapper label={label} description={description} error={error || undefined} id={id}>
      <Group gap="xs" mt={6} wrap="nowrap">
        <NumberInput
          id={id}
          w={110}
          aria-label={label}
          value={value === undefined ? "" : value / size}
          error={Boolean(error)}
          min={0}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          onChange={(typed) => onChange(typed === "" ? undefined : Number(typed) * size)}
        />
        <NativeSelect
          w={140}
          aria-label={t("rules.unitOf", { name: label })}
          value={unit}
          data={units.map((one) => ({ value: one, label: t(`rules.unit.${one}`) }))}
          onChange={(event) => {
            const next = event.currentTarget.value as Unit;
            // The number stays and now counts the other unit.
            if (value !== undefined) onChange((value / size) * UNITS[next]);
            setUnit(next);
          }}
        />
      </Group>
    </Input.Wrapper>
  );
}
