import { problemOf } from '@linli/client';
import type { ReactElement, ReactNode } from 'react';
import type { StandingOrderWholeFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { NotFound } from '../../shell/not-found';
import { Heading, Page } from '../../shell/page';
import { CallCentre, Failed, Waiting } from '../../shell/pieces';
import { Redirect, useParams } from '../../shell/router';
import { useStandingWords } from './standing-words';
import { useOrder } from './use-standing';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly children: (order: StandingOrderWholeFragment) => ReactNode;
}

/** A question about one order that still stands. */
export function OfOrder({ title, lead, children }: Props): ReactElement {
  const { t } = useLaterWords();
  const { id = '' } = useParams();
  const { order, error, again } = useOrder(id);
  const { weekdays, what } = useStandingWords();
  if (error && problemOf(error, t).code === 'NOT_FOUND') return <NotFound />;
  if (order?.state === 'ENDED') return <Redirect to={`/bookings/standing/${id}`} replace />;
  return (
    <Page title={title} back={{ to: `/bookings/standing/${id}` }} tab="bookings" busy={!order && !error}>
      <div className="sec">
        <Heading>{title}</Heading>
        {order && (
          <p className="lead">
            {weekdays(order.weekdays)} {what(order.service)}
            {!order.beneficiary.isMe && ` · ${order.beneficiary.name}`}
          </p>
        )}
        <p className="mute">{lead}</p>
      </div>
      {order ? children(order) : error ? <Failed error={error} onRetry={again} /> : <Waiting />}
      <CallCentre />
    </Page>
  );
}
