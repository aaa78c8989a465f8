import { noteServerTime } from '@linli/client';
import { storedLocale } from '@linli/client/i18n';

/** What the server says when it cannot carry out an operation; the shape that `problemOf` reads. */
export class OperationFailed extends Error {
  override readonly name = 'OperationFailed';
  constructor(readonly errors: readonly { readonly extensions?: { readonly code?: string } }[]) {
    super('The server refused the operation.');
  }
}

class ServerError extends Error {
  override readonly name = 'ServerError';
  constructor(readonly statusCode: number) {
    super(`The server answered ${statusCode}.`);
  }
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** One GraphQL operation by fetch alone: signing in does not wait for Apollo. */
export async function plainCall<Data>(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const sentAt = Date.now();
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      'x-linli-face': 'RESIDENT',
      'x-linli-locale': storedLocale(),
      'apollo-require-preflight': 'true',
    },
    body: JSON.stringify({ query, variables }),
  });
  noteServerTime(response.headers.get('date'), sentAt);
  const answer = (await response.json().catch(() => ({}))) as Answer<Data>;
  if (answer.errors?.length) throw new OperationFailed(answer.errors);
  if (!answer.data) throw new ServerError(response.ok ? 502 : response.status);
  return answer.data;
}
