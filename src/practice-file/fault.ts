/** Where in a file: member names and list indexes, from the outside in. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a practice file, and what to write instead. */
export interface Fault {
  /** `entities[0].agents[1].hours.mon[0]`; empty for the file as a whole. */
  readonly path: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A fault whose place in the text is not looked up yet. */
export interface PathFault {
  readonly path: Path;
  readonly message: string;
  /** The fault lies in the member's name and not in its value. */
  readonly inName?: boolean;
}

export type Report = (path: Path, message: string) => void;

export function pathText(path: Path): string {
  let text = "";
  for (const segment of path) {
    if (typeof segment === "number") text += `[${segment}]`;
    else if (!/^[A-Za-z_$][\w$]*$/.test(segment)) text += `[${JSON.stringify(segment)}]`;
    else text += text === "" ? segment : `.${segment}`;
  }
  return text;
}
