import { Icon, QrCode } from '@linli/ui';
import type { ReactElement } from 'react';
import type { TicketFragment } from '../../gql/graphql';
import { knownCentre } from '../../shell/centre';
import { Link } from '../../shell/router';
import { useSignal } from '../../shell/signal';
import { useWords } from '../../shell/words';
import { isUsed, lookOf, spoken } from './booking-look';
import { useSessionWords, useStateWord } from './use-what';

/** A booking as the ticket that one shows at the door. */
export function TicketCard({
  ticket,
  lead,
}: {
  readonly ticket: TicketFragment;
  readonly lead?: string;
}): ReactElement {
  const { t, format } = useWords();
  const { what, day } = useSessionWords();
  const stateWord = useStateWord();
  const { session, ticketNumber } = ticket;
  const centre = useSignal(knownCentre);
  return (
    <Link className={isUsed(ticket) ? 'ticket ticket--used' : 'ticket'} to={`/bookings/${ticket.id}`}>
      <div className="ticket__main">
        <p className="ticket__tag">
          <Icon name={lookOf(ticket.state).icon} />
          <span>
            {lead ? t('resident.leadAndState', { lead, state: stateWord(ticket) }) : stateWord(ticket)}
          </span>
        </p>
        <div>
          <p className="ticket__what">{what(session)}</p>
          <p className="ticket__when">
            <small>{day(session)}</small>{' '}
            <time dateTime={session.startsAt}>{format.time(session.startsAt)}</time>
          </p>
        </div>
        <p className="ticket__where">
          {!ticket.beneficiary.isMe && (
            <span>{t('resident.forPerson', { name: ticket.beneficiary.name })}</span>
          )}{' '}
          {centre?.id === session.centreId && <span>{centre.name}</span>} <span>{session.place}</span>
        </p>
      </div>
      <div className="ticket__stub">
        {ticketNumber ? (
          <>
            <QrCode text={ticket.id} label={t('resident.ticketCode')} />
            <span className="ticket__no">
              <small>{t('resident.ticketNumber')}</small>
              {spoken(ticketNumber)}
            </span>
          </>
        ) : (
          <Icon name="list-ordered" />
        )}
      </div>
    </Link>
  );
}
