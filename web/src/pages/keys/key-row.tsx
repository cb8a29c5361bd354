import { Badge, Box, Button, Text } from "@mantine/core";
import type { Key } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { useChosenEntity } from "../../shell/entity.tsx";
import { formatInstant } from "../../time.ts";
import classes from "./keys.module.css";
import { KEYS } from "./texts.ts";

export const hasEnded = ({ revokedAt, expiresAt }: Key): boolean =>
  revokedAt !== null || (expiresAt !== null && Date.parse(expiresAt) <= Date.now());

/** One key: what it is for, what it may, where and how long. */
export function KeyRow({ value: key, onRevoke }: { readonly value: Key; readonly onRevoke: () => void }) {
  const t = useTexts(KEYS);
  const language = useLanguage();
  const { entities, entity } = useChosenEntity();
  const zone = entity?.timezone ?? "UTC";
  const moment = (iso: string) => formatInstant(iso, zone, language);
  const day = (iso: string) =>
    formatInstant(iso, zone, language, { day: "numeric", month: "short", year: "numeric" });
  const name = key.label ?? t("noLabel");
  const branches = key.entityIds?.map((id) => entities.find((one) => one.id === id)?.name ?? id);
  const isEnded = hasEnded(key);
  const validity =
    key.revokedAt !== null
      ? t("revokedAt", { date: moment(key.revokedAt) })
      : key.expiresAt === null
        ? t("forever")
        : t(isEnded ? "endedAt" : "until", { date: moment(key.expiresAt) });
  const facts = [
    ...(entities.length > 1 ? [branches?.join(", ") ?? t("everywhere")] : []),
    t("made", { date: day(key.createdAt) }),
    ...(isEnded ? [] : [validity]),
    ...(key.errorStatus === 200 ? [t("always200")] : []),
    ...(key.maxSlots === null ? [] : [t("maxSlots", { count: key.maxSlots })]),
  ];
  return (
    <li className={classes.item}>
      <Box miw={0} flex={1}>
        <Text fw={600} className={classes.name!}>
          {name}{" "}
          {isEnded ? (
            <Badge color="gray" variant="light" tt="none" component="span">
              {validity}
            </Badge>
          ) : null}
        </Text>
        <Text size="sm">{t("may", { what: key.scopes.map((scope) => t(`short.${scope}`)).join(", ") })}</Text>
        <Text size="xs" c="dimmed" className="numbers">
          {facts.join(" · ")}
        </Text>
      </Box>
      {isEnded ? null : (
        <Button
          variant="default"
          size="xs"
          flex="none"
          onClick={onRevoke}
          aria-label={t("revokeOf", { name })}
        >
          {t("revoke")}
        </Button>
      )}
    </li>
  );
}
