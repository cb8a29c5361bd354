/** Which business is shown, to people who belong to several; undefined: the first. A page keeps to its own until it is loaded anew. */
const KEPT_AS = "slotline.account";
let chosen = localStorage.getItem(KEPT_AS) ?? undefined;

export function chosenAccount(): string | undefined {
  return chosen;
}

/** Loads the page anew: nothing of the other business may stay on the screen. */
export function openAccount(accountId: string, path = "/"): void {
  localStorage.setItem(KEPT_AS, accountId);
  window.location.assign(path);
}

/** Whether there was a choice to forget. */
export function forgetAccount(): boolean {
  const wasChosen = chosen !== undefined;
  chosen = undefined;
  localStorage.removeItem(KEPT_AS);
  return wasChosen;
}
