import type { PlainDate } from '@linli/domain/base';
import {
  calendarOf,
  type CentreId,
  type DatedSlot,
  type OpeningSpan,
  type ServiceId,
  type StatutoryCalendar,
  type StatutoryDay,
  type TimetableFacts,
} from '@linli/domain/services/centres';
import { type Database, statement } from '../../platform/database/index.js';
import type { Service } from './service.entity.js';

interface DayRange {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const selectYears = statement<object, { year: number }>({
  name: 'calendar-years',
  text: 'SELECT year FROM calendar_year',
});

const selectDays = statement<DayRange, StatutoryDay>({
  name: 'calendar-days',
  text: 'SELECT day, kind, name FROM calendar_day WHERE day BETWEEN :from AND :to',
});

const selectHours = statement<{ ids: readonly CentreId[] }, OpeningSpan & { centreId: CentreId }>({
  name: 'opening-hours',
  text: `
    SELECT centre_id, weekday, opens, closes FROM opening_hours
    WHERE centre_id = ANY (:ids) ORDER BY weekday, opens`,
});

const selectClosedDays = statement<
  DayRange & { ids: readonly CentreId[] },
  { centreId: CentreId; day: PlainDate; reason: string }
>({
  name: 'closed-days',
  text: `
    SELECT centre_id, day, reason FROM closed_day
    WHERE centre_id = ANY (:ids) AND day BETWEEN :from AND :to ORDER BY day`,
});

const selectSlots = statement<DayRange & { ids: readonly ServiceId[] }, DatedSlot & { serviceId: ServiceId }>(
  {
    name: 'slots-in-force',
    text: `
    SELECT service_id, weekday, starts, ends, capacity, valid_from, valid_to FROM timetable_slot
    WHERE service_id = ANY (:ids) AND valid_from <= :to AND coalesce(valid_to, 'infinity') >= :from`,
  },
);

/** The notices that we have, for these days. */
export async function calendarIn(db: Database, range: DayRange): Promise<StatutoryCalendar> {
  const years = await selectYears(db, {});
  return calendarOf(
    years.map(({ year }) => year),
    await selectDays(db, range),
  );
}

export { selectClosedDays, selectHours };

/** All that decides the sessions of these services in these days, read in five statements. */
export async function timetableFacts(
  db: Database,
  services: readonly Service[],
  range: DayRange,
): Promise<ReadonlyMap<ServiceId, TimetableFacts>> {
  const centreIds = [...new Set(services.map(({ centreId }) => centreId))];
  const calendar = await calendarIn(db, range);
  const hours = await selectHours(db, { ids: centreIds });
  const closed = await selectClosedDays(db, { ids: centreIds, ...range });
  const slots = await selectSlots(db, { ids: services.map(({ id }) => id), ...range });
  const slotsByService = groupBy(slots, ({ serviceId }) => serviceId);
  return new Map(
    services.map(({ id, centreId, followsCalendar }) => [
      id,
      {
        calendar,
        followsCalendar,
        openingHours: hours.filter((span) => span.centreId === centreId),
        closedDays: new Set(closed.filter((row) => row.centreId === centreId).map(({ day }) => day)),
        slots: slotsByService.get(id) ?? [],
      },
    ]),
  );
}

export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
