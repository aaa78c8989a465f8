import { useNow } from '@linli/client';
import type { SittingFragment, TicketFragment } from '../../gql/graphql';
import { useWords } from '../../shell/words';

/** The words for a session: what it is, when and where. */
export function useSessionWords(): {
  readonly what: (session: SittingFragment) => string;
  readonly day: (session: SittingFragment) => string;
  readonly hours: (session: SittingFragment) => string;
  /** 明天 11:15–12:30; further away the hours alone, as the day stands beside them. */
  readonly nearHours: (session: SittingFragment) => string;
} {
  const { t, format } = useWords();
  const now = useNow(60_000);
  return {
    what: ({ service, title }) =>
      service.meal && service.way
        ? t('resident.mealAndWay', { meal: t(`Meal.${service.meal}`), way: t(`MealWay.${service.way}`) })
        : title,
    day: ({ day }) => format.relativeDay(day, now),
    hours: ({ startsAt, endsAt }) => format.timeRange(startsAt, endsAt),
    nearHours: ({ day, startsAt, endsAt }) => {
      const [near, hours] = [format.relativeDay(day, now), format.timeRange(startsAt, endsAt)];
      return near === format.day(day) ? hours : `${near} ${hours}`;
    },
  };
}

/** 已確認, or that the centre called it off. */
export function useStateWord(): (ticket: Pick<TicketFragment, 'state' | 'session'>) => string {
  const { t } = useWords();
  return ({ state, session }) =>
    session.state === 'CANCELLED' ? t('resident.centreCancelled') : t(`BookingState.${state}`);
}

/** 「今天 20:00 前可以免費取消」; nothing once that time has passed. */
export function useCancelUntil(): (cancelUntil: string) => string | undefined {
  const { t, format } = useWords();
  const now = useNow(60_000);
  return (cancelUntil) =>
    new Date(cancelUntil) > now
      ? t('resident.cancelUntil', {
          when: `${format.relativeDay(cancelUntil, now)} ${format.time(cancelUntil)}`,
        })
      : undefined;
}
