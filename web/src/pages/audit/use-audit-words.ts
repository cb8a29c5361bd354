import { useQuery } from "@tanstack/react-query";
import type { AuditEntry, Key, Member } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";
import { useAccount } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { agentName } from "../../parts/names.ts";
import { useWhoDid } from "../../parts/use-who-did.ts";
import { AUDIT } from "./texts.ts";

type Fields = (typeof AUDIT)["de"]["field"];

/** What an entry of the trail means, in plain words; what is not known here is shown as it is. */
export function useAuditWords() {
  const t = useTexts(AUDIT);
  const names = useSubjectNames();

  const byWhom = useWhoDid();
  const whoOf = ({ by }: AuditEntry): string => byWhom(by);

  const whatOf = ({ action, subjectId, detail }: AuditEntry): string => {
    const [group, verb] = action.split(".") as [string, string];
    const known: Readonly<Record<string, Readonly<Record<string, string>>>> = AUDIT.de.action;
    if (known[group]?.[verb] === undefined) return action;
    const name = subjectId === null ? undefined : names.get(subjectId);
    const sentence = t(`action.${action}` as "action.account.change", {
      name: name === undefined ? t("removedThing") : t("quoted", { name }),
    });
    const fields = Array.isArray(detail.members) ? (detail.members as string[]) : [];
    const words = new Set(
      fields.map((field) => (field in AUDIT.de.field ? t(`field.${field as keyof Fields}`) : field)),
    );
    return [
      sentence,
      ...(words.size === 0 ? [] : [t("what", { what: [...words].join(", ") })]),
      ...(detail.overrule === true ? [t("overruled")] : []),
    ].join(" ");
  };

  return { whoOf, whatOf };
}

function useKeysAndMembers() {
  const keys = useQuery({
    queryKey: ["keys"],
    queryFn: async ({ signal }) => (await get<{ items: Key[] }>("/keys", {}, signal)).data.items,
  });
  const members = useQuery({
    queryKey: ["members"],
    queryFn: async ({ signal }) => (await get<{ items: Member[] }>("/members", {}, signal)).data.items,
  });
  return { keys, members };
}

/** Who can have done what is in the trail: people, and scripts, also those whose key was revoked. Undefined: not known yet. */
export function useDoers(): { readonly value: string; readonly label: string }[] | undefined {
  const byWhom = useWhoDid();
  const { keys, members } = useKeysAndMembers();
  if (keys.data === undefined || members.data === undefined) return undefined;
  const scripts = keys.data.filter(({ scopes }) => scopes.includes("staff"));
  return [
    ...members.data.map(({ userId, name }) => ({ value: userId, label: name })),
    ...scripts.map(({ id, label }) => ({
      value: id,
      label: byWhom({ kind: "key", id, name: label, isScript: true }),
    })),
  ];
}

/** Of everything in the configuration, the keys and the members, by id. */
function useSubjectNames(): ReadonlyMap<string, string> {
  const entities = useAccount().data?.data.entities ?? [];
  const { keys, members } = useKeysAndMembers();
  return new Map([
    ...entities.flatMap((entity) => [
      [entity.id, entity.name] as const,
      ...entity.agents.map((agent) => [agent.id, agentName(agent)] as const),
      ...entity.resources.map(({ id, name }) => [id, name] as const),
      ...entity.appointmentTypes.flatMap((type) => [
        [type.id, type.name] as const,
        ...type.products.map(({ id, name }) => [id, name] as const),
      ]),
    ]),
    ...(keys.data ?? []).flatMap(({ id, label }) => (label === null ? [] : [[id, label] as const])),
    ...(members.data ?? []).map(({ userId, name }) => [userId, name] as const),
  ]);
}
