import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import { BookDocument, type ClosedBookingFragment, type SessionCountsFragment } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { Drawer } from '../../kit/overlays';
import { Facts } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { phoneOf } from '../desk/booking-drawer';
import { factsOf, type Person } from '../desk/person-finder';
import { sessionName } from '../desk/words-of';

interface CallDrawerProps {
  readonly closed: ClosedBookingFragment;
  readonly isTold: boolean;
  readonly hasNext: boolean;
  readonly onTold: (isTold: boolean) => void;
  readonly onRebooked: () => void;
  readonly onClose: () => void;
}

/** One call: the number, what was cancelled, what is free instead, and the tick. */
export function CallDrawer(props: CallDrawerProps): ReactElement {
  const { closed, isTold, hasNext, onTold, onClose } = props;
  const words = useWords();
  const { t, format } = words;
  const { beneficiary, session, cancelReason } = closed.booking;
  return (
    <Drawer
      open
      title={t('console.person.aged', { name: beneficiary.name, age: beneficiary.age })}
      onClose={onClose}
      footer={
        <div className="acts">
          <Button onClick={onClose}>{t('common.close')}</Button>
          {isTold ? (
            <Button icon="rotate-ccw" onClick={() => onTold(false)}>
              {t('console.calls.untick')}
            </Button>
          ) : (
            <Button kind="primary" icon="check" onClick={() => onTold(true)}>
              {t(hasNext ? 'console.calls.tickNext' : 'console.calls.tick')}
            </Button>
          )}
        </div>
      }
    >
      <div className="stack">
        <Facts
          facts={[
            [t('common.phone'), <Reach key="phone" person={beneficiary} />],
            [t('console.booking.person'), factsOf(words, beneficiary)],
            [t('console.calls.column.lost'), `${format.day(session.day)} ${sessionName(words, session)}`],
            [t('console.booking.why'), cancelReason ?? '—'],
          ]}
        />
        <Instead key={closed.booking.id} {...props} />
      </div>
    </Drawer>
  );
}

/** The number; who has none is told at the door. */
export function Reach({ person: { phone, building } }: { readonly person: Person }): ReactElement {
  const { t } = useWords();
  if (phone) return <span className="nw">{phoneOf(phone)}</span>;
  return (
    <span className="m">
      {building ? t('console.calls.noPhoneAt', { building }) : t('console.calls.noPhone')}
    </span>
  );
}

/** Booked there and then, by telephone. */
function Instead({ closed: { booking, instead }, onRebooked }: CallDrawerProps): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const toast = useToast();
  const books = useMay('BOOK_AT_COUNTER');
  const { act, busy, message } = useCreate(BookDocument);
  const [asked, setAsked] = useState<string>();
  const { id: beneficiaryId, name } = booking.beneficiary;
  const rebook = async (session: SessionCountsFragment) => {
    setAsked(session.id);
    const { done } = await act({
      ...{ sessionId: session.id, beneficiaryId, channel: 'PHONE', texture: booking.texture },
      allowAllergens: false,
    });
    if (!done) return;
    toast(
      'ok',
      t('console.calls.rebooked', { name, day: format.day(session.day), ticket: done.ticketNumber }),
    );
    onRebooked();
  };
  return (
    <section className="stack stack--s">
      <h3>{t('console.calls.column.instead')}</h3>
      {instead.length === 0 && <p className="m">{t('console.calls.noInstead')}</p>}
      {instead.map((session) => (
        <div key={session.id} className="row row--apart">
          <p>
            <b>{format.day(session.day)}</b> {sessionName(words, session)}{' '}
            <span className="m">{t('console.quick.left', { count: session.placesLeft })}</span>
          </p>
          {books && (
            <Button
              small
              busy={busy && asked === session.id}
              aria-label={t('console.actFor', {
                act: t('console.calls.rebook'),
                name: format.day(session.day),
              })}
              onClick={() => void rebook(session)}
            >
              {t('console.calls.rebook')}
            </Button>
          )}
        </div>
      ))}
      <Problem message={message} />
    </section>
  );
}
