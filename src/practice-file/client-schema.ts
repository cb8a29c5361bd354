import { z } from "zod";
import { parseDate } from "../scheduling/calendar-date.ts";
import { checkedText, date, id, line, quoted } from "./text-schema.ts";

const EMAIL = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/u;
const PHONE = /^(sips?:|tel:)?\+?[\d\s()/.\u2010-\u2015-]+$/iu;
const OLDEST_BIRTH = parseDate("1880-01-01")!;

/** Somebody whom the business knows. A member that is left out stays as it is stored; null forgets it. */
export const clientSchema = z
  .strictObject({
    id: id({
      description: "Default: found again by equal names, date of birth, phone and email, else a new one.",
      examples: ["client1"],
    }).optional(),
    firstname: line(100, { description: "Given name.", examples: ["Max"] }).nullish(),
    lastname: line(100, { description: "Family name.", examples: ["Mustermann"] }).nullish(),
    email: checkedText(
      (text) => text.length <= 254 && EMAIL.test(text),
      (text) => `${quoted(text)} is not an email address; write for example max@example.com.`,
      { description: "Mail address.", examples: ["max@example.com"] },
    ).nullish(),
    dob: date({ description: "Date of birth.", examples: ["1985-07-25"] })
      .refine((text) => (parseDate(text) ?? OLDEST_BIRTH) >= OLDEST_BIRTH, {
        error: ({ input }) => `Nobody alive was born on ${quoted(input)}; correct the year.`,
      })
      .nullish(),
    phone: checkedText(
      (text) => text.length <= 40 && PHONE.test(text) && text.replace(/\D/g, "").length >= 3,
      (text) => `${quoted(text)} is not a phone number; write for example "+49 341 1234567".`,
      {
        description: "Phone number; without a country code it is one of the first entity's country.",
        examples: ["+49 341 1234567"],
      },
    ).nullish(),
    street: line(200, { description: "Street and number." }).nullish(),
    zip: line(20, { description: "Postal code, in quotes.", examples: ["01044"] }).nullish(),
    city: line(100, { description: "City." }).nullish(),
    country: line(100, { description: "Country." }).nullish(),
  })
  .meta({ examples: [{ firstname: "Max", lastname: "Mustermann", phone: "+49 341 1234567" }] });

export type FileClient = z.output<typeof clientSchema>;
