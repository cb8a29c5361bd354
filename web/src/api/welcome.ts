import { useQuery } from "@tanstack/react-query";
import { get } from "./client.ts";

export interface Welcome {
  /** Who is logged in in this browser. */
  readonly email: string | null;
  /** Other ways to log in than a password. */
  readonly providers: readonly string[];
  /** Whether anybody can log in yet. */
  readonly hasOwner: boolean;
}

export function useWelcome() {
  return useQuery({
    queryKey: ["welcome"],
    queryFn: async () => (await get<Welcome>("/welcome")).data,
    // Who logs in or out on the way is somebody else.
    staleTime: 0,
  });
}
