import { Alert, Anchor, Button, Checkbox, Group, Modal, Paper, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { send } from "../../api/client.ts";
import { useHolidays, useRegions } from "../../api/holidays.ts";
import type { Entity } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { faultsOf } from "../../parts/faults.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { RegionFields } from "../../parts/region-fields.tsx";
import { useProblemText } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { useOpened } from "../../parts/use-opened.ts";
import { formatDate, nowIn } from "../../time.ts";
import classes from "./hours.module.css";
import { HOURS } from "./texts.ts";

/** Whose public holidays are days off, and which days of this year those are. */
export function HolidayPanel({ entity }: { readonly entity: Entity }) {
  const t = useTexts(HOURS);
  const parts = useTexts(PARTS);
  const language = useLanguage();
  const region = entity.publicHolidays;
  const year = Number(nowIn(entity.timezone).slice(0, 4));
  const holidays = useHolidays(region, year);
  const regions = useRegions(region?.country);
  const [isShown, setShown] = useState(false);
  const dialog = useOpened<true>();
  const nameIn = (list: readonly { code: string; name: string }[] | undefined, code: string | undefined) =>
    list?.find((one) => one.code === code)?.name ?? code;
  const regionName =
    region === undefined
      ? ""
      : [nameIn(regions.data?.states, region.state), nameIn(regions.data?.countries, region.country)]
          .filter(Boolean)
          .join(", ");
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="holidays">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={2} fz="h4" id="holidays">
            {t("holidays.title")}
          </Title>
          <Text size="sm">
            {region === undefined
              ? t("holidays.off")
              : regions.data === undefined
                ? "…"
                : t("holidays.closed", { count: holidays.length, year, region: regionName })}{" "}
            {region === undefined ? null : (
              <Anchor
                component="button"
                type="button"
                size="sm"
                underline="always"
                aria-expanded={isShown}
                onClick={() => setShown(!isShown)}
              >
                {t(isShown ? "holidays.hide" : "holidays.show")}
              </Anchor>
            )}
          </Text>
        </div>
        <Button variant="default" size="xs" flex="none" onClick={() => dialog.open(true)}>
          {t("holidays.change")}
        </Button>
      </Group>
      {isShown ? (
        <>
          <ul className={classes.days}>
            {holidays.map(({ date, name }) => (
              <li key={date}>
                <span className="numbers">
                  {formatDate(date, language, { weekday: "short", day: "2-digit", month: "2-digit" })}
                </span>{" "}
                {name}
              </li>
            ))}
          </ul>
          <Text size="xs" c="dimmed">
            {t("holidays.sunday")} {t("holidays.credit")}
          </Text>
        </>
      ) : null}
      <Modal
        opened={dialog.isOpen}
        onClose={dialog.close}
        title={t("holidays.title")}
        centered
        closeButtonProps={{ "aria-label": parts("close") }}
      >
        <HolidayForm key={dialog.count} entity={entity} onClose={dialog.close} />
      </Modal>
    </Paper>
  );
}

function HolidayForm({ entity, onClose }: { readonly entity: Entity; readonly onClose: () => void }) {
  const t = useTexts(HOURS);
  const parts = useTexts(PARTS);
  const text = useProblemText();
  const [areOff, setOff] = useState(entity.publicHolidays !== undefined);
  const [region, setRegion] = useState<{ country: string; state?: string | undefined }>(
    entity.publicHolidays ?? { country: entity.country ?? "DE" },
  );
  const [problem, setProblem] = useState<string>();
  const save = useConfigurationChange(
    (_: undefined, ifMatch) =>
      send(`/entities/${entity.id}`, {
        method: "PATCH",
        ifMatch,
        body: {
          publicHolidays: areOff ? { country: region.country, state: region.state ?? null } : null,
        },
      }),
    {
      onDone: () => {
        onClose();
        notifyDone(t("holidays.saved"));
      },
      onProblem: (error) => {
        setProblem(faultsOf(error).publicHolidays ?? text(error));
        return true;
      },
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <Stack>
        {problem === undefined ? null : (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Checkbox
          label={t("holidays.are")}
          checked={areOff}
          onChange={(event) => setOff(event.currentTarget.checked)}
        />
        {areOff ? (
          <RegionFields
            country={region.country}
            state={region.state}
            onChange={(country, state) => setRegion({ country, state })}
          />
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {parts("cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {parts("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
