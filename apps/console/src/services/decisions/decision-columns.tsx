import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import type { ToDecideFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column } from '../../kit/data-table';
import { useWords } from '../../kit/words';
import { Flags } from '../desk/arrival-columns';
import { type Asked, isGroup } from './asked';
import { type Decision, isUrgent, URGENT_HOURS } from './decisions';

export type View = 'requests' | 'appeals';

interface ColumnsOf {
  readonly view: View;
  readonly now: Date;
  readonly onShow: (booking: ToDecideFragment) => void;
  readonly onDecide: (asked: Asked, decision: Decision) => void;
}

/** What one must know to decide, and the two answers. */
export function useDecisionColumns({ view, now, onShow, onDecide }: ColumnsOf): Column<Asked>[] {
  const { t, format } = useWords();
  const title = (key: 'until' | 'name' | 'session' | 'asked' | 'places' | 'reason') =>
    t(`console.decisions.column.${key}`);
  const until = column('until', title('until'), ({ bookings }: Asked) => (
    <Until closesAt={bookings.map(({ session }) => session.closesAt).sort()[0] ?? ''} now={now} />
  ));
  const name = column('name', title('name'), (asked: Asked) => <Who asked={asked} onShow={onShow} />);
  const session = column('session', title('session'), (asked: Asked) => (
    <What asked={asked} now={now} onShow={onShow} />
  ));
  const asked = column('asked', title('asked'), ({ bookings: [{ bookedAt, channel }] }: Asked) => (
    <>
      <span className="nw">{format.dateTime(bookedAt)}</span>{' '}
      <small className="m nw">{t(`Channel.${channel}`)}</small>
    </>
  ));
  const places = column('places', title('places'), ({ bookings }: Asked) => {
    const [fullest] = bookings.map(({ session: of }) => of).sort((one, other) => other.taken - one.taken);
    return (
      fullest && (
        <span className="nw">
          {t('console.decisions.places', { taken: fullest.taken, capacity: fullest.capacity })}
        </span>
      )
    );
  });
  const reason = column('reason', title('reason'), ({ bookings: [{ appeal }] }: Asked) => (
    <>
      {appeal?.reason} <small className="m nw">{appeal && format.dateTime(appeal.madeAt)}</small>
    </>
  ));
  const answers: readonly Decision[] = view === 'requests' ? ['approve', 'decline'] : ['heal', 'uphold'];
  const acts = column('acts', <span className="vh">{t('console.column.acts')}</span>, (each: Asked) => (
    <span className="row row--acts">
      {answers.map((decision, index) => (
        <Button
          key={decision}
          small
          kind={index === 0 ? 'brand' : 'plain'}
          aria-label={t('console.actFor', {
            name: each.bookings[0].beneficiary.name,
            act: t(`console.decisions.${decision}`),
          })}
          onClick={() => onDecide(each, decision)}
        >
          {t(`console.decisions.${decision}`)}
        </Button>
      ))}
    </span>
  ));
  return view === 'requests' ? [until, name, session, places, asked, acts] : [name, session, reason, acts];
}

interface Shown {
  readonly asked: Asked;
  readonly onShow: (booking: ToDecideFragment) => void;
}

/** The person; of a group each of them. */
function Who({ asked, onShow }: Shown): ReactElement {
  const people = isGroup(asked) ? asked.bookings : [asked.bookings[0]];
  return (
    <>
      {people.map((booking) => (
        <div key={booking.id}>
          <span className="nw">
            <button type="button" className="lk lk--plain" onClick={() => onShow(booking)}>
              <b>{booking.beneficiary.name}</b>
            </button>{' '}
            <span className="m">{booking.beneficiary.age}</span>
          </span>
          <Flags person={booking.beneficiary} />
        </div>
      ))}
    </>
  );
}

/** What is asked for; of several days how many, and each of them. */
function What({ asked, now, onShow }: Shown & { readonly now: Date }): ReactElement {
  const { t, format } = useWords();
  const { bookings } = asked;
  const [{ session: of }] = bookings;
  if (bookings.length === 1 || isGroup(asked))
    return (
      <>
        {of.title}{' '}
        {bookings.length > 1 && (
          <Status tone="info">{t('console.decisions.people', { count: bookings.length })}</Status>
        )}{' '}
        <small className="m nw">
          {format.relativeDay(of.day, now)} {format.timeRange(of.startsAt, of.endsAt)}
        </small>
      </>
    );
  return (
    <>
      {of.title} <Status tone="info">{t('console.decisions.days', { count: bookings.length })}</Status>
      <div className="row" style={{ flexWrap: 'wrap', columnGap: 10, rowGap: 0 }}>
        {bookings.map((booking) => (
          <button key={booking.id} type="button" className="lk lk--plain nw" onClick={() => onShow(booking)}>
            <small>{format.day(booking.session.day)}</small>
          </button>
        ))}
      </div>
    </>
  );
}

function Until({ closesAt, now }: { readonly closesAt: string; readonly now: Date }): ReactElement {
  const { t, format } = useWords();
  if (!isUrgent(closesAt, now)) return <span className="nw">{format.dateTime(closesAt)}</span>;
  return (
    <Status tone="warn" icon="clock">
      {format.dateTime(closesAt)}{' '}
      {t('console.aside', { text: t('console.decisions.soon', { hours: URGENT_HOURS }) })}
    </Status>
  );
}
