import type { Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { bookingId } from '@linli/domain/services/bookings';
import type { CentreId, ServiceId } from '@linli/domain/services/centres';
import type { Database } from '../../platform/database/index.js';
import { newId } from '../../testing/index.js';
import { hours, type StandingSession } from './booking.scenario.js';
import type { Situation } from './situations.scenario.js';
import type { worldScenario } from './world.scenario.js';

/** What of a situation is about assessments and classes, and what the facts say of it. */
export function admissionScenario(database: () => Database, given: ReturnType<typeof worldScenario>) {
  const sql = (text: string, values: unknown[]) => database().query<unknown>(text, values);
  /** Whoever has no assessment that reaches so far, where one is needed. */
  async function assessed(
    { assessment }: Situation,
    { lan, centre, service, day }: { lan: Viewer; centre: CentreId; service: ServiceId; day: PlainDate },
  ) {
    const needsAssessment = assessment !== 'unneeded';
    await sql('UPDATE service SET needs_assessment = $2 WHERE id = $1', [service, needsAssessment]);
    const isMade = assessment === 'valid' || assessment === 'expired';
    const until = addDays(day, assessment === 'expired' ? -1 : 0);
    if (isMade) {
      const insert = `INSERT INTO assessment (id, resident_id, centre_id, level, assessed_by, assessed_on, valid_until, recorded_by, recorder_name)
     VALUES ($1, $2, $3, 'MILD_LOSS', '區評估中心', $4, $5, $2, '周秀芬')`;
      const made = (on: PlainDate, validUntil: PlainDate) =>
        sql(insert, [newId(bookingId), lan.personId, centre, on, validUntil]);
      // Not the one before, nor the one that is made later.
      await made(addDays(day, -90), addDays(day, assessment === 'expired' ? 90 : -60));
      await made(addDays(day, -60), until);
      await made(addDays(day, 1), addDays(day, 300));
    }
    return { needsAssessment, assessedUntil: isMade ? until : null, day };
  }

  /** A date of a class: of one that the person has not joined, or has, with a date to choose or without. */
  async function ofClass({ ofClass: how }: Situation, lan: Viewer, session: StandingSession) {
    if (how === 'none') return { wholeSeries: null };
    const [series, run] = [newId(bookingId), newId(bookingId)];
    await sql(
      `INSERT INTO series (id, service_id, centre_id, name, weekdays, starts, ends, capacity, from_day, times)
     VALUES ($1, $2, $3, '書法班', '{1}', '09:00', '10:00', 10, now(), 8)`,
      [series, session.serviceId, session.centreId],
    );
    await sql('UPDATE session SET series_id = $2 WHERE id = $1', [session.id, series]);
    if (how === 'strange') return { wholeSeries: '書法班' };
    const other = await given.session({
      centre: session.centreId,
      service: session.serviceId,
      startsAt: hours(24 * 62),
    });
    await sql(
      `INSERT INTO booking_run (id, service_id, series_id, beneficiary_id, booker_id, channel, from_day, to_day, places, left_at, leave_reason)
     VALUES ($1, $2, $3, $4, $4, 'APP', now(), now(), 1, $5, $6)`,
      [
        run,
        session.serviceId,
        series,
        lan.personId,
        how === 'left' ? new Date() : null,
        how === 'left' ? '搬家' : null,
      ],
    );
    await given.has(lan, other);
    const givenBack =
      how === 'joined' ? `, state = 'CANCELLED', cancelled_at = now(), cancel_reason = '下雨'` : '';
    await sql(`UPDATE booking SET run_id = $2${givenBack} WHERE session_id = $1`, [other.id, run]);
    return { wholeSeries: how === 'joined' ? null : '書法班' };
  }

  return { assessed, ofClass };
}
