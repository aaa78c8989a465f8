import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { useRead } from '../../data/use-read';
import { type StandingOrderLineFragment, StandingOrdersDocument } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Heading, Page } from '../../shell/page';
import { CallCentre, Failed, Waiting } from '../../shell/pieces';
import { Link } from '../../shell/router';
import { OrderLine } from './order-line';

/** All standing orders of mine and of those I care for. */
export function StandingPage(): ReactElement {
  const { t } = useLaterWords();
  const { data, error, again } = useRead(StandingOrdersDocument, {});
  return (
    <Page title={t('later.standing.title')} back={{ to: '/bookings' }} tab="bookings" busy={!data && !error}>
      <Heading>{t('later.standing.title')}</Heading>
      <p className="lead">{t('later.standing.lead')}</p>
      {data ? (
        <Orders orders={data.standingOrders} />
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting />
      )}
      <CallCentre />
    </Page>
  );
}

function Orders({ orders }: { readonly orders: readonly StandingOrderLineFragment[] }): ReactElement {
  const { t } = useLaterWords();
  const [standing, ended] = [
    orders.filter(({ state }) => state !== 'ENDED'),
    orders.filter(({ state }) => state === 'ENDED'),
  ];
  return (
    <>
      {standing.length > 0 ? (
        <List orders={standing} />
      ) : (
        <p className="card mute">{t('later.standing.none')}</p>
      )}
      <Link className="btn" to="/bookings/standing/new">
        <Icon name="plus" />
        {t('later.standing.add')}
      </Link>
      {ended.length > 0 && (
        <section className="sec">
          <h2 className="q__h">{t('later.standing.ended')}</h2>
          <List orders={ended} />
        </section>
      )}
    </>
  );
}

const List = ({ orders }: { readonly orders: readonly StandingOrderLineFragment[] }): ReactElement => (
  <ul className="card card--flush">
    {orders.map((order) => (
      <li key={order.id}>
        <OrderLine order={order} />
      </li>
    ))}
  </ul>
);
