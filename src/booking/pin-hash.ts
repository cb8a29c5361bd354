import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

const KEY_BYTES = 32;
/** Some forty milliseconds of one core, beside the event loop: a PIN has few digits, and this is all that stands around it. */
const COST = { N: 2 ** 14, r: 8, p: 1 };

const FORM = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;

/** As it is stored, with the cost that it was made at. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(pin, salt, COST);
  const { N, r, p } = COST;
  return `scrypt$${N}$${r}$${p}$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

/** Takes as long where there is no hash to compare with. */
export async function isPinOf(pin: string, hash: string | undefined): Promise<boolean> {
  const parts = hash === undefined ? null : FORM.exec(hash);
  if (parts === null) {
    await derive(pin, randomBytes(16), COST);
    return false;
  }
  const [, N, r, p, salt, key] = parts as unknown as [string, string, string, string, string, string];
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const expected = Buffer.from(key, "base64url");
  const derived = await derive(pin, Buffer.from(salt, "base64url"), cost);
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}

function derive(pin: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, KEY_BYTES, cost, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
