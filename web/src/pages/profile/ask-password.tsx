import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n.ts";
import { PARTS } from "../../parts/texts.ts";
import { PROFILE } from "./texts.ts";
import { useLoginChange } from "./use-login-change.ts";

/** What changes how one logs in asks for the password first. */
export function AskPassword<Result>({
  path,
  body = {},
  about,
  submit,
  onDone,
  onCancel,
}: {
  readonly path: string;
  /** What is sent besides it. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly about: string;
  readonly submit: string;
  readonly onDone: (result: Result) => void;
  readonly onCancel: () => void;
}) {
  const t = useTexts(PROFILE);
  const parts = useTexts(PARTS);
  const [password, setPassword] = useState("");
  const change = useLoginChange<Result>(path, onDone);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (password === "") change.setFault(t("fault.missing"));
        else change.send({ ...body, password });
      }}
    >
      <Stack maw={400} gap="sm">
        <Text size="sm">{about}</Text>
        <PasswordInput
          label={t("second.password")}
          autoComplete="current-password"
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
            change.setFault(undefined);
          }}
          error={change.fault}
          autoFocus
          required
        />
        <Group gap="sm">
          <Button type="submit" loading={change.isBusy}>
            {submit}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {parts("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
