import { Paper, Progress, Text, Title, UnstyledButton } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTexts } from "../../i18n.ts";
import { Page } from "../../parts/page.tsx";
import { useChosenEntity } from "../../shell/entity.tsx";
import { BusinessStep } from "./business-step.tsx";
import { CallStep } from "./call-step.tsx";
import { HoursStep } from "./hours-step.tsx";
import { PhoneStep } from "./phone-step.tsx";
import { firstOpenStep, isDone, STEPS, type Step } from "./progress.ts";
import { ServicesStep } from "./services-step.tsx";
import classes from "./setup.module.css";
import { TeamStep } from "./team-step.tsx";
import { SETUP } from "./texts.ts";

/** From nothing to a first test call. What is stored says how far one has come, so that one can go on any time. */
export function SetupPage() {
  const t = useTexts(SETUP);
  const navigate = useNavigate();
  const { entity } = useChosenEntity();
  const { step: wanted } = useSearch({ strict: false }) as { step?: string };
  const asked = STEPS.find((one) => one === wanted);
  const step: Step = entity === undefined ? "business" : (asked ?? firstOpenStep(entity));
  const at = STEPS.indexOf(step);
  const go = (to: Step) => void navigate({ to: "/setup", search: { step: to } });
  const ways = {
    onNext: () => go(STEPS[Math.min(at + 1, STEPS.length - 1)]!),
    onBack: () => go(STEPS[Math.max(at - 1, 0)]!),
  };
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) {
      heading.current?.focus();
      window.scrollTo({ top: 0 });
    }
    before.current = step;
  }, [step]);
  return (
    <Page title={t("title")} about={t("about")}>
      <div>
        <Progress
          value={((at + 1) / STEPS.length) * 100}
          aria-label={t("step", { number: at + 1, count: STEPS.length })}
          mb="xs"
        />
        <ol className={classes.steps}>
          {STEPS.map((one, index) => {
            const isReached = entity !== undefined;
            const isFinished = isDone(one, entity);
            return (
              <li key={one}>
                <UnstyledButton
                  className={classes.step!}
                  disabled={!isReached && index > 0}
                  aria-current={one === step ? "step" : undefined}
                  onClick={() => go(one)}
                >
                  <span aria-hidden="true">{isFinished ? "✓" : index + 1}</span>
                  {t(`steps.${one}`)}
                </UnstyledButton>
              </li>
            );
          })}
        </ol>
      </div>
      <Paper withBorder p={{ base: "sm", sm: "lg" }}>
        <Text size="sm" c="dimmed">
          {t("step", { number: at + 1, count: STEPS.length })}
        </Text>
        <Title order={2} fz="h3" mb="md" ref={heading} tabIndex={-1}>
          {t(`steps.${step}`)}
        </Title>
        {step === "business" || entity === undefined ? (
          <BusinessStep key={entity?.id ?? "new"} entity={entity} {...ways} />
        ) : null}
        {entity === undefined ? null : (
          <>
            {step === "hours" ? <HoursStep entity={entity} {...ways} /> : null}
            {step === "services" ? <ServicesStep entity={entity} {...ways} /> : null}
            {step === "team" ? <TeamStep entity={entity} {...ways} /> : null}
            {step === "phone" ? <PhoneStep entity={entity} {...ways} /> : null}
            {step === "call" ? <CallStep entity={entity} onBack={ways.onBack} onStep={go} /> : null}
          </>
        )}
      </Paper>
    </Page>
  );
}
