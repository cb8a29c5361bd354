import { describe, expect, it } from "vitest";
import { newDialogue, transition } from "./dialogue.ts";
import { languageModel } from "./language-model.ts";

const CHOICES = ["nein", "ich möchte meinen Termin absagen", "wie bitte"];

function model(content: unknown, status = 200) {
  const sent: { url: string; headers: Headers; body: { messages: { content: string }[] } }[] = [];
  const send: typeof fetch = async (url, init) => {
    sent.push({
      url: String(url),
      headers: new Headers(init?.headers),
      body: JSON.parse(String(init?.body)),
    });
    return Response.json({ choices: [{ message: { content } }] }, { status });
  };
  const ask = languageModel({ url: "http://127.0.0.1:1/v1/", model: "small", key: "secret", fetch: send });
  return { ask, sent };
}

describe("a language model maps words", () => {
  it("to one of the choices, by its number", async () => {
    const { ask, sent } = model("2");
    expect(await ask("ich kann da doch nicht", CHOICES)).toBe(CHOICES[1]);
    expect(sent[0]!.url).toBe("http://127.0.0.1:1/v1/chat/completions");
    expect(sent[0]!.headers.get("authorization")).toBe("Bearer secret");
    expect(sent[0]!.body.messages[0]!.content).toContain("2. ich möchte meinen Termin absagen");
    expect(sent[0]!.body.messages[1]!.content).toBe("ich kann da doch nicht");
  });

  it.each([["2."], [" 2 \n"], ["2: absagen"]])("also when it answers %j", async (content) => {
    expect(await model(content).ask("x", CHOICES)).toBe(CHOICES[1]);
  });

  it.each([["0"], ["4"], ["-1"], ["Dienstag um neun"], [""], [null], ["200"]])(
    "to none of them when it answers %j",
    async (content) => {
      expect(await model(content).ask("x", CHOICES)).toBeUndefined();
    },
  );

  it("to none of them when it is not there", async () => {
    const gone = languageModel({
      url: "http://127.0.0.1:1/v1",
      model: "m",
      fetch: async () => Promise.reject(new Error()),
    });
    expect(await gone("x", CHOICES)).toBeUndefined();
  });
});

describe("a dialogue that maps words", () => {
  const settings = { sipId: "1", language: "de", country: "DE", today: "2026-11-30" } as const;
  const listening = (mapsWords: boolean) => {
    let { state } = transition(newDialogue({ ...settings, mapsWords }), { type: "answered" });
    for (const body of [{ entityId: "e" }, { name: "Studio" }]) {
      ({ state } = transition(state, { type: "webhook answered", body }));
    }
    return state;
  };
  const hear = (text: string, mapsWords = true) => transition(listening(mapsWords), { type: "said", text });

  it("asks only for what it has not understood", () => {
    expect(hear("ich muss absagen").effects[0]).toMatchObject({ type: "say" });
    const { effects, state } = hear("ich kann am Freitag doch nicht kommen, tut mir leid");
    expect(effects).toMatchObject([{ type: "say" }]);
    const unclear = hear("mir ist was dazwischengekommen");
    expect(unclear.effects).toMatchObject([{ type: "map words", text: "mir ist was dazwischengekommen" }]);
    expect(unclear.state.phase).toBe("waiting");
    expect(state.phase).not.toBe("waiting");
  });

  it("goes on as if the choice had been said", () => {
    const { state } = hear("mir ist was dazwischengekommen");
    const next = transition(state, { type: "words mapped", to: "ich möchte meinen Termin absagen" });
    expect(next.state.task?.kind).toBe("cancel");
    expect(next.effects).toMatchObject([{ type: "say", text: "Wie ist Ihr Vor- und Nachname?" }]);
  });

  it.each([[undefined], ["ja"], ["Dienstag um neun"]])(
    "takes %j for none, and goes on as without it",
    (to) => {
      const { state } = hear("Blumenkohl");
      const mapped = transition(state, { type: "words mapped", to });
      const without = hear("Blumenkohl", false);
      expect(mapped.effects).toEqual(without.effects);
      expect(mapped.state.task).toEqual(without.state.task);
    },
  );

  it("never has a yes to what was read back from it", () => {
    const state = { ...listening(true), question: { about: "confirmation" } } as const;
    const { effects } = transition({ ...state, task: undefined }, { type: "said", text: "hm tja" });
    const [effect] = effects;
    expect(effect?.type).toBe("map words");
    expect(effect?.type === "map words" && effect.choices).not.toContain("ja");
    expect(effect?.type === "map words" && effect.choices).toContain("nein");
  });
});
