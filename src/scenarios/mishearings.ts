/** What recognisers write instead of what was said: compounds in two, a word for a like one, an ending more or less. */
export const MISHEARINGS: Readonly<Record<"de" | "en", readonly (readonly [said: RegExp, heard: string])[]>> =
  {
    de: [
      [/Krankengymnastik/i, "Kranken Gymnastik"],
      [/Massage/i, "Massagen"],
      [/Rückenkurs/i, "Rücken Kurs"],
      [/Donnerstag/i, "Donners Tag"],
      [/Freitag/i, "frei Tag"],
      [/übermorgen/i, "über morgen"],
      [/vormittag/i, "vor Mittag"],
      [/nachmittag/i, "nach Mittag"],
      [/verschieben/i, "fair schieben"],
      [/absagen/i, "ab sagen"],
      [/\bzehn\b/i, "10"],
      [/\belf\b/i, "11"],
      [/\bja\b/i, "jaa"],
      [/zweite/i, "2."],
      [/ö/, "oe"],
      [/ü/, "ue"],
    ],
    en: [
      [/massage/i, "message"],
      [/appointment/i, "a pointment"],
      [/tomorrow/i, "to morrow"],
      [/Thursday/i, "thirsty"],
      [/\bten\b/i, "10"],
      [/cancel/i, "council"],
      [/reschedule/i, "re schedule"],
      [/\byes\b/i, "yeah"],
      [/second/i, "2nd"],
      [/doesn't/i, "doesn"],
    ],
  };
