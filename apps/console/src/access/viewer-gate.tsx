import { useApolloClient, useQuery } from '@apollo/client/react';
import { lazy, type ReactElement, Suspense, useCallback } from 'react';
import { ViewerDocument } from '../gql/graphql';
import { Failed, Loading } from '../kit/states';
import { ChangePassword } from './sign-in/change-password';
import { Gate } from './sign-in/gate';
import { SignIn } from './sign-in/sign-in';
import { useExpired, useLeaving } from './leaving';
import { ViewerContext } from './viewer';

const Shell = lazy(() => import('../layout/shell'));

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
  if (!data)
    return (
      <Gate demonstration={false}>
        {error ? <Failed error={error} again={() => void refetch()} /> : <Loading rows={3} />}
      </Gate>
    );
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
      <Suspense fallback={<Loading />}>
        <Shell />
      </Suspense>
    </ViewerContext>
  );
}
