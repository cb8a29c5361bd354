import { Button } from "@mantine/core";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { notifyFailed } from "../../parts/notify.tsx";
import { useChange } from "../../parts/use-change.ts";
import { NUMBERS } from "./texts.ts";

const HOUR_MS = 3_600_000;

/** Opens the simulator with that number dialled, by a key of its own that soon works no more. */
export function CallSimulator({ entity, number }: { readonly entity: Entity; readonly number: string }) {
  const t = useTexts(NUMBERS);
  const call = useChange(
    async (_tab: Window) => {
      const body = {
        label: "Simulator",
        scopes: ["read", "book", "clients"],
        entityIds: [entity.id],
        expiresAt: new Date(Date.now() + HOUR_MS).toISOString(),
      };
      return (await send<{ key: string }>("/keys", { method: "POST", body })).data.key;
    },
    {
      outdates: ["keys"],
      onDone: (key, tab) => {
        const dialled = new URLSearchParams({ key, sip: number, lang: entity.language });
        tab.location.replace(`/simulator#${dialled}`);
      },
      onProblem: (_error, tab) => {
        tab.close();
        return false;
      },
    },
  );
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
