import { type ReactElement } from 'react';
import { minutesOf } from '../../kit/days';
import { useWords } from '../../kit/words';
import { hoursOf, isNew, isWhole, type Slot } from './timetable';

const HEAD = 31;
const HOUR = 33;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const USUAL_CAPACITY = 20;

interface WeekGridProps {
  readonly slots: readonly Slot[];
  readonly stored: readonly Slot[];
  readonly onAdd: (slot: Slot) => void;
}

const twoDigits = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** The week at a glance. A click into an empty hour adds a slot there; the list below is where it is written out. */
export function WeekGrid({ slots, stored, onAdd }: WeekGridProps): ReactElement {
  const { t } = useWords();
  const [first, last] = hoursOf(slots);
  const hours = Array.from({ length: last - first }, (_, n) => first + n);
  const like = slots.at(-1);
  return (
    <div className="wk" aria-hidden="true">
      <span className="wk__d" />
      {WEEKDAYS.map((weekday) => (
        <span key={weekday} className="wk__d">
          {t(`console.weekday.${weekday}`)}
        </span>
      ))}
      {hours.map((hour) => (
        <div key={hour} style={{ display: 'contents' }}>
          <span className="wk__t">{hour}:00</span>
          {WEEKDAYS.map((weekday) => (
            <button
              key={weekday}
              type="button"
              className="wk__c"
              tabIndex={-1}
              onClick={() =>
                onAdd({
                  weekday,
                  starts: twoDigits(hour),
                  ends: twoDigits(Math.min(23, hour + 1)),
                  capacity: like?.capacity ?? USUAL_CAPACITY,
                })
              }
            />
          ))}
        </div>
      ))}
      {slots.filter(isWhole).map((slot, index) => (
        <span
          key={index}
          className={isNew(slot, stored) ? 'blk blk--new' : 'blk'}
          style={{
            left: `calc(40px + (100% - 40px) / 7 * ${slot.weekday - 1} + 2px)`,
            width: 'calc((100% - 40px) / 7 - 4px)',
            top: HEAD + ((minutesOf(slot.starts) - first * 60) / 60) * HOUR,
            height: Math.max(20, ((minutesOf(slot.ends) - minutesOf(slot.starts)) / 60) * HOUR - 2),
          }}
        >
          {slot.starts}
          <br />
          {slot.capacity}
        </span>
      ))}
    </div>
  );
}
