import { Anchor, type AnchorProps } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateOf } from "../time.ts";

/** Leads to a booking in the calendar, its details open; or just to that day. */
export function CalendarLink({
  start,
  bookingId,
  isNewWindow = false,
  children,
  ...looks
}: Pick<AnchorProps, "size" | "fw" | "td" | "className"> & {
  /** Of the business's clocks. */
  readonly start: string;
  readonly bookingId?: string | undefined;
  readonly isNewWindow?: boolean;
  readonly children: ReactNode;
}) {
  // The router's types are not known here: pages read their search themselves.
  const search = { date: dateOf(start), booking: bookingId } as never;
  return (
    <Anchor component={Link} to="/" search={search} {...(isNewWindow ? { target: "_blank" } : {})} {...looks}>
      {children}
    </Anchor>
  );
}
