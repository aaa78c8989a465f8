import type { Face } from '@linli/domain/access';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly data: Record<string, Record<string, unknown> | null>;
  readonly codes: readonly string[];
}

/** What keeps cookies between requests and sends them back, as a person's browser does. */
export function browser(url: () => string, face: Face) {
  const jar = new Map<string, string>();
  const keep = (response: Response): void => {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
  };
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    jar,
    cookie,
    /** One field of the schema, asked for by its whole text. */
    async ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
      const response = await fetch(`${url()}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-linli-face': face, cookie: cookie(), ...headers },
        body: JSON.stringify({ query, variables }),
      });
      keep(response);
      const text = await response.text();
      const { data, errors = [] } = JSON.parse(text) as {
        data?: Answer['data'] | null;
        errors?: { extensions: { code: string } }[];
      };
      return {
        status: response.status,
        text,
        data: data ?? {},
        codes: errors.map(({ extensions }) => extensions.code),
      };
    },
  };
}
