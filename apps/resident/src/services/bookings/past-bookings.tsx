import { Icon } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useRead } from '../../data/use-read';
import { BookingsDocument } from '../../gql/graphql';
import { Failed, Waiting } from '../../shell/pieces';
import { useWords } from '../../shell/words';
import { BookingCard } from './booking-card';
import { byDay } from './booking-look';

const STEP = 20;
/** The most that the server gives at once. */
const MOST = 100;

export function PastBookings(): ReactElement {
  const { t, format } = useWords();
  const [first, setFirst] = useState(STEP);
  const { data, error, again } = useRead(BookingsDocument, { when: 'PAST', first });
  const [shown, setShown] = useState(data);
  if (data && data !== shown) setShown(data);
  if (error && !shown) return <Failed error={error} onRetry={again} />;
  if (!shown) return <Waiting />;
  const { edges, pageInfo } = shown.bookings;
  if (edges.length === 0) {
    return (
      <section className="card card--centre">
        <span className="way__i way__i--big">
          <Icon name="ticket" />
        </span>
        <h2 className="q__h">{t('resident.noPast')}</h2>
      </section>
    );
  }
  return (
    <>
      {byDay(edges.map(({ node }) => node)).map(([day, ofDay]) => (
        <section className="sec" key={day}>
          <h2 className="daylab">{format.day(day)}</h2>
          {ofDay.map((ticket) => (
            <BookingCard key={ticket.id} ticket={ticket} />
          ))}
        </section>
      ))}
      {pageInfo.hasNextPage && first < MOST && (
        <button className="btn btn--plain" type="button" onClick={() => setFirst(first + STEP)}>
          {t('resident.earlier')}
        </button>
      )}
    </>
  );
}
