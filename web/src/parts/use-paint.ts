import { type PointerEvent, useEffect, useRef } from "react";

/** Shorter is a tap; a finger that stays so long means to paint, and the page no longer scrolls beneath it. */
const LONG_PRESS_MS = 350;
const STILL_PX = 8;

/** The value of `data-cell` of what lies there. */
function cellAt(x: number, y: number, within: HTMLElement): string | undefined {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-cell]");
  return cell != null && within.contains(cell) ? cell.dataset.cell : undefined;
}

/**
 * Drags over cells (elements with `data-cell`): at once by mouse or pen, after a long press by finger, where a tap is a
 * drag over one cell. Gives the properties of the element around them.
 */
export function usePaint<Element extends HTMLElement>({
  onStart,
  onOver,
  onEnd,
  onCancel,
}: {
  readonly onStart: (cell: string) => void;
  readonly onOver: (cell: string) => void;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
}) {
  const ref = useRef<Element>(null);
  const stroke = useRef<"idle" | "waiting" | "painting">("idle");
  const pressed = useRef<{ cell: string; x: number; y: number; timer: number }>(undefined);

  useEffect(() => {
    const element = ref.current;
    // React's own listener is a passive one, which cannot keep the page from scrolling.
    const hold = (event: TouchEvent) => {
      if (stroke.current === "painting") event.preventDefault();
    };
    element?.addEventListener("touchmove", hold, { passive: false });
    return () => element?.removeEventListener("touchmove", hold);
  }, []);

  const begin = (cell: string) => {
    stroke.current = "painting";
    onStart(cell);
  };
  const forget = () => {
    window.clearTimeout(pressed.current?.timer);
    pressed.current = undefined;
    stroke.current = "idle";
  };
  return {
    ref,
    onPointerDown: (event: PointerEvent<Element>) => {
      const cell = cellAt(event.clientX, event.clientY, event.currentTarget);
      if (cell === undefined || event.button !== 0 || !event.isPrimary) return;
      if (event.pointerType !== "touch") {
        event.currentTarget.setPointerCapture(event.pointerId);
        begin(cell);
        return;
      }
      stroke.current = "waiting";
      const timer = window.setTimeout(() => begin(cell), LONG_PRESS_MS);
      pressed.current = { cell, x: event.clientX, y: event.clientY, timer };
    },
    onPointerMove: (event: PointerEvent<Element>) => {
      if (stroke.current === "waiting" && pressed.current !== undefined) {
        const { x, y } = pressed.current;
        if (Math.hypot(event.clientX - x, event.clientY - y) > STILL_PX) forget();
      }
      if (stroke.current !== "painting") return;
      const cell = cellAt(event.clientX, event.clientY, event.currentTarget);
      if (cell !== undefined) onOver(cell);
    },
    onPointerUp: () => {
      if (stroke.current === "waiting" && pressed.current !== undefined) {
        onStart(pressed.current.cell);
        onEnd();
      } else if (stroke.current === "painting") onEnd();
      forget();
    },
    onPointerCancel: () => {
      if (stroke.current === "painting") onCancel();
      forget();
    },
    onContextMenu: (event: { preventDefault: () => void }) => {
      if (stroke.current === "painting") event.preventDefault();
    },
  };
}
