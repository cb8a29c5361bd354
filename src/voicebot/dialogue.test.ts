import { describe, expect, it } from "vitest";
import { type Dialogue, type DialogueEvent, newDialogue, transition } from "./dialogue.ts";

const SETTINGS = { sipId: "sip", language: "de", country: "DE", today: "2026-11-30" } as const;
const TYPES = [{ id: "t", name: "Massage" }];
const AGENTS = [{ id: "a", firstname: "Anna", lastname: "Albrecht" }];
const PRODUCTS = [{ id: "p", name: "30 min Massage", duration: 30 }];
const SLOT = {
  avId: "s",
  slotStart: "2026-12-01T09:00:00.000+01:00",
  slotEnd: "2026-12-01T09:30:00.000+01:00",
};

const answered = (body: unknown): DialogueEvent => ({ type: "webhook answered", body });
const said = (text: string): DialogueEvent => ({ type: "said", text });

/** A booking from the first ring to the end. */
const CALL: readonly DialogueEvent[] = [
  { type: "answered" },
  answered({ entityId: "e" }),
  answered({ name: "Studio" }),
  said("einen Termin morgen um neun"),
  answered(TYPES),
  answered(AGENTS),
  answered(PRODUCTS),
  answered([SLOT]),
  said("ja"),
  answered({ bookerInfo: ["firstname", "lastname"], participantInfo: [] }),
  said("Erika Musterfrau"),
  said("ja"),
  answered({ start: SLOT.slotStart }),
  said("nein"),
];

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) deepFreeze(member);
    Object.freeze(value);
  }
  return value;
}

describe("a dialogue", () => {
  it("is plain data at every turn, goes on from its JSON, and leaves the state before as it was", () => {
    let state: Dialogue = newDialogue(SETTINGS);
    let fromJson = state;
    for (const event of CALL) {
      const one = transition(deepFreeze(state), event);
      const other = transition(JSON.parse(JSON.stringify(fromJson)) as Dialogue, event);
      expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      state = one.state;
      fromJson = other.state;
    }
    expect(state.phase).toBe("ended");
  });

  it("says the day with every time, and repeats the wished words to the webhook as they were", () => {
    let state: Dialogue = newDialogue(SETTINGS);
    const effects = CALL.flatMap((event) => {
      const turn = transition(state, event);
      state = turn.state;
      return turn.effects;
    });
    const asked = effects.find((effect) => effect.type === "call webhook" && effect.action === "getSlots");
    expect(asked).toMatchObject({
      members: { dateTime: "einen Termin morgen um neun", agentId: "a", productId: "p" },
    });
    const texts = effects.flatMap((effect) => (effect.type === "say" ? [effect.text] : []));
    expect(texts[1]).toBe("Frei ist Dienstag, 1. Dezember, 9 Uhr. Passt Ihnen das?");
    expect(texts[3]).toBe(
      "Ich fasse zusammen: 30 min Massage bei Anna Albrecht am Dienstag, 1. Dezember, 9 Uhr, für Erika Musterfrau. Ist das richtig?",
    );
    expect(effects.at(-1)).toEqual({ type: "hang up" });
  });

  it("does nothing after its end, and nothing that does not belong to what it waits for", () => {
    const ended = transition(newDialogue(SETTINGS), { type: "hung up" }).state;
    expect(transition(ended, said("hallo"))).toEqual({ state: ended, effects: [] });
    const waiting = transition(newDialogue(SETTINGS), { type: "answered" }).state;
    expect(transition(waiting, said("hallo")).effects).toEqual([]);
    expect(transition(waiting, { type: "silence" }).effects).toEqual([]);
  });

  it("a turn costs far less than two milliseconds", () => {
    const took: number[] = [];
    for (let round = 0; round < 60; round += 1) {
      let state: Dialogue = newDialogue(SETTINGS);
      for (const event of CALL) {
        const began = performance.now();
        state = transition(state, event).state;
        took.push(performance.now() - began);
      }
    }
    const median = took.toSorted((a, b) => a - b)[took.length >> 1]!;
    expect(median).toBeLessThan(2);
  });
});
