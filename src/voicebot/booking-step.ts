import { type BookingTask, nameOfAgent } from "./booking-task.ts";
import { detailsStep } from "./collect-details.ts";
import { negotiationStep } from "./negotiate-slot.ts";
import { readBackOf } from "./read-back.ts";
import type { Step, Surroundings } from "./step.ts";

/** The seed's sequence: each question and each request when what comes before it is known. */
export function bookingStep(task: BookingTask, surroundings: Surroundings): Step {
  const { texts, entityId, today } = surroundings;
  if (task.booked !== undefined) {
    return { do: "finish", text: texts.booked(texts.time(task.booked, Number(today.slice(0, 4)))) };
  }
  if (task.types === undefined) return { do: "call", action: "getAppointmentTypes", members: { entityId } };
  const ofType = { entityId, appointmentTypeId: task.typeId };
  if (task.typeId === undefined) {
    if (task.types.length === 0) return { do: "hand over", text: texts.trouble };
    const names = task.types.map(({ name }) => name);
    return { do: "ask", question: { about: "type" }, text: texts.askType(names) };
  }
  if (task.agents === undefined) return { do: "call", action: "getAgents", members: ofType };
  if (task.agentId === undefined) {
    const names = task.agents.map(nameOfAgent);
    return { do: "ask", question: { about: "agent" }, text: texts.askAgent(names) };
  }
  if (task.products === undefined) return { do: "call", action: "getProducts", members: ofType };
  if (task.productId === undefined) {
    if (task.products.length === 0) return { do: "hand over", text: texts.trouble };
    const names = task.products.map(({ name }) => name);
    return { do: "ask", question: { about: "product" }, text: texts.askProduct(names) };
  }
  const { productId } = task;
  const request = { ...ofType, agentId: task.agentId, productId };
  const negotiation = negotiationStep(task, request, texts, surroundings);
  if (negotiation !== undefined) return negotiation;
  if (task.required === undefined) return { do: "call", action: "getRequiredInfo", members: { productId } };
  if (task.isWrong) return { do: "ask", question: { about: "what is wrong" }, text: texts.askWrong };
  const details = detailsStep(task, task.required, surroundings);
  if (details !== undefined) return details;
  if (!task.isConfirmed) {
    return {
      do: "ask",
      question: { about: "confirmation" },
      text: texts.readBack(readBackOf(task, surroundings)),
    };
  }
  const { avId, slotStart } = task.slot!;
  const members = {
    entityId,
    appointmentTypeId: task.typeId,
    productId,
    slotId: avId,
    start: slotStart,
    booker: task.booker,
    ...(task.isForSelf === false ? { participant: task.participant } : {}),
  };
  return { do: "call", action: "bookAppointment", members };
}
