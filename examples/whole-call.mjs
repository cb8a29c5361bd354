/**
 * One whole call against a desk, as a bot makes it: find the business, look for a time, book, find the booking again, cancel.
 *
 *     node examples/whole-call.mjs http://127.0.0.1:8080/webhook/KEY ["+49 341 1234567"] ["nächsten Dienstag am Nachmittag"]
 *
 * Each request takes what it needs from the answers before it. It writes a booking, and cancels it in the end, whatever
 * comes in between.
 */
const [webhook, sipId = "+49 341 1234567", dateTime = "nächste Woche"] = process.argv.slice(2);
if (webhook === undefined) {
  console.error(
    "Which webhook? npm start prints its URL: node examples/whole-call.mjs http://127.0.0.1:8080/webhook/KEY",
  );
  process.exit(2);
}

class Stopped extends Error {}

function stop(why) {
  throw new Stopped(why);
}

async function ask(action, members) {
  const request = JSON.stringify({ action, ...members });
  console.log(`> ${request}`);
  const response = await fetch(webhook, { method: "POST", body: request });
  const answer = await response.json();
  const more = Array.isArray(answer) && answer.length > 2 ? `   … and ${answer.length - 2} more` : "";
  console.log(`< ${response.status} ${JSON.stringify(more ? answer.slice(0, 2) : answer)}${more}\n`);
  // A key can be made to answer refusals with status 200, too: then the code tells.
  if (!response.ok || answer?.code !== undefined)
    stop(`Refused. A bot would say: ${answer?.speech ?? answer?.title}`);
  return answer;
}

/** The first one that is offered. */
async function askForOne(action, members, otherwise) {
  const [first] = await ask(action, members);
  return first ?? stop(otherwise);
}

const said = {
  firstname: "Erika",
  lastname: "Musterfrau",
  phone: "0341 2223344",
  email: "erika@example.org",
  dob: "1985-07-25",
  street: "Am Markt 1",
  zip: "04109",
  city: "Leipzig",
  country: "DE",
};
const answersTo = (names) => Object.fromEntries(names.map((name) => [name, said[name]]));

async function wholeCall() {
  const { entityId } = await ask("getEntityForSipId", { sipId });
  await ask("getBusinessName", { entityId });
  const { id: appointmentTypeId } = await askForOne(
    "getAppointmentTypes",
    { entityId },
    "Nothing is offered.",
  );
  const ofType = { entityId, appointmentTypeId };
  const { id: agentId } = await askForOne("getAgents", ofType, "Nobody offers that.");
  const { id: productId } = await askForOne("getProducts", ofType, "Nothing is offered.");
  const wish = { ...ofType, agentId, productId, dateTime };
  const slot = await askForOne("getSlots", wish, `Nothing is free: “${dateTime}”.`);
  const { bookerInfo, participantInfo } = await ask("getRequiredInfo", { productId });
  const { bookingId, slotId, start } = await ask("bookAppointment", {
    ...{ ...ofType, productId, slotId: slot.avId, start: slot.slotStart },
    booker: answersTo(["firstname", "lastname", "phone", ...bookerInfo]),
    ...(participantInfo.length > 0
      ? { participant: answersTo(["firstname", "lastname", ...participantInfo]) }
      : {}),
  });
  try {
    const { lastname, phone } = said;
    const participant = { lastname, phone };
    const client = await askForOne("findExistingUser", { participant }, "No client is found by that.");
    await ask("findExistingBooking", { id: client.id });
  } finally {
    await ask("cancelAppointment", { bookingId, slotId, start });
  }
}

try {
  await wholeCall();
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
