import { Button, Modal, Text, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { AgentConfiguration } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { MoveButtons, moved } from "../../parts/move-buttons.tsx";
import { agentName } from "../../parts/names.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { Page } from "../../parts/page.tsx";
import { whenText } from "../../parts/special-days/special-day.ts";
import { Empty } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { useOpened } from "../../parts/use-opened.ts";
import { lastDateOf } from "../../parts/year-calendar/day-marks.ts";
import { useEntity } from "../../shell/entity.tsx";
import { formatDate, nowIn } from "../../time.ts";
import { PersonForm } from "./person-form.tsx";
import classes from "./team.module.css";
import { TEAM } from "./texts.ts";
import { nextAbsence, servicesOf, todayOf, todayQuery } from "./today.ts";

export function TeamPage() {
  const t = useTexts(TEAM);
  const parts = useTexts(PARTS);
  const entity = useEntity();
  const navigate = useNavigate();
  const { agents } = entity;
  const [isOrdering, setOrdering] = useState(false);
  const [said, setSaid] = useState("");
  const dialog = useOpened<true>();
  const order = useConfigurationChange(
    ({ ids }: { ids: string[]; name: string; place: number }, ifMatch) =>
      send(`/entities/${entity.id}/agents/order`, { method: "PUT", ifMatch, body: { ids } }),
    { onDone: (_result, { name, place }) => setSaid(t("movedTo", { name, place })) },
  );
  const move = (agent: AgentConfiguration, from: number, to: number) => {
    if (order.isPending) return;
    const ids = moved(agents, from, to).map(({ id }) => id);
    order.mutate({ ids, name: agentName(agent), place: to + 1 });
  };
  const add = (
    <Button leftSection={<Icon name="plus" />} onClick={() => dialog.open(true)}>
      {t("add")}
    </Button>
  );
  return (
    <Page
      title={t("title")}
      about={t("about")}
      actions={
        agents.length === 0 ? null : (
          <>
            {agents.length > 1 ? (
              <Button variant="default" aria-pressed={isOrdering} onClick={() => setOrdering(!isOrdering)}>
                {isOrdering ? t("orderDone") : t("order")}
              </Button>
            ) : null}
            {add}
          </>
        )
      }
    >
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {agents.length === 0 ? <Empty action={add}>{t("empty")}</Empty> : null}
      <ul className={classes.list}>
        {agents.map((agent, index) => (
          <li key={agent.id}>
            {isOrdering ? (
              <div className={classes.card}>
                <Text fw={600}>{agentName(agent)}</Text>
                <MoveButtons
                  name={agentName(agent)}
                  index={index}
                  count={agents.length}
                  onMove={(to) => move(agent, index, to)}
                />
              </div>
            ) : (
              <div className={classes.card}>
                <Facts agent={agent} />
                <Icon name="right" />
              </div>
            )}
          </li>
        ))}
      </ul>
      <Modal
        opened={dialog.isOpen}
        onClose={dialog.close}
        title={t("add")}
        centered
        closeButtonProps={{ "aria-label": parts("close") }}
      >
        <PersonForm
          key={dialog.count}
          entity={entity}
          agent={undefined}
          onCancel={dialog.close}
          onDone={(agent) => {
            dialog.close();
            notifyDone(
              `${t("person.added", { name: agentName(agent) })}. ${t("person.addedNext", { name: agent.firstname })}`,
            );
            void navigate({
              to: "/team/$agentId",
              params: { agentId: agent.id },
              search: { tab: "services" },
            });
          }}
        />
      </Modal>
    </Page>
  );
}

/** What one wants to know of somebody at a glance. */
function Facts({ agent }: { readonly agent: AgentConfiguration }) {
  const t = useTexts(TEAM);
  const language = useLanguage();
  const entity = useEntity();
  const now = nowIn(entity.timezone);
  const today = now.slice(0, 10);
  const worked = useQuery(todayQuery(entity.id, today)).data;
  const day = worked === undefined ? undefined : todayOf(worked, agent.id, today);
  const services = servicesOf(entity, agent.id);
  const absence = nextAbsence(agent, now);
  const todayText =
    day === undefined
      ? "…"
      : day.isAbsent
        ? day.reason === undefined
          ? t("off")
          : t("offFor", { reason: day.reason })
        : day.hours.length === 0
          ? t("notToday")
          : day.hours.join(", ");
  const when =
    absence === undefined
      ? t("noAbsence")
      : absence.start <= now
        ? t("now", {
            when: formatDate(lastDateOf(absence.end), language, {
              weekday: "short",
              day: "numeric",
              month: "short",
            }),
          })
        : whenText({ kind: "absence", absence }, language, today.slice(0, 4));
  return (
    <div className={classes.facts}>
      <Link to="/team/$agentId" params={{ agentId: agent.id }} search={{}} className={classes.name!}>
        {agentName(agent)}
      </Link>
      <Fact label={t("today")}>{todayText}</Fact>
      <Fact label={t("services")}>{services.map(({ name }) => name).join(", ") || t("noServices")}</Fact>
      <Fact label={t("nextAbsence")}>
        {when}
        {absence?.reason === undefined ? "" : ` (${absence.reason})`}
      </Fact>
    </div>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" className="numbers">
        {children}
      </Text>
    </div>
  );
}
