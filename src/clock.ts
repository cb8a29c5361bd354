/** The one reader of the system's clock; everything else is handed it. */
export function systemClock(): number {
  return Date.now();
}
