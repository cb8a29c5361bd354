/** What the common schema cannot say in one dialect for all; kept beside the migrations, applied with the first. */
export const SQLITE_ONLY = `
create trigger claims_never_overlap before insert on claims
when exists (
  select 1 from claims
  where account_id = new.account_id
    and subject = new.subject
    and starts_at < new.ends_at
    and starts_at > new.starts_at - 172800000
    and ends_at > new.starts_at
    and share_key <> new.share_key
)
begin
  select raise(abort, 'claims overlap');
end;

create trigger claims_never_change before update on claims
begin
  select raise(abort, 'claims are replaced, never changed');
end;
`;
