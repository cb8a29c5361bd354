/** Who is logged in. */
export interface Session {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

export type PersonMade =
  | { readonly ok: true; readonly userId: string }
  | { readonly ok: false; readonly reason: "email_taken" };

/** How somebody can log in. */
export interface WaysIn {
  readonly hasPassword: boolean;
  /** Since when the provider is connected; undefined: it is not. */
  readonly connectedAt: number | undefined;
}

export type PasswordChecked =
  | { readonly ok: true }
  /** With seconds where it was not even looked at: too many were tried. */
  | { readonly ok: false; readonly waitSeconds?: number };

/** What has become of somebody's login; `reset`: a link for a new password ended everything else. */
export type LoginChange = "password" | "reset" | "factor-on" | "factor-off" | "connect" | "disconnect";

/** What the desk knows of logging in: sessions, people and their passwords. */
export interface Login {
  /** By the session cookie among the headers. */
  sessionOf(headers: Headers): Promise<Session | undefined>;
  /** The requests below `LOGIN_PATH`: sign in and out, password, second factor. */
  handle(request: Request): Promise<Response>;
  /** Absent where none is set. */
  readonly provider?: ProviderLogin;
  addPerson(person: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }): Promise<PersonMade>;
  /** Undoes `addPerson`: the address can be used again. */
  removePerson(userId: string): Promise<void>;
  /** Of who is logged in by those headers; undefined: nobody is. */
  waysIn(headers: Headers): Promise<WaysIn | undefined>;
  /** Whether that is the password of who is logged in by those headers; nobody's for who has none. */
  checkPassword(headers: Headers, password: string): Promise<PasswordChecked>;
  /** Ends what is connected, of who is logged in by those headers, and their sessions elsewhere. */
  disconnect(headers: Headers): Promise<void>;
  /**
   * Ends all sessions of the person, their second factor and what they have connected: whoever asks for it may have lost the
   * phone, or somebody else may have been at the desk.
   */
  setPassword(userId: string, password: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * What somebody goes to the provider for: to log in as who they are known to be, to be known for the first time (an invitation
 * led there), or to connect the login that they have here, by which they are logged in.
 */
export type ProviderPurpose = "log-in" | "join" | "connect";

/** Logging in somewhere else: there and back. */
export interface ProviderLogin {
  readonly id: string;
  /** As people know it. */
  readonly name: string;
  /**
   * Where to go, as JSON with a `url`, and the cookie to come back with, or 429, or 401 for who connects without being logged
   * in; undefined: the provider cannot be reached.
   */
  begin(request: Request, why: ProviderPurpose, to: string): Promise<Response | undefined>;
  /** The way back, to where it was asked for, or to `/login?error=…`. */
  finish(request: Request): Promise<Response>;
}

export const LOGIN_PATH = "/api/auth";

/** Long enough that guessing takes longer than anybody waits; length is what counts. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** The address of who asks, set by us and by nobody else. */
export const ADDRESS_HEADER = "x-slotline-address";

/** Where the provider sends people back to, below `LOGIN_PATH`; known to the provider as well. */
export const CALLBACK_PATH = "/callback/oidc";

/** Another provider than a password, by OpenID Connect. */
export interface OidcProvider {
  readonly id: string;
  /** As people know it. */
  readonly name: string;
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to; undefined: this server as the browser knows it. */
  readonly redirectUrl: string | undefined;
}
