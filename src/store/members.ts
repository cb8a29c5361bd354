import type { Actor, EpochMilliseconds } from "./records.ts";

/**
 * owner: everything; desk: bookings and clients; agent: the own calendar; readonly: looks at the calendar.
 */
export const ROLES = ["owner", "desk", "agent", "readonly"] as const;
export type Role = (typeof ROLES)[number];

/** A person who may log in to an account. */
export interface Member {
  readonly accountId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Of the role agent: whose calendar it is. */
  readonly agentId: string | null;
  readonly createdAt: EpochMilliseconds;
}

/** A link that makes its first user a member, once. */
export interface Invitation {
  /** SHA-256 of what the link carries, hex. */
  readonly hash: string;
  /** Null: who takes it makes an account. */
  readonly accountId: string | null;
  readonly role: Role;
  readonly agentId: string | null;
  /** Whom it is for. */
  readonly label: string | null;
  /** Whose password it sets anew; null: a new person's. */
  readonly userId: string | null;
  readonly createdAt: EpochMilliseconds;
  readonly expiresAt: EpochMilliseconds;
  readonly usedAt: EpochMilliseconds | null;
}

export interface AuditEvent {
  readonly accountId: string;
  readonly id: string;
  readonly at: EpochMilliseconds;
  readonly actor: Actor;
  /** `bookings.create`, `agents.change`, … */
  readonly action: string;
  readonly subjectId: string | null;
  /** Names of what was changed, never personal data. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditQuery {
  readonly most: number;
  readonly before?: Pick<AuditEvent, "at" | "id"> | undefined;
  /** Of the person or key who did it. */
  readonly actorId?: string | undefined;
  /** `bookings.create`, or `bookings` for all that begin so. */
  readonly action?: string | undefined;
  /** Half-open. */
  readonly from?: EpochMilliseconds | undefined;
  readonly to?: EpochMilliseconds | undefined;
}

export interface Members {
  /** By account, in the order in which they came. */
  members(accountId: string): Promise<Member[]>;
  memberships(userId: string): Promise<Member[]>;
  addMember(member: Pick<Member, "accountId" | "userId" | "role" | "agentId" | "createdAt">): Promise<void>;
  /** False when there is no such member, and for the last owner: an account always has one. */
  changeMember(member: Pick<Member, "accountId" | "userId" | "role" | "agentId">): Promise<boolean>;
  /** The person is kept, if with a password; who is a member of no account can do nothing. The last owner stays: false. */
  removeMember(accountId: string, userId: string): Promise<boolean>;
  /**
   * Forgets who could only log in through a provider and is a member of no account: who never joined after all, or was removed.
   * `madeBefore`: no invitation that led there works any more; who is logged in at that instant is kept.
   */
  forgetPeopleOfNoAccount(of: {
    readonly madeBefore: EpochMilliseconds;
    readonly at: EpochMilliseconds;
  }): Promise<void>;
  addInvitation(invitation: Invitation): Promise<void>;
  invitation(hash: string): Promise<Invitation | undefined>;
  /** Of the account, not used yet, newest last. Null: those that make an account. */
  invitations(accountId: string | null): Promise<Invitation[]>;
  /** False when it was used before, or withdrawn. */
  useInvitation(hash: string, at: EpochMilliseconds): Promise<boolean>;
  /** Withdraws what was not used: the link works no more. Null: those that make an account. */
  withdrawInvitation(accountId: string | null, hash: string): Promise<boolean>;
  /** The secret of that name; the candidate becomes it when there is none yet. */
  serverSecret(name: string, candidate: string): Promise<string>;
  /** One that is there already, of the same id and instant, stays as it is. */
  recordAudit(event: AuditEvent): Promise<void>;
  /** Newest first. */
  auditEvents(accountId: string, query: AuditQuery): Promise<AuditEvent[]>;
}
