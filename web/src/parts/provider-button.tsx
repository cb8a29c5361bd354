import { Button } from "@mantine/core";
import { useState } from "react";
import { sendToLogin } from "../api/client.ts";
import { useWelcome } from "../api/welcome.ts";

/** Leads to the login of one's organisation, and from there to `to`; nothing where there is none. */
export function ProviderButton({
  path,
  body,
  label,
  isBusy = false,
  onGo,
  onProblem,
}: {
  readonly path: "/sign-in/provider" | "/invitation/provider";
  readonly body: { readonly to?: string | undefined; readonly token?: string };
  readonly label: string;
  /** Something else is under way. */
  readonly isBusy?: boolean;
  readonly onGo?: () => void;
  readonly onProblem: (error: unknown) => void;
}) {
  const welcome = useWelcome();
  const [isGoing, setGoing] = useState(false);
  const go = async () => {
    setGoing(true);
    onGo?.();
    try {
      const { url } = await sendToLogin<{ readonly url: string }>(path, body);
      window.location.assign(url);
    } catch (error) {
      onProblem(error);
      setGoing(false);
    }
  };
  if (welcome.data === undefined || welcome.data.providers.length === 0) return null;
  return (
    <Button variant="default" fullWidth disabled={isBusy} loading={isGoing} onClick={() => void go()}>
      {label}
    </Button>
  );
}
