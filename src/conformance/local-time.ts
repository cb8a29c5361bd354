/** Times as they are on the wire, and days of a time zone: apart from the server's own code, which the kit judges as well. */

/** Making one takes a hundred times as long as using it. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

export function hasOffset(time: string): boolean {
  return WITH_OFFSET.test(time) && !Number.isNaN(Date.parse(time));
}

/** Minutes east of Greenwich that the text states. */
export function statedOffset(time: string): number {
  const [, offset = "Z"] = WITH_OFFSET.exec(time) ?? [];
  if (offset === "Z") return 0;
  const digits = offset.replace(":", "");
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return offset.startsWith("-") ? -minutes : minutes;
}

/** Minutes east of Greenwich that clocks in the zone (IANA name) show at that moment. */
export function offsetIn(zone: string, instant: number): number {
  return Math.round((Date.parse(`${localIn(zone, instant)}Z`) - instant) / 60_000);
}

/** `YYYY-MM-DD`, so many days from the moment's. */
export function dayIn(zone: string, instant: number, later: number): string {
  const today = Date.parse(`${localIn(zone, instant).slice(0, 10)}T00:00Z`);
  return new Date(today + later * 86_400_000).toISOString().slice(0, 10);
}

/** `YYYY-MM-DDTHH:MM:SS` */
function localIn(zone: string, instant: number): string {
  let written = FORMATS.get(zone);
  if (written === undefined) {
    written = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
    FORMATS.set(zone, written);
  }
  return written.format(instant).replace(" ", "T");
}
