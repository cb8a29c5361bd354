import { Alert, Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import type { Client } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { ClientLine } from "../../shell/client-search.tsx";
import { useDuplicates } from "./client-list.ts";
import { MergeCards } from "./merge-cards.tsx";
import { CLIENTS } from "./texts.ts";

/** Says so where there seems to be a second card of the same person. */
export function Duplicates({ client }: { readonly client: Client }) {
  const t = useTexts(CLIENTS);
  const alike = useDuplicates(client.id, true);
  const [compared, setCompared] = useState<Client>();
  const others = alike.data ?? [];
  return (
    <>
      {others.length === 0 ? null : (
        <Alert
          variant="default"
          icon={<Icon name="people" />}
          title={t("merge.maybe", { count: others.length })}
        >
          <Stack gap="xs">
            {others.map((other) => (
              <Group key={other.id} justify="space-between">
                <ClientLine client={other} />
                <Button size="compact-sm" variant="default" onClick={() => setCompared(other)}>
                  {t("merge.compare")}
                </Button>
              </Group>
            ))}
          </Stack>
        </Alert>
      )}
      <MergeCards client={client} other={compared} onClose={() => setCompared(undefined)} />
    </>
  );
}
