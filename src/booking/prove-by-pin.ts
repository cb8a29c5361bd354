import { understandPin } from "../identity/spoken-pin.ts";
import type { Caller, Desk } from "./desk.ts";
import { isPinOf } from "./pin-hash.ts";

/**
 * Which of these clients the PIN that was said is of. The same work for a client who has none, who has had too many wrong
 * ones, and for undefined: nobody.
 */
export async function provedByPin(
  desk: Pick<Desk, "store" | "now">,
  { accountId }: Pick<Caller, "accountId">,
  clientIds: readonly (string | undefined)[],
  said: string,
): Promise<readonly string[]> {
  const pin = understandPin(said);
  if (pin === undefined) return [];
  const proved = await Promise.all(
    clientIds.map(async (clientId) => {
      // Also asked for nobody: an id that no card has is no client's.
      const hash = await desk.store.tryPin(accountId, clientId ?? "", desk.now());
      if (!(await isPinOf(pin, hash)) || clientId === undefined) return [];
      await desk.store.forgetPinTries(accountId, clientId);
      return [clientId];
    }),
  );
  return proved.flat();
}
