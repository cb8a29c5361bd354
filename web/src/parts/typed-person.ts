export interface TypedPerson {
  readonly firstname: string;
  readonly lastname: string;
  readonly phone: string;
}

/** Who was looked for in vain, as a card begins: "Müller, Anna", "Anna Müller", "Anna von Berg", or a number. */
export function personTyped(words: string): TypedPerson {
  const typed = words.trim();
  if (/\d/.test(typed)) {
    return { firstname: "", lastname: "", phone: /^[\d\s+/()-]+$/.test(typed) ? typed : "" };
  }
  if (typed.includes(",")) {
    const [lastname = "", ...rest] = typed.split(",").map((word) => word.trim());
    return { firstname: rest.join(" ").trim(), lastname, phone: "" };
  }
  const names = typed.split(/\s+/);
  // What is written small, such as "von", belongs to the family name after it.
  const small = names.findIndex((name, at) => at > 0 && name !== "" && /^\p{Ll}/u.test(name));
  const at = small === -1 ? names.length - 1 : small;
  return { firstname: names.slice(0, at).join(" "), lastname: names.slice(at).join(" "), phone: "" };
}
