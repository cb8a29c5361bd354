import { Anchor, Group, Loader, NativeSelect, Stack, Text } from "@mantine/core";
import type { Entity } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { formatMoment } from "../../time.ts";
import { BookingLine } from "../booking-line.tsx";
import { agentName, nameOf } from "../names.ts";
import { phoneOf } from "../phone.ts";
import type { Choice, ChoiceKind, Conflict, LocalSpan } from "./choices.ts";
import classes from "./conflicts.module.css";
import { CONFLICTS } from "./texts.ts";

export type RowState =
  | { readonly is: "open" | "busy" | "done" }
  | { readonly is: "failed"; readonly reason: string };

/** One appointment in the way and what shall become of it; later what has. */
export function ConflictRow({
  conflict,
  entity,
  choice,
  times,
  standIns,
  kinds,
  state,
  onKind,
  onChoice,
}: {
  readonly conflict: Conflict;
  readonly entity: Entity;
  readonly choice: Choice;
  /** What of its times and people the other rows leave. */
  readonly times: readonly LocalSpan[];
  readonly standIns: readonly string[];
  readonly kinds: readonly ChoiceKind[];
  readonly state: RowState;
  readonly onKind: (kind: ChoiceKind) => void;
  readonly onChoice: (choice: Choice) => void;
}) {
  const t = useTexts(CONFLICTS);
  const language = useLanguage();
  const { booking } = conflict;
  const name = nameOf(booking.participant);
  const phone = phoneOf(booking);
  const isLeft = { keep: true, cancel: true, move: times.length > 0, give: standIns.length > 0 };
  const nameOfAgent = (id: string) => {
    const agent = entity.agents.find((one) => one.id === id);
    return agent === undefined ? id : agentName(agent);
  };
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <BookingLine booking={booking} />
        {phone === undefined ? null : (
          <Anchor
            size="sm"
            underline="always"
            className="numbers"
            href={`tel:${phone.dialled}`}
            aria-label={t("call", { name, phone: phone.shown })}
          >
            {phone.shown}
          </Anchor>
        )}
      </div>
      {state.is === "done" ? (
        <Outcome choice={choice} nameOfAgent={nameOfAgent} />
      ) : state.is === "busy" ? (
        <Group gap="xs">
          <Loader size="xs" />
          <Text size="sm">{t("busy")}</Text>
        </Group>
      ) : (
        <Stack gap={4} className={classes.choice!}>
          <NativeSelect
            aria-label={t("what", { name })}
            value={choice.kind}
            error={state.is === "failed" ? state.reason : undefined}
            onChange={(event) => onKind(event.currentTarget.value as ChoiceKind)}
            data={kinds.map((kind) => ({
              value: kind,
              label: isLeft[kind] ? t(`kind.${kind}`) : t(`none.${kind as "move"}`),
              disabled: !isLeft[kind],
            }))}
          />
          {choice.kind === "move" ? (
            <NativeSelect
              aria-label={t("when", { name })}
              description={t("withSame", { name: agentName(booking.agent) })}
              inputWrapperOrder={["input", "description"]}
              value={choice.time.start}
              onChange={(event) => {
                const time = times.find(({ start }) => start === event.currentTarget.value);
                if (time !== undefined) onChoice({ kind: "move", time });
              }}
              data={times.map(({ start }) => ({ value: start, label: formatMoment(start, language) }))}
            />
          ) : null}
          {choice.kind === "give" ? (
            <NativeSelect
              aria-label={t("who", { name })}
              value={choice.agentId}
              onChange={(event) => onChoice({ kind: "give", agentId: event.currentTarget.value })}
              data={standIns.map((id) => ({ value: id, label: nameOfAgent(id) }))}
            />
          ) : null}
        </Stack>
      )}
    </li>
  );
}

function Outcome({
  choice,
  nameOfAgent,
}: {
  readonly choice: Choice;
  readonly nameOfAgent: (id: string) => string;
}) {
  const t = useTexts(CONFLICTS);
  const language = useLanguage();
  const values = {
    when: choice.kind === "move" ? formatMoment(choice.time.start, language) : "",
    name: choice.kind === "give" ? nameOfAgent(choice.agentId) : "",
  };
  return (
    <Stack gap={0} className={classes.choice!}>
      <Text size="sm">
        {choice.kind === "keep" ? "" : "✓ "}
        {t(`done.${choice.kind}`, values)}
      </Text>
    </Stack>
  );
}
