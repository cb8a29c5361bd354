import { useMutation } from "@tanstack/react-query";
import { isProblem } from "../api/problem.ts";
import { queryClient } from "../api/queries.ts";
import { notifyFailed } from "./notify.tsx";
import { useProblemText } from "./states.tsx";

/**
 * A change on the server: what it makes old is read anew, also when somebody else was faster; what goes wrong is said,
 * unless `onProblem` has dealt with it and returns true.
 */
export function useChange<Input, Result>(
  work: (input: Input) => Promise<Result>,
  {
    outdates,
    onDone,
    onProblem,
  }: {
    /** First parts of query keys. */
    readonly outdates: readonly string[];
    readonly onDone?: (result: Result, input: Input) => void;
    readonly onProblem?: (error: unknown, input: Input) => boolean;
  },
) {
  const text = useProblemText();
  const refresh = () =>
    Promise.all(
      outdates.map(async (name) => {
        const queryKey = [name];
        await queryClient.invalidateQueries({ queryKey });
        // What the server says of the same change may have begun to read anew: then that has to come in.
        if (queryClient.isFetching({ queryKey }) > 0)
          await queryClient.refetchQueries({ queryKey, type: "active" }, { cancelRefetch: false });
      }),
    );
  return useMutation({
    mutationFn: work,
    onSuccess: async (result, input) => {
      await refresh();
      onDone?.(result, input);
    },
    onError: async (error, input) => {
      if (isProblem(error, "changed_meanwhile") || isProblem(error, "not_found")) await refresh();
      if (onProblem?.(error, input) === true) return;
      notifyFailed(text(error));
    },
  });
}
