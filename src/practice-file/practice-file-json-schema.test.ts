import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { practiceFileJsonSchema, practiceFileJsonSchemaText } from "./practice-file-json-schema.ts";

const examples = new URL("../../examples/", import.meta.url);

describe("the JSON Schema of the practice file", () => {
  it("is the committed one", async () => {
    const committed = await readFile(new URL("practice-file.schema.json", examples), "utf8");
    expect(committed, "examples/practice-file.schema.json is stale: npm run generate").toBe(
      practiceFileJsonSchemaText(),
    );
  });

  it("is referenced by the example's first line", async () => {
    const [first] = (await readFile(new URL("physio.yaml", examples), "utf8")).split("\n");
    expect(first).toBe("# yaml-language-server: $schema=practice-file.schema.json");
  });

  it("asks for what has no default only, and allows no unknown member", () => {
    expect(practiceFileJsonSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      required: ["account"],
      additionalProperties: false,
      properties: {
        entities: { items: { required: ["id", "name", "timezone"], additionalProperties: false } },
      },
    });
  });

  it("describes every member of an entity, for editors that show it", () => {
    const schema = practiceFileJsonSchema() as {
      properties: { entities: { items: { properties: Record<string, { description?: string }> } } };
    };
    const members = Object.entries(schema.properties.entities.items.properties);
    expect(members.filter(([, member]) => member.description === undefined).map(([name]) => name)).toEqual(
      [],
    );
  });

  it("has no member that docs/practice-file.md leaves out", async () => {
    const page = await readFile(new URL("../../docs/practice-file.md", import.meta.url), "utf8");
    const missing = memberNames(practiceFileJsonSchema()).filter(
      (name) => !new RegExp(`\\b${name}\\b`).test(page),
    );
    const WEEKDAYS_BETWEEN = ["wed", "thu", "fri", "sat"]; // "`mon` to `sun`"
    expect(missing.filter((name) => !WEEKDAYS_BETWEEN.includes(name))).toEqual([]);
  });
});

function memberNames(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const properties = "properties" in schema ? Object.keys(schema.properties as object) : [];
  const names = properties.map((name) => name.replace("$", ""));
  return [...new Set([...names, ...Object.values(schema).flatMap(memberNames)])];
}
