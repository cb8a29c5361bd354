/**
 * One whole call against a desk, as a bot makes it: find the business, look for a time, book, find the booking again, cancel.
 *
 *     node examples/whole-call.mjs http://127.0.0.1:8080/webhook/KEY ["+49 341 1234567"] ["nächsten Dienstag am Nachmittag"]
 *
 * Each request takes what it needs from the answers before it. It writes a booking, and cancels it in the end.
 */
const [webhook, sipId = "+49 341 1234567", dateTime = "nächste Woche"] = process.argv.slice(2);
if (webhook === undefined) {
  console.error(
    "Which webhook? npm start prints its URL: node examples/whole-call.mjs http://127.0.0.1:8080/webhook/KEY",
  );
  process.exit(2);
}

async function ask(action, members) {
  const request = JSON.stringify({ action, ...members });
  console.log(`> ${request}`);
  const response = await fetch(webhook, { method: "POST", body: request });
  const answer = await response.json();
  const more = Array.isArray(answer) && answer.length > 2 ? `   … and ${answer.length - 2} more` : "";
  console.log(`< ${response.status} ${JSON.stringify(more ? answer.slice(0, 2) : answer)}${more}\n`);
  if (!response.ok) stop(`Refused. A bot would say: ${answer.speech ?? answer.title}`);
  return answer;
}

function stop(why) {
  console.error(why);
  process.exit(1);
}

const { entityId } = await ask("getEntityForSipId", { sipId });
await ask("getBusinessName", { entityId });
const [{ id: appointmentTypeId }] = await ask("getAppointmentTypes", { entityId });
const [{ id: agentId }] = await ask("getAgents", { entityId, appointmentTypeId });
const [{ id: productId }] = await ask("getProducts", { entityId, appointmentTypeId });
const [slot] = await ask("getSlots", { entityId, appointmentTypeId, agentId, productId, dateTime });
if (slot === undefined) stop(`Nothing is free: “${dateTime}”.`);
const { bookerInfo, participantInfo } = await ask("getRequiredInfo", { productId });
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
const booked = await ask("bookAppointment", {
  ...{ entityId, appointmentTypeId, productId, slotId: slot.avId, start: slot.slotStart },
  booker: answersTo(["firstname", "lastname", "phone", ...bookerInfo]),
  ...(participantInfo.length > 0
    ? { participant: answersTo(["firstname", "lastname", ...participantInfo]) }
    : {}),
});
const { lastname, phone } = said;
const [client] = await ask("findExistingUser", { participant: { lastname, phone } });
await ask("findExistingBooking", { id: client.id });
const { bookingId, slotId, start } = booked;
await ask("cancelAppointment", { bookingId, slotId, start });
