import { useState } from "react";
import { sendToLogin } from "../../api/client.ts";
import { ApiProblem } from "../../api/problem.ts";
import { useTexts } from "../../i18n.ts";
import { useProblemText } from "../../parts/states.tsx";
import { useChange } from "../../parts/use-change.ts";
import { PROFILE } from "./texts.ts";

/** A change of one's own login; `fault` is what was wrong with what was typed. */
export function useLoginChange<Result>(path: string, onDone: (result: Result) => void) {
  const t = useTexts(PROFILE);
  const text = useProblemText();
  const [fault, setFault] = useState<string>();
  const change = useChange((body: Record<string, unknown>) => sendToLogin<Result>(path, body), {
    outdates: ["session"],
    onDone,
    onProblem: (error) => {
      const code = error instanceof ApiProblem ? error.problem.detail : undefined;
      const issues = error instanceof ApiProblem ? (error.problem.issues ?? []) : [];
      if (code === "INVALID_PASSWORD" || issues.some(({ path }) => path === "password"))
        setFault(t("fault.password"));
      else if (code === "INVALID_CODE") setFault(t("fault.code"));
      else if (code === "CREDENTIAL_ACCOUNT_NOT_FOUND") setFault(t("fault.noPassword"));
      else if (code === "PASSWORD_TOO_SHORT") setFault(t("fault.short"));
      else setFault(text(error));
      return true;
    },
  });
  return {
    fault,
    setFault,
    isBusy: change.isPending,
    send: (body: Record<string, unknown>) => {
      setFault(undefined);
      change.mutate(body);
    },
  };
}
