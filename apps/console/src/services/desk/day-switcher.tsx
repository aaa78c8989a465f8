import type { ReactElement } from 'react';
import { Button, IconButton } from '../../kit/button';
import { DayPicker } from '../../kit/day-picker';
import { addDays } from '../../kit/days';
import { useWords } from '../../kit/words';

interface DaySwitcherProps {
  readonly day: string;
  readonly today: string;
  readonly onChange: (day: string) => void;
}

export function DaySwitcher({ day, today, onChange }: DaySwitcherProps): ReactElement {
  const { t } = useWords();
  return (
    <div className="row" role="group" aria-label={t('console.day.choose')}>
      <IconButton
        icon="chevron-left"
        label={t('console.day.before')}
        onClick={() => onChange(addDays(day, -1))}
      />
      <DayPicker value={day} onChange={(next) => next && onChange(next)} label={t('console.day.choose')} />
      <IconButton
        icon="chevron-right"
        label={t('console.day.after')}
        onClick={() => onChange(addDays(day, 1))}
      />
      {day !== today && (
        <Button small onClick={() => onChange(today)}>
          {t('console.day.backToToday')}
        </Button>
      )}
    </div>
  );
}
