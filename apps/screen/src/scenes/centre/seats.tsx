import type { ReactElement } from 'react';
import { useFit } from '../../shell/stage';
import { useWords } from '../../shell/words';
import type { Lunch } from '../scene';
import { columnsOf, seatsOf, type Seat } from './seat-plan';

interface SeatsProps {
  readonly lunch: Lunch;
  readonly isToday: boolean;
  readonly keptFrom: Date | undefined;
}

/** More than this many squares are no longer counted by anyone: then a bar says the share. */
const MOST_SQUARES = 160;

/** One square a seat: who is here, who is still to come, and what is free. */
export function Seats({ lunch, isToday, keptFrom }: SeatsProps): ReactElement {
  const { t, format } = useWords();
  const { capacity, checkedIn: arrived, placesLeft: left } = lunch;
  if (keptFrom) {
    return (
      <p className="seats__kept">{t('screen.lunch.kept', { time: format.time(keptFrom), arrived, left })}</p>
    );
  }
  return (
    <div className="seating">
      {capacity > MOST_SQUARES ? <Share lunch={lunch} /> : <Squares lunch={lunch} />}
      <p className="seats__key">
        {isToday && <Key seat="arrived" label={t('screen.lunch.arrived')} count={arrived} />}
        <Key
          seat="booked"
          label={t(isToday ? 'screen.lunch.booked' : 'screen.lunch.bookedAhead')}
          count={lunch.taken - arrived}
        />
        <Key seat="free" label={t('screen.lunch.free')} count={left} />
      </p>
    </div>
  );
}

const Key = ({ seat, label, count }: { seat: Seat; label: string; count: number }): ReactElement => (
  <span>
    <i className={`seat seat--${seat}`} aria-hidden="true" />
    {label}
    <b>{count}</b>
  </span>
);

const Squares = ({ lunch }: { readonly lunch: Lunch }): ReactElement => (
  <div
    className="seats"
    aria-hidden="true"
    style={{ '--columns': columnsOf(lunch.capacity, useFit().shape) } as object}
  >
    {seatsOf(lunch).map((seat, i) => (
      <i key={i} className={`seat seat--${seat}`} />
    ))}
  </div>
);

const Share = ({ lunch: { checkedIn, taken, placesLeft } }: { readonly lunch: Lunch }): ReactElement => (
  <div className="share" aria-hidden="true">
    <i className="seat--arrived" style={{ flexGrow: checkedIn }} />
    <i className="seat--booked" style={{ flexGrow: taken - checkedIn }} />
    <i className="seat--free" style={{ flexGrow: placesLeft }} />
  </div>
);
