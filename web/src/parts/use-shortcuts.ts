import { type HotkeyItem, useHotkeys } from "@mantine/hooks";

/** What lies over the page and has keys of its own. */
const OVER_THE_PAGE = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Keys of the page: none of them works while a dialog lies over it, or while something is typed. */
export function useShortcuts(shortcuts: readonly (readonly [key: string, act: () => void])[]): void {
  useHotkeys(
    shortcuts.map(
      ([key, act]): HotkeyItem => [
        key,
        (event) => {
          if (document.querySelector(OVER_THE_PAGE) !== null) return;
          event.preventDefault();
          act();
        },
        { preventDefault: false },
      ],
    ),
  );
}
