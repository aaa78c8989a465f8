import { useSearch } from '../../shell/router';
import { isDay } from './standing-rules';
import { WEEKDAYS } from './standing-words';

export const MONDAY_TO_FRIDAY: readonly number[] = [1, 2, 3, 4, 5];

/** What is answered so far. It stands in the address: going back keeps it. */
export interface Wish {
  readonly weekdays: readonly number[];
  readonly serviceId: string | undefined;
  readonly from: string | undefined;
}

const weekdaysIn = (typed: string | null): readonly number[] => {
  const days = WEEKDAYS.filter((day) => typed?.includes(String(day)));
  return days.length > 0 ? days : MONDAY_TO_FRIDAY;
};

export function useWish(): {
  readonly wish: Wish;
  readonly to: (page: string, more?: Partial<Wish>) => string;
} {
  const [search] = useSearch();
  const from = search.get('from');
  const wish: Wish = {
    weekdays: weekdaysIn(search.get('days')),
    serviceId: search.get('service') ?? undefined,
    from: isDay(from) ? from : undefined,
  };
  return { wish, to: (page, more) => addressOf(page, { ...wish, ...more }) };
}

export function addressOf(page: string, { weekdays, serviceId, from }: Wish): string {
  const answers = new URLSearchParams({
    days: weekdays.join(''),
    ...(serviceId && { service: serviceId }),
    ...(from && { from }),
  });
  return `/bookings/standing/new${page}?${answers}`;
}
