import { useApolloClient, useQuery } from '@apollo/client/react';
import { isNetworkProblem } from '@linli/client';
import { lazy, type ReactElement, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { ViewerDocument } from '../gql/graphql';
import { Mishap } from '../kit/mishap';
import { Failed, Loading } from '../kit/states';
import { hasRidden, riderOfToday } from '../services/rounds/rider';
import { ChangePassword } from './sign-in/change-password';
import { Gate } from './sign-in/gate';
import { SignIn } from './sign-in/sign-in';
import { useExpired, useLeaving } from './leaving';
import { ViewerContext } from './viewer';

const Shell = lazy(() => import('../layout/shell'));
const WithoutNetwork = lazy(() => import('../services/rounds/without-network'));

/** A connection that neither answers nor fails: whoever stands at a door does not wait for it. */
const PATIENCE_MS = 4_000;

/** Does the house stay silent? It says so itself at last, and until then one goes on without it. */
function useSilence(answered: boolean, error: unknown): boolean {
  const [silent, setSilent] = useState(!navigator.onLine);
  if (!silent && !answered && isNetworkProblem(error)) setSilent(true);
  useEffect(() => {
    if (answered) return;
    const timer = setTimeout(() => setSilent(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [answered]);
  return silent && !answered;
}

/** No names and doors stay on a phone where nobody is signed in. */
function useNothingLeft(isOver: boolean): void {
  useEffect(() => {
    if (!isOver || !hasRidden()) return;
    void import('../services/rounds/marks-store')
      .then(({ dropAllRounds }) => dropAllRounds())
      .catch(() => undefined);
  }, [isOver]);
}

/**
 * Nobody passes unknown. The address stays as it is while one signs in, so that one lands where one wanted to go, or
 * where one was when the session ended.
 */
export function ViewerGate(): ReactElement {
  const client = useApolloClient();
  const leaving = useLeaving();
  const expired = useExpired();
  const { data, error, refetch } = useQuery(ViewerDocument);
  const entered = useCallback(async () => {
    leaving.restartLive();
    await client.resetStore();
    leaving.entered();
  }, [client, leaving]);
  const again = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const silent = useSilence(data !== undefined, error);
  useNothingLeft(expired || data?.me === null);
  if (!data) {
    const rider = silent ? riderOfToday() : undefined;
    if (rider)
      return (
        <Late>
          <WithoutNetwork rider={rider} again={again} />
        </Late>
      );
    return (
      <Gate demonstration={false}>
        {error ? <Failed error={error} again={again} /> : <Loading rows={3} />}
      </Gate>
    );
  }
  if (!data.me || expired)
    return <SignIn demonstration={data.demonstration} expired={expired} onEntered={entered} />;
  if (data.me.mustChangePassword)
    return (
      <Gate demonstration={data.demonstration}>
        <ChangePassword forced onChanged={entered} />
      </Gate>
    );
  return (
    <ViewerContext value={{ me: data.me, demonstration: data.demonstration }}>
      <Late>
        <Shell />
      </Late>
    </ViewerContext>
  );
}

const Late = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <Mishap>
    <Suspense fallback={<Loading />}>{children}</Suspense>
  </Mishap>
);
