import { Button, Checkbox, SegmentedControl, SimpleGrid, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n.ts";
import { addDays } from "../../time.ts";
import { PARTS } from "../texts.ts";
import { readable, readHours } from "../week-grid/week-hours.ts";
import { datesBetween, lastDateOf } from "../year-calendar/day-marks.ts";
import { DialogForm } from "./dialog-form.tsx";
import { ReasonField } from "./reason-field.tsx";
import { endDateOf, firstDateOf, type SpecialDay } from "./special-day.ts";
import { DAYS } from "./texts.ts";

const MOST_DATES = 62;

/** What holds from one date to another. */
export function DayForm({
  isOfPerson,
  shown,
  isNew,
  isBusy,
  problem,
  onSave,
  onRemove,
  onCancel,
}: {
  readonly isOfPerson: boolean;
  readonly shown: SpecialDay;
  readonly isNew: boolean;
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  readonly onSave: (day: SpecialDay) => void;
  readonly onRemove: () => void;
  readonly onCancel: () => void;
}) {
  const t = useTexts(DAYS);
  const parts = useTexts(PARTS);
  const absence = shown.kind === "absence" ? shown.absence : undefined;
  const [kind, setKind] = useState<"absence" | "hours">(
    shown.kind === "hours" && shown.hours.length > 0 ? "hours" : "absence",
  );
  const [first, setFirst] = useState(firstDateOf(shown));
  const [last, setLast] = useState(endDateOf(shown));
  const [isWhole, setWhole] = useState(
    absence === undefined || (absence.start.endsWith("T00:00") && absence.end.endsWith("T00:00")),
  );
  const [start, setStart] = useState(isWhole ? "08:00" : absence!.start.slice(11));
  const [end, setEnd] = useState(
    isWhole ? "12:00" : absence!.end.endsWith("T00:00") ? "23:59" : absence!.end.slice(11),
  );
  const [reason, setReason] = useState(absence?.reason ?? "");
  const [hours, setHours] = useState(shown.kind === "hours" ? readable(shown.hours) : "");
  const [isChecked, setChecked] = useState(false);

  const read = readHours(hours);
  const isHoursWrong = kind === "hours" && (!read.ok || read.hours.length === 0);
  const isDateMissing = first === "" || last === "";
  const isTurned =
    last < first || (kind === "absence" && !isWhole && first === last && (start === "" || end <= start));
  const isTooLong =
    kind === "hours" && !isDateMissing && !isTurned && datesBetween(first, last).length > MOST_DATES;
  const submit = () => {
    setChecked(true);
    if (isHoursWrong || isDateMissing || isTurned || isTooLong) return;
    if (kind === "hours") return onSave({ kind, from: first, to: last, hours: read.ok ? read.hours : [] });
    const said = reason.trim();
    onSave({
      kind,
      absence: {
        start: isWhole ? `${first}T00:00` : `${first}T${start}`,
        end: isWhole || end === "23:59" ? `${addDays(last, 1)}T00:00` : `${last}T${end}`,
        ...(said === "" ? {} : { reason: said }),
      },
    });
  };
  return (
    <DialogForm
      problem={problem}
      isBusy={isBusy}
      submit={parts("save")}
      onSubmit={submit}
      onCancel={onCancel}
      extra={
        isNew ? null : (
          <Button variant="subtle" color="red" onClick={onRemove} disabled={isBusy}>
            {parts("remove")}
          </Button>
        )
      }
    >
      <SegmentedControl
        fullWidth
        aria-label={t("what")}
        value={kind}
        onChange={(value) => setKind(value as typeof kind)}
        data={[
          { value: "absence", label: isOfPerson ? t("away") : t("closed") },
          { value: "hours", label: t("otherHours") },
        ]}
      />
      <SimpleGrid cols={2}>
        <TextInput
          type="date"
          label={t("first")}
          value={first}
          error={isChecked && first === "" ? t("dateFault") : undefined}
          onChange={(event) => {
            const { value } = event.currentTarget;
            // The end goes along, so that one day stays one day.
            if (last === first || last < value) setLast(value);
            setFirst(value);
          }}
        />
        <TextInput
          type="date"
          label={t("last")}
          value={last}
          min={first}
          error={isChecked && last === "" ? t("dateFault") : isChecked && isTurned ? t("order") : undefined}
          onChange={(event) => setLast(event.currentTarget.value)}
        />
      </SimpleGrid>
      {kind === "absence" ? (
        <>
          <Checkbox
            label={t("wholeDays")}
            checked={isWhole}
            onChange={(event) => setWhole(event.currentTarget.checked)}
          />
          {isWhole ? null : (
            <SimpleGrid cols={2}>
              <TextInput
                type="time"
                step={300}
                label={t("from")}
                value={start}
                onChange={(event) => setStart(event.currentTarget.value)}
              />
              <TextInput
                type="time"
                step={300}
                label={t("to")}
                value={end}
                error={isChecked && isTurned ? t("order") : undefined}
                onChange={(event) => setEnd(event.currentTarget.value)}
              />
            </SimpleGrid>
          )}
          <ReasonField isOfPerson={isOfPerson} value={reason} onChange={setReason} />
        </>
      ) : (
        <TextInput
          data-autofocus
          label={t("hours")}
          description={t("hoursHint")}
          value={hours}
          error={isTooLong ? t("tooMany") : isChecked && isHoursWrong ? t("hoursFault") : undefined}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
      )}
    </DialogForm>
  );
}

/** A whole day or several, nothing said about why. */
export function wholeDays(from: string, to: string): SpecialDay {
  return { kind: "absence", absence: { start: `${from}T00:00`, end: `${addDays(to, 1)}T00:00` } };
}

/** Whether it holds on that date. */
export function touches(day: SpecialDay, date: string): boolean {
  return day.kind === "absence"
    ? day.absence.start.slice(0, 10) <= date && date <= lastDateOf(day.absence.end)
    : day.from <= date && date <= day.to;
}
