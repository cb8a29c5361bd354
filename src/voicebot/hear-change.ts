import type { ListedBooking } from "../protocol/index.ts";
import type { ChangeTask } from "./change-task.ts";
import { hearDetail } from "./collect-details.ts";
import { chosenByName, chosenByPlace, chosenByTime, folded, timeIn } from "./hearing.ts";
import { hearConfirmation, hearSlot, hearTime } from "./negotiate-slot.ts";
import type { Heard, Question, Surroundings } from "./step.ts";

/** Takes the booking that leaves no choice, or that was named before: "meinen Termin am Dienstag absagen". */
export function settleChange(task: ChangeTask, surroundings: Surroundings): void {
  const { bookings, bookingId, opening, kind } = task;
  if (bookings === undefined || bookingId !== undefined) return;
  if (bookings.length === 1) task.bookingId = bookings[0]!.bookingId;
  else if (kind === "cancel") task.bookingId = bookingIn(bookings, opening, surroundings)?.bookingId;
}

export function hearForChange(
  task: ChangeTask,
  question: Question,
  text: string,
  surroundings: Surroundings,
): Heard {
  const { words } = surroundings.texts;
  switch (question.about) {
    case "booking":
      task.bookingId = bookingIn(task.bookings ?? [], text, surroundings)?.bookingId;
      return task.bookingId === undefined ? "not understood" : "understood";
    case "time":
      return hearTime(task, text, surroundings);
    case "slot":
      return hearSlot(task, text, surroundings);
    case "confirmation": {
      const said = folded(text);
      const answer = task.kind === "move" ? hearConfirmation(task, text, surroundings) : undefined;
      if (answer === "another time") return "understood";
      if (answer === "confirmed" || words.yes.test(said)) task.isConfirmed = true;
      else if (words.no.test(said)) task.outcome = "kept";
      else return "not understood";
      return "understood";
    }
    default:
      return hearIdentity(task, question, text, surroundings);
  }
}

function hearIdentity(task: ChangeTask, question: Question, text: string, surroundings: Surroundings): Heard {
  const people = { booker: { ...task.caller }, participant: {} };
  const heard = hearDetail(people, question, text, surroundings);
  if (heard !== "understood") {
    // Who cannot spell it either says it again.
    if (question.about !== "spelling") return heard;
    if (hearDetail(people, { about: "name", who: "booker" }, text, surroundings) !== "understood")
      return heard;
  }
  const { firstname, lastname } = people.booker;
  // One name alone is how a family is called.
  if (question.about === "name" && lastname === undefined && firstname !== undefined) {
    people.booker.lastname = firstname;
    delete people.booker.firstname;
  }
  task.caller = people.booker;
  if (question.about === "spelling") task.spellings += 1;
  delete task.clients;
  return "understood";
}

function bookingIn(
  bookings: readonly ListedBooking[],
  text: string,
  { texts, language }: Surroundings,
): ListedBooking | undefined {
  const place = chosenByPlace(text, bookings.length, texts.words);
  if (place !== undefined) return bookings[place];
  const starts = bookings.map(({ bookingId, start }) => ({
    avId: bookingId,
    slotStart: start,
    slotEnd: start,
  }));
  const timed = timeIn(text, language) === undefined ? [] : chosenByTime(text, starts, language);
  if (timed.length === 1) return bookings.find(({ bookingId }) => bookingId === timed[0]!.avId);
  const said = folded(text);
  if (texts.words.earliest.test(said)) return bookings[0];
  if (texts.words.latest.test(said)) return bookings.at(-1);
  return chosenByName(text, bookings, ({ name }) => name);
}
