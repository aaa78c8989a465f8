import type { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';
import { Observable } from 'rxjs';

type Data = Record<string, unknown>;

/** The cursor of the news that this answer brings, if it brings any. */
function cursorOf(data: Data | null | undefined): string | undefined {
  const [news] = Object.values(data ?? {});
  const cursor = typeof news === 'object' && news !== null && 'cursor' in news ? news.cursor : undefined;
  return typeof cursor === 'string' ? cursor : undefined;
}

/**
 * A subscription that goes on where it was cut. graphql-ws sends the same payload after each reconnection, so the cursor
 * of the last news is written into it; and where graphql-ws gives up (some close codes count as fatal there) we begin again.
 */
export function resuming(
  client: Client,
  { query, operationName, variables: given }: ApolloLink.Operation,
  wait: (retries: number) => Promise<void>,
): Observable<ApolloLink.Result> {
  return new Observable((observer) => {
    const variables: Data = { ...given };
    const text = print(query);
    const follows = text.includes('$after');
    let stop: () => void;
    let retries = 0;
    const begin = () => {
      stop = client.subscribe<Data>(
        { query: text, operationName: operationName ?? null, variables },
        {
          next: (answer) => {
            retries = 0;
            if (follows) variables.after = cursorOf(answer.data) ?? variables.after;
            observer.next(answer as ApolloLink.Result);
          },
          error: (error) => {
            if (Array.isArray(error)) observer.error(new CombinedGraphQLErrors({ errors: error }));
            else void wait(retries++).then(() => !observer.closed && begin());
          },
          complete: () => observer.complete(),
        },
      );
    };
    begin();
    return () => stop();
  });
}
