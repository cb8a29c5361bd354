import { Alert, Button, Group, Stack } from "@mantine/core";
import { useTexts } from "../../i18n.ts";
import { CopyValue } from "../../parts/copy-value.tsx";
import { useEntity } from "../../shell/entity.tsx";
import type { MadeKey } from "./key-form.tsx";
import { KEYS } from "./texts.ts";

/** A fresh key, in the forms in which it is needed; nobody can show it again. */
export function ShownKey({ made, onDone }: { readonly made: MadeKey; readonly onDone: () => void }) {
  const t = useTexts(KEYS);
  const entity = useEntity();
  const { key, webhookUrl, stored } = made;
  const entityId = stored.entityIds?.[0] ?? entity.id;
  const body = JSON.stringify({ action: "getBusinessName", entityId });
  return (
    <Stack>
      <Alert color="orange">{t("shown.once")}</Alert>
      <CopyValue label={t("shown.url")} about={t("shown.urlAbout")} value={webhookUrl} isLong />
      <CopyValue label={t("shown.key")} about={t("shown.keyAbout")} value={key} isLong />
      {stored.scopes.includes("read") ? (
        <CopyValue
          label={t("shown.curl")}
          about={t("shown.curlAbout")}
          value={`curl -s ${webhookUrl} -d '${body.replaceAll("'", "'\\''")}'`}
          isLong
        />
      ) : null}
      <Group justify="flex-end">
        <Button onClick={onDone}>{t("form.done")}</Button>
      </Group>
    </Stack>
  );
}
