import { Button } from "@mantine/core";
import { type Entity, useMe } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { notifyFailed } from "../../parts/notify.tsx";
import { simulatorAddress } from "../../parts/simulator-address.ts";
import { useChange } from "../../parts/use-change.ts";
import { NUMBERS } from "./texts.ts";

/** Opens the simulator with that number dialled, by a key that soon works no more. */
export function CallSimulator({ entity, number }: { readonly entity: Entity; readonly number: string }) {
  const t = useTexts(NUMBERS);
  const me = useMe();
  const call = useChange((_tab: Window) => simulatorAddress(entity, number, me), {
    outdates: [],
    onDone: (address, tab) => tab.location.replace(address),
    onProblem: (_error, tab) => {
      tab.close();
      return false;
    },
  });
  const open = () => {
    // Within the click: a window that opens later is one that browsers block.
    const tab = window.open("", "_blank");
    if (tab === null) notifyFailed(t("blocked"));
    else call.mutate(tab);
  };
  return (
    <Button
      variant="light"
      size="xs"
      leftSection={<Icon name="phone" size={16} />}
      loading={call.isPending}
      onClick={open}
      aria-label={t("callOf", { number })}
    >
      {t("call")}
    </Button>
  );
}
