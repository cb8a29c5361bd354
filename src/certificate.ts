import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import type { Settings } from "./config.ts";

/** The files that are named as certificate and key are none. */
export class BadCertificate extends Error {}

/** Undefined where none is set. */
export function readCertificate({ tlsCert, tlsKey }: Settings): { cert: Buffer; key: Buffer } | undefined {
  if (tlsCert === undefined || tlsKey === undefined) return undefined;
  const tls = { cert: readFileSync(tlsCert), key: readFileSync(tlsKey) };
  try {
    createSecureContext(tls);
  } catch (error) {
    const { reason, message } = error as Error & { reason?: string };
    throw new BadCertificate(
      `${tlsCert} and ${tlsKey} are no certificate and its key: ${reason ?? message}.`,
    );
  }
  return tls;
}
