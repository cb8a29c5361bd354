import { spokenNumber } from "../identity/spoken-phone.ts";
import { USER_FIELDS } from "../protocol/index.ts";
import { type BookingTask, nameOfAgent } from "./booking-task.ts";
import type { Details, Surroundings } from "./step.ts";
import type { ReadBack } from "./texts.ts";

/** All that a yes books: what, when, for whom, and what was told about them. */
export function readBackOf(task: BookingTask, surroundings: Surroundings): ReadBack {
  const { texts, today } = surroundings;
  const product = task.products?.find(({ id }) => id === task.productId);
  const agent = task.agents?.find(({ id }) => id === (task.slot?.agentId ?? task.agentId));
  const isForOther = task.isForSelf === false;
  return {
    what: product?.name ?? "",
    agent: agent === undefined ? undefined : nameOfAgent(agent),
    time: texts.time(task.slot!.slotStart, Number(today.slice(0, 4))),
    name: [
      fullName(isForOther ? task.participant : task.booker),
      ...(isForOther ? spokenDetails(task.participant, surroundings) : []),
    ].join(", "),
    booker: isForOther ? fullName(task.booker) : undefined,
    details: spokenDetails(task.booker, surroundings),
  };
}

function fullName({ firstname, lastname }: Details): string {
  return [firstname, lastname].filter(Boolean).join(" ");
}

/** In the words of the language, numbers digit by digit so that a caller can follow. */
function spokenDetails(details: Details, { texts, country }: Surroundings): string[] {
  return USER_FIELDS.flatMap((field) => {
    const value = details[field];
    if (value === undefined) return [];
    switch (field) {
      case "firstname":
      case "lastname":
        return [];
      case "dob":
        return [texts.birthDate(value)];
      case "phone":
        return [texts.phone(digitByDigit(spokenNumber(value, country)))];
      case "email":
        return [texts.email(value)];
      case "zip":
        return [digitByDigit(value)];
      default:
        return [value];
    }
  });
}

function digitByDigit(text: string): string {
  return [...text.replace(/[^+\dA-Z]/g, "")].join(" ").replace("+ ", "+");
}
