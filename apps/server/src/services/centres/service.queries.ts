import type { AreaId } from '@linli/domain/access';
import type { ServiceId } from '@linli/domain/services/centres';
import { type Database, statement } from '../../platform/database/index.js';
import { batched } from '../../platform/graphql/index.js';
import type { Service } from './service.entity.js';
import type { TimetableSlot } from './service.type.js';

const selectByIds = statement<{ ids: readonly ServiceId[] }, Service>({
  name: 'services-by-ids',
  text: 'SELECT * FROM service WHERE id = ANY (:ids)',
});

/** Services that other rooms show; whoever asks has asked for the right to. */
export const servicesByIds = (db: Database, ids: readonly ServiceId[]): Promise<Service[]> =>
  selectByIds(db, { ids });

/** The service of a session: every session has one. */
export const serviceOf = batched(
  ({ db }, ids: readonly ServiceId[]) => servicesByIds(db, ids),
  (rows, id): Service => {
    const service = rows.find((row) => row.id === id);
    if (!service) throw new Error('A session without its service');
    return service;
  },
);

const selectSlots = statement<{ ids: readonly ServiceId[] }, TimetableSlot & { serviceId: ServiceId }>({
  name: 'timetable-slots',
  text: `
    SELECT id, service_id, weekday, starts, ends, capacity, valid_from AS "from", valid_to AS "to"
    FROM timetable_slot
    WHERE service_id = ANY (:ids) AND coalesce(valid_to, 'infinity') >= (now() AT TIME ZONE 'Asia/Shanghai')::date
    ORDER BY valid_from, weekday, starts`,
});

/** What is in force, and what will be. */
export const timetableOf = batched(
  ({ db }, ids: readonly ServiceId[]) => selectSlots(db, { ids }),
  (rows, id): TimetableSlot[] => rows.filter(({ serviceId }) => serviceId === id),
);

const selectNext = statement<{ ids: readonly ServiceId[] }, { serviceId: ServiceId; startsAt: Date }>({
  name: 'next-sessions',
  text: `
    SELECT service_id, min(starts_at) AS starts_at FROM session
    WHERE service_id = ANY (:ids) AND state = 'SCHEDULED' AND starts_at > now() GROUP BY service_id`,
});

export const nextSessionOf = batched(
  ({ db }, ids: readonly ServiceId[]) => selectNext(db, { ids }),
  (rows, id) => rows.find(({ serviceId }) => serviceId === id)?.startsAt ?? null,
);

const selectAreaNames = statement<{ ids: readonly AreaId[] }, { id: AreaId; name: string }>({
  name: 'area-names',
  text: 'SELECT id, name FROM area WHERE id = ANY (:ids)',
});

export const areaNameOf = batched(
  ({ db }, ids: readonly AreaId[]) => selectAreaNames(db, { ids }),
  (rows, id) => rows.find((row) => row.id === id)?.name ?? null,
);
