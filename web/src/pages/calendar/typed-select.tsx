import { Select, type SelectProps } from "@mantine/core";
import type { MouseEvent } from "react";

const selectAll = ({ currentTarget }: MouseEvent<HTMLInputElement>) => currentTarget.select();

/** A choice of one that letters find as well: they replace what is chosen, and Enter takes the first that they mean. */
export function TypedSelect(props: Omit<SelectProps, "searchable" | "allowDeselect" | "onClick">) {
  return <Select {...props} searchable allowDeselect={false} selectFirstOptionOnChange onClick={selectAll} />;
}
