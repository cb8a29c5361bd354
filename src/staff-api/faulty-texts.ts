/** Control characters other than tab and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const MESSAGE = "must be well-formed Unicode without control characters";

/** Where a request says what no database keeps as text, names of members included. */
export function faultyTexts(value: unknown, path = ""): { path: string; message: string }[] {
  if (typeof value === "string") {
    return value.isWellFormed() && !CONTROL.test(value) ? [] : [{ path, message: MESSAGE }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inside = path === "" ? name : `${path}.${name}`;
    return faultyTexts(name).length > 0 ? [{ path, message: MESSAGE }] : faultyTexts(member, inside);
  });
}
