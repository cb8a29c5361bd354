import { createHmac, timingSafeEqual } from "node:crypto";

/** A repeated or delayed request is that old at most. */
const MOST_SECONDS_OLD = 300;

/** Of a form that Twilio posts: base64 of HMAC-SHA1 over the URL and the sorted members, each name with its values. */
export function twilioSignature(authToken: string, url: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  // A member that is sent several times counts once with each of its values.
  const members = names.flatMap((name) =>
    [...new Set(form.getAll(name))].sort().map((value) => name + value),
  );
  return createHmac("sha1", authToken)
    .update(url + members.join(""))
    .digest("base64");
}

/** Of a body that jambonz posts: hex of HMAC-SHA256 over `seconds.body`. */
export function jambonzSignature(secret: string, seconds: number, body: string): string {
  return createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
}

/** `header` is `t=1790847297,v1=…`; several v1 while a secret is being changed. `now` is in epoch milliseconds. */
export function isJambonzSignature(
  secret: string,
  header: string | undefined,
  { body, now }: { readonly body: string; readonly now: number },
): boolean {
  const parts = (header ?? "").split(",").map((part) => part.trim().split("="));
  const seconds = Number(parts.find(([name]) => name === "t")?.[1] ?? Number.NaN);
  if (!(Math.abs(now / 1_000 - seconds) <= MOST_SECONDS_OLD)) return false;
  const right = jambonzSignature(secret, seconds, body);
  return parts.some(([name, value = ""]) => name === "v1" && isSame(value, right));
}

/** In a time that tells nothing about where they differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
