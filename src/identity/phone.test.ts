import { describe, expect, it } from "vitest";
import { phoneForms, phoneKey, toE164 } from "./phone.ts";

describe("one number in E.164, read in Germany", () => {
  it.each([
    "+49 341 1234567",
    "+493411234567",
    "+49-341-1234567",
    "+49 (341) 1234567",
    "+49 (0)341 1234567",
    "0049 341 1234567",
    "0341 1234567",
    "0341/1234567",
    "0341 - 12 34 567",
    "(0341) 1234567",
    "  0341.1234567  ",
    "tel:+49-341-1234567",
    "sip:+493411234567@sip.example.com",
    "sip:03411234567@10.0.0.1:5060;transport=tls",
    "SIPS:+493411234567@sip.example.com",
    "+493411234567;ext=5",
  ])("%s", (text) => {
    expect(toE164(text, "DE")).toBe("+493411234567");
  });
});

it("a national number is read where the business is", () => {
  expect(toE164("044 668 18 00", "CH")).toBe("+41446681800");
  expect(toE164("(212) 555-0123", "US")).toBe("+12125550123");
  expect(toE164("+41 44 668 18 00", "DE")).toBe("+41446681800");
});

it("a national number is none where nobody knows the country", () => {
  expect(toE164("0341 1234567", undefined)).toBeUndefined();
  expect(toE164("0341 1234567", "XX")).toBeUndefined();
  expect(toE164("+49 341 1234567", undefined)).toBe("+493411234567");
});

it.each(["", " ", "anonymous", "unknown", "phoneSipId", "12", "+", "sip:anonymous@anonymous.invalid", "Max"])(
  "%j is no number",
  (text) => {
    expect(toE164(text, "DE")).toBeUndefined();
  },
);

it("two spellings have E.164 in common, or the bare digits where that cannot be told", () => {
  expect(phoneKey("0341/1234567", "DE")).toBe(phoneKey("+49 341 1234567", "DE"));
  expect(phoneKey("0341/1234567", undefined)).toBe("03411234567");
  expect(phoneKey("0341 123 45 67", undefined)).toBe(phoneKey("0341-1234567", undefined));
  expect(phoneKey("anonymous", "DE")).toBeNull();
});

describe("a number as people read it, and as it is dialled from anywhere", () => {
  it.each([
    ["+49-341-1234567", "DE", "0341 1234567", "+493411234567"],
    ["+493411234567", "DE", "0341 1234567", "+493411234567"],
    ["0341/1234567", "DE", "0341 1234567", "+493411234567"],
    ["0341 1234", "DE", "0341 1234", "+493411234"],
    ["0049 341 1234567", "DE", "0341 1234567", "+493411234567"],
    ["+43 1 5122550", "DE", "+43 1 5122550", "+4315122550"],
    ["01 5122550", "AT", "01 5122550", "+4315122550"],
    ["+493411234567", undefined, "+49 341 1234567", "+493411234567"],
    ["0341 1234567", undefined, "0341 1234567", "03411234567"],
    ["sip:+493411234567@carrier.example;user=phone", "DE", "0341 1234567", "+493411234567"],
    // Of which town cannot be told, and a short number is nobody's in that country.
    ["777 88 99", "DE", "777 88 99", "7778899"],
    ["116117", "DE", "116117", "116117"],
    ["12", "DE", "12", "12"],
    ["anonymous", "DE", "anonymous", ""],
  ])("%s in %s is %s, %s", (text, country, shown, dialled) => {
    expect(phoneForms(text, country)).toEqual({ shown, dialled });
  });

  it.each(["0151 2345678", "0341 12", "+49 151 2345678"])("%s is left as it was said", (text) => {
    expect(phoneForms(text, "DE").shown).toBe(text);
  });
});
