import { useState } from "react";
import { isProblem } from "../api/problem.ts";
import { accountQuery, queryClient } from "../api/queries.ts";
import { useChange } from "./use-change.ts";

const newestTag = () => queryClient.getQueryData(accountQuery.queryKey)?.etag ?? "*";

/**
 * A change of the configuration, refused when it is not based on what the server has. With `isForm` that is what was
 * seen when the form appeared, else what is seen now; after a refusal the form goes on from the newest.
 */
export function useConfigurationChange<Input, Result>(
  work: (input: Input, ifMatch: string) => Promise<Result>,
  {
    isForm = false,
    onDone,
    onProblem,
  }: {
    readonly isForm?: boolean;
    readonly onDone?: (result: Result, input: Input) => void;
    readonly onProblem?: (error: unknown) => boolean;
  } = {},
) {
  const [seen, setSeen] = useState(newestTag);
  return useChange((input: Input) => work(input, isForm ? seen : newestTag()), {
    outdates: ["account"],
    ...(onDone === undefined ? {} : { onDone }),
    onProblem: (error) => {
      if (isProblem(error, "changed_meanwhile")) setSeen(newestTag());
      return onProblem?.(error) ?? false;
    },
  });
}
