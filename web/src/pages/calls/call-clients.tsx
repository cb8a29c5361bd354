import { Anchor, type AnchorProps } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { Call } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { nameOf } from "../../parts/names.ts";
import { CALLS } from "./texts.ts";

/** Whom a call was about; whose number it was, where nothing else is known. */
export function CallClients({ of: { clients }, ...look }: AnchorProps & { readonly of: Call }) {
  const t = useTexts(CALLS);
  return clients.map((client, index) => (
    <Fragment key={client.id}>
      {index === 0 ? null : "; "}
      <Anchor component={Link} to={`/clients/${client.id}`} {...look}>
        {client.knownBy === "phone" ? t("numberOf", { name: nameOf(client) }) : nameOf(client)}
      </Anchor>
    </Fragment>
  ));
}
