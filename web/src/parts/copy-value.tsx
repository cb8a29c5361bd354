import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useId, useRef, useState } from "react";
import { useTexts } from "../i18n.ts";
import { PARTS } from "./texts.ts";

/** Something to be copied. Where the browser gives no clipboard (no HTTPS) it is selected and copied the old way. */
export function CopyValue({
  label,
  about,
  value,
  isLong = false,
}: {
  readonly label: string;
  readonly about?: ReactNode;
  readonly value: string;
  readonly isLong?: boolean;
}) {
  const t = useTexts(PARTS);
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      setCopied(document.execCommand("copy"));
    }
  };
  const shared = {
    id,
    ref: field,
    value,
    readOnly: true,
    spellCheck: false,
    onFocus: () => field.current?.select(),
    styles: { input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 13 } },
    flex: 1,
  };
  return (
    <Stack gap={4}>
      <Text component="label" htmlFor={id} size="sm" fw={500}>
        {label}
      </Text>
      {about === undefined ? null : (
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      )}
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {isLong ? <Textarea {...shared} autosize minRows={2} maxRows={10} /> : <TextInput {...shared} />}
        <Button variant="default" miw={104} onClick={() => void copy()} aria-label={`${t("copy")}: ${label}`}>
          <span aria-live="polite">{isCopied ? t("copied") : t("copy")}</span>
        </Button>
      </Group>
    </Stack>
  );
}
