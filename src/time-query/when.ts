import { parseLocalDateTime, type TimeZone } from "../scheduling/time-zone.ts";

/** The instant of a timestamp, in epoch milliseconds; without an offset it is local time. */
export function parseTimestamp(text: string, zone: TimeZone): number | undefined {
  const local = LOCAL.test(text) ? parseLocalDateTime(text, zone) : undefined;
  if (local !== undefined) return local * 60_000 + secondsOf(text) * 1_000;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    if (/(?:Z|[+-]\d{2}:?\d{2}|\])$/i.test(text)) return undefined;
    const minute = parseLocalDateTime(text, zone);
    return minute === undefined ? undefined : minute * 60_000 + secondsOf(text) * 1_000;
  }
}

/** Most have no offset; asking `Temporal.Instant` first would cost a thrown error each time. */
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?$/;

function secondsOf(text: string): number {
  const local = Temporal.PlainDateTime.from(text);
  return local.second + local.millisecond / 1_000;
}
