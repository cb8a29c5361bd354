import { z } from "zod";
import type { ClientDetails } from "../identity/client.ts";
import { understandDob } from "../identity/spoken-dob.ts";
import { understandEmail } from "../identity/spoken-email.ts";
import { parseDate } from "../scheduling/calendar-date.ts";
import type { Language } from "../scheduling/configuration.ts";
import { TimeZone } from "../scheduling/time-zone.ts";
import { parseTimestamp } from "../time-query/when.ts";

/** Longer than any id that we or an owner give. */
const LONGEST_ID = 128;
const LONGEST_TEXT = 200;
/** A caller's sentence about time, with filler. */
const LONGEST_QUERY = 500;

/**
 * Well-formed, without control characters, in Unicode's composed form, without space around it: one check and not
 * four, because every request has eight of them.
 */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .check((text) => {
      const { value } = text;
      if (NOTHING_TO_MEND.test(value)) return;
      text.value = value.normalize("NFC").trim();
      if (value.isWellFormed() && !/\p{Cc}/u.test(value)) return;
      const message = "must be well-formed Unicode without control characters";
      text.issues.push({ code: "custom", message, input: value });
    });

/** Printable ASCII without space around it, as ids and dates are. */
const NOTHING_TO_MEND = /^(?:[!-~](?:[ -~]*[!-~])?)?$/;

/** Bots send null or "" for what they do not know: both mean absent. */
const orAbsent = (schema: z.ZodString) => schema.nullish().transform((value) => value || undefined);

export const id = text(LONGEST_ID).min(1);
export const optionalId = orAbsent(text(LONGEST_ID));
export const timeQuery = text(LONGEST_QUERY).min(1);
export const timezone = orAbsent(text(LONGEST_ID)).meta({
  description: "IANA name; absent: the entity's own",
});

/** A point in time, left as text: without an offset it is the entity's local time, which only a use case knows. */
export const timestamp = text(64)
  .refine(isTimestamp, "is no ISO 8601 timestamp such as 2026-12-01T08:00:00.000+01:00")
  .meta({ format: "date-time" });

function isTimestamp(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T/.test(value) && parseTimestamp(value, UTC) !== undefined;
}

const UTC = TimeZone.named("UTC")!;

const name = orAbsent(text(LONGEST_TEXT));

/** Whether it can be understood at all: in which language and on which day, only a use case knows. */
function isAbsentOrBirth(value: string): boolean {
  if (value === "" || parseDate(value) !== undefined) return true;
  return LANGUAGES.some((language) =>
    SOME_DAYS.some(
      (today) => understandDob(value, { today, country: undefined, language }).status !== "invalid",
    ),
  );
}

/** Whoever lives in this century was born before one of them and is not too old on it. */
const SOME_DAYS = ["2026-01-01", "2099-12-31"];

function isAbsentOrEmail(value: string): boolean {
  return (
    value === "" || LANGUAGES.some((language) => understandEmail(value, { language }).status !== "invalid")
  );
}

const LANGUAGES: readonly Language[] = ["de", "en"];

export const user = z
  .object({
    id: optionalId,
    firstname: name,
    lastname: name,
    lastlame: name.meta({ description: "The seed's spelling of lastname; lastname wins" }),
    email: orAbsent(text(LONGEST_TEXT).refine(isAbsentOrEmail, "is no mail address")).meta({
      description: "Also as it was spoken",
    }),
    dob: orAbsent(
      text(LONGEST_TEXT).refine(isAbsentOrBirth, "is no date of birth such as 1985-07-25 or 25.7.85"),
    ).meta({
      description: "YYYY-MM-DD, or as it was spoken",
    }),
    phone: name,
    street: name,
    zip: name,
    city: name,
    country: name,
  })
  .meta({ id: "UserInput", description: "What the caller said about a client" });

/** A `User` who may say a PIN as well. It is no member of one: nothing keeps it and nothing answers it. */
export const provingUser = user
  .extend({
    pin: name.meta({
      description:
        "The PIN agreed on with the client, in digits or as it was spoken; identifies nobody by itself",
    }),
  })
  .meta({ id: "ProvingUserInput", description: "What the caller said about a client, and the client's PIN" });

export type UserInput = z.output<typeof user>;

/** The same of a `User` that may be absent; one without any member is. */
export function optionalClientDetails(input: UserInput | null | undefined): ClientDetails | undefined {
  const said = input == null ? undefined : clientDetails(input);
  return said !== undefined && Object.values(said).some((member) => member !== undefined) ? said : undefined;
}

/** The domain's view of a `User`: one spelling of lastname. */
export function clientDetails({ lastlame, ...said }: UserInput): ClientDetails {
  return { ...said, lastname: said.lastname ?? lastlame };
}

/** Members by which a request can say who is calling, where an entity wants that proved. */
export const PROOF_MEMBERS = {
  participant: provingUser
    .nullish()
    .meta({ description: "`dob`, `phone` or `pin` of the client, where the entity asks for proof" }),
  user: provingUser.nullish(),
  booker: provingUser.nullish(),
  callerNumber: optionalId.meta({
    description: "The number of the caller, as the telephone network told it",
  }),
};

type ProofInput = Partial<
  Record<"participant" | "user" | "booker", z.output<typeof provingUser> | null | undefined>
> & { readonly callerNumber?: string | undefined };

/** What of that can prove somebody; a number that was said goes before the one that is calling. */
export function proofDetails({ participant, user, booker, callerNumber }: ProofInput): {
  said: ClientDetails;
  pin: string | undefined;
} {
  const { dob, phone, pin } = participant ?? user ?? booker ?? {};
  return { said: { dob, phone: phone ?? callerNumber }, pin };
}
