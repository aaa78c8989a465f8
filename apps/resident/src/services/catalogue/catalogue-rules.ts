import type { BookableFragment, OfferingFragment, ServiceCategory } from '../../gql/graphql';
import { CATEGORIES } from './category-look';

export interface Listed {
  readonly service: OfferingFragment;
  /** In order of time. */
  readonly lines: readonly BookableFragment[];
}

/** Lunch has pages of its own. */
const isLunch = ({ category, meal }: Pick<OfferingFragment, 'category' | 'meal'>): boolean =>
  category === 'MEAL' && meal === 'LUNCH';

const earliest = ({ lines }: Listed): string => lines[0]?.session.startsAt ?? '9999';

/** The services of a centre with their sessions: what comes soonest stands first. */
export function listed(
  services: readonly OfferingFragment[],
  lines: readonly BookableFragment[],
): readonly Listed[] {
  return services
    .filter((service) => service.active && !isLunch(service))
    .map((service) => ({
      service,
      lines: lines
        .filter(({ session }) => session.service.id === service.id)
        .sort((one, other) => one.session.startsAt.localeCompare(other.session.startsAt)),
    }))
    .sort((one, other) => earliest(one).localeCompare(earliest(other)));
}

export const categoriesOf = (all: readonly Listed[]): readonly ServiceCategory[] =>
  CATEGORIES.filter((category) => all.some(({ service }) => service.category === category));

/** The sessions under their days. */
export function byDay(
  lines: readonly BookableFragment[],
): readonly (readonly [string, readonly BookableFragment[]])[] {
  const days = new Map<string, BookableFragment[]>();
  for (const line of lines) days.set(line.session.day, [...(days.get(line.session.day) ?? []), line]);
  return [...days];
}
