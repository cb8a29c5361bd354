import { useEffect, useRef } from "react";
import classes from "./plots.module.css";

export interface HeatCell {
  /** From 0 to 1 and beyond; null: there is nothing to measure it by. */
  readonly share: number | null;
  readonly hint: string;
}

/** Rows by columns, darker for more, each with its number; a table, because it is one. */
export function HeatMap({
  caption,
  corner,
  columns,
  rows,
  format,
}: {
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly HeatCell[] }[];
  readonly format: (share: number) => string;
}) {
  const scroller = useRef<HTMLElement>(null);
  const count = columns.length;
  useEffect(() => {
    // The latest is what is asked for.
    if (count > 0) scroller.current?.scrollTo({ left: scroller.current.scrollWidth });
  }, [count]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={scroller} className={classes.scroll} tabIndex={0} aria-label={caption}>
      <table className={`${classes.heat} numbers`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map(({ share, hint }, index) => (
                <td
                  key={columns[index]}
                  title={hint}
                  data-strong={share !== null && share >= 0.8 ? true : undefined}
                  style={{ "--share": share === null ? 0 : Math.min(1, share) } as Record<string, number>}
                >
                  {share === null ? "–" : format(share)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
