import { z } from "zod";
import { clientSchema } from "./client-schema.ts";
import { entitySchema } from "./entity-schema.ts";
import type { Incomplete } from "./incomplete.ts";
import { id, line } from "./text-schema.ts";

/** A whole account in one file: what `apply` takes and `export` writes. */
export const practiceFileSchema = z
  .strictObject({
    $schema: z.string().optional().meta({ description: "For editors of JSON files; it has no effect." }),
    account: z
      .strictObject({
        id: id({ description: "Which account the file describes.", examples: ["acc-leipzig"] }),
        name: line(200, { description: "The customer's name.", examples: ["Gleichgewicht GmbH"] }),
        disclose: z.enum(["full", "minimal"]).optional().meta({
          description:
            "What findExistingUser tells: full, every member; minimal, the id, what was said, and what tells several clients apart. Default: full.",
        }),
      })
      .meta({
        description: "The data controller.",
        examples: [{ id: "acc-leipzig", name: "Gleichgewicht GmbH" }],
      }),
    entities: z
      .array(entitySchema)
      .max(10_000)
      .default([])
      .meta({ description: "The businesses or branches that are called." }),
    clients: z
      .array(clientSchema)
      .max(1_000_000)
      .default([])
      .meta({ description: "Who is known already; clients that are left out stay as they are." }),
  })
  .meta({ title: "Slotline practice file" });

export type PracticeFileInput = z.input<typeof practiceFileSchema>;
export type PracticeFile = z.output<typeof practiceFileSchema>;

/** A file of which each part is of the right form or missing. */
export type IncompleteFile = Incomplete<PracticeFile>;
