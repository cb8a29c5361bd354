import { z } from "zod";
import { CLIENT_FIELDS, MAX_BUFFER_MINUTES, MAX_DURATION_MINUTES } from "../scheduling/configuration.ts";
import { id, line, paragraph, wholeNumber } from "./text-schema.ts";

const fields = z.array(z.enum(CLIENT_FIELDS)).max(CLIENT_FIELDS.length);

const product = z
  .strictObject({
    id: id({ description: "Unique among all products of the account.", examples: ["prId1"] }),
    name: line(200, { description: "What callers hear.", examples: ["30 min Massage"] }),
    description: paragraph(2_000, { description: "More about it, for callers who ask." }).optional(),
    durationMinutes: wholeNumber(1, MAX_DURATION_MINUTES, {
      description: "How long the appointment takes.",
      examples: [30],
    }),
    price: z
      .number()
      .min(0)
      .max(1_000_000)
      .meta({ description: "In the entity's currency.", examples: [28.5] }),
    bufferBeforeMinutes: wholeNumber(0, MAX_BUFFER_MINUTES, {
      description: "Kept free before the appointment.",
    }).default(0),
    bufferAfterMinutes: wholeNumber(0, MAX_BUFFER_MINUTES, {
      description: "Kept free after the appointment.",
    }).default(0),
    slotIntervalMinutes: wholeNumber(1, MAX_DURATION_MINUTES, {
      description: "From one possible start to the next. Default: the duration.",
      examples: [15],
    }).optional(),
    capacity: wholeNumber(1, 1_000, {
      description: "How many participants share one start with one agent; more than 1 is a class.",
    }).default(1),
    maxBookingsPerDay: wholeNumber(1, 10_000, {
      description: "More bookings of this product are not taken on one day. Default: no limit.",
    }).optional(),
    resources: z
      .record(
        id({ description: "The pool's name.", examples: ["treatment-room"] }),
        wholeNumber(1, 100, { description: "How many of the pool's resources one appointment needs." }),
      )
      .default({})
      .meta({
        description: "What one appointment needs, by pool. Default: nothing.",
        examples: [{ "treatment-room": 1 }],
      }),
    bookerInfo: fields
      .default(["firstname", "lastname", "phone"])
      .meta({ description: "What the bot must ask about the person who books." }),
    participantInfo: fields
      .default([])
      .meta({ description: "What the bot must ask about the person who attends, when it is somebody else." }),
  })
  .meta({ examples: [{ id: "prId1", name: "30 min Massage", durationMinutes: 30, price: 45 }] });

export const appointmentTypeSchema = z
  .strictObject({
    id: id({ description: "Unique among all appointment types of the account.", examples: ["abc1"] }),
    name: line(200, { description: "What callers hear.", examples: ["Massage"] }),
    agents: z
      .array(id({ description: "An agent of the same entity." }))
      .max(1_000)
      .default([])
      .meta({
        description: "Ids of the agents who perform it; without any it is not offered.",
        examples: [["agId1"]],
      }),
    products: z
      .array(product)
      .max(1_000)
      .default([])
      .meta({ description: "Its bookable variants, in the order in which callers hear them." }),
  })
  .meta({ examples: [{ id: "abc1", name: "Massage", agents: ["agId1"], products: [] }] });
