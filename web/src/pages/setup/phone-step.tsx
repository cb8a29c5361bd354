import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { numbersOf, TEST_SIP_ID } from "./progress.ts";
import { StepFrame } from "./step-frame.tsx";
import { SETUP } from "./texts.ts";
import { type StepProps, useStep } from "./use-step.ts";

export function PhoneStep({ entity, ...ways }: StepProps & { readonly entity: Entity }) {
  const t = useTexts(SETUP);
  const [numbers, setNumbers] = useState<readonly string[]>(
    numbersOf(entity).length === 0 ? [""] : numbersOf(entity),
  );
  const step = useStep(
    ways,
    () => undefined,
    (ifMatch) => {
      const typed = [...new Set(numbers.map((one) => one.trim()).filter((one) => one !== ""))];
      // The test call's own goes once there is a real one.
      const sipIds = typed.length > 0 ? typed : entity.sipIds.filter((id) => id.startsWith(TEST_SIP_ID));
      return send(`/entities/${entity.id}`, { method: "PATCH", ifMatch, body: { sipIds } });
    },
  );
  return (
    <StepFrame
      about={t("phone.about")}
      isBusy={step.isBusy}
      problem={step.problem}
      onNext={step.onNext}
      onBack={step.onBack}
    >
      <Stack gap="xs" maw={420}>
        {numbers.map((number, index) => (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: a number that is being typed has nothing else
            key={index}
            gap="xs"
            wrap="nowrap"
            align="flex-end"
          >
            <TextInput
              flex={1}
              label={index === 0 ? t("phone.label") : undefined}
              aria-label={index === 0 ? undefined : `${t("phone.label")} ${index + 1}`}
              placeholder={t("phone.example")}
              autoComplete="tel"
              maxLength={128}
              value={number}
              onChange={(event) => setNumbers(numbers.with(index, event.currentTarget.value))}
            />
            {numbers.length > 1 ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t("phone.remove", { number: index + 1 })}
                onClick={() => setNumbers(numbers.toSpliced(index, 1))}
              >
                <Icon name="trash" />
              </ActionIcon>
            ) : null}
          </Group>
        ))}
        <Button
          variant="default"
          size="xs"
          w="fit-content"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => setNumbers([...numbers, ""])}
        >
          {t("phone.add")}
        </Button>
      </Stack>
      <Text size="sm">{t("phone.hint")}</Text>
      <Text size="sm" c="dimmed">
        {t("phone.next")}
      </Text>
    </StepFrame>
  );
}
