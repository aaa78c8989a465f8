import type { AreaId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { SaveServiceInput, ServiceId, Slot } from '@linli/domain/services/centres';
import { statement, type Transaction } from '../../platform/database/index.js';
import { insertSlots, slotRows } from './publish-timetable.js';
import { addMissingSessions } from './roll-sessions.js';
import { serviceRow, upsertServices } from './save-service.js';
import type { Service } from './service.entity.js';

// For filling an empty database with a whole district, its past included: the verbs' own statements, many rows in each.

/** Services in one statement. Nobody's reach is asked, and no event tells of it: there is nobody yet to hear. */
export const furnishServices = (
  tx: Transaction,
  services: readonly (SaveServiceInput & { readonly residentAreaId?: AreaId | null })[],
): Promise<Service[]> => upsertServices(tx, { rows: JSON.stringify(services.map(serviceRow)) });

/** Timetables that held from a day on, which may be long ago. */
export async function furnishTimetables(
  tx: Transaction,
  timetables: readonly {
    readonly serviceId: ServiceId;
    readonly slots: readonly Slot[];
    readonly from: PlainDate;
  }[],
): Promise<void> {
  const rows = timetables.flatMap(({ serviceId, slots, from }) => slotRows(serviceId, slots, from));
  await insertSlots(tx, { rows: JSON.stringify(rows) });
}

const allServices = statement<object, Service>({
  name: 'all-services',
  text: 'SELECT * FROM service ORDER BY id',
});

/** The sessions of all timetables in these days, past or to come; those that are there stay. Gives back how many. */
export const furnishSessions = async (
  tx: Transaction,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<number> => addMissingSessions(tx, await allServices(tx, {}), { from, to, after: null });
