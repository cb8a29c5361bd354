import { expect, it } from "vitest";
import { LOOKUP_VERSION, lookupKeys } from "./lookup-keys.ts";
import { SAME_NAMES } from "./names/name-groups.ts";

const CONTEXT = { country: "DE", today: "2026-11-24", language: "de" } as const;

/** Whoever changes one of these raises LOOKUP_VERSION: stores index anew what has another version. */
it("the keys of some people are those of version 4", () => {
  expect(LOOKUP_VERSION).toBe(4);
  const people = [
    { firstname: "Anna", lastname: "Meier", dob: "1985-07-25" },
    { firstname: "Hans", lastname: "Müller", phone: "0341 1234567" },
    { firstname: "Fatma", lastname: "Yılmaz", dob: "1990-01-12" },
    { firstname: "Mehmet", lastname: "Öztürk", email: "mehmet@example.com" },
    { firstname: "Krzysztof", lastname: "Wójcik" },
    { firstname: "Małgorzata", lastname: "Kowalska", dob: "1971-03-01" },
    { firstname: "Юлия", lastname: "Иванова" },
    { firstname: "Volodymyr", lastname: "Shevchenko" },
    { firstname: "Mohamed", lastname: "Al-Masri", dob: "2001-12-31" },
    { firstname: "Youssef", lastname: "Haddad" },
    { firstname: "Jack", lastname: "Thompson" },
    { firstname: "Anna-Lena", lastname: "von der Heide" },
    { lastname: "Jörg Schmidt" },
  ];
  expect(
    people.map((one) => [one.firstname ?? "", one.lastname, ...lookupKeys(one, CONTEXT)].join(" ")),
  ).toMatchInlineSnapshot(`
    [
      "Anna Meier n:ana|maj@r n:#meier|ana n:#anna|maj@r n:#anna|#meier n:#ann|maj@r n:#ann|#meier d:1985-07-25/m d:1985-07-25/#meier d:1985-07-25/a d:1985-07-25/#anna d:1985-07-25/#ann d:1985-07-25/~anna",
      "Hans Müller p:+493411234567 n:hans|myl@r n:hans|mul@r n:#muller|hans n:#hans|myl@r n:#hans|mul@r n:#hans|#muller n:#johannes|myl@r n:#johannes|mul@r n:#johannes|#muller",
      "Fatma Yılmaz n:jilmas|vatma n:jilmac|vatma n:#yilmaz|vatma n:#fatima|jilmas n:#fatima|jilmac n:#fatima|#yilmaz d:1990-01-12/a d:1990-01-12/#yilmaz d:1990-01-12/p d:1990-01-12/#fatima d:1990-01-12/~fatma",
      "Mehmet Öztürk e:mehmet@example.com n:mehmet|qstyrk n:mehmet|octurk n:#ozturk|mehmet n:memet|qstyrk n:memet|octurk n:#ozturk|memet n:#mehmet|qstyrk n:#mehmet|octurk n:#mehmet|#ozturk",
      "Krzysztof Wójcik n:kSiStov|vujCik n:kSiStov|vojcik n:#wojcik|kSiStov n:#christoph|vujCik n:#christoph|vojcik n:#christoph|#wojcik",
      "Małgorzata Kowalska n:kovalska|malgoZata n:#margarete|kovalska d:1971-03-01/k d:1971-03-01/m d:1971-03-01/#margarete d:1971-03-01/~margarete",
      "Юлия Иванова n:ivanova|julia n:#julia|ivanova",
      "Volodymyr Shevchenko n:SevCenko|volodymyr n:Sevxenko|volodymyr n:#shevchenko|volodymyr n:#wladimir|SevCenko n:#wladimir|Sevxenko n:#shevchenko|#wladimir",
      "Mohamed Al-Masri n:masri|mohamet n:#almasri|mohamet n:almasri|mohamet n:#mohammed|masri n:#almasri|#mohammed n:#mohammed|almasri d:2001-12-31/m d:2001-12-31/#almasri d:2001-12-31/a d:2001-12-31/#mohammed d:2001-12-31/~mehmet",
      "Youssef Haddad n:hadad|jusav n:hadat|jusav n:#haddad|jusav n:hadad|jusev n:hadat|jusev n:#haddad|jusev n:#yusuf|hadad n:#yusuf|hadat n:#haddad|#yusuf n:#youssef|hadad n:#youssef|hadat n:#haddad|#youssef",
      "Jack Thompson n:jak|tompson n:#thompson|jak n:#john|tompson n:#john|#thompson n:#jakob|tompson n:#jakob|#thompson",
      "Anna-Lena von der Heide n:analena|hajd@ n:#adelheid|analena n:#heidemarie|analena n:analena|vonderajd@ n:ana|hajd@ n:#adelheid|ana n:#heidemarie|ana n:ana|vonderajd@ n:#anna|hajd@ n:#adelheid|#anna n:#anna|#heidemarie n:#anna|vonderajd@ n:#ann|hajd@ n:#adelheid|#ann n:#ann|#heidemarie n:#ann|vonderajd@ n:hajd@|lena n:#adelheid|lena n:#heidemarie|lena n:lena|vonderajd@ n:#lena|hajd@ n:#adelheid|#lena n:#heidemarie|#lena n:#lena|vonderajd@ n:#helena|hajd@ n:#adelheid|#helena n:#heidemarie|#helena n:#helena|vonderajd@ n:#elena|hajd@ n:#adelheid|#elena n:#elena|#heidemarie n:#elena|vonderajd@ n:#magdalena|hajd@ n:#adelheid|#magdalena n:#heidemarie|#magdalena n:#magdalena|vonderajd@",
      " Jörg Schmidt n:Smit|jqrk n:#schmidt|jqrk n:Smit|jork n:#schmidt|jork n:#jorg|Smit n:#jorg|#schmidt",
    ]
  `);
});

it("no key depends on where a group of forms stands in its table", () => {
  for (const firstname of SAME_NAMES.split(/[\s|]+/).filter(Boolean)) {
    const keys = lookupKeys({ firstname, lastname: "Yz", dob: "1985-07-25" }, CONTEXT);
    expect(keys.filter((key) => /[#~]\d/.test(key))).toEqual([]);
  }
});
