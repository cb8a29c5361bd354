/**
 * A link's token stands after the #, which no server sees. Whoever logs in on the way finds it here again: in an address it
 * would be sent along.
 */
const KEPT_AS = "slotline.invitation";

export function invitationToken(): string {
  return window.location.hash.slice(1) || (sessionStorage.getItem(KEPT_AS) ?? "");
}

export function keepInvitation(token: string): void {
  sessionStorage.setItem(KEPT_AS, token);
}

export function forgetInvitation(): void {
  sessionStorage.removeItem(KEPT_AS);
}
