import { StoreUnavailable } from "../store.ts";

/**
 * SQLSTATEs that are the machine's: connection, its credentials and database, resources, operator's intervention,
 * permissions, system, internal; a transaction that was ended from outside; and locks that were not had in time.
 */
const UNAVAILABLE = /^(?:08|28|3D|42501|53|57|58|XX|25006|25P0[34]|40001|40P01|55P03)/;

const CONFLICT = /^(?:40001|40P01)$/;

/** Whether the transaction was undone because of another one; done again, it may succeed. */
export function isConflict(error: unknown): boolean {
  const { code } = ((error as Error | undefined)?.cause ?? {}) as { code?: string };
  return error instanceof StoreUnavailable && CONFLICT.test(code ?? "");
}

export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    if (isUnavailable(error)) throw new StoreUnavailable((error as Error).message, { cause: error });
    throw error;
  }
}

/** What did not come from the server: it could not be asked, or did not answer. */
function isUnavailable(error: unknown): boolean {
  return !isOfServer(error) || UNAVAILABLE.test((error as { code?: string }).code ?? "");
}

/** Only the server's own errors have a severity. */
export function isOfServer(error: unknown): boolean {
  return (error as { severity?: string }).severity !== undefined;
}
