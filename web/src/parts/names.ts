/** A person as the card index has them: the family name first finds quicker. */
export function nameOf({
  firstname,
  lastname,
}: {
  readonly firstname?: string | null;
  readonly lastname?: string | null;
}): string {
  return [lastname, firstname].filter(Boolean).join(", ") || "–";
}

export function agentName({
  firstname,
  lastname,
}: {
  readonly firstname: string;
  readonly lastname: string;
}): string {
  return `${firstname} ${lastname}`.trim();
}
