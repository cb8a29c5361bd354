import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { agentName, nameOf } from "../../parts/names.ts";
import { PARTS } from "../../parts/texts.ts";
import { useEntity } from "../../shell/entity.tsx";
import { localOf } from "../../time.ts";
import { NextFree } from "./next-free.tsx";
import { offersOf } from "./offers.ts";
import { CALENDAR } from "./texts.ts";
import { useBookingChanges } from "./use-booking-changes.tsx";

/** Moves a booking without a mouse: to one of the next free times, or to a time that is typed. */
export function MoveDialog({
  booking,
  onClose,
}: {
  readonly booking: Booking | undefined;
  readonly onClose: () => void;
}) {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  return (
    <Modal
      opened={booking !== undefined}
      onClose={onClose}
      title={booking === undefined ? "" : t("moving.title", { name: nameOf(booking.participant) })}
      size="lg"
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
  const [agentId, setAgentId] = useState(booking.agentId);
  const [start, setStart] = useState(localOf(booking.start));
  const [isBusy, setBusy] = useState(false);
  const product = offersOf(entity).find(({ id }) => id === booking.productId);
  const agents = entity.agents.filter(
    ({ id }) => product?.type.agents.includes(id) ?? id === booking.agentId,
  );
  const submit = async () => {
    setBusy(true);
    const wish = { start, ...(agentId === booking.agentId ? {} : { agentId }) };
    const isMoved = await changes.move(booking, wish);
    setBusy(false);
    if (isMoved) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <Select
          label={t("withWhom")}
          allowDeselect={false}
          data={agents.map((agent) => ({ value: agent.id, label: agentName(agent) }))}
          value={agentId}
          onChange={(id) => id !== null && setAgentId(id)}
        />
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t("form.nextFree")}
          </Text>
          <NextFree
            productId={booking.productId}
            agentId={agentId}
            after={undefined}
            bookingId={booking.id}
            limit={12}
            chosen={start}
            onChoose={setStart}
          />
        </div>
        <SimpleGrid cols={2}>
          <TextInput
            type="date"
            label={t("form.date")}
            value={start.slice(0, 10)}
            onChange={(event) => setStart(`${event.currentTarget.value}T${start.slice(11)}`)}
          />
          <TextInput
            type="time"
            step={300}
            label={t("form.time")}
            value={start.slice(11, 16)}
            onChange={(event) => setStart(`${start.slice(0, 10)}T${event.currentTarget.value}`)}
          />
        </SimpleGrid>
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
