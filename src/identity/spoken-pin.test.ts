import { expect, it } from "vitest";
import { understandPin } from "./spoken-pin.ts";

it.each([
  ["1234", "1234"],
  ["0007", "0007"],
  ["12 34 56", "123456"],
  ["1-2-3-4", "1234"],
  ["eins zwei drei vier", "1234"],
  ["ähm, meine PIN ist null sieben null sieben", "0707"],
  ["zwölf vierunddreißig", "1234"],
  ["neunzehnhundertfünfundachtzig", "1985"],
  ["eine Sekunde, das ist die zwo zwo drei fünf", "2235"],
  ["double four one two", "4412"],
  ["oh, it's one two three four", "1234"],
  ["oh four oh two", "0402"],
  ["My PIN is 98765432.", "98765432"],
])("%s is %s", (text, pin) => {
  expect(understandPin(text)).toBe(pin);
});

it.each(["", "123", "123456789", "eins zwei drei", "weiß ich nicht"])("%j is no PIN", (text) => {
  expect(understandPin(text)).toBeUndefined();
});
