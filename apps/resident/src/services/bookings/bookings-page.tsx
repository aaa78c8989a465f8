import { serverNow, useNow } from '@linli/client';
import { Icon } from '@linli/ui';
import { type ReactElement, useEffect } from 'react';
import { Link, useSearch } from '../../shell/router';
import { useRead } from '../../data/use-read';
import { BookingsDocument, type TicketFragment } from '../../gql/graphql';
import { Heading, Page } from '../../shell/page';
import { useLaterWords } from '../../shell/later-words';
import { CallCentre, Failed, Note, Waiting } from '../../shell/pieces';
import { residentId } from '../../shell/session';
import { useSignal } from '../../shell/signal';
import { useWords } from '../../shell/words';
import { FirstStandingOrder, MyStandingOrders } from '../standing/my-standing-orders';
import { BookingCard } from './booking-card';
import { RunCard } from '../several/run-card';
import { byDay, isFirstOfRun, isShowable, ofRun, stillComing } from './booking-look';
import { OfflineNote } from './offline-note';
import { PastBookings } from './past-bookings';
import { TicketCard } from './ticket-card';
import { keepTickets } from './ticket-store';
import { useKeptTickets } from './use-kept-tickets';

const AT_ONCE = 50;

export function BookingsPage(): ReactElement {
  const { t } = useWords();
  const [search] = useSearch();
  const past = search.get('when') === 'past';
  return (
    <Page title={t('resident.tab.bookings')} tab="bookings">
      <Heading>{t('resident.myBookings')}</Heading>
      <nav className="seg" aria-label={t('resident.filter')}>
        <Link to="/bookings" replace aria-current={past ? undefined : 'page'}>
          {t('BookingTime.COMING')}
        </Link>
        <Link to="/bookings?when=past" replace aria-current={past ? 'page' : undefined}>
          {t('BookingTime.PAST')}
        </Link>
      </nav>
      {past ? (
        <PastBookings />
      ) : (
        <>
          <BookedTogether count={Number(search.get('together') ?? 0)} />
          <MyStandingOrders />
          <Coming />
          <FirstStandingOrder />
        </>
      )}
      <CallCentre />
    </Page>
  );
}

/** Back from booking several at once. */
function BookedTogether({ count }: { readonly count: number }): ReactElement | null {
  const { t } = useLaterWords();
  if (!(count > 1)) return null;
  return (
    <Note tone="ok" icon="circle-check" role="status" title={t('later.group.done', { count })}>
      {t('later.group.doneLead')}
    </Note>
  );
}

function Coming(): ReactElement {
  const now = useNow(60_000);
  const id = useSignal(residentId);
  const { data, error, waiting, again } = useRead(BookingsDocument, { when: 'COMING', first: AT_ONCE });
  const fresh = data?.bookings.edges.map(({ node }) => node);
  useEffect(() => {
    if (fresh && id && !error) void keepTickets(id, fresh, serverNow().getTime());
    // `fresh` is made anew at each drawing; `data` is not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [data, id, error]);
  const kept = useKeptTickets(error !== undefined || waiting);

  if (fresh && !error) return <List tickets={fresh} />;
  if (kept && (error || waiting)) {
    return (
      <>
        {error !== undefined && <OfflineNote savedAt={kept.savedAt} />}
        <List tickets={stillComing(kept.tickets, now)} />
      </>
    );
  }
  if (error) return <Failed error={error} onRetry={again} />;
  return <Waiting />;
}

function List({ tickets }: { readonly tickets: readonly TicketFragment[] }): ReactElement {
  const { t, format } = useWords();
  const now = useNow(60_000);
  if (tickets.length === 0) return <NoBookings />;
  const next = tickets.find(isShowable);
  const rest = tickets.filter((ticket) => ticket !== next);
  const shown = tickets.filter((ticket) => ticket === next || isFirstOfRun(rest, ticket));
  return (
    <>
      {byDay(shown).map(([day, ofDay]) => (
        <section className="sec" key={day}>
          <h2 className="daylab">{dayLabel(format.relativeDay(day, now), format.day(day))}</h2>
          {ofDay.map((ticket) =>
            ticket === next ? (
              <TicketCard key={ticket.id} ticket={ticket} lead={t('resident.nextBooking')} />
            ) : ticket.runId ? (
              <RunCard key={ticket.id} tickets={ofRun(rest, ticket.runId)} />
            ) : (
              <BookingCard key={ticket.id} ticket={ticket} />
            ),
          )}
        </section>
      ))}
    </>
  );
}

const dayLabel = (relative: string, day: string): string => (relative === day ? day : `${relative} ${day}`);

function NoBookings(): ReactElement {
  const { t } = useWords();
  return (
    <section className="card card--centre">
      <span className="way__i way__i--big">
        <Icon name="calendar-plus" />
      </span>
      <h2 className="q__h">{t('resident.noBookings')}</h2>
      <p className="mute">{t('resident.noBookingsLead')}</p>
      <Link className="btn" to="/lunch">
        {t('resident.bookLunch')}
      </Link>
      <Link className="btn btn--plain" to="/services">
        {t('resident.seeServices')}
      </Link>
    </section>
  );
}
