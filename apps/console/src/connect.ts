import { type ApolloClient, ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { createLinliClient } from '@linli/client/apollo';
import { storedLocale } from '@linli/client/i18n';
import { createLiveLink, type LiveLink } from '@linli/client/live';
import { Leaving } from './access/leaving';

const isSignedOut = (error: unknown): boolean =>
  CombinedGraphQLErrors.is(error) &&
  error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');

interface Connection {
  readonly client: ApolloClient;
  readonly live: LiveLink;
  readonly leaving: Leaving;
}

/** The client, the socket, and a watch on the session: the first answer that says "signed out" closes the gate. */
export function connect(): Connection {
  const live = createLiveLink({ face: 'console', locale: storedLocale });
  const client = createLinliClient({ face: 'console', locale: storedLocale, live: live.link });
  const leaving = new Leaving(() => live.restart());
  const watch = new ErrorLink(({ error }) => {
    if (isSignedOut(error)) leaving.expire();
  });
  client.setLink(ApolloLink.from([watch, client.link]));
  return { client, live, leaving };
}
