import { ActionIcon, Button, Chip, Group, Input, Stack, Text, TextInput } from "@mantine/core";
import type { BreakConfiguration, Weekday } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { weekdayName } from "../../time.ts";
import { Icon } from "../icon.tsx";
import { hasTimes } from "./break-spans.ts";
import { WEEK } from "./texts.ts";
import { WEEKDAYS } from "./week-hours.ts";

export function BreaksField({
  value,
  isChecked,
  onChange,
}: {
  readonly value: readonly BreakConfiguration[];
  /** Somebody wanted to save: what is missing is shown. */
  readonly isChecked: boolean;
  readonly onChange: (value: readonly BreakConfiguration[]) => void;
}) {
  const t = useTexts(WEEK);
  const language = useLanguage();
  const change = (index: number, part: Partial<BreakConfiguration>) =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const choose = (index: number, days: readonly string[]) =>
    change(index, {
      days: days.length === WEEKDAYS.length ? undefined : WEEKDAYS.filter((day) => days.includes(day)),
    });
  return (
    <Stack gap="sm" role="group" aria-label={t("breaks")}>
      {value.length === 0 ? <Text size="sm">{t("noBreaks")}</Text> : null}
      {value.map((one, index) => {
        const days: readonly Weekday[] = one.days ?? WEEKDAYS;
        const number = index + 1;
        return (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: breaks have nothing else to be told apart by
            key={index}
            gap="sm"
            align="flex-start"
          >
            <Group gap={6} wrap="nowrap">
              {(["from", "to"] as const).map((end) => (
                <TextInput
                  key={end}
                  type="time"
                  step={300}
                  w={128}
                  aria-label={`${t("breaks")} ${number}: ${t(end)}`}
                  value={one[end]}
                  error={isChecked && !hasTimes(one)}
                  onChange={(event) => change(index, { [end]: event.currentTarget.value })}
                />
              ))}
            </Group>
            <Chip.Group multiple value={[...days]} onChange={(chosen) => choose(index, chosen)}>
              <Group gap={4} role="group" aria-label={t("breakDays", { number })} wrap="wrap" mt={5}>
                {WEEKDAYS.map((day, at) => (
                  <Chip
                    key={day}
                    value={day}
                    size="xs"
                    variant="light"
                    aria-label={weekdayName(at, language)}
                  >
                    {weekdayName(at, language, "short")}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t("removeBreak", { number })}
              onClick={() => onChange(value.toSpliced(index, 1))}
            >
              <Icon name="trash" />
            </ActionIcon>
            {isChecked && !hasTimes(one) ? (
              <Input.Error w="100%">{t("breakFault")}</Input.Error>
            ) : isChecked && days.length === 0 ? (
              <Input.Error w="100%">{t("breakDaysFault")}</Input.Error>
            ) : null}
          </Group>
        );
      })}
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="plus" size={16} />}
        onClick={() => onChange([...value, { from: "12:00", to: "13:00" }])}
        w="fit-content"
      >
        {t("addBreak")}
      </Button>
    </Stack>
  );
}
