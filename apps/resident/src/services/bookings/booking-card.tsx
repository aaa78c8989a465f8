import { Icon, Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { Link } from '../../shell/router';
import type { TicketFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { isShowable, lookOf, spoken } from './booking-look';
import { useSessionWords, useStateWord } from './use-what';

/** A booking in a list: the whole card leads to its ticket. */
export function BookingCard({ ticket }: { readonly ticket: TicketFragment }): ReactElement {
  const { t, format } = useLaterWords();
  const { what, hours } = useSessionWords();
  const stateWord = useStateWord();
  const { session, beneficiary, ticketNumber, waitlistPosition, heldUntil } = ticket;
  const { tone, icon } = session.state === 'CANCELLED' ? lookOf('CANCELLED') : lookOf(ticket.state);
  return (
    <article className="card card--flush">
      <div className="bk">
        <div className="bk__h">
          <h3 className="bk__t">{what(session)}</h3>
          <Status tone={tone} icon={icon}>
            {stateWord(ticket)}
          </Status>
        </div>
        <p>
          {hours(session)} {session.place}
        </p>
        <p className="sm">
          {!beneficiary.isMe && `${t('resident.forPerson', { name: beneficiary.name })}${t('resident.dot')}`}
          {ticketNumber && `${t('resident.ticketNumber')} ${spoken(ticketNumber)}`}
          {waitlistPosition && t('later.waiting.inLine', { position: waitlistPosition })}
          {heldUntil &&
            ticket.state === 'OFFERED' &&
            t('later.offer.heldUntil', { when: format.dateTime(heldUntil) })}
        </p>
        <Link className="btn btn--ghost" to={`/bookings/${ticket.id}`}>
          <Icon name={isShowable(ticket) ? 'qr-code' : 'ticket'} />
          {isShowable(ticket) ? t('resident.showTicket') : t('resident.seeBooking')}
          <span className="vh"> {what(session)}</span>
        </Link>
      </div>
    </article>
  );
}
