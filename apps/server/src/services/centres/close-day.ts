import type { Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import type { CentreId, CloseDayInput, SessionId } from '@linli/domain/services/centres';
import { type Database, now, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { auditCentre } from './audit-centre.js';
import type { DayClosed } from './centre.type.js';
import { centreToManage } from './managed.js';
import { sessionFollowers } from './session-followers.js';

interface Day {
  readonly centreId: CentreId;
  readonly day: PlainDate;
}

interface ClosedDayRow extends DayClosed {
  readonly reason: string;
}

export const closedDay = statement<Day, ClosedDayRow>({
  name: 'closed-day',
  text: `
    SELECT centre_id, day, reason, cancelled_sessions, cancelled_bookings FROM closed_day
    WHERE centre_id = :centreId AND day = :day`,
});

const insertClosedDay = statement<ClosedDayRow, never>({
  name: 'insert-closed-day',
  text: `
    INSERT INTO closed_day (centre_id, day, reason, cancelled_sessions, cancelled_bookings)
    VALUES (:centreId, :day, :reason, :cancelledSessions, :cancelledBookings)`,
});

const sessionsToCancel = statement<Day, { id: SessionId }>({
  name: 'sessions-to-cancel',
  text: `SELECT id FROM session WHERE centre_id = :centreId AND day = :day AND state = 'SCHEDULED' AND starts_at > now()`,
});

const cancelSessions = statement<Day & { reason: string }, { id: SessionId }>({
  name: 'cancel-sessions-of-day',
  text: `
    UPDATE session SET state = 'CANCELLED', cancel_reason = :reason
    WHERE centre_id = :centreId AND day = :day AND state = 'SCHEDULED' AND starts_at > now()
    RETURNING id`,
});

/** Cancels what has not started and all its bookings, in one act. Closing again for the same reason changes nothing. */
export const closeDay = (
  db: Database,
  viewer: Viewer,
  { centreId, day, reason }: CloseDayInput,
): Promise<DayClosed | Refused> =>
  transaction(db, async (tx) => {
    const { name } = await centreToManage(tx, viewer, centreId);
    const [closed] = await closedDay(tx, { centreId, day });
    if (closed) return closed.reason === reason ? closed : new Refused(Refusal.DAY_ALREADY_CLOSED);
    if (day < plainDateOf(await now(tx))) return new Refused(Refusal.SESSION_OVER);

    const held = await sessionsToCancel(tx, { centreId, day });
    await sessionFollowers.hold(
      tx,
      held.map(({ id }) => id),
    );
    const ids = (await cancelSessions(tx, { centreId, day, reason })).map(({ id }) => id);
    const cancelledBookings = await sessionFollowers.cancelBooked(tx, ids, reason, viewer);
    const result = { centreId, day, cancelledSessions: ids.length, cancelledBookings };
    await insertClosedDay(tx, { ...result, reason });
    await recordEvent(tx, { name: 'centres.day-closed', subjectId: centreId, payload: { day } });
    await auditCentre(tx, viewer, centreId, {
      ...{ action: 'DAY_CLOSED', subject: { kind: 'CENTRE', id: centreId, name } },
      detail: { day, reason, cancelledSessions: ids.length, cancelledBookings },
    });
    return result;
  });
