import { Button, Group, Select, TextInput } from "@mantine/core";
import { useTexts } from "../../i18n.ts";
import { AUDIT } from "./texts.ts";
import type { AuditFilter } from "./use-audit-filter.ts";
import { useDoers } from "./use-audit-words.ts";

const KINDS = Object.keys(AUDIT.de.kinds) as (keyof typeof AUDIT.de.kinds)[];

export function Filters({
  filter,
  isFiltered,
  onSet,
}: {
  readonly filter: AuditFilter;
  readonly isFiltered: boolean;
  readonly onSet: (part: Partial<AuditFilter>) => void;
}) {
  const t = useTexts(AUDIT);
  const doers = useDoers();
  const { by, action, from, to } = filter;
  const all = { value: "", label: t("all") };
  const isGone = by !== undefined && doers?.every(({ value }) => value !== by) === true;
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={t("who")}
        data={[all, ...(doers ?? []), ...(isGone ? [{ value: by, label: t("somebodyElse") }] : [])]}
        value={by ?? ""}
        allowDeselect={false}
        searchable
        onChange={(one) => onSet({ by: one || undefined })}
      />
      <Select
        label={t("whatKind")}
        data={[all, ...KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))]}
        value={action ?? ""}
        allowDeselect={false}
        onChange={(one) => onSet({ action: one || undefined })}
      />
      <TextInput
        type="date"
        label={t("from")}
        value={from ?? ""}
        max={to}
        onChange={({ currentTarget: { value } }) => onSet({ from: value || undefined })}
      />
      <TextInput
        type="date"
        label={t("to")}
        value={to ?? ""}
        min={from}
        onChange={({ currentTarget: { value } }) => onSet({ to: value || undefined })}
      />
      {isFiltered ? (
        <Button
          variant="subtle"
          onClick={() => onSet({ by: undefined, action: undefined, from: undefined, to: undefined })}
        >
          {t("noFilter")}
        </Button>
      ) : null}
    </Group>
  );
}
