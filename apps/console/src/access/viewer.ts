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

/** Leaves, and forgets what was read. Whoever comes next starts where their own work is. */
export function useSignOut(): (everywhere: boolean) => Promise<void> {
  const client = useApolloClient();
  const leaving = useLeaving();
  const { demonstration } = useViewer();
  const navigate = useNavigate();
  return useCallback(
    async (everywhere) => {
      await client.mutate({ mutation: SignOutDocument, variables: { input: { everywhere } } });
      // First the pages go, then what they had read: they are not to ask again without a session.
      client.writeQuery({ query: ViewerDocument, data: { me: null, demonstration } });
      leaving.restartLive();
      await navigate('/', { replace: true });
      await client.resetStore();
    },
    [client, leaving, demonstration, navigate],
  );
}
