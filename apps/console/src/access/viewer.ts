import { useApolloClient } from '@apollo/client/react';
import { createContext, use, useCallback } from 'react';
import { useNavigate } from 'react-router';
import { type Action, SignOutDocument, type ViewerFragment, ViewerDocument } from '../gql/graphql';
import { useLeaving } from './leaving';

interface Viewing {
  readonly me: ViewerFragment;
  readonly demonstration: boolean;
}

export const ViewerContext = createContext<Viewing | undefined>(undefined);

export function useViewer(): Viewing {
  const viewing = use(ViewerContext);
  if (!viewing) throw new Error('Nobody is signed in here.');
  return viewing;
}

/** May the viewer do this anywhere? A page shows no door that does not open. */
export function useMay(action: Action): boolean {
  return useViewer().me.actions.includes(action);
}

/** What was tapped at the doors is on this phone alone: whoever signs out now would lose it. */
export class NotSentYet extends Error {
  override readonly name = 'NotSentYet';
}

/** Leaves, and forgets what was read. Whoever comes next starts where their own work is. */
export function useSignOut(): (everywhere: boolean) => Promise<void> {
  const client = useApolloClient();
  const leaving = useLeaving();
  const { demonstration, me } = useViewer();
  const navigate = useNavigate();
  return useCallback(
    async (everywhere) => {
      const phone = me.actions.includes('DELIVER')
        ? await import('../services/rounds/leaving-phone')
        : undefined;
      if (phone && (await phone.sendAll(client, me.id)) > 0) throw new NotSentYet();
      await client.mutate({ mutation: SignOutDocument, variables: { input: { everywhere } } });
      // First the pages go, then what they had read: they are not to ask again without a session.
      client.writeQuery({ query: ViewerDocument, data: { me: null, demonstration } });
      await phone?.forgetAccount(me.id);
      leaving.restartLive();
      await navigate('/', { replace: true });
      await client.resetStore();
    },
    [client, leaving, demonstration, me, navigate],
  );
}
