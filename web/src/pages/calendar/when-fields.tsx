import { SimpleGrid, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTexts } from "../../i18n.ts";
import { CALENDAR } from "./texts.ts";

/** As the browser gives them: each empty while it is half-typed, which leaves the other alone. */
export interface When {
  readonly date: string;
  readonly time: string;
}

export function whenOf(local: string): When {
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** Local, without an offset; undefined while one of the two is missing. */
export function startOf({ date, time }: When): string | undefined {
  return date === "" || time === "" ? undefined : `${date}T${time}`;
}

/** From when on free times are shown to whoever typed that date; undefined: from now on. */
export function listedFrom(date: string, today: string): string | undefined {
  return date > today ? `${date}T00:00` : undefined;
}

export function WhenFields({
  value,
  onChange,
  error,
  isFirst = false,
  children,
}: {
  readonly value: When;
  /** With what was typed. */
  readonly onChange: (part: Partial<When>) => void;
  readonly error?: string | undefined;
  /** The dialog begins here. */
  readonly isFirst?: boolean;
  readonly children?: ReactNode;
}) {
  const t = useTexts(CALENDAR);
  return (
    <SimpleGrid cols={{ base: 2, xs: children === undefined ? 2 : 3 }}>
      <TextInput
        type="date"
        label={t("form.date")}
        value={value.date}
        onChange={(event) => onChange({ date: event.currentTarget.value })}
        {...(isFirst ? { "data-autofocus": true } : {})}
      />
      <TextInput
        type="time"
        step={300}
        label={t("form.time")}
        value={value.time}
        error={error}
        onChange={(event) => onChange({ time: event.currentTarget.value })}
      />
      {children}
    </SimpleGrid>
  );
}
