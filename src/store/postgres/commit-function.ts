/**
 * The hot write as one call, one round trip, one transaction: `commit_booking(change)` is true when it was written and
 * false when something it was based on has changed; then nothing of it is left.
 *
 * Resources and agents are locked first, in the order in which a new configuration writes them and of their ids.
 * Overlap is refused by the constraint on claims alone, but two transactions that insert overlapping claims at once
 * would each wait for the other.
 *
 * Servers of the release before send no `lookup`, no `completed` and less of `newClients`; the sweep does what is missing.
 */
export const COMMIT_FUNCTION = `
create or replace function commit_booking(change json) returns boolean language plpgsql as $$
declare
  account constant text := change ->> 'accountId';
  now_ms constant bigint := (change ->> 'at')::bigint;
  booking constant json := change -> 'booking';
  booking_key constant text := booking ->> 'id';
  touched bigint;
  completed json;
begin
  perform from resources
    where account_id = account and id in (select json_array_elements_text(change -> 'resources'))
    order by id for no key update;
  perform from agents
    where account_id = account and id in (select json_array_elements_text(change -> 'agents'))
    order by id for no key update;

  if change ->> 'configurationVersion' is not null then
    perform from accounts
      where id = account and config_version = (change ->> 'configurationVersion')::bigint;
    if not found then raise exception using errcode = 'SL001'; end if;
  end if;

  -- One statement: in the order of their names, so that nobody waits for who waits for him.
  with expected as (
    select one ->> 0 as subject, (one ->> 1)::bigint as version
    from json_array_elements(change -> 'versions') one order by 1
  ), raised as (
    insert into versions (account_id, subject, version, changed_at)
    select account, subject, 1, now_ms from expected order by subject
    on conflict (account_id, subject) do update
      set version = versions.version + 1, changed_at = excluded.changed_at
    returning subject, version
  )
  select count(*) into touched from expected join raised using (subject) where raised.version <> expected.version + 1;
  if touched > 0 then raise exception using errcode = 'SL001'; end if;

  insert into clients select * from json_populate_recordset(null::clients, change -> 'newClients');

  -- One card after the other, in the order of their ids.
  for completed in
    select one from json_array_elements(change -> 'completed') one order by one -> 'after' ->> 'id'
  loop
    update clients card set
      firstname = said.firstname, lastname = said.lastname, email = said.email, dob = said.dob, phone = said.phone,
      street = said.street, zip = said.zip, city = said.city, country = said.country,
      firstname_key = said.firstname_key, lastname_key = said.lastname_key, email_key = said.email_key,
      phone_key = said.phone_key, updated_at = now_ms
    from json_populate_record(null::clients, completed -> 'after') said,
      json_populate_record(null::clients, completed -> 'before') was
    where card.account_id = account and card.id = said.id and card.merged_into is null
      and (card.firstname, card.lastname, card.email, card.dob, card.phone, card.street, card.zip, card.city, card.country)
        is not distinct from
        (was.firstname, was.lastname, was.email, was.dob, was.phone, was.street, was.zip, was.city, was.country);
    if not found then raise exception using errcode = 'SL001'; end if;
    delete from client_lookup using clients card, json_array_elements_text(card.lookup_keys::json) former
      where card.account_id = account and card.id = completed -> 'after' ->> 'id'
        and client_lookup.account_id = account and client_lookup.key = former and client_lookup.client_id = card.id;
    update clients set lookup_version = (completed -> 'after' ->> 'lookup_version')::bigint,
      lookup_keys = completed -> 'after' ->> 'lookup_keys'
      where account_id = account and id = completed -> 'after' ->> 'id';
    insert into client_events (account_id, client_id, number, kind, at, actor_kind, actor_id, detail)
    select account, completed -> 'after' ->> 'id', count(*) + 1, 'completed', now_ms,
      change ->> 'actorKind', change ->> 'actorId', completed ->> 'detail'
    from client_events where account_id = account and client_id = completed -> 'after' ->> 'id';
  end loop;

  insert into client_lookup (account_id, key, client_id)
  select account, one ->> 0, one ->> 1 from json_array_elements(change -> 'lookup') one order by 2, 3
  on conflict do nothing;

  if change ->> 'expectedVersion' is null then
    -- Held so that nobody merges them into other cards, or erases them, before the booking is theirs.
    perform from clients where account_id = account and id in (booking ->> 'bookerId', booking ->> 'participantId')
      order by id for key share;
    perform from clients where account_id = account and id in (booking ->> 'bookerId', booking ->> 'participantId')
      and (merged_into is not null or erased_at is not null);
    if found then raise exception using errcode = 'SL001'; end if;

    insert into bookings (account_id, id, entity_id, appointment_type_id, product_id, agent_id, booker_id,
      participant_id, slot_id, name, starts_at, ends_at, status, version, said, created_at, updated_at)
    values (account, booking_key, booking ->> 'entityId', booking ->> 'appointmentTypeId', booking ->> 'productId',
      booking ->> 'agentId', booking ->> 'bookerId', booking ->> 'participantId', booking ->> 'slotId',
      booking ->> 'name', (change ->> 'startsAt')::bigint, (change ->> 'endsAt')::bigint, booking ->> 'status',
      (booking ->> 'version')::bigint, change ->> 'said', now_ms, now_ms);
  else
    update bookings
    set agent_id = booking ->> 'agentId', slot_id = booking ->> 'slotId',
      starts_at = (change ->> 'startsAt')::bigint, ends_at = (change ->> 'endsAt')::bigint,
      status = booking ->> 'status', version = (booking ->> 'version')::bigint, updated_at = now_ms
    where account_id = account and id = booking_key and version = (change ->> 'expectedVersion')::bigint;
    if not found then raise exception using errcode = 'SL001'; end if;
    delete from claims where account_id = account and booking_id = booking_key;
  end if;

  insert into claims (account_id, subject, starts_at, ends_at, share_key, booking_id, slot_starts_at)
  select account, one ->> 0, (one ->> 1)::bigint, (one ->> 2)::bigint, one ->> 3, booking_key,
    (change ->> 'startsAt')::bigint
  from json_array_elements(change -> 'claims') one;

  insert into booking_events (account_id, booking_id, number, kind, at, actor_kind, actor_id, before, after, call_id)
  values (account, booking_key, (booking ->> 'version')::bigint, change ->> 'kind', now_ms,
    change ->> 'actorKind', change ->> 'actorId', change ->> 'before', change ->> 'after', change ->> 'callId');

  if change ->> 'idempotencyKey' is not null then
    insert into idempotency_keys (account_id, key_id, idempotency_key, fingerprint, booking_id, created_at)
    values (account, change ->> 'keyId', change ->> 'idempotencyKey', change ->> 'fingerprint', booking_key, now_ms);
  end if;
  return true;
exception
  -- A refusal is a value: an error would cost the pool its connection.
  when unique_violation or exclusion_violation or sqlstate 'SL001' then return false;
end
$$;
`;
