import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import type { ToDecideFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column } from '../../kit/data-table';
import { useWords } from '../../kit/words';
import { Flags } from '../desk/arrival-columns';
import { type Decision, isUrgent, URGENT_HOURS } from './decisions';

export type View = 'requests' | 'appeals';

interface ColumnsOf {
  readonly view: View;
  readonly now: Date;
  readonly onShow: (booking: ToDecideFragment) => void;
  readonly onDecide: (booking: ToDecideFragment, decision: Decision) => void;
}

/** What one must know to decide, and the two answers. */
export function useDecisionColumns({ view, now, onShow, onDecide }: ColumnsOf): Column<ToDecideFragment>[] {
  const { t, format } = useWords();
  const title = (key: 'until' | 'name' | 'session' | 'asked' | 'places' | 'reason') =>
    t(`console.decisions.column.${key}`);
  const until = column('until', title('until'), ({ session }: ToDecideFragment) => (
    <Until closesAt={session.closesAt} now={now} />
  ));
  const name = column('name', title('name'), (booking: ToDecideFragment) => (
    <>
      <span className="nw">
        <button type="button" className="lk lk--plain" onClick={() => onShow(booking)}>
          <b>{booking.beneficiary.name}</b>
        </button>{' '}
        <span className="m">{booking.beneficiary.age}</span>
      </span>
      <Flags person={booking.beneficiary} />
    </>
  ));
  const session = column('session', title('session'), ({ session: of }: ToDecideFragment) => (
    <>
      {of.title}{' '}
      <small className="m nw">
        {format.relativeDay(of.day, now)} {format.timeRange(of.startsAt, of.endsAt)}
      </small>
    </>
  ));
  const asked = column('asked', title('asked'), ({ bookedAt, channel }: ToDecideFragment) => (
    <>
      <span className="nw">{format.dateTime(bookedAt)}</span>{' '}
      <small className="m">{t(`Channel.${channel}`)}</small>
    </>
  ));
  const places = column('places', title('places'), ({ session: { taken, capacity } }: ToDecideFragment) =>
    t('console.decisions.places', { taken, capacity }),
  );
  const reason = column('reason', title('reason'), ({ appeal }: ToDecideFragment) => (
    <>
      {appeal?.reason} <small className="m nw">{appeal && format.dateTime(appeal.madeAt)}</small>
    </>
  ));
  const answers: readonly Decision[] = view === 'requests' ? ['approve', 'decline'] : ['heal', 'uphold'];
  const acts = column(
    'acts',
    <span className="vh">{t('console.column.acts')}</span>,
    (booking: ToDecideFragment) => (
      <span className="row row--acts">
        {answers.map((decision, index) => (
          <Button
            key={decision}
            small
            kind={index === 0 ? 'brand' : 'plain'}
            aria-label={t('console.actFor', {
              name: booking.beneficiary.name,
              act: t(`console.decisions.${decision}`),
            })}
            onClick={() => onDecide(booking, decision)}
          >
            {t(`console.decisions.${decision}`)}
          </Button>
        ))}
      </span>
    ),
  );
  return view === 'requests' ? [until, name, session, places, asked, acts] : [name, session, reason, acts];
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
