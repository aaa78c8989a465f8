import type { IconName, Tone } from '@linli/ui';
import { refusalMessage } from '@linli/client';
import type {
  Meal,
  MealWay,
  StandingDayFragment,
  StandingDayState,
  StandingOrderState,
} from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
// A week that begins on a Monday.
const dayOfWeek = (weekday: number): string => `2024-01-0${weekday}`;

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}
const OFF = { tone: 'mute', icon: 'calendar-off' } as const;
const DAYS: Readonly<Record<StandingDayState, Look>> = {
  PLANNED: { tone: 'info', icon: 'clock' },
  BOOKED: { tone: 'ok', icon: 'circle-check' },
  REFUSED: { tone: 'bad', icon: 'circle-x' },
  TAKEN_OUT: { tone: 'mute', icon: 'calendar-x' },
  PAUSED: { tone: 'mute', icon: 'hourglass' },
  CLOSED: OFF,
  HOLIDAY: OFF,
  UNPUBLISHED: OFF,
  NO_SESSION: OFF,
};
export const lookOfDay = (state: StandingDayState): Look => DAYS[state];

const ORDERS: Readonly<Record<StandingOrderState, Look>> = {
  COMING: { tone: 'info', icon: 'clock' },
  STANDING: { tone: 'ok', icon: 'circle-check' },
  PAUSED: { tone: 'warn', icon: 'hourglass' },
  ENDED: { tone: 'mute', icon: 'circle-minus' },
};
export const lookOfOrder = (state: StandingOrderState): Look => ORDERS[state];

interface Serving {
  readonly name: string;
  readonly meal: Meal | null;
  readonly way: MealWay | null;
}

/** What an order is, when it is, and how a day of it stands, in plain words. */
export function useStandingWords() {
  const { t, format } = useLaterWords();
  const weekday = (day: number): string => format.weekday(dayOfWeek(day));
  return {
    weekday,
    /** 週一到週五; 週一、週三; 每天 */
    weekdays: (days: readonly number[]): string => {
      const [first, last] = [days[0] ?? 1, days[days.length - 1] ?? 1];
      if (days.length === WEEKDAYS.length) return t('later.standing.everyDay');
      if (days.length > 2 && last - first === days.length - 1)
        return t('later.standing.range', { from: weekday(first), to: weekday(last) });
      return days.map(weekday).join(t('common.listComma'));
    },
    what: ({ name, meal, way }: Serving): string =>
      meal && way ? t('resident.mealAndWay', { meal: t(`Meal.${meal}`), way: t(`MealWay.${way}`) }) : name,
    day: ({
      state,
      holiday,
      refused,
    }: Pick<StandingDayFragment, 'state' | 'holiday' | 'refused'>): string => {
      if (state === 'HOLIDAY' && holiday) return t('later.standing.holiday', { holiday });
      if (state === 'REFUSED' && refused)
        return t('later.standing.notBooked', { why: refusalMessage(refused, t, format) });
      return t(`later.standing.day.${state}`);
    },
  };
}
