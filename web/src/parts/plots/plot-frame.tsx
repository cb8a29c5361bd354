import { Button, Group, Paper, Table, Text, Title } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useLanguage, useTexts } from "../../i18n.ts";
import { formatNumber } from "../../time.ts";
import { type Cell, csvOf, download } from "./csv.ts";
import classes from "./plots.module.css";
import { PLOTS } from "./texts.ts";

export interface PlotTable {
  readonly fileName: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What stands in the table instead of a cell, such as a date as it is read; the file keeps the cell. */
  readonly show?: (cell: Cell, column: number) => string;
}

/** A plot with its title, what it says in a sentence, and the numbers that it is drawn from. */
export function PlotFrame({
  title,
  about,
  table,
  isEmpty = false,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  readonly table: PlotTable;
  readonly isEmpty?: boolean;
  /** Draws in as many pixels as there are. */
  readonly children: (width: number) => ReactNode;
}) {
  const t = useTexts(PLOTS);
  const language = useLanguage();
  const { ref, width } = useElementSize();
  const { fileName, header, rows, show } = table;
  const shown = (cell: Cell, column: number) =>
    show?.(cell, column) ??
    (cell === null
      ? "–"
      : typeof cell === "number"
        ? formatNumber(cell, language, { maximumFractionDigits: 1 })
        : cell);
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} fz="h4">
        {title}
      </Title>
      {about === undefined ? null : (
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      )}
      <div ref={ref} className={classes.canvas}>
        {isEmpty ? <Text c="dimmed">{t("noData")}</Text> : width > 0 ? children(Math.floor(width)) : null}
      </div>
      {isEmpty ? null : (
        <details className={classes.details}>
          <summary>{t("table")}</summary>
          <Group justify="flex-end" mb="xs">
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => download(fileName, csvOf(header, rows, language === "de" ? "," : "."))}
            >
              {t("csv")}
            </Button>
          </Group>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <section className={classes.scroll} tabIndex={0} aria-label={`${title}: ${t("table")}`}>
            <Table striped className="numbers" stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  {header.map((name) => (
                    <Table.Th key={name}>{name}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={row.slice(0, 2).join(" ")}>
                    {row.map((cell, column) =>
                      column === 0 ? (
                        <Table.Th key={header[column]} scope="row" fw={400}>
                          {shown(cell, column)}
                        </Table.Th>
                      ) : (
                        <Table.Td key={header[column]}>{shown(cell, column)}</Table.Td>
                      ),
                    )}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        </details>
      )}
    </Paper>
  );
}
