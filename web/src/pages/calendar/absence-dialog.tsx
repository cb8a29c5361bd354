import { Modal, Radio, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { AbsenceConfiguration, AgentConfiguration } from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { takeBack } from "../../parts/absence-conflicts/carry-out.ts";
import { useAbsence } from "../../parts/absence-conflicts/use-absence.tsx";
import { agentName, nameOf } from "../../parts/names.ts";
import { notifyDone, notifyFailed } from "../../parts/notify.tsx";
import { DialogForm } from "../../parts/special-days/dialog-form.tsx";
import { ReasonField } from "../../parts/special-days/reason-field.tsx";
import { saveDay } from "../../parts/special-days/save-day.ts";
import { blockedBy, type SpecialDay, whenText } from "../../parts/special-days/special-day.ts";
import { useProblemText } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { addDays, clockOf, formatDate, nowIn } from "../../time.ts";
import { CALENDAR } from "./texts.ts";

/** Enters somebody as away from the calendar, in the words of a phone call: today, the rest of today, until a date. */
export function AbsenceDialog({
  entity,
  agent,
  date,
  onClose,
}: {
  readonly entity: Entity;
  readonly agent: AgentConfiguration;
  /** The day that is looked at; what is over is nobody's absence any more. */
  readonly date: string;
  readonly onClose: () => void;
}) {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  const language = useLanguage();
  const text = useProblemText();
  const absence = useAbsence();
  const [now] = useState(() => nowIn(entity.timezone));
  const today = now.slice(0, 10);
  const first = date < today ? today : date;
  const [length, setLength] = useState<"day" | "rest" | "until">("day");
  const [last, setLast] = useState(first);
  const [reason, setReason] = useState("");
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const name = agentName(agent);
  const isWrong = length === "until" && last < first;
  const day = formatDate(first, language, { weekday: "short", day: "numeric", month: "short" });

  const save = async (entered: AbsenceConfiguration) => {
    const owner = { entity, agent };
    const special: SpecialDay = { kind: "absence", absence: entered };
    const when = whenText(special, language, today.slice(0, 4));
    setBusy(true);
    setProblem(undefined);
    try {
      const planned = { entity, agentId: agent.id, spans: blockedBy(special) };
      const { isSaved, changed } = await absence.plan(planned, () => saveDay(owner, undefined, special));
      if (!isSaved) return;
      const undo = async () => {
        await saveDay(owner, special, undefined);
        const refused = await takeBack(changed);
        const said = { name, when: when.replace(/[.]$/, "") };
        const names = refused.map(({ participant }) => nameOf(participant)).join("; ");
        if (refused.length > 0) notifyFailed(t("away.undoneInPart", { ...said, names }));
        else notifyDone(t(changed.length > 0 ? "away.undoneAll" : "away.undone", said));
      };
      onClose();
      notifyDone(t("away.saved", { name, when }), {
        label: parts("undo"),
        act: () => void undo().catch((error) => notifyFailed(text(error))),
      });
    } catch (error) {
      setProblem(text(error));
    } finally {
      setBusy(false);
    }
  };
  const submit = () => {
    setChecked(true);
    if (isWrong) return;
    const said = reason.trim();
    void save({
      start: length === "rest" ? now : `${first}T00:00`,
      end: `${addDays(length === "until" ? last : first, 1)}T00:00`,
      ...(said === "" ? {} : { reason: said }),
    });
  };
  return (
    <>
      <Modal
        opened
        onClose={onClose}
        title={t("away.title", { name })}
        centered
        closeOnEscape={!absence.isAsking}
        closeButtonProps={{ "aria-label": parts("close") }}
      >
        <DialogForm
          problem={problem}
          isBusy={isBusy}
          submit={t("away.save")}
          onSubmit={submit}
          onCancel={onClose}
        >
          <Radio.Group
            label={t("away.length")}
            value={length}
            onChange={(value) => setLength(value as typeof length)}
          >
            <Stack gap="xs" mt={6}>
              <Radio
                value="day"
                data-autofocus
                label={first === today ? t("away.today") : t("away.day", { day })}
              />
              {first === today ? <Radio value="rest" label={t("away.rest", { time: clockOf(now) })} /> : null}
              <Radio value="until" label={first === today ? t("away.until") : t("away.fromUntil", { day })} />
            </Stack>
          </Radio.Group>
          {length === "until" ? (
            <TextInput
              type="date"
              label={t("away.last")}
              value={last}
              min={first}
              error={isChecked && isWrong ? t("away.order") : undefined}
              onChange={(event) => setLast(event.currentTarget.value)}
            />
          ) : null}
          <ReasonField isOfPerson value={reason} onChange={setReason} />
        </DialogForm>
      </Modal>
      {absence.dialog}
    </>
  );
}
