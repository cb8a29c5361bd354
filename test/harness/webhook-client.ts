/** A voice bot as the server sees one: it knows the wire and nothing else. */

export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; every body must be JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of all shapes
  readonly body: any;
}

export interface WireSlot {
  readonly avId: string;
  readonly slotStart: string;
  readonly slotEnd: string;
  readonly agentId?: string;
}

export class WebhookClient {
  readonly address: string;
  readonly key: string;

  constructor(address: string, key: string) {
    this.address = address;
    this.key = key;
  }

  /** Calls an action with the key in the path. */
  async call(
    action: string,
    members: object = {},
    headers: Record<string, string> = {},
  ): Promise<WireAnswer> {
    return await this.send(JSON.stringify({ action, ...members }), {
      headers: { "content-type": "application/json", ...headers },
    });
  }

  /** The answer's body; throws unless the status is 200. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of all shapes
  async must(action: string, members: object = {}, headers: Record<string, string> = {}): Promise<any> {
    const answer = await this.call(action, members, headers);
    if (answer.status !== 200) {
      throw new Error(`${action} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  }

  async slots(members: object): Promise<WireSlot[]> {
    return (await this.must("getSlots", members)) as WireSlot[];
  }

  /** Sends a body as it is. */
  async send(
    body: string | Uint8Array | undefined,
    { path = `/webhook/${this.key}`, method = "POST", headers = {} as Record<string, string> } = {},
  ): Promise<WireAnswer> {
    const response = await fetch(this.address + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: body as NonNullable<RequestInit["body"]> }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === "" ? undefined : JSON.parse(text),
    };
  }
}
