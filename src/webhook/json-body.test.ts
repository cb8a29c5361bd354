import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJsonBody } from "./json-body.ts";

const read = (text: string) => readJsonBody(new TextEncoder().encode(text));

function nested(depth: number): string {
  return `${'{"a":'.repeat(depth - 1)}{}${"}".repeat(depth - 1)}`;
}

describe("what is read", () => {
  it("any JSON object, as JSON.parse reads it", () => {
    const object = fc.dictionary(
      fc.string({ unit: "binary" }).filter((name) => name !== "__proto__"),
      fc.jsonValue({ maxDepth: 4, noUnicodeString: false }),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(object, fc.constantFrom(0, 3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        if (text.includes("__proto__")) return;
        expect(readJsonBody(Buffer.from(text))).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it("colons, braces and escaped quotes inside of texts are no members", () => {
    const value = { a: '{"x":1,"x":2}', 'b"\\:{[': '\\":\\\\', c: ["::", { d: ":" }] };
    expect(read(JSON.stringify(value))).toEqual({ ok: true, value });
  });

  it("a BOM and blanks around it", () => {
    expect(read('\ufeff {"a":1}\n')).toEqual({ ok: true, value: { a: 1 } });
  });

  it("sixteen levels", () => {
    expect(read(nested(16)).ok).toBe(true);
  });

  it("names that objects inherit are members like others", () => {
    const read_ = read('{"constructor":1,"toString":{"valueOf":2}}');
    expect(read_).toEqual({ ok: true, value: JSON.parse('{"constructor":1,"toString":{"valueOf":2}}') });
  });

  it("equal names in different objects", () => {
    expect(read('{"a":{"id":1},"b":[{"id":1},{"id":2}],"id":3}').ok).toBe(true);
  });
});

describe("what is refused", () => {
  it.each([
    ["nothing", ""],
    ["half an object", '{"a":1'],
    ["NaN", '{"a":NaN}'],
    ["a comma too many", '{"a":1,}'],
    ["more than one", "{}{}"],
  ])("not JSON: %s", (_what, text) => {
    expect(read(text)).toEqual({ ok: false, message: "The body is not valid JSON." });
  });

  it.each(["null", "[]", '"a"', "1", "true", "[{}]"])("no object: %s", (text) => {
    expect(read(text)).toEqual({ ok: false, message: expect.stringContaining("must be a JSON object") });
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":2}',
    '{"b":{"a":1,"a":2}}',
    '{"b":[[{"a":1,"a":2}]]}',
    '{"":1,"":2}',
    '{"a":1,"a":{"b":1}}',
    '{"a":{"b":1,"c":2},"a":1}',
    '{"constructor":1,"constructor":2}',
  ])("the same member twice: %s", (text) => {
    expect(read(text)).toEqual({ ok: false, message: expect.stringContaining("twice") });
  });

  it.each([
    '{"__proto__":1}',
    '{"a":[{"__proto__":null}]}',
    '{"\\u005f_proto__":{}}',
    '{"__proto__":1,"__proto__":2}',
  ])("__proto__: %s", (text) => {
    expect(read(text)).toEqual({ ok: false, message: expect.stringContaining("__proto__") });
  });

  it.each([17, 1_000, 10_000])("nested %i deep, also when it is cut", (depth) => {
    for (const text of [nested(depth), "[".repeat(depth), '{"a":'.repeat(depth)]) {
      expect(read(text)).toEqual({ ok: false, message: expect.stringContaining("nested deeper") });
    }
  });

  it.each([[0x80], [0xe2, 0x82], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xff]])(
    "not UTF-8: %j",
    (...wrong) => {
      const bytes = Uint8Array.from([...Buffer.from('{"a":"'), ...wrong, ...Buffer.from('"}')]);
      expect(readJsonBody(bytes)).toEqual({ ok: false, message: "The body is not valid UTF-8." });
    },
  );
});

it("whatever bytes come, the answer is an object or a reason", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const read_ = readJsonBody(bytes);
      expect(read_.ok ? typeof read_.value : typeof read_.message).toBe(read_.ok ? "object" : "string");
    }),
  );
});
