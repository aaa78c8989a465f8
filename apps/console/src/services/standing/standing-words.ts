import { refusalMessage } from '@linli/client';
import type { Tone } from '@linli/ui';
import type {
  StandingDayLineFragment,
  StandingDayState,
  StandingLineFragment,
  StandingOrderState,
} from '../../gql/graphql';
import { useWords } from '../../kit/words';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
// A week that begins on a Monday.
const dayOfWeek = (weekday: number): string => `2024-01-0${weekday}`;

export const DAY_TONES: Readonly<Record<StandingDayState, Tone>> = {
  ...{ PLANNED: 'info', BOOKED: 'ok', REFUSED: 'bad', TAKEN_OUT: 'mute', PAUSED: 'warn' },
  ...{ CLOSED: 'mute', HOLIDAY: 'mute', UNPUBLISHED: 'mute', NO_SESSION: 'mute' },
};
export const ORDER_TONES: Readonly<Record<StandingOrderState, Tone>> = {
  ...{ COMING: 'info', STANDING: 'ok', PAUSED: 'warn', ENDED: 'mute' },
};

/** Something can still be done about such a day. */
export const isOpenDay = (state: StandingDayState): boolean =>
  state === 'PLANNED' || state === 'BOOKED' || state === 'REFUSED' || state === 'TAKEN_OUT';

type Span = StandingLineFragment['paused'][number];

/** How an order is spoken of: its weekdays, what it is, how long, and how a day of it stands. */
export function useStandingWords() {
  const { t, format } = useWords();
  const weekday = (day: number): string => format.weekday(dayOfWeek(day));
  return {
    weekday,
    /** 週一到週五; 週一、週三; 每天 */
    weekdays: (days: readonly number[]): string => {
      const [first, last] = [days[0] ?? 1, days.at(-1) ?? 1];
      if (days.length === WEEKDAYS.length) return t('console.standing.everyDay');
      if (days.length > 2 && last - first === days.length - 1)
        return t('console.standing.range', { from: weekday(first), to: weekday(last) });
      return days.map(weekday).join(t('common.listComma'));
    },
    what: ({ name, meal, way }: Pick<StandingLineFragment['service'], 'name' | 'meal' | 'way'>): string =>
      meal && way ? t('console.session.meal', { meal: t(`Meal.${meal}`), way: t(`MealWay.${way}`) }) : name,
    span: ({ from, to }: Span): string =>
      t('console.standing.span', { from: format.day(from), to: format.day(to) }),
    until: ({ validFrom, validTo }: Pick<StandingLineFragment, 'validFrom' | 'validTo'>): string =>
      validTo
        ? t('console.standing.span', { from: format.date(validFrom), to: format.date(validTo) })
        : t('console.standing.since', { from: format.date(validFrom) }),
    day: ({ state, holiday, refused }: Pick<StandingDayLineFragment, 'state' | 'holiday' | 'refused'>) => {
      if (state === 'REFUSED' && refused)
        return t('console.standing.notBooked', { why: refusalMessage(refused, t, format) });
      if (state === 'HOLIDAY' && holiday) return t('console.standing.holiday', { holiday });
      return t(`StandingDayState.${state}`);
    },
  };
}
