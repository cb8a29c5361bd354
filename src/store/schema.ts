/** Columns of every table, for the typed query builder. Times are integer epoch milliseconds; json is text. */
export interface Schema {
  accounts: {
    id: string;
    name: string;
    slot_key: string;
    config_version: number;
    last_ref: number;
    created_at: number;
    /** json: what `AccountConfiguration` holds besides id, name and entities. */
    settings: string | null;
  };
  entities: {
    account_id: string;
    id: string;
    position: number;
    name: string;
    /** json: what `EntityConfiguration` holds besides the lists that have tables of their own. */
    settings: string;
    longest_claim_minutes: number;
    archived: number;
  };
  sip_ids: {
    account_id: string;
    sip_id: string;
    e164: string | null;
    entity_id: string;
    position: number;
  };
  resources: {
    account_id: string;
    id: string;
    entity_id: string;
    pool: string;
    name: string;
    position: number;
    archived: number;
  };
  agents: {
    account_id: string;
    id: string;
    entity_id: string;
    ref: number;
    position: number;
    firstname: string;
    lastname: string;
    /** json: what `AgentConfiguration` holds besides names and time off. */
    settings: string;
    archived: number;
  };
  /** Closures have no agent. Local date-times in the entity's zone, as the owner wrote them. */
  absences: {
    account_id: string;
    entity_id: string;
    agent_id: string | null;
    position: number;
    starts: string;
    ends: string;
    reason: string | null;
  };
  appointment_types: {
    account_id: string;
    id: string;
    entity_id: string;
    position: number;
    name: string;
    archived: number;
  };
  appointment_type_agents: {
    account_id: string;
    appointment_type_id: string;
    agent_id: string;
    position: number;
  };
  products: {
    account_id: string;
    id: string;
    entity_id: string;
    appointment_type_id: string;
    ref: number;
    position: number;
    name: string;
    /** json: what `ProductConfiguration` holds besides id and name. */
    settings: string;
    archived: number;
  };
  clients: {
    account_id: string;
    id: string;
    firstname: string | null;
    lastname: string | null;
    email: string | null;
    dob: string | null;
    phone: string | null;
    street: string | null;
    zip: string | null;
    city: string | null;
    country: string | null;
    firstname_key: string | null;
    lastname_key: string | null;
    email_key: string | null;
    phone_key: string | null;
    created_at: number;
    updated_at: number;
    /** Of the keys in `client_lookup`; null when they are not up to date. */
    lookup_version: number | null;
    /** json: its keys in `client_lookup`. */
    lookup_keys: string | null;
    /** The card that this one became a part of. */
    merged_into: string | null;
    /** Of the people at the desk; callers never hear it. */
    note: string | null;
    /** Since then the card says nothing; its bookings are anonymous. */
    erased_at: number | null;
  };
  client_lookup: { account_id: string; key: string; client_id: string };
  /** What calls and merging have changed on a card; what its owner writes is not here. */
  client_events: {
    account_id: string;
    client_id: string;
    number: number;
    kind: "completed" | "merged";
    at: number;
    actor_kind: "key" | "person";
    actor_id: string;
    /** json */
    detail: string;
  };
  /** Apart from `clients`, which is read in many places: a hash can be in none of those answers. */
  client_pins: {
    account_id: string;
    client_id: string;
    hash: string;
    /** Those that have not proved right, since when, and until when no more are looked at. */
    tries: number;
    tried_since: number;
    locked_until: number;
  };
  lookup_audit: {
    account_id: string;
    at: number;
    id: string;
    key_id: string;
    call_id: string | null;
    action: string;
    /** json: names of the members that were said. */
    members: string;
    outcome: string;
    /** json */
    client_ids: string;
  };
  /** Clients whom a call has proved to be. */
  call_verifications: {
    account_id: string;
    key_id: string;
    call_id: string;
    client_id: string;
    proof: string;
    expires_at: number;
  };
  bookings: {
    account_id: string;
    id: string;
    entity_id: string;
    appointment_type_id: string;
    product_id: string;
    agent_id: string;
    booker_id: string;
    participant_id: string;
    slot_id: string;
    name: string;
    starts_at: number;
    ends_at: number;
    status: "confirmed" | "cancelled";
    version: number;
    /** json: booker and participant as they were said. */
    said: string | null;
    /** Of the people at the desk. */
    note: string | null;
    /** 1: the client did not come. */
    no_show: number;
    created_at: number;
    updated_at: number;
  };
  claims: {
    account_id: string;
    subject: string;
    starts_at: number;
    ends_at: number;
    share_key: string;
    booking_id: string;
    slot_starts_at: number;
  };
  booking_events: {
    account_id: string;
    booking_id: string;
    number: number;
    kind: "created" | "moved" | "cancelled" | "restored";
    at: number;
    actor_kind: "key" | "person";
    actor_id: string;
    before: string | null;
    after: string;
    call_id: string | null;
  };
  /** `number`: the booking's version since then. */
  booking_marks: {
    account_id: string;
    booking_id: string;
    number: number;
    kind: "missed" | "came" | "noted";
    at: number;
    actor_kind: "key" | "person";
    actor_id: string;
  };
  /** Counts changes of what decisions are based on: an agent's day, a product's day, the clients of one name. */
  versions: { account_id: string; subject: string; version: number; changed_at: number };
  idempotency_keys: {
    account_id: string;
    key_id: string;
    idempotency_key: string;
    fingerprint: string;
    booking_id: string;
    created_at: number;
  };
  api_keys: {
    account_id: string;
    id: string;
    hash: string;
    label: string | null;
    entity_ids: string | null;
    scopes: string;
    error_status: number | null;
    max_slots: number | null;
    created_at: number;
    expires_at: number | null;
    revoked_at: number | null;
  };
  /** Who can log in, and with what: better-auth's tables. Times are ISO text, booleans 0 or 1. */
  people: {
    id: string;
    name: string;
    email: string;
    email_verified: number;
    image: string | null;
    two_factor_enabled: number | null;
    created_at: string;
    updated_at: string;
  };
  people_sessions: {
    id: string;
    expires_at: string;
    token: string;
    created_at: string;
    updated_at: string;
    ip_address: string | null;
    user_agent: string | null;
    user_id: string;
  };
  people_credentials: {
    id: string;
    /** The person's id at the provider. */
    account_id: string;
    provider_id: string;
    user_id: string;
    access_token: string | null;
    refresh_token: string | null;
    id_token: string | null;
    access_token_expires_at: string | null;
    refresh_token_expires_at: string | null;
    scope: string | null;
    password: string | null;
    created_at: string;
    updated_at: string;
  };
  people_verifications: {
    id: string;
    identifier: string;
    value: string;
    expires_at: string;
    created_at: string;
    updated_at: string;
  };
  people_two_factors: {
    id: string;
    secret: string;
    backup_codes: string;
    user_id: string;
    verified: number | null;
    failed_verification_count: number | null;
    locked_until: string | null;
  };
  members: {
    account_id: string;
    user_id: string;
    role: "owner" | "desk" | "agent" | "readonly";
    /** Of the role agent: whose calendar it is. */
    agent_id: string | null;
    created_at: number;
  };
  invitations: {
    /** SHA-256 of what the link carries, hex. */
    hash: string;
    /** Null: who takes it makes an account. */
    account_id: string | null;
    role: "owner" | "desk" | "agent" | "readonly";
    agent_id: string | null;
    label: string | null;
    /** Whose password it sets anew; null: a new person's. */
    user_id: string | null;
    created_at: number;
    expires_at: number;
    used_at: number | null;
  };
  /** Made by the first server, shared by all. */
  server_secrets: { name: string; value: string };
  audit_events: {
    account_id: string;
    at: number;
    id: string;
    actor_kind: "key" | "person";
    actor_id: string;
    action: string;
    subject_id: string | null;
    /** json */
    detail: string;
  };
  phone_calls: {
    account_id: string;
    call_id: string;
    turn: number;
    begun_at: number;
    /** json: the dialogue. Null: the call has ended. */
    state: string | null;
    /** Null: the turn is under way. */
    answer: string | null;
    forget_at: number;
  };
}
