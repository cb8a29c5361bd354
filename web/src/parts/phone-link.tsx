import { Anchor, type AnchorProps } from "@mantine/core";
import type { Client } from "../../../src/staff-api/wire-types.ts";

/** The number of that card as people read it; a click dials it where it can be dialled. */
export function PhoneLink({
  of: { phoneShown, phoneDialled },
  ...look
}: AnchorProps & { readonly of: Pick<Client, "phoneShown" | "phoneDialled"> }) {
  if (phoneDialled === null) return phoneShown;
  return (
    <Anchor href={`tel:${phoneDialled}`} {...look}>
      {phoneShown}
    </Anchor>
  );
}
