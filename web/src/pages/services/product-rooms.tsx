import { Anchor, NumberInput, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ResourceConfiguration } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { poolLabel } from "../../parts/pool-name.ts";
import { Panel } from "./panel.tsx";
import { numberOf, type Typed } from "./product-draft.ts";
import { SERVICES } from "./texts.ts";

type Needed = Readonly<Record<string, Typed>>;

/** How many of each kind of room or device one appointment takes. */
export function ProductRooms({
  resources,
  needed,
  error,
  onChange,
}: {
  readonly resources: readonly ResourceConfiguration[];
  readonly needed: Needed;
  readonly error: string | undefined;
  readonly onChange: (needed: Needed) => void;
}) {
  const t = useTexts(SERVICES);
  const sizes = new Map<string, number>();
  for (const { pool } of resources) sizes.set(pool, (sizes.get(pool) ?? 0) + 1);
  const chosen = Object.entries(needed).flatMap(([pool, typed]) => {
    const count = numberOf(typed) ?? 0;
    return count > 0 ? [`${count} × ${poolLabel(pool)}`] : [];
  });
  return (
    <Panel name="rooms" title={t("variant.rooms")} summary={chosen.join(" · ") || t("variant.none")}>
      <Stack gap="sm">
        {sizes.size === 0 ? (
          <Text size="sm">
            {t("variant.noRooms")}{" "}
            <Anchor component={Link} to="/rooms" size="sm" underline="always">
              {t("variant.toRooms")}
            </Anchor>
          </Text>
        ) : (
          <Text size="xs" c="dimmed">
            {t("variant.roomsHint")}
          </Text>
        )}
        {[...sizes].map(([pool, count]) => {
          const isTooMany = (numberOf(needed[pool] ?? "") ?? 0) > count;
          return (
            <NumberInput
              key={pool}
              label={poolLabel(pool)}
              description={t("variant.ofPool", { count })}
              value={needed[pool] ?? 0}
              onChange={(value) => onChange({ ...needed, [pool]: value })}
              allowDecimal={false}
              allowNegative={false}
              min={0}
              max={count}
              clampBehavior="none"
              error={isTooMany ? (error ?? t("fault.resources")) : undefined}
              inputWrapperOrder={["label", "input", "description", "error"]}
            />
          );
        })}
      </Stack>
    </Panel>
  );
}
