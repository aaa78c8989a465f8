import type { Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import type { CentreId, ReopenDayInput } from '@linli/domain/services/centres';
import { type Database, now, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { auditCentre } from './audit-centre.js';
import type { DayClosed } from './centre.type.js';
import { closedDay } from './close-day.js';
import { centreToManage } from './managed.js';
import { addMissingSessions, servicesToFill } from './roll-sessions.js';
import { sessionFollowers } from './session-followers.js';

interface Day {
  readonly centreId: CentreId;
  readonly day: PlainDate;
}

const deleteClosedDay = statement<Day, never>({
  name: 'delete-closed-day',
  text: 'DELETE FROM closed_day WHERE centre_id = :centreId AND day = :day',
});

const restoreSessions = statement<Day, never>({
  name: 'restore-sessions-of-day',
  text: `
    UPDATE session SET state = 'SCHEDULED', cancel_reason = NULL
    WHERE centre_id = :centreId AND day = :day AND state = 'CANCELLED' AND NOT withdrawn AND starts_at > now()`,
});

/** The sessions are back, and those that the timetable got meanwhile. Bookings stay cancelled: people were told so. */
export const reopenDay = (
  db: Database,
  viewer: Viewer,
  { centreId, day }: ReopenDayInput,
): Promise<DayClosed | Refused> =>
  transaction(db, async (tx) => {
    const { name } = await centreToManage(tx, viewer, centreId);
    const [closed] = await closedDay(tx, { centreId, day });
    if (!closed) return new Refused(Refusal.DAY_NOT_CLOSED);
    const moment = await now(tx);
    if (day < plainDateOf(moment)) return new Refused(Refusal.SESSION_OVER);

    await deleteClosedDay(tx, { centreId, day });
    await restoreSessions(tx, { centreId, day });
    const services = await servicesToFill(tx, { centreId, day });
    await addMissingSessions(tx, services, { from: day, to: day, after: moment });
    await sessionFollowers.broughtBack(tx);
    await recordEvent(tx, { name: 'centres.day-reopened', subjectId: centreId, payload: { day } });
    await auditCentre(tx, viewer, centreId, {
      ...{ action: 'DAY_REOPENED', subject: { kind: 'CENTRE', id: centreId, name }, detail: { day } },
    });
    return { centreId, day, cancelledSessions: 0, cancelledBookings: 0 };
  });
