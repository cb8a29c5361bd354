import type { Texts, Who } from "./texts.ts";
import type { UserField } from "./wire.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const FIELDS: Readonly<Record<UserField, Readonly<Record<Who, string>>>> = {
  firstname: { booker: "What is your first name?", participant: "What is their first name?" },
  lastname: { booker: "What is your last name?", participant: "What is their last name?" },
  dob: { booker: "What is your date of birth?", participant: "What is their date of birth?" },
  phone: { booker: "What number can we reach you on?", participant: "What number can we reach them on?" },
  email: { booker: "What is your email address?", participant: "What is their email address?" },
  street: {
    booker: "What is your street and house number?",
    participant: "What is their street and house number?",
  },
  zip: { booker: "What is your postcode?", participant: "What is their postcode?" },
  city: { booker: "Which town do you live in?", participant: "Which town do they live in?" },
  country: { booker: "Which country do you live in?", participant: "Which country do they live in?" },
};

function clock(local: string): string {
  const [hour, minute] = [Number(local.slice(11, 13)), Number(local.slice(14, 16))];
  const half = hour < 12 ? "am" : "pm";
  const hour12 = hour % 12 === 0 ? 12 : hour % 12;
  return minute === 0 ? `${hour12} ${half}` : `${hour12}:${String(minute).padStart(2, "0")} ${half}`;
}

function either(options: readonly string[]): string {
  return [...options.slice(0, -2), options.slice(-2).join(" or ")].join(", ");
}

export const ENGLISH: Texts = {
  greeting: (business) => `Hello, this is the automatic assistant of ${business}. What can I do for you?`,
  anythingElse: "Is there anything else I can do for you?",
  goodbye: "Thank you for calling. Goodbye!",
  handOver: "I am putting you through to our team. One moment, please.",
  trouble: "I am sorry, something went wrong just now.",
  nudges: ["Are you still there?", "I am sorry, I cannot hear you. Would you like to say something?"],
  notUnderstood: "I am sorry, I did not understand that.",
  askWhat: "Would you like to book, move or cancel an appointment?",
  askType: (names) => `What would you like: ${either(names)}?`,
  askAgent: (names) => `Who would you like to see: ${either(names)}? Or does it not matter?`,
  askProduct: (names) => `Would you like ${either(names)}?`,
  askTime: "When would you like to come?",
  nothingFree: "I am sorry, nothing is free then. When else would suit you?",
  nothingFreeThen: "I am sorry, nothing is free then.",
  soonest: "as soon as possible",
  offer: (times) =>
    times.length === 1
      ? `${times[0]} is free. Does that suit you?`
      : `I can offer ${either(times)}. Which suits you?`,
  offerOther: "When would suit you better?",
  askForSelf: "Is the appointment for yourself?",
  askName: (who) =>
    who === "booker" ? "What is your first and last name?" : "What is their first and last name?",
  askField: (field, who) => FIELDS[field][who],
  askCallerNumber: "May I note the number that you are calling from?",
  askSpelling: "I am sorry, I cannot find you. Please spell your last name.",
  notFound: "I am sorry, I cannot find you.",
  readBack: ({ what, agent, time, name, phone }) =>
    `Let me repeat: ${what}${agent === undefined ? "" : ` with ${agent}`} on ${time}, for ${name}` +
    `${phone === undefined ? "" : `, phone ${phone}`}. Is that right?`,
  askWrong: "What shall I change?",
  booked: (time) => `Your appointment on ${time} is booked.`,
  noBookings: "You have no appointment that is still to come.",
  whichBooking: (bookings) => `Which appointment do you mean: ${either(bookings)}?`,
  confirmCancel: (booking) => `Shall I cancel ${booking}?`,
  cancelled: "The appointment is cancelled.",
  askNewTime: (booking) => `When shall I move ${booking} to?`,
  confirmMove: (from, to) => `Shall I move ${from} to ${to}?`,
  moved: (time) => `Your appointment is now on ${time}.`,
  kept: "All right, the appointment stays as it is.",
  time: (local, thisYear) => {
    const date = new Date(`${local.slice(0, 10)}T00:00Z`);
    const year = date.getUTCFullYear();
    const day = `${WEEKDAYS[date.getUTCDay()]}, ${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
    return `${day}${year === thisYear ? "" : `, ${year}`}, ${clock(local)}`;
  },
  clock,
  booking: (name, time) => `${name} on ${time}`,
  withAgent: (agent) => `with ${agent}`,
  either,
  words: {
    yes: /^(yes|yeah|yep|sure|right|correct|that'?s right|okay|ok|fine|please|perfect|great|exactly)\b/,
    no: /^(no|nope|wrong|not|neither|none)\b/,
    human: /\b(human|real person|someone|somebody|receptionist|operator|speak to a person|staff)\b/,
    repeat: /^(pardon|sorry\?|say that again|repeat|what did you say|come again|once more)/,
    goodbye: /\b(goodbye|bye|that'?s all|that is all|nothing else|no thank you)\b/,
    book: /\b(appointment|book|schedule|come in|make an)\b/,
    cancel: /\b(cancel|call off|can'?t make it|cannot make it|cannot come)\b/,
    move: /\b(move|reschedule|change|postpone|another time)\b/,
    any: /\b(any|anyone|anybody|whoever|does(n'?t| not) matter|don'?t mind|no preference)\b/,
    instead: /\b(instead|rather|actually|with|after all)\b/,
    self: /\b(for me|myself)\b/,
    other: /\b(for my|for our|not for me|somebody else|someone else)\b/,
    beforeName: /^(hello|hi|yes|well|uh|um|my name is|my name'?s|i am|i'?m|this is|it'?s|name is)\b[ ,]*/,
    first: /\b(first|number one)\b/,
    second: /\b(second|number two)\b/,
    third: /\b(third|last|number three)\b/,
    wrongName: /\b(name)\b/,
    wrongPhone: /\b(number|phone)\b/,
    wrongTime: /\b(time|day|date|when)\b/,
    wrongAgent: /\b(who|person|therapist)\b/,
    wrongWhat: /\b(treatment|service|what)\b/,
  },
};
