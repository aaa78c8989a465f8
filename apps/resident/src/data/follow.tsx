import { LiveContext, useLive } from '@linli/client/live';
import type { ReactElement } from 'react';
import { CentreNewsDocument } from '../gql/graphql';
import { live } from './live';

export interface NewsProps {
  readonly centreId: string;
  /** Something has changed: read again what is shown. */
  readonly onNews: () => void;
}

/** Listens to what happens at a centre. It shows nothing. */
export const Follow = (props: NewsProps): ReactElement => (
  <LiveContext value={live.status}>
    <Listen {...props} />
  </LiveContext>
);

function Listen({ centreId, onNews }: NewsProps): null {
  useLive(CentreNewsDocument, { centreId }, onNews);
  return null;
}
