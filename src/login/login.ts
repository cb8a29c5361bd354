/** Who is logged in. */
export interface Session {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

export type PersonMade =
  | { readonly ok: true; readonly userId: string }
  | { readonly ok: false; readonly reason: "email_taken" };

/** What the desk knows of logging in: sessions, people and their passwords. */
export interface Login {
  /** By the session cookie among the headers. */
  sessionOf(headers: Headers): Promise<Session | undefined>;
  /** The requests below `LOGIN_PATH`: sign in and out, password, second factor, other providers. */
  handle(request: Request): Promise<Response>;
  addPerson(person: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }): Promise<PersonMade>;
  /** Undoes `addPerson`: the address can be used again. */
  removePerson(userId: string): Promise<void>;
  /** Ends all sessions of the person and their second factor: whoever asks for it may have lost the phone. */
  setPassword(userId: string, password: string): Promise<void>;
  readonly providers: readonly string[];
  close(): Promise<void>;
}

export const LOGIN_PATH = "/api/auth";

/** Long enough that guessing takes longer than anybody waits; length is what counts. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** The address of who asks, set by us and by nobody else. */
export const ADDRESS_HEADER = "x-slotline-address";

/** Another provider than a password, by OpenID Connect. */
export interface OidcProvider {
  readonly id: string;
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}
