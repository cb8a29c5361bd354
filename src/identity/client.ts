/** A person in the card index: who books or attends. The wire calls it `User`. */
export interface Client {
  readonly id: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string | null;
  /** `YYYY-MM-DD`. */
  readonly dob: string | null;
  readonly phone: string | null;
  readonly street: string | null;
  readonly zip: string | null;
  readonly city: string | null;
  readonly country: string | null;
}

/** What somebody said about a client; members that were not said are absent. */
export type ClientDetails = { readonly [field in keyof Client]?: string | undefined };

/** What is known of a client, said or stored: null and undefined both mean not known. */
export type ClientDetailsOrNulls = { readonly [field in keyof Client]?: string | null | undefined };

/** What a client is looked up by; null where there is nothing to compare. */
export interface ClientKeys {
  readonly firstnameKey: string | null;
  readonly lastnameKey: string | null;
  readonly emailKey: string | null;
  readonly phoneKey: string | null;
  readonly dob: string | null;
}
