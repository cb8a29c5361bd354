import { Code, Group, SimpleGrid, Text } from "@mantine/core";
import type { CallStep } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { CalendarLink } from "../../parts/calendar-link.tsx";
import { useProtocolWords } from "../../parts/use-protocol-words.ts";
import { formatInstant, formatNumber } from "../../time.ts";
import { WITH_SECONDS } from "./call-times.ts";
import classes from "./calls.module.css";
import { textOf } from "./kept-json.ts";
import { CALLS } from "./texts.ts";
import { useStepGist } from "./use-step-gist.ts";
import { useStepTrouble } from "./use-step-trouble.ts";

/** One thing that the bot asked, and what it was told; the wire's own words are folded away. */
export function Step({ step, zone }: { readonly step: CallStep; readonly zone: string }) {
  const t = useTexts(CALLS);
  const language = useLanguage();
  const words = useProtocolWords();
  const gist = useStepGist()(step);
  const trouble = useStepTrouble()(step);
  const [start, bookingId] = [textOf(step.answer, "start"), textOf(step.answer, "bookingId")];
  const isRefused = step.outcome !== "ok";
  const ms = formatNumber(step.milliseconds, language, {
    maximumFractionDigits: step.milliseconds < 10 ? 1 : 0,
  });
  return (
    <>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <Text size="sm" c="dimmed" className="numbers">
          {formatInstant(step.at, zone, language, WITH_SECONDS)}
        </Text>
        <Text fw={600} flex={1}>
          {words.action(step.action)}
        </Text>
      </Group>
      {isRefused ? (
        <div className={classes.refusal}>
          <Text size="sm" fw={600}>
            <span aria-hidden="true">! </span>
            {words.refusal(step.outcome)}
          </Text>
          <Text size="sm">{words.meaning(step.outcome)}</Text>
          {trouble.map((line) => (
            <Text size="sm" key={line}>
              {line}
            </Text>
          ))}
        </div>
      ) : gist === undefined ? null : (
        <Text size="sm" className="numbers">
          {start === undefined || bookingId === undefined ? (
            gist
          ) : (
            <CalendarLink start={start} bookingId={bookingId} size="sm">
              {gist}
            </CalendarLink>
          )}
        </Text>
      )}
      <details className={classes.folded}>
        <summary>{t("wire")}</summary>
        <Text size="xs" c="dimmed" className="numbers">
          {t("took", { time: ms })}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          <Json label={t("request")} value={step.request} />
          <Json label={t("answer")} value={step.answer} />
        </SimpleGrid>
      </details>
    </>
  );
}

function Json({ label, value }: { readonly label: string; readonly value: unknown }) {
  if (value === null || value === undefined) return null;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Code block tabIndex={0} aria-label={label} role="region">
        {typeof value === "string" ? value : JSON.stringify(value, null, 2)}
      </Code>
    </div>
  );
}
