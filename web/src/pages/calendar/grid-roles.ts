const TABLE_ROLES = ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"]
  .map((role) => `[role="${role}"]`)
  .join(",");

/**
 * The grid says to screen readers that it is a table, and is none: its appointments stand beside the cells, not in them.
 * What remains is a region that can be scrolled by keyboard, with a button for each appointment.
 */
export function mendRoles(element: HTMLElement, label: string): void {
  for (const part of element.querySelectorAll(TABLE_ROLES)) {
    for (const name of ["role", "aria-colindex", "aria-rowindex", "aria-colcount", "aria-rowcount"]) {
      part.removeAttribute(name);
    }
  }
  const main = element.querySelector(".ec-main");
  if (main === null || main.hasAttribute("tabindex")) return;
  main.setAttribute("tabindex", "0");
  main.setAttribute("role", "region");
  main.setAttribute("aria-label", label);
}
