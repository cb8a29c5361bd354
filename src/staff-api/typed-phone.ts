import { z } from "zod";

/** Of what the desk typed: a bot's word for a withheld number is passed over, but a person has meant a number. */
export const NO_PHONE = "is no phone number such as 0341 2223344";

/** Fewer digits are no number to call. */
const FEWEST_DIGITS = 3;

export const typedPhone = z
  .string()
  .trim()
  .max(300)
  .refine((text) => text === "" || text.replace(/\D/g, "").length >= FEWEST_DIGITS, NO_PHONE);
