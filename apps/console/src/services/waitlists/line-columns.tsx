import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { AcceptOfferDocument, type InLineFragment } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { type Column, column } from '../../kit/data-table';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { Flags } from '../desk/arrival-columns';
import { phoneOf } from '../desk/booking-drawer';
import { cancelWord } from '../desk/cancel-dialog';
import { leftUntil } from './lines';

/** Who is asked on the telephone takes the place there and then. */
export function useOffer(again: () => void) {
  const { t } = useWords();
  const toast = useToast();
  const { act, busy, message } = useAct(AcceptOfferDocument);
  const [id, setId] = useState<string>();
  const accept = async (booking: InLineFragment) => {
    setId(booking.id);
    const { done } = await act({ id: booking.id });
    if (done) {
      const said = { name: booking.beneficiary.name, ticket: done.ticketNumber };
      const word = done.state === 'REQUESTED' ? 'acceptedRequest' : 'accepted';
      toast('ok', t(`console.waitlist.${word}`, said));
    }
    again();
  };
  return { accept, message, busyId: busy ? id : undefined };
}

interface ColumnsOf {
  readonly offer: ReturnType<typeof useOffer>;
  readonly onShow: (booking: InLineFragment) => void;
  readonly onLeave: (booking: InLineFragment) => void;
}

export function useLineColumns({ offer, onShow, onLeave }: ColumnsOf): Column<InLineFragment>[] {
  const { t, format } = useWords();
  return [
    column(
      'position',
      t('console.waitlist.column.position'),
      ({ waitlistPosition }) => waitlistPosition ?? '—',
      {
        number: true,
      },
    ),
    column('name', t('console.waitlist.column.name'), (booking) => (
      <>
        <span className="nw">
          <button type="button" className="lk lk--plain" onClick={() => onShow(booking)}>
            <b>{booking.beneficiary.name}</b>
          </button>{' '}
          <span className="m">{booking.beneficiary.age}</span>
        </span>
        <Flags person={booking.beneficiary} />
      </>
    )),
    column('phone', t('console.waitlist.column.phone'), ({ beneficiary }) => (
      <span className="nw">{phoneOf(beneficiary.phone)}</span>
    )),
    column('since', t('console.waitlist.column.since'), ({ bookedAt, channel }) => (
      <>
        <span className="nw">{format.dateTime(bookedAt)}</span>{' '}
        <small className="m">{t(`Channel.${channel}`)}</small>
      </>
    )),
    column('state', t('console.waitlist.column.state'), (booking) => <LineState booking={booking} />),
    column('acts', <span className="vh">{t('console.column.acts')}</span>, (booking) => (
      <span className="row row--acts">
        {booking.state === 'OFFERED' && booking.viewerCan.includes('CONFIRM') && (
          <Button
            small
            kind="brand"
            busy={offer.busyId === booking.id}
            aria-label={t('console.actFor', {
              name: booking.beneficiary.name,
              act: t('console.waitlist.accept'),
            })}
            onClick={() => void offer.accept(booking)}
          >
            {t('console.waitlist.accept')}
          </Button>
        )}
        {booking.viewerCan.includes('CANCEL') && (
          <Button
            small
            aria-label={t('console.actFor', {
              name: booking.beneficiary.name,
              act: t(cancelWord(booking.state)),
            })}
            onClick={() => onLeave(booking)}
          >
            {t(cancelWord(booking.state))}
          </Button>
        )}
      </span>
    )),
  ];
}

function LineState({ booking: { state, heldUntil } }: { readonly booking: InLineFragment }): ReactElement {
  const { t } = useWords();
  if (state === 'OFFERED' && heldUntil) return <Held until={heldUntil} />;
  return (
    <Status tone="mute" icon="clock">
      {t('console.waitlist.waits')}
    </Status>
  );
}

/** A place that is held, counted down by the second. */
function Held({ until }: { readonly until: string }): ReactElement {
  const { t, format } = useWords();
  const left = leftUntil(until, useNow(1000));
  return (
    <Status tone={left ? 'warn' : 'mute'} icon="hourglass">
      {left ? t('console.waitlist.held', { time: format.time(until), left }) : t('console.waitlist.heldOver')}
    </Status>
  );
}
