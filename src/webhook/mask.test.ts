import { describe, expect, it } from "vitest";
import { masked } from "./mask.ts";

it("personal members are masked wherever they stand; ids and everything else are kept", () => {
  const value = {
    action: "bookAppointment",
    slotId: "abc",
    booker: {
      id: "cl_1",
      firstname: "Max",
      lastname: "M",
      lastlame: "M",
      email: "m@x.de",
      dob: "1985-07-25",
    },
    participant: { phone: "1", street: "s", zip: "z", city: "c", country: "d" },
    list: [{ firstname: "Max", n: 1 }],
  };
  expect(masked(value)).toEqual({
    action: "bookAppointment",
    slotId: "abc",
    booker: { id: "cl_1", firstname: "***", lastname: "***", lastlame: "***", email: "***", dob: "***" },
    participant: { phone: "***", street: "***", zip: "***", city: "***", country: "***" },
    list: [{ firstname: "***", n: 1 }],
  });
});

it("that a personal member was not said can be seen", () => {
  expect(masked({ firstname: null, lastname: "" })).toEqual({ firstname: null, lastname: "" });
});

it("a personal member of any form is masked as a whole", () => {
  expect(masked({ phone: ["1", "2"], email: { home: "a@b.c" }, dob: 19850725, pin: 1234 })).toEqual({
    phone: "***",
    email: "***",
    dob: "***",
    pin: "***",
  });
});

describe("a booker, participant or user", () => {
  it.each(["booker", "participant", "user"])("%s of another form is masked as a whole", (member) => {
    for (const value of ["Max Mustermann", ["Max", "Mustermann"], 85, [{ firstname: "Max" }]]) {
      expect(JSON.stringify(masked({ [member]: value }))).not.toMatch(/Max|85/);
    }
    expect(masked({ [member]: null })).toEqual({ [member]: null });
  });

  it("members that nobody knows could say anything and show nothing", () => {
    const kept = masked({ user: { id: "cl_1", name: "Max Mustermann", mobile: { number: "0170" } } });
    expect(kept).toMatchObject({ user: { id: "cl_1" } });
    expect(JSON.stringify(kept)).not.toMatch(/Max|0170/);
  });
});

it("long lists are kept by their beginning and say how much more there was", () => {
  expect(masked([1, 2, 3])).toEqual([1, 2, 3]);
  expect(masked([1, 2, 3, 4, 5])).toEqual([1, 2, 3, "… 2 more"]);
  expect(masked({ a: [[1, 2, 3, 4]] })).toEqual({ a: [[1, 2, 3, "… 1 more"]] });
});

it("what was given is not changed", () => {
  const value = { booker: { firstname: "Max" }, list: [1, 2, 3, 4] };
  masked(value);
  expect(value).toEqual({ booker: { firstname: "Max" }, list: [1, 2, 3, 4] });
});

it("texts, numbers, null and undefined are kept as they are", () => {
  for (const value of ["a", 1, true, null, undefined]) expect(masked(value)).toBe(value);
});
