import { writeFileSync } from "node:fs";
import { practiceFileJsonSchemaText } from "../src/practice-file/practice-file-json-schema.ts";
import { generateReadme } from "./readme-call.ts";

/** `npm run generate`: writes the files that are made from the code. A test fails when one of them is stale. */
writeFileSync(
  new URL("../examples/practice-file.schema.json", import.meta.url),
  practiceFileJsonSchemaText(),
);
await generateReadme();
