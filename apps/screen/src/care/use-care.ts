import type { ApolloClient } from '@apollo/client';
import { problemOf, serverNow } from '@linli/client';
import { useEffect } from 'react';
import { ReportScreenDocument } from '../gql/graphql';
import type { SceneReader } from '../scenes/scene-reader';
import { noteError, takeError } from './last-error';
import { nextReload } from './night';
import { resolutionOf } from './resolution';

const REPORT_MS = 30_000;
const LOOK_MS = 60_000;

interface Care {
  readonly client: ApolloClient;
  readonly reader: SceneReader;
  readonly version: string;
  readonly isOff: boolean;
}

/** What a wall does for itself: it tells the console that it lives, and opens itself anew at night. */
export function useCare({ client, reader, version, isOff }: Care): void {
  useEffect(() => {
    if (isOff) return;
    const report = async (): Promise<void> => {
      const error = takeError() ?? null;
      try {
        const input = { version, resolution: resolutionOf(window), error };
        const { data } = await client.mutate({ mutation: ReportScreenDocument, variables: { input } });
        if (data?.reportScreen.__typename === 'Refused') void reader.read();
      } catch (failure) {
        if (error !== null) noteError(error);
        if (problemOf(failure, () => '').code === 'UNAUTHENTICATED') void reader.read();
      }
    };
    void report();
    const timer = setInterval(() => void report(), REPORT_MS);
    return () => clearInterval(timer);
  }, [client, reader, version, isOff]);

  useEffect(() => {
    if (isOff) return;
    const at = nextReload(serverNow(), Math.random());
    const look = async (): Promise<void> => {
      if (serverNow() < at) return;
      // Without the server the page in hand is worth more than a new one.
      const answers = await fetch('/livez').then(
        ({ ok }) => ok,
        () => false,
      );
      if (answers) location.reload();
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isOff]);
}
