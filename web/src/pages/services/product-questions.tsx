import { Checkbox, SimpleGrid, Stack } from "@mantine/core";
import { useTexts } from "../../i18n.ts";
import { type ClientField, FIELDS } from "./product-draft.ts";
import { SERVICES } from "./texts.ts";

/** What the bot asks before it books. */
export function ProductQuestions({
  bookerInfo,
  participantInfo,
  onChange,
}: {
  readonly bookerInfo: readonly ClientField[];
  readonly participantInfo: readonly ClientField[];
  readonly onChange: (name: "bookerInfo" | "participantInfo", fields: readonly ClientField[]) => void;
}) {
  const t = useTexts(SERVICES);
  const group = (name: "bookerInfo" | "participantInfo", label: string, hint?: string) => (
    <Checkbox.Group
      label={label}
      description={hint}
      value={[...(name === "bookerInfo" ? bookerInfo : participantInfo)]}
      onChange={(fields) => onChange(name, fields as ClientField[])}
    >
      <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs" mt="xs">
        {FIELDS.map((field) => (
          <Checkbox key={field} value={field} label={t(`field.${field}`)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
  return (
    <Stack gap="lg">
      {group("bookerInfo", t("variant.booker"))}
      {group("participantInfo", t("variant.participant"), t("variant.participantHint"))}
    </Stack>
  );
}
