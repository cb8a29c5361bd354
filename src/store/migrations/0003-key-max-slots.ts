/** A key whose bot reads out what it gets can ask for a few slots only. Null: all, as before. */
export const keyMaxSlots = () => "alter table api_keys add column max_slots bigint;";
