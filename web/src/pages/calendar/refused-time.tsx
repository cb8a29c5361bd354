import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import type { ApiProblem } from "../../api/problem.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { useRuleText } from "../../parts/states.tsx";
import { formatMoment, localOf } from "../../time.ts";
import { CALENDAR } from "./texts.ts";

/** Why an appointment cannot be entered then, and what is free instead. */
export function RefusedTime({
  refusal,
  text,
  onInstead,
}: {
  readonly refusal: ApiProblem;
  readonly text: string;
  readonly onInstead: (start: string) => void;
}) {
  const t = useTexts(CALENDAR);
  const language = useLanguage();
  const { code, alternatives = [] } = refusal.problem;
  const reason = useRuleText()(refusal);
  return (
    <Alert color={code === "slot_not_offered" ? "yellow" : "red"} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {reason !== undefined && code === "slot_taken"
            ? t("form.taken", { reason })
            : reason !== undefined && code === "slot_not_offered"
              ? t("form.notOffered", { reason })
              : text}
        </Text>
        {alternatives.length === 0 ? null : (
          <Group gap={6}>
            <Text size="sm">{t("form.instead")}</Text>
            {alternatives.map(({ start }) => (
              <Button
                key={start}
                size="compact-sm"
                variant="default"
                onClick={() => onInstead(localOf(start))}
              >
                {formatMoment(start, language)}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
