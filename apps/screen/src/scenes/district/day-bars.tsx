import { plainDateOf } from '@linli/domain/base';
import type { ReactElement } from 'react';
import { useWords } from '../../shell/words';
import type { Services } from '../scene';

interface DayBarsProps {
  readonly services: Services;
  readonly now: Date;
}

/** A lower bar is too low to hold its figure, which stands beside it too. */
const ROOM_FOR_A_COUNT = 0.18;

/** Lunches eaten on each of the last seven days and so far today, with what is booked for today as an outline. */
export function DayBars({ services, now }: DayBarsProps): ReactElement {
  const { format } = useWords();
  const { lunchesLastWeek, lunchesBooked, lunchesServed } = services;
  const most = Math.max(1, lunchesBooked, lunchesServed, ...lunchesLastWeek.map(({ count }) => count));
  return (
    <section className="days">
      <Keys hasBookings={lunchesBooked > 0} />
      <ul className="columns">
        {lunchesLastWeek.map(({ day, count }) => (
          <li key={day}>
            <div>
              <b>{format.count(count)}</b>
              <i className="column" style={heightOf(count / most)} />
            </div>
            <small>{format.weekday(day)}</small>
          </li>
        ))}
        <li>
          <Today booked={lunchesBooked} served={lunchesServed} most={most} />
          <small>{format.relativeDay(plainDateOf(now), now)}</small>
        </li>
      </ul>
    </section>
  );
}

const heightOf = (share: number) => ({ height: `${String(share * 100)}%` });

interface TodayProps {
  readonly booked: number;
  readonly served: number;
  readonly most: number;
}

function Today({ booked, served, most }: TodayProps): ReactElement {
  const { format } = useWords();
  return (
    <div>
      {booked > served && (
        <>
          <b>{format.count(booked)}</b>
          <i className="column column--coming" style={heightOf((booked - served) / most)} />
        </>
      )}
      {served / most < ROOM_FOR_A_COUNT ? (
        <i className="column column--now" style={heightOf(served / most)} />
      ) : (
        <b className="column column--now" style={heightOf(served / most)}>
          {format.count(served)}
        </b>
      )}
    </div>
  );
}

function Keys({ hasBookings }: { readonly hasBookings: boolean }): ReactElement {
  const { t } = useWords();
  const keys = [
    ['key', t('screen.services.past')],
    ['key key--now', t('screen.services.now')],
    ...(hasBookings ? [['key key--coming', t('screen.services.booking')] as const] : []),
  ] as const;
  return (
    <h2 className="kick">
      {t('screen.services.days')}
      {keys.map(([look, label]) => (
        <small key={look}>
          <i className={look} aria-hidden="true" />
          {label}
        </small>
      ))}
    </h2>
  );
}
