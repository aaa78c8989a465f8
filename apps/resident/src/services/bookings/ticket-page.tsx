import { problemOf, serverNow, useNow } from '@linli/client';
import { type ReactElement, useEffect } from 'react';
import { useParams, useSearch } from '../../shell/router';
import { useRead } from '../../data/use-read';
import { OneBookingDocument, type TicketFragment } from '../../gql/graphql';
import { NotFound } from '../../shell/not-found';
import { Page } from '../../shell/page';
import { CallCentre, Failed, Note, Waiting } from '../../shell/pieces';
import { residentId } from '../../shell/session';
import { useSignal } from '../../shell/signal';
import { useLaterWords } from '../../shell/later-words';
import { useWords } from '../../shell/words';
import { OfflineNote } from './offline-note';
import { News } from '../../data/news';
import { ReadAloud } from '../aloud/read-aloud';
import { ticketAloud } from '../aloud/spoken-words';
import { PendingActs } from '../waitlist/pending-acts';
import { PendingTicket } from '../waitlist/pending-ticket';
import { VisitNote } from '../visits/visit-note';
import { isPending } from './booking-look';
import { TicketActs } from './ticket-acts';
import { BigTicket } from './big-ticket';
import { keepTicket } from './ticket-store';
import { useKeptTickets } from './use-kept-tickets';
import { useSessionWords, useStateWord } from './use-what';

/** One ticket: it opens without network too, from what this phone kept. */
export function TicketPage(): ReactElement {
  const { t } = useWords();
  useNow(60_000);
  const { id = '' } = useParams();
  const [search] = useSearch();
  const resident = useSignal(residentId);
  const { what } = useSessionWords();
  const { data, error, again } = useRead(OneBookingDocument, { id });
  const kept = useKeptTickets(data === undefined);
  const fresh = error ? undefined : data?.booking;
  useEffect(() => {
    if (fresh && resident) void keepTicket(resident, fresh, serverNow().getTime());
  }, [fresh, resident]);

  const gone = error !== undefined && problemOf(error, t).code !== 'NETWORK';
  const copy = gone ? undefined : kept?.tickets.find((ticket) => ticket.id === id);
  const ticket = fresh ?? copy;
  const fallBack = { to: '/bookings' };
  if (error && problemOf(error, t).code === 'NOT_FOUND') return <NotFound />;
  return (
    <Page
      title={ticket ? what(ticket.session) : t('resident.tab.bookings')}
      back={fallBack}
      tab="bookings"
      busy={!ticket && !error}
    >
      {error !== undefined && ticket && <OfflineNote savedAt={kept?.savedAt ?? serverNow().getTime()} />}
      {ticket && isPending(ticket) && <News centreId={ticket.session.centreId} onNews={again} />}
      {ticket && isPending(ticket) ? (
        <>
          {search.get('moved') === '1' && <MovedNote />}
          <PendingTicket ticket={ticket} />
          <PendingActs key={ticket.state} ticket={ticket} offline={!fresh} />
          <CallCentre />
        </>
      ) : ticket ? (
        <>
          {search.get('moved') === '1' && <MovedNote />}
          <BigTicket ticket={ticket} isNew={search.get('new') === '1'} />
          <TicketAloud ticket={ticket} />
          <VisitNote bookingId={ticket.id} />
          <TicketActs ticket={ticket} isNew={search.get('new') === '1'} offline={!fresh} />
          <CallCentre />
        </>
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function MovedNote(): ReactElement {
  const { t } = useLaterWords();
  return (
    <Note tone="ok" icon="circle-check" role="status" title={t('later.move.done')}>
      {t('later.move.doneLead')}
    </Note>
  );
}

function TicketAloud({ ticket }: { readonly ticket: TicketFragment }): ReactElement {
  const { format } = useWords();
  const { what, day, hours } = useSessionWords();
  const stateWord = useStateWord();
  const { session } = ticket;
  const [near, date] = [day(session), format.day(session.day)];
  const when = `${near === date ? '' : `${near} `}${date} ${hours(session)}`;
  const said = { what: what(session), state: stateWord(ticket), when };
  return <ReadAloud sentences={(words) => ticketAloud(words, ticket, said)} />;
}
