import fc from "fast-check";
import { expect, it } from "vitest";
import { understandEmail } from "./spoken-email.ts";

const read = (text: string) => understandEmail(text, { language: "de" });

it.each([
  ["Max.Mustermann@Web.de", "max.mustermann@web.de"],
  ["max punkt mustermann at web punkt de", "max.mustermann@web.de"],
  ["max punkt mustermann at web de", "max.mustermann@web.de"],
  ["max punkt mustermann klammeraffe gmx punkt net", "max.mustermann@gmx.net"],
  ["max dot mustermann at gmail dot com", "max.mustermann@gmail.com"],
  ["anna unterstrich müller ät gmx de", "anna_mueller@gmx.de"],
  ["anna underscore mueller at gmx dot de", "anna_mueller@gmx.de"],
  ["anna bindestrich lena at t online de", "anna-lena@t-online.de"],
  ["anna minus lena at t-online punkt de", "anna-lena@t-online.de"],
  ["max.mustermann gmail com", "max.mustermann@gmail.com"],
  ["m a x at web.de", "max@web.de"],
  ["meine e-mail ist info at praxis punkt example punkt com", "info@praxis.example.com"],
  ["john dot smith at example dot co dot uk", "john.smith@example.co.uk"],
])("%s", (text, address) => {
  expect(read(text)).toEqual({ status: "ok", value: address, candidates: [address] });
});

it("words with nothing said between them are one word, or joined by a dot", () => {
  expect(read("max mustermann at web de")).toEqual({
    status: "ambiguous",
    value: "maxmustermann@web.de",
    candidates: ["maxmustermann@web.de", "max.mustermann@web.de"],
  });
});

it.each(["", "max", "at web de", "info at", "max at", "ich habe keine", "@", "max punkt"])(
  "%j is none",
  (text) => {
    expect(read(text).status).toBe("invalid");
  },
);

it("no text makes it fail", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => void read(text)));
});
