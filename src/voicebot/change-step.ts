import type { ListedBooking, User, UserField } from "../protocol/index.ts";
import type { ChangeTask } from "./change-task.ts";
import { negotiationStep } from "./negotiate-slot.ts";
import type { Details, Step, Surroundings } from "./step.ts";

/** The attributes that tell people of one name apart, in the order in which one asks for them. */
const DISCRIMINATING = ["dob", "phone", "email", "zip", "city", "street"] as const satisfies UserField[];

/** How often somebody who is not found is asked to spell. */
const MOST_SPELLINGS = 1;

export function changeStep(task: ChangeTask, surroundings: Surroundings): Step {
  const { texts, entityId, today, callerNumber } = surroundings;
  const { caller } = task;
  if (task.outcome !== undefined) return { do: "finish", text: outcomeText(task, surroundings) };
  if (caller.lastname === undefined) {
    if (task.spellings > MOST_SPELLINGS) return { do: "hand over", text: texts.notFound };
    return { do: "ask", question: { about: "name", who: "booker" }, text: texts.askName("booker") };
  }
  const said = { ...(callerNumber === undefined ? {} : { phone: callerNumber }), ...caller };
  if (task.clients === undefined) {
    return { do: "call", action: "findExistingUser", members: { entityId, participant: said } };
  }
  const [client, ...others] = task.clients;
  if (client === undefined) {
    if (task.spellings >= MOST_SPELLINGS) return { do: "hand over", text: texts.notFound };
    const text = `${texts.notFound} ${texts.askSpelling("booker")}`;
    return { do: "ask", question: { about: "spelling", who: "booker" }, text };
  }
  if (others.length > 0) {
    const field = discriminating(task.clients, caller);
    return field === undefined ? { do: "hand over", text: texts.notFound } : askField(field);
  }
  const proof = task.proofs?.find((field) => caller[field] === undefined);
  if (proof !== undefined) return askField(proof);
  if (task.bookings === undefined) {
    const members = { entityId, id: client.id, participant: said };
    return { do: "call", action: "findExistingBooking", members };
  }
  if (task.bookings.length === 0) return { do: "finish", text: texts.noBookings };
  const names = task.bookings.map((one) => nameOf(one, surroundings));
  if (task.kind === "look up") return { do: "finish", text: texts.yourBookings(names) };
  const booking = task.bookings.find(({ bookingId }) => bookingId === task.bookingId);
  if (booking === undefined) {
    return { do: "ask", question: { about: "booking" }, text: texts.whichBooking(names) };
  }
  const { bookingId, slotId, start } = booking;
  const name = nameOf(booking, surroundings);
  if (task.kind === "cancel") {
    if (!task.isConfirmed) {
      return { do: "ask", question: { about: "confirmation" }, text: texts.confirmCancel(name) };
    }
    return {
      do: "call",
      action: "cancelAppointment",
      members: { entityId, bookingId, slotId, start, participant: said },
    };
  }
  const appointmentTypeId =
    booking.appointmentTypeId ??
    task.types?.find(({ products }) => products.some(({ id }) => id === booking.productId))?.id;
  if (appointmentTypeId === undefined) {
    if (task.types !== undefined) return { do: "hand over", text: texts.trouble };
    return { do: "call", action: "getAppointmentTypesWithProducts", members: { entityId } };
  }
  const request = {
    entityId,
    appointmentTypeId,
    agentId: booking.agent?.id ?? null,
    productId: booking.productId,
    bookingId,
  };
  const negotiation = negotiationStep(task, request, { askTime: texts.askNewTime(name) }, surroundings);
  if (negotiation !== undefined) return negotiation;
  const { avId, slotStart } = task.slot!;
  if (!task.isConfirmed) {
    const to = texts.time(slotStart, Number(today.slice(0, 4)));
    return { do: "ask", question: { about: "confirmation" }, text: texts.confirmMove(name, to) };
  }
  return {
    do: "call",
    action: "modifyAppointment",
    members: { entityId, bookingId, slotIdOld: slotId, slotIdNew: avId, start: slotStart, participant: said },
  };

  function askField(field: UserField): Step {
    const question = { about: "field", who: "booker", field } as const;
    return { do: "ask", question, text: texts.askField(field, "booker") };
  }
}

/** What differs between the clients and the caller has not said yet; asked openly, never read aloud. */
function discriminating(clients: readonly User[], caller: Details): UserField | undefined {
  return DISCRIMINATING.find(
    (field) =>
      caller[field] === undefined && new Set(clients.map((client) => client[field] ?? null)).size > 1,
  );
}

function nameOf({ name, start }: ListedBooking, { texts, today }: Surroundings): string {
  return texts.booking(name, texts.time(start, Number(today.slice(0, 4))));
}

function outcomeText({ outcome, slot }: ChangeTask, { texts, today }: Surroundings): string {
  if (outcome === "cancelled") return texts.cancelled;
  if (outcome === "kept") return texts.kept;
  return texts.moved(texts.time(slot!.slotStart, Number(today.slice(0, 4))));
}
