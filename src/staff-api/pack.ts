import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";

/** What is smaller is there before it would be packed. */
const LEAST_BYTES = 4 * 1024;

const pack = {
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
};
/** Fast ones: lists are made anew for each request. */
const BROTLI = {
  params: { [zlib.BROTLI_PARAM_QUALITY]: 1, [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT },
};
const GZIP = { level: 1 };

export type Packing = "br" | "gzip";

/** Whether it is packed for clients that take that. `Vary` then says so to caches, also where it was sent as it is. */
export function isWorthPacking(json: string): boolean {
  return Buffer.byteLength(json) >= LEAST_BYTES;
}

/** The best that the client takes; undefined: none. */
export function packingFor(accepted: string | string[] | undefined): Packing | undefined {
  const taken = String(accepted ?? "")
    .toLowerCase()
    .split(",")
    .map((one) => one.trim().split(/\s*;\s*/))
    .filter(([, quality]) => quality === undefined || !/^q=0(\.0*)?$/.test(quality))
    .map(([name]) => name);
  return (["br", "gzip"] as const).find((one) => taken.includes(one));
}

/** On another thread: who is on the telephone meanwhile does not wait for it. */
export async function packed(json: string, packing: Packing): Promise<Buffer> {
  return packing === "br" ? await pack.br(json, BROTLI) : await pack.gzip(json, GZIP);
}
