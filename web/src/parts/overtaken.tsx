import { Alert, Text } from "@mantine/core";
import { useTexts } from "../i18n.ts";
import { PARTS } from "./texts.ts";

/** What somebody else has stored while a text was being typed. */
export function Overtaken({ stored }: { readonly stored: string }) {
  const t = useTexts(PARTS);
  return (
    <Alert color="yellow" role="status" w="100%">
      <Text size="sm">{t("overtaken")}</Text>
      <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
        {stored === "" ? t("overtakenEmpty") : stored}
      </Text>
    </Alert>
  );
}
