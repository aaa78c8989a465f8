import { useNow } from '@linli/client';
import { useLaterWords } from '../../shell/later-words';
import { useStandingWords } from '../standing/standing-words';

interface Meets {
  readonly weekdays: readonly number[];
  readonly starts: string;
  readonly ends: string;
}

/** 「8 次，每週二 09:30–11:00」, 「12月1日 – 1月19日」, 「明天 12月1日 週二」. */
export function useClassWords() {
  const { t, format } = useLaterWords();
  const { weekdays } = useStandingWords();
  const now = useNow(60_000);
  return {
    meets: ({ weekdays: days, starts, ends }: Meets, count: number) =>
      t('later.several.meets', { count, days: weekdays([...days]), hours: `${starts}–${ends}` }),
    span: (days: readonly string[]) => {
      const [first, last] = [days[0], days.at(-1)];
      return first && last ? t('later.several.span', { from: format.day(first), to: format.day(last) }) : '';
    },
    near: (day: string) => {
      const name = format.relativeDay(day, now);
      return name === format.day(day) ? name : `${name} ${format.day(day)}`;
    },
  };
}
