import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import { type CentreId, momentOf, planTimetable } from '@linli/domain/services/centres';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { lockCentre } from './managed.js';
import type { Service } from './service.entity.js';
import { timetableFacts } from './timetable-facts.js';
import { type NewSession, writeSessions } from './write-sessions.js';

/** How far ahead sessions always stand, in days. */
export const HORIZON_DAYS = 21;

interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Only what starts later; null: the past too. */
  readonly after: Date | null;
}

/** What the timetables say and is not there yet; what is there stays as it is. Gives back how many. */
export async function addMissingSessions(
  tx: Transaction,
  services: readonly Service[],
  { from, to, after }: Period,
): Promise<number> {
  const facts = await timetableFacts(tx, services, { from, to });
  const sessions = services.flatMap((service): NewSession[] => {
    const own = facts.get(service.id);
    if (!own) return [];
    return planTimetable(own, from, to).flatMap(({ day, times }) =>
      times
        .filter(({ starts }) => after === null || momentOf(day, starts) > after)
        .map((time) => ({ ...time, day, service })),
    );
  });
  return writeSessions(tx, sessions);
}

const centresWithTimetables = statement<object, { id: CentreId }>({
  name: 'centres-with-timetables',
  text: `
    SELECT DISTINCT service.centre_id AS id FROM service JOIN timetable_slot slot ON slot.service_id = service.id
    WHERE service.active ORDER BY 1`,
});

const activeServices = statement<{ centreId: CentreId }, Service>({
  name: 'active-services',
  text: 'SELECT * FROM service WHERE centre_id = :centreId AND active ORDER BY id',
});

// A day beyond what was ever generated waits for its turn, as those around it do.
const selectToFill = statement<{ centreId: CentreId; day: PlainDate; horizon: number }, Service>({
  name: 'services-to-fill',
  text: `
    SELECT service.* FROM service
    WHERE centre_id = :centreId AND active
      AND (:day::date <= (now() AT TIME ZONE 'Asia/Shanghai')::date + :horizon::int
           OR EXISTS (SELECT FROM session WHERE service_id = service.id AND session.day > :day AND NOT withdrawn))`,
});

/** The services whose sessions are generated as far as this day. */
export const servicesToFill = (
  tx: Transaction,
  day: { centreId: CentreId; day: PlainDate },
): Promise<Service[]> => selectToFill(tx, { ...day, horizon: HORIZON_DAYS });

/** Keeps sessions standing for the days to come. Runs every night, and changes nothing the second time. */
export async function rollSessions(db: Database, now: Date): Promise<number> {
  const from = plainDateOf(now);
  let added = 0;
  for (const { id } of await centresWithTimetables(db, {})) {
    added += await transaction(db, async (tx) => {
      await lockCentre(tx, { id });
      const period = { from, to: addDays(from, HORIZON_DAYS), after: now };
      const count = await addMissingSessions(tx, await activeServices(tx, { centreId: id }), period);
      if (count > 0) {
        await recordEvent(tx, { name: 'centres.sessions-added', subjectId: id, payload: {} });
      }
      return count;
    });
  }
  return added;
}
