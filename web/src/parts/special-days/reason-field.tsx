import { Chip, Group, TextInput } from "@mantine/core";
import { useTexts } from "../../i18n.ts";
import { DAYS } from "./texts.ts";

/** Why somebody is away or it is closed; the usual reasons are a press away. */
export function ReasonField({
  isOfPerson,
  value,
  onChange,
}: {
  readonly isOfPerson: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useTexts(DAYS);
  const reasons = isOfPerson
    ? [t("reasons.holiday"), t("reasons.ill"), t("reasons.training")]
    : [t("reasons.company"), t("reasons.training")];
  return (
    <div>
      <TextInput
        label={t("reason")}
        description={t("reasonHint")}
        value={value}
        maxLength={500}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group gap={6} mt={8}>
        {reasons.map((one) => (
          <Chip
            key={one}
            size="xs"
            variant="light"
            checked={value === one}
            onChange={() => onChange(value === one ? "" : one)}
          >
            {one}
          </Chip>
        ))}
      </Group>
    </div>
  );
}
