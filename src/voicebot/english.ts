import type { UserField } from "../protocol/index.ts";
import type { Texts, Who } from "./texts.ts";

const DAY = new Intl.DateTimeFormat("en-US", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});
const BIRTH_DATE = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

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

function day(local: string, thisYear: number): string {
  const year = Number(local.slice(0, 4));
  return `${DAY.format(Date.parse(local.slice(0, 10)))}${year === thisYear ? "" : `, ${year}`}`;
}

function either(options: readonly string[]): string {
  return [...options.slice(0, -2), options.slice(-2).join(" or ")].join(", ");
}

function all(options: readonly string[]): string {
  return [...options.slice(0, -2), options.slice(-2).join(" and ")].join(", ");
}

export const ENGLISH: Texts = {
  greeting: (business) => `Hello, this is the automatic assistant of ${business}. What can I do for you?`,
  anythingElse: "Is there anything else I can do for you?",
  goodbye: "Thank you for calling. Goodbye!",
  handOver: "I am putting you through to our team. One moment, please.",
  trouble: "I am sorry, something went wrong just now.",
  oneMoment: "One moment, please.",
  nudges: ["Are you still there?", "I am sorry, I cannot hear you. Would you like to say something?"],
  notUnderstood: "I am sorry, I did not understand that.",
  hints: {
    name: "You can say, for example: Jane Miller. Or please spell it.",
    lastname: "You can also spell the name.",
    firstname: "You can also spell the name.",
    dob: "You can say, for example: April third, nineteen sixty-six.",
    phone: "Please tell me the whole number with its area code, or type it.",
    email: "You can say, for example: jane dot miller at example dot com.",
    zip: "Please tell me each digit.",
    choice: "You can say, for example: the second one.",
  },
  isNeeded: "I am sorry, I need that for the booking.",
  cannotTell: "I am sorry, I cannot tell you that. I can book, move and cancel appointments.",
  nothingBooked: "All right, I have not booked anything.",
  askWhat: "Would you like to book, move or cancel an appointment?",
  askType: (names) => `What would you like: ${either(names)}?`,
  askAgent: (names) => `Who would you like to see: ${either(names)}? Or does it not matter?`,
  askProduct: (names) => `Would you like ${either(names)}?`,
  askTime: "When would you like to come?",
  askOtherTime: "When would suit you better?",
  nothingFree: "I am sorry, nothing is free then. When else would suit you?",
  nothingFreeThen: "I am sorry, nothing is free then.",
  nothingSuits: "I am sorry, I have nothing that suits you.",
  offer: (times) =>
    times.length === 1
      ? `${times[0]} is free. Does that suit you?`
      : `I can offer ${either(times)}. Which suits you?`,
  askForSelf: "Is the appointment for yourself?",
  askName: (who) =>
    who === "booker" ? "What is your first and last name?" : "What is their first and last name?",
  askField: (field, who) => FIELDS[field][who],
  askCallerNumber: "May I note the number that you are calling from?",
  askSpelling: (who) => (who === "booker" ? "Please spell your last name." : "Please spell their last name."),
  notFound: "I am sorry, I cannot find you.",
  readBack: ({ what, agent, time, name, booker, details }) =>
    `Let me repeat: ${[
      `${what}${agent === undefined ? "" : ` with ${agent}`} on ${time}`,
      `for ${name}`,
      ...(booker === undefined ? [] : [`booked by ${booker}`]),
      ...details,
    ].join(", ")}. Is that right?`,
  askWrong: "What shall I change?",
  booked: (time) => `Your appointment on ${time} is booked.`,
  noBookings: "You have no appointment that is still to come.",
  yourBookings: (bookings) =>
    `You have ${bookings.length === 1 ? "this appointment" : "these appointments"}: ${all(bookings)}.`,
  whichBooking: (bookings) => `Which appointment do you mean: ${either(bookings)}?`,
  confirmCancel: (booking) => `Shall I cancel ${booking}?`,
  cancelled: "The appointment is cancelled.",
  askNewTime: (booking) => `When shall I move ${booking} to?`,
  confirmMove: (from, to) => `Shall I move ${from} to ${to}?`,
  moved: (time) => `Your appointment is now on ${time}.`,
  kept: "All right, the appointment stays as it is.",
  time: (local, thisYear) => `${day(local, thisYear)}, ${clock(local)}`,
  clock,
  booking: (name, time) => `${name} on ${time}`,
  phone: (digits) => `phone ${digits}`,
  birthDate: (date) => `born on ${BIRTH_DATE.format(Date.parse(date))}`,
  email: (address) => `email ${address.replace(/@/g, " at ").replace(/\./g, " dot ")}`,
  soonest: "as soon as possible",
  onDay: (local, thisYear) => `on ${day(local, thisYear)}`,
  fromDay: (local, thisYear) => `from ${day(local, thisYear)}`,
  beforeDay: (local, thisYear) => `before ${day(local, thisYear)}`,
  from: (local, thisYear) => `on ${day(local, thisYear)} from ${clock(local)}`,
  before: (local, thisYear) => `on ${day(local, thisYear)} before ${clock(local)}`,
  plainly: {
    yes: "yes",
    no: "no",
    book: "I would like to book an appointment",
    move: "I would like to move my appointment",
    cancel: "I would like to cancel my appointment",
    lookUp: "when is my appointment",
    human: "I want to speak to a person",
    repeat: "pardon",
    any: "I don't mind",
    later: "something later",
    earlier: "something earlier",
    goodbye: "goodbye",
  },
  keys: { "1": "yes", "2": "no" },
  words: {
    yes: /^(yes|yeah|yep|sure|right|correct|that'?s right|that'?s fine|okay|ok|fine|please|perfect|great|exactly|i'?ll take (it|that))\b/,
    no: /^(no|nope|nah|wrong|not|neither|none|that doesn'?t (work|suit)|i can'?t)\b/,
    human:
      /\b(human|real person|receptionist|operator|representative|staff|(an|your) agent|put me through|(speak|talk) (to|with) (someone|somebody|a person|a human|a member))\b|^agent$/,
    repeat: /^(pardon|sorry$|say that again|repeat|what did you say|come again|once more|what was that)/,
    goodbye: /\b(goodbye|bye|that'?s all|that is all|nothing else)\b/,
    giveUp:
      /\b(never ?mind|forget it|stop this|don'?t book|no appointment|leave it|cancel (that|this|it)|changed my mind)\b/,
    beyond:
      /\b(how much|what does it cost|prices?|opening hours|when are you open|what time (do|are) you|where are you|parking|insurance|voucher)\b/,
    book: /\b(appointments?|book|schedule|come in|make an|another one|new one)\b/,
    cancel: /\b(cancel|call off|can'?t make it|cannot make it|cannot come|can'?t come)\b/,
    move: /\b(move|reschedule|change|postpone|another time|bring forward)\b/,
    lookUp: /\b(when is my|when'?s my|what time is my|do i have an|which appointments do i|when do i have)\b/,
    andThen: /\b(?:and|then)\b/i,
    movedTo: /\b(?:to|until) (.+)$/,
    any: /\b(any|anyone|anybody|whoever|does(n'?t| not) matter|don'?t mind|don'?t care|no preference)\b/,
    instead: /\b(instead|rather|actually|with|after all)\b/,
    shorter: /\b(shorter|shortest|short)\b/,
    longer: /\b(longer|longest|long)\b/,
    earliest: /\b(earliest|earlier one|the earlier|former)\b/,
    latest: /\b(latest|later one|the later|latter)\b/,
    earlier: /\b(earlier|sooner)\b/,
    later: /\blater\b/,
    self: /\b(for me|myself)\b/,
    other:
      /\b(for (my|our) (little )?(husband|wife|son|daughter|child|kid|mother|mom|mum|father|dad|grandma|grandpa|brother|sister|friend|partner|boyfriend|girlfriend|grandson|granddaughter|colleague|boss|neighbou?r)|not for me|somebody else|someone else)\b/,
    relative:
      /\b[Ff]or (?:my|our) (?:little )?(?:husband|wife|son|daughter|child|mother|father|brother|sister|friend|partner|boyfriend|girlfriend|grandson|granddaughter),? (\p{Lu}[\p{L}-]+)/u,
    thisNumber: /\b(this (one|number)|the number i'?m calling|the one i'?m calling|calling from)\b/,
    refuses:
      /\b((i )?(don'?t|do not) have|haven'?t got|no (email|e mail|phone|number|address)|(rather|prefer) not|won'?t (say|tell)|none of your|(don'?t|do not) know)\b|^(no|no thank you|no thanks)$/,
    beforeName:
      /^(?:hello|hi|yes|well|uh|um|my name is|my name's|the name is|i am|i'm|this is|it's|name is|her name is|his name is|she is|he is)(?![\p{L}])[ ,]*/iu,
    beforeAddress:
      /^(?:yes|well|uh|um|i live in|i live at|we live in|we live at|it's|in|at)(?![\p{L}])[ ,]*/iu,
    firstnameIs: /\bfirst name (?:is )?([\p{L}'-]+)/iu,
    lastnameIs: /\b(?:last name|surname|family name) (?:is )?((?:van |von |de |der )*[\p{L}'-]+)/iu,
    afterName:
      /[ ,.]*\b(?:born|date of birth|birthday|dob|phone|number|e-?mail\w*|please|thanks|thank you|spelled|speaking|that's)\b/iu,
    noName:
      /^(i|i'm|i'd|you|he|she|it|we|they|this|that|that's|what|how|when|why|who|where|no|nope|not|don't|won't|yes|please|thanks|thank|and|or|but|because|is|are|was|have|had|would|can|could|say|know|my|your|with|for|number|phone|mail|email|appointment\w*|spelled|right|wrong|matter|moment|uh|um|here|live|private|nothing|nobody|never|rather|sorry|wait|need|to|again|also|then|born|at|dot|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today)$/,
    title: /^(mr|mrs|ms|miss|mister|missis|dr|doctor|prof|professor)\b/,
    announces: {
      name: /(?<!\p{L})(?:my name is|my name's|the name is|this is)(?!\p{L})/iu,
      dob: /(?<!\p{L})(?:born(?: on)?|date of birth(?: is)?|birthday(?: is)?)(?!\p{L})/iu,
      phone: /(?<!\p{L})(?:phone number|mobile number|phone|number)(?: is)?(?!\p{L})/iu,
      email: /(?<!\p{L})(?:e-?mail(?: address)?)(?: is)?(?!\p{L})/iu,
    },
    first: /\b(first|number one)\b/,
    second: /\b(second|middle|number two)\b/,
    third: /\b(third|last|number three)\b/,
    wrong: {
      firstname: /\bfirst name\b/,
      lastname: /\b(name|surname)\b/,
      dob: /\b(birth\w*|born)\b/,
      phone: /\b(number|phone)\b/,
      email: /\b(mail|e mail|email)\b/,
      zip: /\b(postcode|post code|zip)\b/,
      street: /\b(street|address)\b/,
      city: /\b(city|town)\b/,
      country: /\bcountry\b/,
      time: /\b(time|day|date|when)\b/,
    },
  },
};
