import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useRef, useState } from "react";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";
import { useTexts } from "../../i18n.ts";
import { nameOf } from "../names.ts";
import { useProblemText } from "../states.tsx";
import { PARTS } from "../texts.ts";
import { type Changed, carryOut, refreshBookings } from "./carry-out.ts";
import {
  type Choice,
  type ChoiceKind,
  type Conflict,
  choicesOfKind,
  defaultChoices,
  firstChoice,
  KINDS,
  standInsLeft,
  timesLeft,
} from "./choices.ts";
import { ConflictRow, type RowState } from "./conflict-row.tsx";
import classes from "./conflicts.module.css";
import { conflictsOf, type Planned } from "./find-conflicts.ts";
import { CONFLICTS } from "./texts.ts";

export interface Outcome {
  /** Whether the absence is. */
  readonly isSaved: boolean;
  readonly changed: readonly Changed[];
}

const KEEP: Choice = { kind: "keep" };
const OPEN: RowState = { is: "open" };

/**
 * Asks what shall become of each appointment in a time that is going to be blocked. The absence is saved first, so that
 * nobody books into it meanwhile; then one after another is changed, and what failed can be tried otherwise.
 */
export function AbsenceConflicts({
  planned,
  found,
  save,
  onClose,
}: {
  readonly planned: Planned;
  readonly found: readonly Conflict[];
  /** Saves the absence itself. */
  readonly save: () => Promise<unknown>;
  readonly onClose: (outcome: Outcome) => void;
}) {
  const t = useTexts(CONFLICTS);
  const parts = useTexts(PARTS);
  const text = useProblemText();
  const isPhone = useMediaQuery("(width < 48em)");
  const [conflicts, setConflicts] = useState(found);
  const [choices, setChoices] = useState(() => defaultChoices(found));
  const [states, setStates] = useState<Readonly<Record<string, RowState>>>({});
  const [isSaved, setSaved] = useState(false);
  const changed = useRef<Changed[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  // Where everybody is away, nobody can take over.
  const kinds = KINDS.filter((kind) => kind !== "give" || planned.agentId !== undefined);
  const stateOf = ({ booking }: Conflict) => states[booking.id] ?? OPEN;
  const open = conflicts.filter((conflict) => stateOf(conflict).is !== "done");
  const failed = conflicts.filter((conflict) => stateOf(conflict).is === "failed");
  const set = (id: string, state: RowState) => setStates((before) => ({ ...before, [id]: state }));
  const choose = (id: string, choice: Choice) => setChoices((before) => ({ ...before, [id]: choice }));
  const chooseKind = (conflict: Conflict, kind: ChoiceKind) => {
    const choice = firstChoice(kind, conflict, conflicts, choices);
    if (choice !== undefined) choose(conflict.booking.id, choice);
  };
  const chooseForAll = (kind: ChoiceKind) => {
    const done = new Set(conflicts.filter((one) => !open.includes(one)).map(({ booking }) => booking.id));
    const next = choicesOfKind(kind, open, choices);
    setChoices((before) =>
      Object.fromEntries(Object.entries(next).map(([id, one]) => [id, done.has(id) ? before[id]! : one])),
    );
  };

  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      if (!isSaved) {
        await save();
        setSaved(true);
      }
    } catch (error) {
      setProblem(text(error));
      setBusy(false);
      return;
    }
    const refused: Conflict[] = [];
    for (const conflict of open) {
      const { id } = conflict.booking;
      set(id, { is: "busy" });
      try {
        const after = await carryOut(conflict.booking, choices[id] ?? KEEP);
        if (after !== conflict.booking) changed.current.push({ before: conflict.booking, after });
        set(id, { is: "done" });
      } catch (error) {
        refused.push(conflict);
        set(id, { is: "failed", reason: text(error) });
      }
    }
    await refreshBookings();
    if (refused.length > 0) await lookAgain(refused);
    setBusy(false);
  };

  /** What is left for those that failed, as the server has it now. */
  const lookAgain = async (refused: readonly Conflict[]) => {
    try {
      const now = await Promise.all(
        refused.map(async ({ booking }) => (await get<Booking>(`/bookings/${booking.id}`)).data),
      );
      for (const { id, status } of now) {
        // Somebody else was faster.
        if (status === "cancelled") set(id, { is: "done" });
      }
      const standing = now.filter(({ status }) => status === "confirmed");
      const fresh = await conflictsOf(standing, planned);
      setConflicts((before) =>
        before.map((old) => fresh.find(({ booking }) => booking.id === old.booking.id) ?? old),
      );
      setChoices((before) => {
        let next = before;
        for (const { id, status } of now) {
          const conflict = fresh.find(({ booking }) => booking.id === id);
          const again =
            conflict === undefined
              ? undefined
              : firstChoice((before[id] ?? KEEP).kind, conflict, [...conflicts, conflict], {
                  ...next,
                  [id]: KEEP,
                });
          next = { ...next, [id]: status === "cancelled" ? { kind: "cancel" } : (again ?? KEEP) };
        }
        return next;
      });
    } catch (error) {
      setProblem(text(error));
    }
  };

  const isFinished = isSaved && open.length === 0;
  const isSomebodyToTell = conflicts.some(
    (one) => stateOf(one).is === "done" && choices[one.booking.id]?.kind !== "keep",
  );
  const counts = KINDS.map((kind) => ({
    kind,
    count: conflicts.filter(({ booking }) => (choices[booking.id] ?? KEEP).kind === kind).length,
  })).filter(({ count }) => count > 0);
  const kept = conflicts.filter(({ booking }) => (choices[booking.id] ?? KEEP).kind === "keep");
  const close = () => {
    // What is still read anew then is nobody's to wait for.
    if (!isBusy || isFinished) onClose({ isSaved, changed: changed.current });
  };
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      fullScreen={isPhone ?? false}
      closeOnClickOutside={false}
      title={t("title", { count: conflicts.length })}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      <Stack gap="sm">
        {isSaved ? (
          <Alert
            color={failed.length > 0 || (isFinished && kept.length > 0) ? "orange" : "brand"}
            role="status"
          >
            {t("saved")}{" "}
            {failed.length > 0
              ? t("someFailed", { count: failed.length })
              : !isFinished
                ? ""
                : kept.length === 0
                  ? t("doneAll")
                  : t("toSettle", {
                      count: kept.length,
                      names: kept.map(({ booking }) => nameOf(booking.participant)).join("; "),
                    })}{" "}
            {isFinished && isSomebodyToTell ? t("tell") : ""}
          </Alert>
        ) : (
          <Text size="sm">{t("about")}</Text>
        )}
        {problem === undefined ? null : (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        {open.length > 1 && !isBusy ? (
          <Group gap="xs" role="group" aria-label={t("all")}>
            <Text size="sm">{t("all")}</Text>
            {kinds.map((kind) => (
              <Button key={kind} size="compact-sm" variant="default" onClick={() => chooseForAll(kind)}>
                {t(`kind.${kind}`)}
              </Button>
            ))}
          </Group>
        ) : null}
        <ul className={classes.list}>
          {conflicts.map((conflict) => (
            <ConflictRow
              key={conflict.booking.id}
              conflict={conflict}
              entity={planned.entity}
              choice={choices[conflict.booking.id] ?? KEEP}
              times={timesLeft(conflict, conflicts, choices)}
              standIns={standInsLeft(conflict, conflicts, choices)}
              kinds={kinds}
              state={stateOf(conflict)}
              onKind={(kind) => chooseKind(conflict, kind)}
              onChoice={(choice) => choose(conflict.booking.id, choice)}
            />
          ))}
        </ul>
        <div className={classes.footer}>
          {isFinished ? null : (
            <Text size="sm" mb="xs">
              {counts.map(({ kind, count }) => t(`sum.${kind}`, { count })).join(", ")}.
              {kept.length > 0 ? ` ${t("keepHint")}` : ""}
            </Text>
          )}
          <Group justify="flex-end">
            {isFinished ? (
              <Button onClick={close} data-autofocus>
                {t("finish")}
              </Button>
            ) : (
              <>
                <Button variant="default" onClick={close} disabled={isBusy}>
                  {isSaved ? parts("close") : parts("cancel")}
                </Button>
                <Button onClick={() => void submit()} loading={isBusy}>
                  {isSaved ? t("again") : t("submit")}
                </Button>
              </>
            )}
          </Group>
        </div>
      </Stack>
    </Modal>
  );
}
