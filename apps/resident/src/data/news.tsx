import { LiveContext, useLive } from '@linli/client/live';
import type { ReactElement } from 'react';
import { CentreNewsDocument } from '../gql/graphql';
import { live } from './house';

interface NewsProps {
  readonly centreId: string;
  /** Something has changed: read again what is shown. */
  readonly onNews: () => void;
}

/** Keeps a page fresh while the socket is up. It shows nothing. */
export const News = (props: NewsProps): ReactElement => (
  <LiveContext value={live.status}>
    <Follow {...props} />
  </LiveContext>
);

function Follow({ centreId, onNews }: NewsProps): null {
  useLive(CentreNewsDocument, { centreId }, onNews);
  return null;
}
