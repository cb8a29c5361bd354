import { Anchor, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Call } from "../../../../src/staff-api/wire-types.ts";
import { useAccount } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { useNames } from "../../parts/use-names.ts";
import { useProtocolWords } from "../../parts/use-protocol-words.ts";
import { formatInstant } from "../../time.ts";
import { CallClients } from "./call-clients.tsx";
import { DAY_AND_TIME, durationOf } from "./call-times.ts";
import { OutcomeBadge } from "./outcome-badge.tsx";
import { CALLS } from "./texts.ts";

export function CallTable({ calls }: { readonly calls: readonly Call[] }) {
  const t = useTexts(CALLS);
  const language = useLanguage();
  const names = useNames();
  const words = useProtocolWords();
  const hasBranches = (useAccount().data?.data.entities.length ?? 0) > 1;
  return (
    <Table highlightOnHover className="numbers" verticalSpacing="xs" aria-label={t("title")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("begun")}</Table.Th>
          <Table.Th visibleFrom="xs">{t("client")}</Table.Th>
          <Table.Th visibleFrom="xs">{t("duration")}</Table.Th>
          {hasBranches ? <Table.Th visibleFrom="sm">{t("branch")}</Table.Th> : null}
          <Table.Th>{t("outcome")}</Table.Th>
          <Table.Th visibleFrom="sm">{t("refusal")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {calls.map((call) => {
          const refused = call.refusals.map(words.refusal).join(", ");
          return (
            <Table.Tr key={call.id}>
              <Table.Td>
                <Anchor component={Link} to={`/calls/${encodeURIComponent(call.id)}`} fw={600} size="sm">
                  {formatInstant(call.begunAt, names.zone(call.entityId), language, DAY_AND_TIME)}
                </Anchor>
                {call.clients.length === 0 ? null : (
                  <Text size="sm" hiddenFrom="xs">
                    <CallClients of={call} size="sm" />
                  </Text>
                )}
                {call.hasCallId ? null : (
                  <Text size="xs" c="dimmed">
                    {t("withoutId")}
                  </Text>
                )}
              </Table.Td>
              <Table.Td visibleFrom="xs">
                {call.clients.length === 0 ? "–" : <CallClients of={call} size="sm" />}
              </Table.Td>
              <Table.Td visibleFrom="xs">{durationOf(call)}</Table.Td>
              {hasBranches ? (
                <Table.Td visibleFrom="sm">
                  {call.entityId === null ? "–" : names.entity(call.entityId)}
                </Table.Td>
              ) : null}
              <Table.Td>
                <OutcomeBadge outcome={call.outcome} />
                {refused === "" ? null : (
                  <Text size="xs" c="dimmed" hiddenFrom="sm" mt={2}>
                    {refused}
                  </Text>
                )}
              </Table.Td>
              <Table.Td visibleFrom="sm">{refused || "–"}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
