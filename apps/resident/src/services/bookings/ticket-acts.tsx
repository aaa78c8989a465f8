import { serverNow } from '@linli/client';
import { Icon } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import type { SittingFragment, TicketFragment } from '../../gql/graphql';
import { InstallHint } from '../../shell/install-hint';
import { Note } from '../../shell/pieces';
import { Link } from '../../shell/router';
import { residentId } from '../../shell/session';
import { useLaterWords } from '../../shell/later-words';
import { useWords } from '../../shell/words';
import { Missed } from '../appeals/missed';
import { mayMove } from '../moving/movable';
import { isShowable, spoken } from './booking-look';
import { calendarFile, offerDownload } from './calendar-file';
import { CancelQuestion } from './cancel-question';
import { keepTicket } from './ticket-store';
import { useCancelUntil, useSessionWords } from './use-what';

interface Props {
  readonly ticket: TicketFragment;
  readonly isNew: boolean;
  /** Shown from the phone's own copy: nothing can be changed now. */
  readonly offline: boolean;
}

/** What one may still do with a ticket. */
export function TicketActs({ ticket, isNew, offline }: Props): ReactElement {
  const { t } = useLaterWords();
  const [asking, setAsking] = useState(false);
  const [cancelled, setCancelled] = useState(false);
  const { session } = ticket;
  const mayCancel = ticket.viewerCan.includes('CANCEL') && !offline;
  const showable = isShowable(ticket);
  return (
    <div className="sec">
      {cancelled && (
        <Note tone="ok" icon="circle-check" title={t('resident.cancel.done')} role="status">
          {t('resident.cancel.doneLead')}
        </Note>
      )}
      {(cancelled || ticket.state === 'CANCELLED') && !offline && (
        <Link
          className="btn btn--ghost"
          to={session.service.meal ? '/lunch' : `/services/${session.service.id}`}
        >
          {t('resident.bookAgain')}
        </Link>
      )}
      {ticket.runId && !offline && (
        <Link className="btn btn--ghost" to={`/bookings/run/${ticket.runId}`}>
          <Icon name="list-ordered" />
          {t('later.several.allDays')}
        </Link>
      )}
      {(mayCancel || showable) && (
        <div className="btns">
          {mayMove(ticket) && !offline && (
            <Link className="btn btn--ghost" to={`/bookings/${ticket.id}/move`}>
              <Icon name="clock" />
              {t('later.move.title')}
            </Link>
          )}
          {showable && <AddToCalendar ticket={ticket} />}
          {mayCancel && (
            <button className="btn btn--plain" type="button" onClick={() => setAsking(true)}>
              {t('resident.cancel.do')}
            </button>
          )}
        </div>
      )}
      {showable && <CancelUntil session={session} mayCancel={mayCancel} />}
      {isNew && showable && (
        <Note tone="ok" icon="check" title={t('resident.opensOffline')}>
          {t('resident.opensOfflineLead')}
        </Note>
      )}
      {ticket.state === 'NO_SHOW' && !offline && <Missed id={ticket.id} />}
      {isNew && <InstallHint />}
      {asking && (
        <CancelQuestion
          ticket={ticket}
          onClose={() => setAsking(false)}
          onCancelled={(after) => {
            setAsking(false);
            setCancelled(true);
            const id = residentId.get();
            if (id) void keepTicket(id, after, serverNow().getTime());
          }}
        />
      )}
    </div>
  );
}

function AddToCalendar({ ticket }: { readonly ticket: TicketFragment }): ReactElement {
  const { t } = useWords();
  const { what } = useSessionWords();
  const { session, ticketNumber } = ticket;
  const add = () => {
    const note = `${t('resident.ticketNumber')} ${spoken(ticketNumber)}`;
    const entry = { ...session, id: ticket.id, title: what(session), note };
    offerDownload(`${ticketNumber}.ics`, calendarFile(entry, serverNow()));
  };
  return (
    <button className="btn btn--ghost" type="button" onClick={add}>
      <Icon name="calendar-plus" />
      {t('resident.addToCalendar')}
    </button>
  );
}

interface CancelUntilProps {
  readonly session: SittingFragment;
  readonly mayCancel: boolean;
}

function CancelUntil({ session: { cancelUntil }, mayCancel }: CancelUntilProps): ReactElement | null {
  const { t } = useWords();
  const until = useCancelUntil();
  const said = until(cancelUntil) ?? (mayCancel ? undefined : t('resident.tooLateToCancel'));
  return said ? <p className="mute">{said}</p> : null;
}
