import { Alert, Button, Center, Group, Loader, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/problem.ts";
import { useTexts } from "../i18n.ts";
import { PARTS } from "./texts.ts";

export function Loading() {
  const t = useTexts(PARTS);
  return (
    <Center mih={240} role="status" aria-label={t("loading")}>
      <Loader />
    </Center>
  );
}

/** What went wrong, in the reader's words. */
export function useProblemText(): (error: unknown) => string {
  const t = useTexts(PARTS);
  const ruleText = useRuleText();
  return (error) => {
    if (!(error instanceof ApiProblem)) return t("failed");
    const { code, issues } = error.problem;
    const words = t(`problem.${code}`);
    const rule = ruleText(error);
    if (rule !== undefined) return `${words} (${rule})`;
    const details = issues?.map(({ path, message }) => `${path} ${message}`).join("; ");
    return code === "invalid_request" && details ? `${words} ${details}` : words;
  };
}

/** The rule that stood in the way, in words; undefined where none was named. */
export function useRuleText(): (error: unknown) => string | undefined {
  const t = useTexts(PARTS);
  return (error) => {
    const rule = error instanceof ApiProblem ? error.problem.rule : undefined;
    return rule === undefined ? undefined : t(`rule.${rule as "absent"}`);
  };
}

export function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useTexts(PARTS);
  const text = useProblemText();
  return (
    <Alert color="red" title={t("failed")} role="alert" my="md">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{text(error)}</Text>
        {onRetry === undefined ? null : (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t("retry")}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

export function PageFailed({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  return <Failed error={error} onRetry={reset} />;
}

export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <Center mih={200}>
      <Stack align="center" gap="sm" maw={420}>
        <Text c="dimmed" ta="center">
          {children}
        </Text>
        {action}
      </Stack>
    </Center>
  );
}

export function NotFound() {
  const t = useTexts(PARTS);
  return (
    <Center mih={300}>
      <Group>
        <Text>{t("notFound")}</Text>
        <Link to="/">{t("toCalendar")}</Link>
      </Group>
    </Center>
  );
}

/** A query's three states around what it brings. */
export function Loaded<T>({
  query,
  children,
}: {
  readonly query: { data: T | undefined; error: unknown; refetch: () => unknown };
  readonly children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}
