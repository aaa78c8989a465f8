import type { House } from '@linli/testkit';

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export type Face = 'RESIDENT' | 'CONSOLE' | 'SCREEN';

/** Someone who speaks to the API of a house as an app does, with a cookie of their own. */
export class ApiClient {
  private cookie = '';

  constructor(
    private readonly house: () => Pick<House, 'url'>,
    private readonly face: Face,
  ) {}

  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.send<Data>(query, variables);
    if (errors || data === null || data === undefined) throw new Error(`${query}: ${JSON.stringify(errors)}`);
    return data;
  }

  async send<Data>(query: string, variables: object = {}): Promise<Answer<Data>> {
    const response = await fetch(`${this.house().url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-linli-face': this.face, cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    if (cookies.length > 0) this.cookie = cookies.join('; ');
    return (await response.json()) as Answer<Data>;
  }

  /** For a browser that is to be the same person. */
  cookies(): { name: string; value: string; url: string }[] {
    return this.cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url: this.house().url };
    });
  }

  /** Without a wait: the code is in the outbox of the demonstration. */
  async signInWithPhone(phone: string): Promise<string> {
    const ask = `mutation ($input: RequestSignInCodeInput!) {
      requestSignInCode(input: $input) { __typename ... on Refused { code } }
    }`;
    const { requestSignInCode: sent } = await this.ask<{
      requestSignInCode: { __typename: string; code?: string };
    }>(ask, { input: { phone } });
    if (sent.__typename === 'Refused') throw new Error(`No code for ${phone}: ${sent.code ?? ''}`);
    const outbox = await (await fetch(`${this.house().url}/outbox`)).text();
    const query = `mutation ($input: SignInWithCodeInput!) {
      signInWithCode(input: $input) { __typename ... on Me { id } ... on Refused { code } }
    }`;
    const { signInWithCode: me } = await this.ask<{
      signInWithCode: { __typename: string; id?: string; code?: string };
    }>(query, { input: { phone, code: codeIn(outbox, phone) } });
    if (me.id === undefined) throw new Error(`${phone} was refused: ${me.code ?? ''}`);
    return me.id;
  }

  async signInAs(account: string, password: string): Promise<void> {
    const query = `mutation ($input: SignInWithPasswordInput!) {
      signInWithPassword(input: $input) { __typename ... on Refused { code } }
    }`;
    const { signInWithPassword: result } = await this.ask<{
      signInWithPassword: { __typename: string; code?: string };
    }>(query, { input: { account, password } });
    if (result.__typename !== 'Me') throw new Error(`${account} was refused: ${result.code ?? ''}`);
  }
}

/** The newest code that was sent to a phone. */
export function codeIn(outbox: string, phone: string): string {
  const [, code] = new RegExp(`${phone}\\D[\\s\\S]*?(\\d{6})`).exec(outbox) ?? [];
  if (code === undefined) throw new Error(`No message to ${phone} in the outbox`);
  return code;
}

/** A UUID v7, as a client makes it. */
export function newId(moment = Date.now()): string {
  const random = crypto.randomUUID().replaceAll('-', '');
  const hex = `${moment.toString(16).padStart(12, '0')}7${random.slice(0, 3)}8${random.slice(4, 19)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Of a centre: of several as near as each other the first by its id is taken, and that is the one made last. */
export const nearestId = (): string => newId(3_000_000_000_000 - Date.now());

/** A day in China, counted from today. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + (8 + days * 24) * 3_600_000).toISOString().slice(0, 10);
