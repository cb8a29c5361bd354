import type { Action } from "./action.ts";
import { bookAppointment } from "./actions/book-appointment.ts";
import { cancelAppointment } from "./actions/cancel-appointment.ts";
import { findExistingBooking } from "./actions/find-existing-booking.ts";
import { findExistingUser } from "./actions/find-existing-user.ts";
import { getAgents } from "./actions/get-agents.ts";
import { getAppointmentTypes } from "./actions/get-appointment-types.ts";
import { getAppointmentTypesWithProducts } from "./actions/get-appointment-types-with-products.ts";
import { getBusinessName } from "./actions/get-business-name.ts";
import { getEntityForSipId } from "./actions/get-entity-for-sip-id.ts";
import { getProducts } from "./actions/get-products.ts";
import { getRequiredInfo } from "./actions/get-required-info.ts";
import { getSlots } from "./actions/get-slots.ts";
import { modifyAppointment } from "./actions/modify-appointment.ts";

/** The 13 actions by name, in the order in which a call makes them. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(
  [
    getEntityForSipId,
    getBusinessName,
    getAppointmentTypes,
    getAgents,
    getProducts,
    getAppointmentTypesWithProducts,
    getSlots,
    getRequiredInfo,
    bookAppointment,
    findExistingUser,
    findExistingBooking,
    modifyAppointment,
    cancelAppointment,
  ].map((action) => [action.name, action]),
);
