import { useNow } from '@linli/client';
import type { ClassLineFragment } from '../../gql/graphql';
import { dayOf } from '../../kit/days';
import { useWords } from '../../kit/words';
import { useStandingWords } from '../standing/standing-words';

type Line = Pick<
  ClassLineFragment,
  'weekdays' | 'starts' | 'ends' | 'sessions' | 'capacity' | 'closedAt' | 'closeReason' | 'joinUntil'
>;

/** How a class is spoken of: when it meets, from when until when, and who can still join. */
export function useClassWords() {
  const { t, format } = useWords();
  const { weekdays } = useStandingWords();
  const today = dayOf(useNow(60_000));
  const left = ({ sessions }: Pick<Line, 'sessions'>) =>
    sessions.filter(({ day, state }) => day >= today && state === 'SCHEDULED');
  return {
    today,
    left,
    meets: ({ weekdays: days, starts, ends }: Line): string => `${weekdays(days)} ${starts}–${ends}`,
    span: ({ sessions }: Line): string => {
      const [first, last] = [sessions[0], sessions.at(-1)];
      if (!first || !last) return '—';
      return t('console.standing.span', { from: format.day(first.day), to: format.day(last.day) });
    },
    /** The date with the most decides: whoever joins takes all that remain. */
    taken: (line: Line): number => Math.max(0, ...left(line).map(({ taken }) => taken)),
    joining: ({ joinUntil, closedAt, closeReason }: Line): string => {
      if (closedAt) return t('console.classes.closedBecause', { reason: closeReason ?? '' });
      if (!joinUntil) return t('console.classes.joinWhile');
      return joinUntil < today
        ? t('console.classes.joinOver', { day: format.day(joinUntil) })
        : t('console.classes.joinUntil', { day: format.day(joinUntil) });
    },
  };
}
