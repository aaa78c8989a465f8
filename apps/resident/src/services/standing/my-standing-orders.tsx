import '../../styles/standing.css';
import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { useRead } from '../../data/use-read';
import { StandingOrdersDocument } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Link } from '../../shell/router';
import { OrderLine } from './order-line';
import { addressOf, MONDAY_TO_FRIDAY } from './wish';

/** Before the bookings: the orders that make some of them. Nothing where there are none. */
export function MyStandingOrders(): ReactElement | null {
  const { t } = useLaterWords();
  const standing = useStanding();
  if (!standing || standing.length === 0) return null;
  return (
    <section className="sec">
      <h2 className="daylab">{t('later.standing.title')}</h2>
      <div className="card card--flush">
        {standing.map((order) => (
          <OrderLine key={order.id} order={order} />
        ))}
      </div>
    </section>
  );
}

/** Where there is none: the way to the first one. */
export function FirstStandingOrder(): ReactElement | null {
  const standing = useStanding();
  return standing?.length === 0 ? <ToStandingOrder /> : null;
}

/** 「每週都要吃？」 */
export function ToStandingOrder({ serviceId }: { readonly serviceId?: string | undefined }): ReactElement {
  const { t } = useLaterWords();
  return (
    <Link className="card row" to={addressOf('', { weekdays: MONDAY_TO_FRIDAY, serviceId, from: undefined })}>
      <span>
        <b>{t('later.standing.everyWeek')}</b>
        <small>{t('later.standing.everyWeekLead')}</small>
      </span>
      <Icon name="chevron-right" />
    </Link>
  );
}

function useStanding() {
  const { data } = useRead(StandingOrdersDocument, {});
  return data?.standingOrders.filter(({ state }) => state !== 'ENDED');
}
