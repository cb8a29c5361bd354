import { Anchor, Button, Stack, Text } from "@mantine/core";
import { Link, Navigate, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Client } from "../../../../src/staff-api/wire-types.ts";
import type { Tagged } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { useMe } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { nameOf } from "../../parts/names.ts";
import { Page } from "../../parts/page.tsx";
import { Empty, Loaded } from "../../parts/states.tsx";
import { useNames } from "../../parts/use-names.ts";
import { formatInstant } from "../../time.ts";
import { BookingForm } from "../calendar/booking-form.tsx";
import { useQuestion } from "../calendar/confirm.ts";
import { ConfirmModal } from "../calendar/confirm-modal.tsx";
import { ClientBookings } from "./client-bookings.tsx";
import { ClientCard } from "./client-card.tsx";
import { ClientData } from "./client-data.tsx";
import { useClient, useClientBookings } from "./client-list.ts";
import { ClientNote } from "./client-note.tsx";
import classes from "./clients.module.css";
import { Duplicates } from "./duplicates.tsx";
import { CLIENTS } from "./texts.ts";

export function ClientPage() {
  const t = useTexts(CLIENTS);
  const { clientId } = useParams({ strict: false }) as { clientId: string };
  const client = useClient(clientId);
  if (isProblem(client.error, "not_found")) {
    return (
      <Page title={t("gone")}>
        <Empty action={<BackToList />}>{t("goneAbout")}</Empty>
      </Page>
    );
  }
  return (
    <Loaded query={client}>
      {(card) =>
        // It has become part of another one.
        card.data.id === clientId ? (
          <Shown key={clientId} card={card} />
        ) : (
          <Navigate to={`/clients/${card.data.id}`} replace />
        )
      }
    </Loaded>
  );
}

function BackToList() {
  const t = useTexts(CLIENTS);
  return (
    <Anchor component={Link} to="/clients" size="sm">
      {t("backToList")}
    </Anchor>
  );
}

function Shown({ card }: { readonly card: Tagged<Client> }) {
  const t = useTexts(CLIENTS);
  const { access } = useMe();
  const navigate = useNavigate();
  const [isBooking, setBooking] = useState(false);
  const { data: client } = card;
  const bookings = useClientBookings(client.id);
  const isDesk = access === "owner" || access === "desk";
  return (
    <Page
      title={nameOf(client)}
      about={<Facts client={client} bookings={bookings.data} />}
      actions={
        <Button leftSection={<Icon name="plus" />} onClick={() => setBooking(true)}>
          {t("book")}
        </Button>
      }
    >
      {isDesk ? <Duplicates client={client} /> : null}
      <div className={classes.card}>
        <Stack className={classes.side!}>
          <ClientCard card={card} />
          <ClientNote key={client.id} card={card} />
        </Stack>
        <Loaded query={bookings}>
          {(items) => <ClientBookings clientId={client.id} bookings={items} />}
        </Loaded>
      </div>
      <ClientData card={card} bookings={bookings.data} onErased={() => void navigate({ to: "/clients" })} />
      <BookingForm
        draft={isBooking ? { client: { kind: "known", client } } : undefined}
        onClose={() => setBooking(false)}
      />
      <ConfirmModal question={useQuestion()} />
    </Page>
  );
}

function Facts({
  client,
  bookings,
}: {
  readonly client: Client;
  readonly bookings: ReturnType<typeof useClientBookings>["data"];
}) {
  const t = useTexts(CLIENTS);
  const language = useLanguage();
  const zone = useNames().zone(null);
  // Appointments can have come from another system, older than the card.
  const first = [
    client.createdAt,
    ...(bookings ?? []).map(({ start }) => new Date(start).toISOString()),
  ].sort()[0]!;
  const since = formatInstant(first, zone, language, { dateStyle: "medium" });
  const came = bookings?.filter(({ status }) => status === "confirmed").length ?? 0;
  const noShows = bookings?.filter(({ noShow }) => noShow).length ?? 0;
  return (
    <Text component="span" size="sm">
      {t("since", { date: since })}
      {bookings === undefined ? null : (
        <>
          {` · ${t("bookingCount", { count: came })} · `}
          <Text component="span" inherit fw={noShows > 0 ? 700 : 400}>
            {t("noShowCount", { count: noShows })}
          </Text>
        </>
      )}
    </Text>
  );
}
