import type { Client } from "../identity/client.ts";
import { type AccountConfiguration, CLIENT_FIELDS } from "../scheduling/configuration.ts";
import type { Store } from "../store/store.ts";
import { clientSchema } from "./client-schema.ts";
import { practiceFileSchema } from "./practice-file-schema.ts";
import { withoutDefaults } from "./without-defaults.ts";
import { yamlText } from "./yaml-text.ts";

const HEADER = `# A whole account, as slotline export wrote it. Edit it and give it back with: slotline apply FILE
# What is left out has its default; docs/practice-file.md explains every member.
`;

/** The account as text that `applyPracticeFile` takes back without differences; undefined when there is none. */
export async function exportPracticeFile(
  store: Pick<Store, "configuration" | "clients">,
  accountId: string,
): Promise<string | undefined> {
  const stored = await store.configuration(accountId);
  return stored && practiceFileText(stored.configuration, await store.clients(accountId));
}

/** YAML in the style of `examples/physio.yaml`. */
export function practiceFileText(configuration: AccountConfiguration, clients: readonly Client[]): string {
  const { entities, ...account } = configuration;
  const file = { account, entities, clients: clients.flatMap(fileClientOf) };
  return `${HEADER}${yamlText(withoutDefaults(practiceFileSchema, file) as Record<string, unknown>)}`;
}

/**
 * Without what callers said and the file does not allow, such as the phone number "anonymous": apply leaves clients
 * and members as they are that the file leaves out.
 */
function fileClientOf({ id, ...details }: Client): object[] {
  const { shape } = clientSchema;
  if (!shape.id.safeParse(id).success) return [];
  const said = CLIENT_FIELDS.filter((field) => {
    const reading = shape[field].safeParse(details[field]);
    return details[field] !== null && reading.success && reading.data === details[field];
  });
  return [{ id, ...Object.fromEntries(said.map((field) => [field, details[field]])) }];
}
