import { argon2, randomBytes, timingSafeEqual } from "node:crypto";

/** OWASP's first choice for Argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const KEY_BYTES = 32;
const FORM = /^argon2id\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/;

/** As it is stored, with the cost that it was made at. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  const { memory, passes, parallelism } = COST;
  return `argon2id$m=${memory},t=${passes},p=${parallelism}$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

export async function isPasswordOf(password: string, hash: string): Promise<boolean> {
  const parts = FORM.exec(hash);
  if (parts === null) return false;
  const [, memory, passes, parallelism, salt, key] = parts as unknown as string[];
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const expected = Buffer.from(key!, "base64url");
  const derived = await derive(password, Buffer.from(salt!, "base64url"), cost);
  return derived.length === expected.length && timingSafeEqual(derived, expected);
}

function derive(
  password: string,
  nonce: Buffer,
  cost: { readonly memory: number; readonly passes: number; readonly parallelism: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parameters = { message: password.normalize("NFKC"), nonce, tagLength: KEY_BYTES, ...cost };
    argon2("argon2id", parameters, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
