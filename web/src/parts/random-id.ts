/** `crypto.randomUUID` is only there over HTTPS; many a desk opens this page over HTTP in its own network. */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
