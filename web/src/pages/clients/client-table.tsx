import { Anchor, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Client } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { nameOf } from "../../parts/names.ts";
import { PhoneLink } from "../../parts/phone-link.tsx";
import { dobShown } from "./client-card-fields.ts";
import { CLIENTS } from "./texts.ts";

/** Cards one below the other; on a telephone what tells them apart stands below the name. */
export function ClientTable({ clients }: { readonly clients: readonly Client[] }) {
  const t = useTexts(CLIENTS);
  const language = useLanguage();
  return (
    <Table highlightOnHover className="numbers" verticalSpacing="xs" aria-label={t("title")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("name")}</Table.Th>
          <Table.Th visibleFrom="sm">{t("field.dob")}</Table.Th>
          <Table.Th visibleFrom="xs">{t("field.phone")}</Table.Th>
          <Table.Th visibleFrom="sm">{t("field.city")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {clients.map((client) => {
          const born = client.dob === null ? undefined : dobShown(client.dob, language);
          return (
            <Table.Tr key={client.id}>
              <Table.Td>
                <Anchor component={Link} to={`/clients/${client.id}`} fw={600}>
                  {nameOf(client)}
                </Anchor>
                <Text size="xs" c="dimmed" hiddenFrom="sm">
                  {[born && `* ${born}`, client.city].filter(Boolean).join(" · ")}
                </Text>
                {client.phone === null ? null : <PhoneLink of={client} size="sm" hiddenFrom="xs" />}
                {client.note === null ? null : (
                  <Text size="xs" c="dimmed" lineClamp={1}>
                    <span role="img" aria-label={t("note.title")}>
                      ✎
                    </span>{" "}
                    {client.note}
                  </Text>
                )}
              </Table.Td>
              <Table.Td visibleFrom="sm">{born ?? "–"}</Table.Td>
              <Table.Td visibleFrom="xs">
                {client.phone === null ? "–" : <PhoneLink of={client} size="sm" />}
              </Table.Td>
              <Table.Td visibleFrom="sm">{client.city ?? "–"}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
