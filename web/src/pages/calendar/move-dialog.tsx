import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { agentName, nameOf } from "../../parts/names.ts";
import { PARTS } from "../../parts/texts.ts";
import { useEntity } from "../../shell/entity.tsx";
import { dateOf, nowIn } from "../../time.ts";
import { useQuestion } from "./confirm.ts";
import { NextFree } from "./next-free.tsx";
import { offersOf } from "./offers.ts";
import { CALENDAR } from "./texts.ts";
import { TypedSelect } from "./typed-select.tsx";
import { useBookingChanges } from "./use-booking-changes.tsx";
import { listedFrom, startOf, WhenFields, whenOf } from "./when-fields.tsx";

/** Moves a booking without a mouse: to a time that is typed, or to one of the free ones from that day on. */
export function MoveDialog({
  booking,
  onClose,
}: {
  readonly booking: Booking | undefined;
  readonly onClose: () => void;
}) {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  const isAsking = useQuestion() !== undefined;
  return (
    <Modal
      opened={booking !== undefined}
      onClose={onClose}
      title={booking === undefined ? "" : t("moving.title", { name: nameOf(booking.participant) })}
      size="lg"
      closeOnEscape={!isAsking}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      {booking === undefined ? null : <Form key={booking.id} booking={booking} onClose={onClose} />}
    </Modal>
  );
}

function Form({ booking, onClose }: { readonly booking: Booking; readonly onClose: () => void }) {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  const entity = useEntity();
  const changes = useBookingChanges();
  const today = nowIn(entity.timezone).slice(0, 10);
  const [agentId, setAgentId] = useState(booking.agentId);
  const [when, setWhen] = useState(() => whenOf(booking.start));
  // It follows what is typed, and stays where it is when one of its times is chosen.
  const [listed, setListed] = useState(() => listedFrom(dateOf(booking.start), today));
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const product = offersOf(entity).find(({ id }) => id === booking.productId);
  const agents = entity.agents.filter(
    ({ id }) => product?.type.agents.includes(id) ?? id === booking.agentId,
  );
  const start = startOf(when);
  const submit = async () => {
    setChecked(true);
    if (start === undefined) return;
    setBusy(true);
    const wish = { start, ...(agentId === booking.agentId ? {} : { agentId }) };
    const isMoved = await changes.move(booking, wish);
    setBusy(false);
    if (isMoved) onClose();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <TypedSelect
          label={t("withWhom")}
          data={agents.map((agent) => ({ value: agent.id, label: agentName(agent) }))}
          value={agentId}
          onChange={(id) => id !== null && setAgentId(id)}
        />
        <WhenFields
          value={when}
          isFirst
          error={isChecked && start === undefined ? t("form.needsTime") : undefined}
          onChange={(part) => {
            setWhen((before) => ({ ...before, ...part }));
            if (part.date) setListed(listedFrom(part.date, today));
          }}
        />
        <NextFree
          productId={booking.productId}
          agentId={agentId}
          after={listed}
          bookingId={booking.id}
          chosen={start}
          onChoose={(free) => setWhen(whenOf(free))}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {parts("cancel")}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t("moving.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
