import { z } from "zod";
import { practiceFileSchema } from "./practice-file-schema.ts";

/** JSON Schema (draft 2020-12) of the file, for editors. */
export function practiceFileJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(practiceFileSchema, {
    target: "draft-2020-12",
    io: "input",
  });
  return { $schema, ...schema };
}

const LINE_WIDTH = 110; // as in biome.json, so that the generated file passes the format check

/** What `examples/practice-file.schema.json` holds. */
export function practiceFileJsonSchemaText(): string {
  let text = `${JSON.stringify(practiceFileJsonSchema(), null, 2)}\n`;
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(
      /^( *(?:"[^"]*": )?)\[\n([^{}[\]]*(?:\[[^{}[\]\n]*\][^{}[\]]*)*)\n *\](,?)$/gm,
      onOneLine,
    );
  }
  return text;
}

function onOneLine(list: string, label: string, entries: string, comma: string): string {
  const line = `${label}[${entries.trim().replace(/\n */g, " ")}]${comma}`;
  return line.length > LINE_WIDTH ? list : line;
}
