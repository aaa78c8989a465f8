import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { useWords } from '../shell/words';
import { ageOf } from './age';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Since when the figures stand still, in words: colour alone would say it to nobody. */
export function AgeBadge({
  answeredAt,
  now,
}: {
  readonly answeredAt: number;
  readonly now: Date;
}): ReactElement {
  const { t, format } = useWords();
  const { unit, count } = ageOf(answeredAt, now.getTime());
  const at = new Date(answeredAt);
  const isToday = now.getTime() - answeredAt < DAY_MS && format.day(at) === format.day(now);
  return (
    <div className="age" role="status">
      <Icon name="wifi-off" />
      <b>{t('screen.age.stopped', { time: isToday ? format.time(at) : format.dateTime(at) })}</b>
      {count > 0 && <span>{t(`screen.age.${unit}`, { count })}</span>}
      <p>{t('screen.age.hint')}</p>
    </div>
  );
}
