import { Alert, Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../../api/client.ts";
import { type Entity, useMe } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { simulatorAddress } from "../../parts/simulator-address.ts";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { isDone, STEPS, type Step, TEST_SIP_ID } from "./progress.ts";
import { SETUP } from "./texts.ts";

export function CallStep({
  entity,
  onBack,
  onStep,
}: {
  readonly entity: Entity;
  readonly onBack: () => void;
  readonly onStep: (step: Step) => void;
}) {
  const t = useTexts(SETUP);
  const me = useMe();
  const [address, setAddress] = useState<string>();
  const [isBlocked, setBlocked] = useState(false);
  const missing = STEPS.filter((step) => step !== "call" && step !== "phone" && !isDone(step, entity));
  const service = entity.appointmentTypes.find(({ agents }) => agents.length > 0)?.products[0]?.name ?? "";

  const make = useConfigurationChange(
    async (_: Window | null, ifMatch): Promise<string> => {
      const sip = entity.sipIds[0] ?? `${TEST_SIP_ID}${entity.id}`;
      if (entity.sipIds.length === 0)
        await send(`/entities/${entity.id}`, { method: "PATCH", ifMatch, body: { sipIds: [sip] } });
      return await simulatorAddress(entity, sip, me);
    },
    {
      onDone: (made, tab) => {
        setAddress(made);
        setBlocked(tab === null);
        tab?.location.assign(made);
      },
    },
  );
  const start = () => {
    // Opened by the click itself: what opens later, browsers take for an advertisement.
    const tab = window.open("about:blank", "_blank");
    make.mutate(tab, { onError: () => tab?.close() });
  };
  return (
    <Stack>
      {missing.length === 0 ? (
        <Alert color="brand">
          {t("call.ready")}{" "}
          {[
            t("call.sum.services", { count: entity.appointmentTypes.length }),
            t("call.sum.people", { count: entity.agents.length }),
          ].join(", ")}
          .
        </Alert>
      ) : (
        <Alert color="orange" title={t("call.missing")}>
          <Stack gap={4} align="flex-start">
            {missing.map((step) => (
              <Anchor
                key={step}
                component="button"
                type="button"
                size="sm"
                underline="always"
                onClick={() => onStep(step)}
              >
                {t("call.missingStep", { name: t(`steps.${step}`) })}
              </Anchor>
            ))}
          </Stack>
        </Alert>
      )}
      <Text>{t("call.about", { service })}</Text>
      <Group>
        <Button
          size="md"
          leftSection={<Icon name="phone" />}
          loading={make.isPending}
          disabled={missing.length > 0}
          onClick={start}
        >
          {t("call.start")}
        </Button>
        <Button size="md" variant="default" component={Link} to="/">
          {t("call.calendar")}
        </Button>
      </Group>
      <div role="status">
        {address === undefined ? null : isBlocked ? (
          <Text size="sm">
            {t("call.blocked")}{" "}
            <Anchor href={address} target="_blank" underline="always">
              {t("call.open")}
            </Anchor>
          </Text>
        ) : (
          <Text size="sm">{t("call.started")}</Text>
        )}
      </div>
      <Text size="xs" c="dimmed">
        {t("call.keyAbout")}
      </Text>
      <Group>
        <Button variant="default" onClick={onBack}>
          {t("back")}
        </Button>
      </Group>
    </Stack>
  );
}
