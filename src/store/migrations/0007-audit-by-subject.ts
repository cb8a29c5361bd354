/** What was done to one booking stands in its history. */
export const auditBySubject = () =>
  "create index audit_events_by_subject on audit_events (account_id, subject_id, at, id);";
