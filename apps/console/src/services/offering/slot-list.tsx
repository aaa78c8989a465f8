import { refusalMessage } from '@linli/client';
import { DeskIcon } from '@linli/ui/desk';
import { type ReactElement, useRef } from 'react';
import { Button, IconButton } from '../../kit/button';
import { useWords } from '../../kit/words';
import { type Preview, type Slot, TIME, timeOf } from './timetable';

interface SlotListProps {
  readonly slots: readonly Slot[];
  readonly problems: Preview['problems'];
  readonly onChange: (slots: readonly Slot[]) => void;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const FIRST: Slot = { weekday: 1, starts: '09:00', ends: '10:00', capacity: 20 };

export function SlotList({ slots, problems, onChange }: SlotListProps): ReactElement {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const change = (index: number, part: Partial<Slot>) =>
    onChange(slots.map((slot, at) => (at === index ? { ...slot, ...part } : slot)));
  const add = () => {
    const last = slots.at(-1) ?? FIRST;
    onChange([...slots, { ...last, weekday: slots.length ? (last.weekday % 7) + 1 : 1 }]);
    setTimeout(() => [...(list.current?.querySelectorAll('select') ?? [])].at(-1)?.focus(), 0);
  };
  return (
    <div className="slots" ref={list}>
      {slots.length === 0 && <p className="m">{t('console.timetable.noSlots')}</p>}
      {slots.length > 0 && (
        <div className="slot slot--head" aria-hidden="true">
          {(['weekday', 'starts', 'ends', 'capacity'] as const).map((key) => (
            <span key={key}>{t(`console.timetable.${key}`)}</span>
          ))}
        </div>
      )}
      {slots.map((slot, index) => (
        <SlotLine
          key={index}
          slot={slot}
          index={index}
          problem={problems.find((problem) => problem.slot === index)}
          onChange={(part) => change(index, part)}
          onRemove={() => onChange(slots.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button small icon="plus" onClick={add}>
          {t('console.timetable.addSlot')}
        </Button>
      </div>
    </div>
  );
}

interface SlotLineProps {
  readonly slot: Slot;
  readonly index: number;
  readonly problem: Preview['problems'][number] | undefined;
  readonly onChange: (part: Partial<Slot>) => void;
  readonly onRemove: () => void;
}

function SlotLine({ slot, index, problem, onChange, onRemove }: SlotLineProps): ReactElement {
  const { t, format } = useWords();
  const named = t('console.timetable.slotNumber', { number: index + 1 });
  const time = (key: 'starts' | 'ends') => (
    <input
      className="in"
      aria-label={`${named} ${t(`console.timetable.${key}`)}`}
      aria-invalid={!TIME.test(slot[key]) || (key === 'ends' && slot.ends <= slot.starts) || undefined}
      value={slot[key]}
      inputMode="numeric"
      onChange={(event) => onChange({ [key]: event.target.value })}
      onBlur={(event) => onChange({ [key]: timeOf(event.target.value) })}
    />
  );
  return (
    <>
      <div className="slot" role="group" aria-label={named}>
        <select
          className="in"
          aria-label={`${named} ${t('console.timetable.weekday')}`}
          value={slot.weekday}
          onChange={(event) => onChange({ weekday: Number(event.target.value) })}
        >
          {WEEKDAYS.map((weekday) => (
            <option key={weekday} value={weekday}>
              {t(`console.weekdayLong.${weekday}`)}
            </option>
          ))}
        </select>
        {time('starts')}
        {time('ends')}
        <input
          className="in"
          aria-label={`${named} ${t('console.timetable.capacity')}`}
          aria-invalid={slot.capacity < 1 || undefined}
          inputMode="numeric"
          value={slot.capacity || ''}
          onChange={(event) =>
            onChange({ capacity: Number(event.target.value.replace(/\D/g, '').slice(0, 4)) })
          }
        />
        <IconButton
          small
          icon="trash-2"
          label={t('console.timetable.removeSlot', { number: index + 1 })}
          onClick={onRemove}
        />
      </div>
      {problem && (
        <p className="err" role="alert">
          <DeskIcon name="circle-alert" />
          {refusalMessage({ code: problem.code, details: problem.details }, t, format)}
        </p>
      )}
    </>
  );
}
