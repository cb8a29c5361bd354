import { Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "../../i18n.ts";
import { Page } from "../../parts/page.tsx";
import { Seasons } from "../../parts/special-days/seasons.tsx";
import { SpecialDays } from "../../parts/special-days/special-days.tsx";
import { useEntity } from "../../shell/entity.tsx";
import { HolidayPanel } from "./holiday-panel.tsx";
import classes from "./hours.module.css";
import { PlaceForm } from "./place-form.tsx";
import { RulesForm } from "./rules-form.tsx";
import { HOURS } from "./texts.ts";
import { WeekForm } from "./week-form.tsx";

const TABS = ["week", "days", "rules", "place"] as const;
type Tab = (typeof TABS)[number];

export function HoursPage() {
  const t = useTexts(HOURS);
  const entity = useEntity();
  const navigate = useNavigate();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown: Tab = TABS.find((one) => one === tab) ?? "week";
  const owner = { entity, agent: undefined };
  return (
    <Page title={t("title")} about={t("about")}>
      <Tabs
        // Another branch is another form.
        key={entity.id}
        value={shown}
        onChange={(value) =>
          void navigate({
            to: "/hours",
            search: value === "week" ? {} : { tab: value ?? undefined },
            replace: true,
          })
        }
      >
        <Tabs.List>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="week" pt="md">
          <WeekForm entity={entity} />
          <div className={classes.section}>
            <Seasons owner={owner} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="days" pt="md">
          <HolidayPanel entity={entity} />
          <div className={classes.section}>
            <SpecialDays owner={owner} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="rules" pt="md">
          <RulesForm entity={entity} />
        </Tabs.Panel>
        <Tabs.Panel value="place" pt="md">
          <PlaceForm entity={entity} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
