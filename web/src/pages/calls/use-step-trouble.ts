import type { CallStep } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { countOf, keptItems, memberOf, textOf } from "./kept-json.ts";
import { CALLS } from "./texts.ts";

/** Beyond what the refusal means: which detail it was, and what the caller heard. */
export function useStepTrouble(): (step: CallStep) => readonly string[] {
  const t = useTexts(CALLS);
  const nameOf = (path: string) => {
    const last = path.split(".").at(-1)!;
    return last in CALLS.de.member ? t(`member.${last as "dob"}`) : path;
  };
  return ({ outcome, answer }) => {
    if (outcome === "ok") return [];
    const lines: string[] = [];
    for (const issue of keptItems(memberOf(answer, "issues"))) {
      const path = textOf(issue, "path");
      if (path === undefined) continue;
      const message = textOf(issue, "message") ?? "";
      const what = message.includes("is missing")
        ? "isMissing"
        : message.includes("does not exist")
          ? "noSuchDate"
          : "notUnderstood";
      lines.push(t(what, { what: nameOf(path) }));
    }
    const missing = memberOf(answer, "missing");
    const named = keptItems(missing).filter((one): one is string => typeof one === "string");
    if (named.length > 0) {
      const more = (countOf(missing) ?? 0) - named.length;
      const members = [...new Set(named.map(nameOf))].join(", ");
      lines.push(
        t("missing", { members: more > 0 ? `${members} ${t("andMore", { count: more })}` : members }),
      );
    }
    const offered = countOf(memberOf(answer, "alternatives"));
    if (offered) lines.push(t("alternatives", { count: offered }));
    const speech = textOf(answer, "speech");
    if (speech !== undefined) lines.push(t("heard", { speech }));
    return lines;
  };
}
