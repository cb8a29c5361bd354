import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { get, send } from "../../api/client.ts";
import { ApiProblem, isProblem } from "../../api/problem.ts";
import { keepBooking, queryClient } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { agentName, nameOf } from "../../parts/names.ts";
import { closing, notifyDone, notifyFailed } from "../../parts/notify.tsx";
import { useProblemText, useRuleText } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { formatMoment, localOf, minutesBetween } from "../../time.ts";
import { confirmed } from "./confirm.ts";
import { unpark } from "./parking.ts";
import { tellClient } from "./tell-client.ts";
import { CALENDAR } from "./texts.ts";

export interface MoveWish {
  /** Local, without an offset. */
  readonly start?: string | undefined;
  readonly agentId?: string | undefined;
  readonly durationMinutes?: number | undefined;
}

const tagOf = ({ version }: Booking) => `"${version}"`;

/** What can be done with a booking, each with its "undo", and with what the server refuses said in words. */
export function useBookingChanges() {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  const language = useLanguage();
  const problemText = useProblemText();
  const ruleText = useRuleText();

  const refresh = async () => {
    await Promise.all(
      ["bookings", "booking", "client", "availability"].map((name) =>
        queryClient.invalidateQueries({ queryKey: [name] }),
      ),
    );
  };
  const change = async (method: "POST" | "PATCH", path: string, booking: Booking, body?: object) => {
    const { data } = await send<Booking>(path, { method, body, ifMatch: tagOf(booking) });
    keepBooking(data);
    return data;
  };
  const post = (booking: Booking, verb: string, body?: object) =>
    change("POST", `/bookings/${booking.id}/${verb}`, booking, body);
  const patch = (booking: Booking, marks: object) =>
    change("PATCH", `/bookings/${booking.id}`, booking, marks);
  const when = ({ start }: Booking) => formatMoment(start, language);
  const name = ({ participant }: Booking) => nameOf(participant);

  /** With whose appointment is in the way, where that may be seen. */
  const reasonOf = async (error: unknown): Promise<string> => {
    const reason = (ruleText(error) ?? problemText(error)).replace(/[.]$/, "");
    const otherId = error instanceof ApiProblem ? error.problem.bookingId : undefined;
    if (otherId === undefined) return reason;
    const other = await get<Booking>(`/bookings/${otherId}`).catch(() => undefined);
    return other === undefined ? reason : `${reason} (${name(other.data)}, ${when(other.data)})`;
  };

  /** Runs it, refreshes what is shown, says what came of it. */
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      notifyFailed(problemText(error));
      return false;
    } finally {
      await refresh();
    }
  };

  const undoable = (
    booking: Booking,
    text: string,
    undo: () => Promise<unknown>,
    about?: "moved" | "cancelled",
    isWithOther = false,
  ) => {
    const id = `booking-${booking.id}-${booking.version}`;
    notifications.show({
      ...closing(),
      id,
      autoClose: 15_000,
      color: "brand",
      message: (
        <>
          <Text size="sm">{text}</Text>
          <Group gap="xs" mt={6}>
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                notifications.hide(id);
                void attempt(async () => {
                  await undo();
                  notifyDone(t("done.undone"));
                });
              }}
            >
              {parts("undo")}
            </Button>
            {about === undefined ? null : (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => tellClient({ booking, about, isWithOther })}
              >
                {t("tell.ask")}
              </Button>
            )}
          </Group>
        </>
      ),
    });
  };

  /** Moves it back to where it was, whatever the business offers. */
  const moveBack = (moved: Booking, before: Booking) =>
    post(moved, "move", {
      start: localOf(before.start),
      agentId: before.agentId,
      durationMinutes: minutesBetween(before.start, before.end),
      overrule: true,
    });

  /** True when it stands at its new place. */
  const move = async (booking: Booking, wish: MoveWish, overrule = false): Promise<boolean> => {
    try {
      const moved = await post(booking, "move", { ...wish, overrule });
      unpark(booking.id);
      const isResized = moved.start === booking.start && moved.agentId === booking.agentId;
      const minutes = minutesBetween(moved.start, moved.end);
      const isWithOther = moved.agentId !== booking.agentId;
      const text = isResized
        ? t("done.resized", { name: name(moved), count: minutes })
        : t(isWithOther ? "done.movedWith" : "done.moved", {
            name: name(moved),
            when: when(moved),
            agent: agentName(moved.agent),
          });
      const about = isResized ? undefined : "moved";
      undoable(moved, text, () => moveBack(moved, booking), about, isWithOther);
      await refresh();
      return true;
    } catch (error) {
      await refresh();
      if (isProblem(error, "slot_not_offered") && !overrule) {
        const reason = ruleText(error);
        const text = reason === undefined ? t("moving.outsideUnsaid") : t("moving.outside", { reason });
        const isMeant = await confirmed({ text, confirm: t("moving.anyway"), cancel: parts("cancel") });
        return isMeant ? await move(booking, wish, true) : false;
      }
      notifyFailed(t("moving.refused", { name: name(booking), reason: await reasonOf(error) }));
      return false;
    }
  };

  return {
    move,
    cancel: (booking: Booking) =>
      attempt(async () => {
        const cancelled = await post(booking, "cancel");
        const text = t("done.cancelled", { name: name(booking), when: when(booking) });
        undoable(cancelled, text, () => post(cancelled, "restore"), "cancelled");
      }),
    restore: (booking: Booking) =>
      attempt(async () => {
        const restored = await post(booking, "restore").catch(async (error) => {
          if (!isProblem(error, "slot_taken")) throw error;
          notifyFailed(t("booking.notRestored", { name: name(booking), reason: await reasonOf(error) }));
        });
        if (restored === undefined) return;
        const text = t("done.restored", { name: name(booking), when: when(booking) });
        undoable(restored, text, () => post(restored, "cancel"));
      }),
    mark: (booking: Booking, marks: { readonly note?: string | null; readonly noShow?: boolean }) =>
      attempt(async () => {
        const marked = await patch(booking, marks);
        if (marks.noShow === undefined) return notifyDone(t("done.noted"));
        const text = t(marks.noShow ? "done.noShow" : "done.came", { name: name(booking) });
        undoable(marked, text, () => patch(marked, { noShow: !marks.noShow }));
      }),
  };
}
