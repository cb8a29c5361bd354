/** What a server of the protocol is checked for. */

/** seed: the protocol's own documentation demands it. contract: how this project settles what it leaves open. */
export type Level = "seed" | "contract";

export interface Rule {
  readonly id: string;
  readonly level: Level;
  /** What holds. */
  readonly title: string;
  /** What a caller notices when it does not. */
  readonly harm: string;
  /** Only checked where bookings may be made. */
  readonly books?: true;
}

const seed = (id: string, title: string, harm: string): Rule => ({ id, level: "seed", title, harm });
const recommended = (id: string, title: string, harm: string): Rule => ({
  ...seed(id, title, harm),
  level: "contract",
});
const booking = (rule: Rule): Rule => ({ ...rule, books: true });

export const RULES = [
  seed("answer.comes", "Every request is answered.", "The caller waits in silence until the bot gives up."),
  seed(
    "answer.json",
    "Every good request is answered with JSON.",
    "The bot reads out or chokes on what is no data.",
  ),
  seed(
    "answer.ok",
    "A good request is answered with status 2xx.",
    "The bot tells the caller that something is broken.",
  ),

  seed("entity.shape", "getEntityForSipId answers {entityId}.", "No call gets beyond its first second."),
  seed("name.shape", "getBusinessName answers {name}.", "The caller is not told whom they have reached."),
  seed("types.shape", "getAppointmentTypes answers a list of {id, name}.", "The bot has nothing to offer."),
  seed("types.ids", "No two appointment types share an id.", "The caller chooses one and gets another."),
  seed(
    "agents.shape",
    "getAgents answers a list of {id, gender, firstname, lastname}.",
    "The caller cannot say to whom they want.",
  ),
  seed("agents.ids", "No two agents share an id.", "The caller comes to somebody else than they chose."),
  seed(
    "products.shape",
    "getProducts answers a list of {id, name, duration in minutes, price}.",
    "The caller cannot choose how long.",
  ),
  seed("products.ids", "No two products of a type share an id.", "The caller chooses one and gets another."),
  seed(
    "with-products.shape",
    "getAppointmentTypesWithProducts answers types, each with its products.",
    "The rarer way through a call fails.",
  ),
  seed(
    "with-products.same",
    "getAppointmentTypesWithProducts names the types and products that the other two name.",
    "What is offered depends on how the bot asks.",
  ),
  seed(
    "required.shape",
    "getRequiredInfo answers {bookerInfo, participantInfo}: names of User's members.",
    "The bot asks the caller for the wrong things.",
  ),

  seed(
    "slots.shape",
    "getSlots answers a list of {avId, slotStart, slotEnd}.",
    "The bot cannot offer a time.",
  ),
  seed("slots.offset", "Every time is ISO 8601 with an offset.", "The caller comes an hour early, or a day."),
  seed(
    "slots.zone",
    "Times have the offset that `timezone` has at that moment.",
    "The caller is told another hour than the calendar has.",
  ),
  seed(
    "slots.day",
    "Asked for a date, all slots begin on it.",
    "The caller asks for Tuesday and is booked for Wednesday.",
  ),
  seed("slots.length", "A slot is as long as its product.", "The next client is already in the room."),
  seed(
    "slots.ids",
    "No two slots of an answer share an avId.",
    "The caller chooses one time and gets another.",
  ),
  seed(
    "slots.any-agent",
    "agentId may be null.",
    "Callers who do not mind to whom they come are turned away.",
  ),
  seed(
    "slots.from",
    "Asked from a timestamp on, no slot begins before it.",
    "The caller asks for the afternoon and is offered the morning.",
  ),
  seed(
    "slots.words",
    "dateTime may be words (“tomorrow”).",
    "The bot has to understand dates by itself, or fails.",
  ),
  recommended(
    "slots.past",
    "A day that is over has no slots.",
    "The caller books an appointment that was yesterday.",
  ),
  recommended("slots.order", "Slots are in the order of time.", "The caller hears five o'clock before nine."),
  recommended(
    "slots.once",
    "Asked for any agent, each start comes once.",
    "The caller hears “nine, nine or nine o'clock”.",
  ),
  recommended(
    "slots.preference",
    "What one agent has free is among what any agent has free.",
    "Who does not mind is offered less.",
  ),
  recommended(
    "slots.id-form",
    "avId has at most 32 characters of A–Z, a–z, 0–9, _ and -.",
    "Language models copy longer or stranger ids wrongly.",
  ),

  seed(
    "users.shape",
    "findExistingUser answers a list of users with an id.",
    "Nobody can cancel or move an appointment.",
  ),
  seed(
    "users.unknown",
    "For somebody who does not exist the list is empty.",
    "A stranger is taken for a client, and hears what they have booked.",
  ),
  recommended(
    "users.too-broad",
    "Asked for nobody in particular, nobody is listed.",
    "Whoever calls can have the whole card index.",
  ),
  seed(
    "bookings.shape",
    "findExistingBooking answers a list of {bookingId, name, slotId, start, productId}.",
    "The caller's appointment cannot be found.",
  ),

  booking(
    seed(
      "book.works",
      "A slot that was offered can be booked.",
      "The caller chose a time and is told that it cannot be had.",
    ),
  ),
  booking(
    recommended(
      "book.answer",
      "bookAppointment answers {bookingId, slotId, start, end, status: confirmed}.",
      "The bot cannot say what was booked, nor cancel it again.",
    ),
  ),
  booking(
    seed("book.gone", "A booked slot is not offered any more.", "Two people stand at the door at nine."),
  ),
  booking(
    seed(
      "book.taken",
      "A booked slot cannot be booked by somebody else.",
      "Two people stand at the door at nine.",
    ),
  ),
  booking(
    seed(
      "book.race",
      "Of two who book one slot at once, one gets it.",
      "Two people stand at the door at nine.",
    ),
  ),
  booking(
    recommended(
      "book.alternatives",
      "Who is too late is told other free times (`alternatives`).",
      "The bot has to begin anew.",
    ),
  ),
  booking(
    seed(
      "book.listed",
      "A booking is listed for its client, with its time and product.",
      "“I cannot find an appointment of yours.”",
    ),
  ),
  booking(
    seed(
      "book.own",
      "Only the client's own bookings are listed for them.",
      "The caller hears when somebody else comes.",
    ),
  ),
  booking(
    recommended(
      "book.repeat",
      "The same booking asked for twice is one booking.",
      "A repeated request books a second appointment.",
    ),
  ),
  booking(
    recommended(
      "book.mismatch",
      "A start that is not the slot's is refused.",
      "The caller is told one time and booked for another.",
    ),
  ),
  booking(
    recommended(
      "book.missing",
      "A booking without what is required is refused, and `missing` names it.",
      "The practice has an appointment of nobody.",
    ),
  ),
  booking(
    seed(
      "modify.works",
      "An appointment can be moved to a slot that was offered.",
      "The caller has to cancel and book anew.",
    ),
  ),
  booking(seed("modify.frees", "The old time is offered again.", "The old time stays empty.")),
  booking(
    seed("modify.takes", "The new time is not offered any more.", "Two people stand at the door at nine."),
  ),
  booking(
    seed(
      "modify.listed",
      "The client's booking is listed at its new time, and only there.",
      "The caller is told the old time.",
    ),
  ),
  booking(
    recommended(
      "modify.repeat",
      "The same move asked for twice is one move.",
      "A repeated request is told that it failed.",
    ),
  ),
  booking(
    recommended(
      "modify.old-slot",
      "A move from a slot that is not the booking's is refused.",
      "A mix-up moves somebody's appointment.",
    ),
  ),
  booking(
    seed(
      "cancel.works",
      "An appointment can be cancelled.",
      "The caller does not come, and nobody else can.",
    ),
  ),
  booking(seed("cancel.frees", "Its time is offered again.", "The time stays empty.")),
  booking(
    seed("cancel.unlisted", "It is not listed any more.", "The caller is told that they still have it."),
  ),
  booking(
    recommended(
      "cancel.repeat",
      "A repeated cancellation is answered as the first.",
      "A repeated request is told that it failed.",
    ),
  ),

  recommended(
    "errors.json",
    "What is wrong with a request is said in JSON.",
    "The bot hands an HTML page on to the caller.",
  ),
  recommended(
    "errors.refused",
    "Unknown actions, unknown ids, missing members and what is no JSON are refused with status 4xx.",
    "The bot takes a mistake for an answer.",
  ),
  recommended("errors.problem", "A refusal has a `code`.", "The bot cannot tell what to do next."),
  recommended(
    "errors.speech",
    "A refusal has a `speech` that can be said to the caller.",
    "The caller hears “an error has occurred”.",
  ),
  recommended(
    "errors.internals",
    "A refusal tells nothing about the inside of the server.",
    "Whoever calls learns how to break in.",
  ),
  recommended(
    "transport.content-type",
    "Answers have the content type of JSON.",
    "Some bots take the answer for a text.",
  ),
  recommended(
    "transport.no-store",
    "Answers say `Cache-Control: no-store`.",
    "A cache offers times that are taken.",
  ),
  recommended(
    "transport.text-plain",
    "JSON is read also when it is called text/plain.",
    "Some bots send it so, and fail.",
  ),
  recommended(
    "transport.unknown-members",
    "Members that nobody knows are passed over.",
    "The next version of a bot fails.",
  ),
  recommended(
    "latency.p95",
    "95 of 100 reading requests are answered within 500 ms.",
    "The caller asks whether anybody is there.",
  ),
] as const satisfies readonly Rule[];

export type RuleId = (typeof RULES)[number]["id"];
