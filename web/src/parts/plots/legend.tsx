import classes from "./plots.module.css";

export function Legend({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className={classes.legend}>
      {names.map((name, index) => (
        <li key={name}>
          <svg width="14" height="14" aria-hidden="true" focusable="false">
            <rect width="14" height="14" rx="2" className={classes.series} data-series={index} />
            {index === 1 ? <path d="M0 14L14 0M-4 7L7 -4M7 18L18 7" className={classes.stripe} /> : null}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
