import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useTexts } from "../../i18n.ts";
import { CopyValue } from "../../parts/copy-value.tsx";
import { PROFILE } from "./texts.ts";

/** Shown once; the server keeps them only encrypted. */
export function BackupCodes({
  codes,
  isRenewed,
  onDone,
}: {
  readonly codes: readonly string[];
  /** There were others before. */
  readonly isRenewed: boolean;
  readonly onDone: () => void;
}) {
  const t = useTexts(PROFILE);
  const text = codes.join("\n");
  const download = () => {
    const address = URL.createObjectURL(new Blob([`Slotline\n\n${text}\n`], { type: "text/plain" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = t("second.file");
    link.click();
    // Browsers fetch it in their own time.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  return (
    <Stack gap="sm" maw={480}>
      <Text fw={600}>{t("second.codesTitle")}</Text>
      <Alert color="orange">
        {t("second.codesAbout")} {isRenewed ? t("second.codesOld") : ""}
      </Alert>
      <CopyValue label={t("second.codes")} value={text} isLong />
      <Group gap="sm">
        <Button onClick={onDone}>{t("second.stored")}</Button>
        <Button variant="default" onClick={download}>
          {t("second.download")}
        </Button>
      </Group>
    </Stack>
  );
}
