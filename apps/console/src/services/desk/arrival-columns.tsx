import { Status } from '@linli/ui';
import { DeskIcon } from '@linli/ui/desk';
import type { ReactElement } from 'react';
import type { CareNeed } from '../../gql/graphql';
import { Button, IconButton } from '../../kit/button';
import type { Column } from '../../kit/data-table';
import { useWords, type Words } from '../../kit/words';
import { DayLogButton } from '../day-care/day-log-button';
import { type Arrival, isCallable, isHere, latenessOf } from './arrivals';
import type { CheckingIn } from './use-check-in';
import { channelIcons } from './words-of';

/** What the desk must know when the person stands there; the rest is in the drawer. */
const SEEN_AT_THE_DESK: readonly CareNeed[] = [
  'DISABLED_FULLY',
  'DISABLED_PARTLY',
  'HANDICAP',
  'LIVING_ALONE',
];

export function Flags({ person }: { readonly person: Arrival['beneficiary'] }): ReactElement {
  const { t } = useWords();
  const needs = SEEN_AT_THE_DESK.filter((need) => person.careNeeds.includes(need)).slice(0, 2);
  return (
    <>
      {person.allergies.length > 0 && (
        <span className="flag flag--bad">
          <DeskIcon name="triangle-alert" />
          {t('console.allergicTo', { what: person.allergies.map((one) => t(`Allergen.${one}`)).join('、') })}
        </span>
      )}
      {needs.map((need) => (
        <span key={need} className="flag">
          <DeskIcon name="user-round" />
          {t(`CareNeed.${need}`)}
        </span>
      ))}
    </>
  );
}

export function ArrivalState({
  arrival,
  now,
}: {
  readonly arrival: Arrival;
  readonly now: Date;
}): ReactElement {
  const { t, format } = useWords();
  if (isHere(arrival))
    return (
      <Status tone="ok">
        {t('console.desk.here', { time: arrival.checkedInAt ? format.time(arrival.checkedInAt) : '' })}
      </Status>
    );
  if (arrival.state === 'NO_SHOW')
    return (
      <Status tone="bad" icon="circle-x">
        {t('BookingState.NO_SHOW')}
      </Status>
    );
  if (arrival.state === 'CANCELLED')
    return (
      <Status tone="bad" icon="circle-x">
        {t('BookingState.CANCELLED')}
      </Status>
    );
  if (arrival.state !== 'CONFIRMED') return <Status tone="info">{t(`BookingState.${arrival.state}`)}</Status>;
  const late = latenessOf(arrival, now);
  if (!late)
    return (
      <Status tone="mute" icon="clock">
        {t('console.desk.due')}
      </Status>
    );
  if (late.kind === 'OVER') return <Status tone="bad">{t('console.desk.over')}</Status>;
  return (
    <Status tone="warn" icon="clock">
      {t(late.kind === 'LATE' ? 'console.desk.late' : 'console.desk.lastCall', { count: late.minutes })}
    </Status>
  );
}

interface ColumnsOf {
  readonly now: Date;
  readonly checkIn: CheckingIn;
  readonly selectedId: string | undefined;
  readonly onShow: (arrival: Arrival) => void;
}

const what = ({ t }: Words, { session, texture }: Arrival): string =>
  session.service.meal
    ? [
        session.service.way === 'DINE_IN' ? '' : session.service.way && t(`MealWay.${session.service.way}`),
        texture && t(`Texture.${texture}`),
      ]
        .filter(Boolean)
        .join(' ') || t(`Meal.${session.service.meal}`)
    : session.title;

export function useArrivalColumns({ now, checkIn, selectedId, onShow }: ColumnsOf): Column<Arrival>[] {
  const words = useWords();
  const { t, format } = words;
  const column = (key: string, cell: Column<Arrival>['cell']): Column<Arrival> => ({
    key,
    cell,
    title:
      key === 'acts' ? (
        <span className="vh">{t('console.column.acts')}</span>
      ) : (
        t(`console.desk.column.${key as 'time'}`)
      ),
  });
  return [
    column('time', ({ session }) => format.time(session.startsAt)),
    column('name', (arrival) => (
      <>
        <span className="nw">
          <button type="button" className="lk lk--plain" onClick={() => onShow(arrival)}>
            <b>{arrival.beneficiary.name}</b>
          </button>{' '}
          <span className="m">{arrival.beneficiary.age}</span>
        </span>
        <Flags person={arrival.beneficiary} />
      </>
    )),
    column('what', (arrival) => what(words, arrival)),
    column('ticket', ({ ticketNumber }) => ticketNumber),
    column('channel', ({ channel }) => (
      <span className="srcc" title={t(`Channel.${channel}`)}>
        <DeskIcon name={channelIcons[channel]} />
        <span>{t(`Channel.${channel}`)}</span>
      </span>
    )),
    column('state', (arrival) => <ArrivalState arrival={arrival} now={now} />),
    column('acts', (arrival) => (
      <RowActs
        arrival={arrival}
        late={Boolean(latenessOf(arrival, now))}
        selected={arrival.id === selectedId}
        checkIn={checkIn}
        onShow={onShow}
      />
    )),
  ];
}

function RowActs({
  arrival,
  late,
  selected,
  checkIn,
  onShow,
}: {
  readonly arrival: Arrival;
  readonly late: boolean;
  readonly selected: boolean;
  readonly checkIn: CheckingIn;
  readonly onShow: (arrival: Arrival) => void;
}): ReactElement {
  const { t } = useWords();
  const { beneficiary, viewerCan } = arrival;
  return (
    <span className="row" style={{ justifyContent: 'flex-end', flexWrap: 'nowrap', gap: 4 }}>
      {late && isCallable(beneficiary.phone) && (
        <a
          className="iconb iconb--s"
          href={`tel:${beneficiary.phone}`}
          title={beneficiary.phone ?? ''}
          aria-label={t('console.desk.call', { name: beneficiary.name })}
        >
          <DeskIcon name="phone" />
        </a>
      )}
      {viewerCan.includes('CHECK_IN') && (
        <Button
          small
          kind={selected ? 'primary' : 'brand'}
          busy={checkIn.busyId === arrival.id}
          {...(selected ? { keys: '↵' } : {})}
          onClick={() => void checkIn.checkIn(arrival)}
          aria-label={t('console.desk.checkInOf', { name: beneficiary.name })}
        >
          {t('BookingMove.CHECK_IN')}
        </Button>
      )}
      <DayLogButton small booking={arrival} />
      <IconButton
        small
        icon="ellipsis"
        label={t('console.desk.more', { name: beneficiary.name })}
        onClick={() => onShow(arrival)}
      />
    </span>
  );
}
