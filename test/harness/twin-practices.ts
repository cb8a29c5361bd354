import { PHYSIO } from "./desk-under-test.ts";

/** Accounts that look like the one of the demo business: same names, same hours, same products. */

const IDS = ["agId1", "agId2", "agId3", "abc1", "def2", "ghi3", "prId1", "prId2", "prId3", "prId4"];
const ENTITY_IDS = ["xyzBusinessEntityId", ...IDS, "room1", "room2"];
const SIP_IDS = ["phoneSipId12345678", '"+49 341 1234567"'];

/** The demo's account again under another id; everything else, all ids included, is the same. */
export function withAccount(accountId: string, text = PHYSIO): string {
  return text.replace("id: acc-leipzig", `id: ${accountId}`);
}

/** The demo's account under another id with ids of its own. Its SIP ids and people are the same. */
export function twinOf(accountId: string, suffix: string): string {
  const own = renamed(PHYSIO, ENTITY_IDS, suffix);
  return withAccount(accountId, own.replaceAll("abcUserId", `abcUserId${suffix}`));
}

/** Gives the entity other SIP ids than the demo's, and another language, so that a wrong one would be heard. */
export function inEnglish(text: string, sipId: string, phone: string): string {
  return text
    .replace("language: de", "language: en")
    .replace(SIP_IDS[0]!, sipId)
    .replace(SIP_IDS[1]!, `"${phone}"`);
}

/** The demo's account with a second entity that looks like the first one but for its ids. */
export function withSecondEntity(suffix: string, sipId: string, phone: string): string {
  const [, head, entity, clients] = /^(.*\nentities:\n)(.*)(\nclients:.*)$/s.exec(PHYSIO)!;
  return head! + entity! + inEnglish(renamed(entity!, ENTITY_IDS, suffix), sipId, phone) + clients!;
}

function renamed(text: string, ids: readonly string[], suffix: string): string {
  return ids.reduce((changed, id) => changed.replace(new RegExp(`\\b${id}\\b`, "g"), `${id}${suffix}`), text);
}
