import { problemOf } from '@linli/client';
import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import type { StandingOrderWholeFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { NotFound } from '../../shell/not-found';
import { Heading, Page } from '../../shell/page';
import { CallCentre, Failed, Note, Waiting } from '../../shell/pieces';
import { Unbroken } from '../../shell/unbroken';
import { Link, useParams, useSearch } from '../../shell/router';
import { OrderDays } from './order-days';
import { Pauses } from './pauses';
import { lookOfOrder, useStandingWords } from './standing-words';
import { useOrder } from './use-standing';
import { addressOf } from './wish';

/** One order: what it is, the days to come, and what one may do with it. */
export function OrderPage(): ReactElement {
  const { t } = useLaterWords();
  const { id = '' } = useParams();
  const [search] = useSearch();
  const { weekdays, what } = useStandingWords();
  const { order, error, again } = useOrder(id);
  if (error && problemOf(error, t).code === 'NOT_FOUND') return <NotFound />;
  const title = order ? `${weekdays(order.weekdays)} ${what(order.service)}` : t('later.standing.title');
  return (
    <Page title={title} back={{ to: '/bookings/standing' }} tab="bookings" busy={!order && !error}>
      <Heading>
        <Unbroken text={title} />
      </Heading>
      {order ? (
        <>
          {search.get('new') === '1' && (
            <Note tone="ok" icon="circle-check" role="status" title={t('later.standing.made')}>
              {t('later.standing.madeLead')}
            </Note>
          )}
          <About order={order} />
          <OrderDays order={order} />
          {order.state !== 'ENDED' && <Pauses order={order} />}
          <Ending order={order} />
        </>
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting />
      )}
      <CallCentre />
    </Page>
  );
}

function About({ order }: { readonly order: StandingOrderWholeFragment }): ReactElement {
  const { t, format } = useLaterWords();
  const { tone, icon } = lookOfOrder(order.state);
  const { beneficiary, validFrom, validTo } = order;
  return (
    <section className="card sec">
      <p>
        <Status tone={tone} icon={icon}>
          {t(`later.standing.state.${order.state}`)}
        </Status>
      </p>
      <p className="b">{beneficiary.name}</p>
      <p>
        {validTo
          ? t('later.standing.fromTo', { from: format.date(validFrom), to: format.date(validTo) })
          : t('later.standing.since', { from: format.date(validFrom) })}
      </p>
    </section>
  );
}

/** It can be ended; what has ended stays so, and another one is soon made. */
function Ending({ order }: { readonly order: StandingOrderWholeFragment }): ReactElement {
  const { t, format } = useLaterWords();
  const { id, weekdays, service, state, validTo } = order;
  const again = addressOf('', { weekdays, serviceId: service.id, from: undefined });
  if (state === 'ENDED') {
    return (
      <>
        <Note tone="info" icon="info" title={t('later.standing.hasEnded')}>
          {t('later.standing.noUndo')}
        </Note>
        <Link className="btn" to={again}>
          {t('later.standing.anew')}
        </Link>
      </>
    );
  }
  return (
    <>
      {validTo && (
        <Note tone="info" icon="info" title={t('later.standing.endsOn', { day: format.day(validTo) })}>
          {t('later.standing.noUndo')}
        </Note>
      )}
      <Link className="btn btn--plain" to={`/bookings/standing/${id}/end`}>
        {t(validTo ? 'later.standing.endSooner' : 'later.standing.end')}
      </Link>
    </>
  );
}
