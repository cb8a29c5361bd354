import { Anchor, Button, Code, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTexts } from "../../i18n.ts";
import { qrModules } from "../../parts/qr-code.ts";
import { PARTS } from "../../parts/texts.ts";
import classes from "./profile.module.css";
import { PROFILE } from "./texts.ts";
import { useLoginChange } from "./use-login-change.ts";

/** What the app on the phone needs, and proof that it has it: only then is the second factor asked for. */
export function VerifyApp({
  totpUri,
  onDone,
  onCancel,
}: {
  readonly totpUri: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const t = useTexts(PROFILE);
  const parts = useTexts(PARTS);
  const [code, setCode] = useState("");
  const verify = useLoginChange("/two-factor/verify-totp", onDone);
  const secret = new URL(totpUri).searchParams.get("secret") ?? "";
  const submit = () => {
    const digits = code.replace(/\s/g, "");
    if (/^\d{6}$/.test(digits)) verify.send({ code: digits });
    else verify.setFault(t("fault.codeForm"));
  };
  return (
    <Stack gap="sm">
      <Text>{t("second.scan")}</Text>
      <Group align="flex-start" gap="lg">
        <QrCode text={totpUri} label={t("second.qr")} />
        <Stack gap={4} maw={320}>
          <Text size="sm">{t("second.manual")}</Text>
          <Code fz="md" className={classes.secret!}>
            {secret.match(/.{1,4}/g)?.join(" ")}
          </Code>
          <Anchor href={totpUri} size="sm" underline="always" hiddenFrom="md" py={4}>
            {t("second.link")}
          </Anchor>
        </Stack>
      </Group>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm" maw={400}>
          <TextInput
            label={t("second.code")}
            description={t("second.verify")}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value);
              verify.setFault(undefined);
            }}
            error={verify.fault}
            required
          />
          <Group gap="sm">
            <Button type="submit" loading={verify.isBusy}>
              {t("second.confirm")}
            </Button>
            <Button variant="default" onClick={onCancel}>
              {parts("cancel")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}

/** Readers want four modules of white around it. */
const MARGIN = 4;

/** Dark on white in either colour scheme; nothing where the text is too long for one. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const modules = useMemo(() => qrModules(text), [text]);
  if (modules === undefined) return null;
  const size = modules.length + 2 * MARGIN;
  const path = modules
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + MARGIN} ${y + MARGIN}h1v1h-1z` : "")))
    .join("");
  return (
    <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
