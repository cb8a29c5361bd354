import type { CallStep } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { useNames } from "../../parts/use-names.ts";
import { formatMoment } from "../../time.ts";
import { countOf, memberOf, textOf } from "./kept-json.ts";
import { CALLS } from "./texts.ts";

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What came of a step, in a line; undefined where the question says it all. */
export function useStepGist(): (step: CallStep) => string | undefined {
  const t = useTexts(CALLS);
  const language = useLanguage();
  const names = useNames();
  const moment = (text: string | undefined) =>
    text !== undefined && TIMESTAMP.test(text) ? formatMoment(text, language) : text;
  return ({ action, request, answer }) => {
    const count = countOf(answer) ?? 0;
    switch (action) {
      case "getEntityForSipId":
        return names.entity(textOf(answer, "entityId") ?? "");
      case "getBusinessName":
        return textOf(answer, "name");
      case "getSlots": {
        const wish = textOf(request, "dateTime");
        const wished =
          textOf(request, "understood") ??
          (wish !== undefined && DATE.test(wish)
            ? formatMoment(`${wish}T00:00`, language).replace(/, 00:00$/, "")
            : wish === "***"
              ? undefined
              : moment(wish));
        const [first] = Array.isArray(answer) ? answer : [];
        return [
          names.product(textOf(request, "productId") ?? ""),
          wished === undefined ? undefined : t("wished", { when: wished }),
          count === 0
            ? t("slots.none")
            : t("slots.found", { count, first: moment(textOf(first, "slotStart")) ?? "" }),
        ]
          .filter(Boolean)
          .join(" · ");
      }
      case "getProducts":
        return t("listed", { count });
      case "getAgents":
        return t("people", { count });
      case "findExistingUser":
        return count === 0 ? t("users.none") : t("users.found", { count });
      case "findExistingBooking":
        return count === 0 ? t("found.none") : t("found.some", { count });
      case "bookAppointment":
      case "modifyAppointment":
        return [
          textOf(answer, "name"),
          moment(textOf(answer, "start")),
          names.agent(textOf(memberOf(answer, "agent"), "id") ?? ""),
        ]
          .filter(Boolean)
          .join(" · ");
      default:
        return undefined;
    }
  };
}
