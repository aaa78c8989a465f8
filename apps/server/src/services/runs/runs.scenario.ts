import type { Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import { bookingRunId } from '@linli/domain/services/bookings';
import { momentOf, seriesId } from '@linli/domain/services/centres';
import type { BookRangeInput, JoinSeriesInput } from '@linli/domain/services/runs';
import type { Database } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { newId } from '../../testing/index.js';
import { bookingScenario, hours, type StandingSession } from '../bookings/booking.scenario.js';
import { bookRange, joinSeries, leaveRun } from './index.js';

/** A class with its dates, by time. */
export interface StandingSeries {
  readonly id: JoinSeriesInput['seriesId'];
  readonly dates: readonly StandingSession[];
}

export const inDays = (days: number): PlainDate => addDays(plainDateOf(new Date()), days);

/** The words that the tests of runs are written in. */
export function runsScenario(database: () => Database) {
  const bookings = bookingScenario(database);
  const { given } = bookings;
  const sql = (text: string, values: unknown[]) => database().query<unknown>(text, values);

  /** Ten o'clock of a day from tomorrow on. */
  const at = (day: PlainDate) => {
    const startsAt = momentOf(day, '10:00');
    return { startsAt, endsAt: momentOf(day, '11:00'), closesAt: startsAt, opensAt: hours(-24) };
  };
  const givenMore = {
    async series(
      unlike: {
        days?: number;
        capacity?: number;
        every?: number;
        service?: StandingSession['serviceId'];
        from?: number;
      } = {},
    ): Promise<StandingSeries> {
      const { days = 4, capacity = 10, every = 7, from = 1 } = unlike;
      const service =
        unlike.service ??
        (await given.service({ name: '書法課', policy: { booked_as: 'SERIES', waitlist: true } }));
      const id = newId(seriesId);
      await sql(
        `INSERT INTO series (id, service_id, centre_id, name, weekdays, starts, ends, capacity, from_day, times)
         VALUES ($1, $2, (SELECT centre_id FROM service WHERE id = $2), '書法班', '{1}', '10:00', '11:00', $3, $4, $5)`,
        [id, service, capacity, inDays(from), days],
      );
      const dates: StandingSession[] = [];
      for (let i = 0; i < days; i += 1) {
        dates.push(await given.session({ service, capacity, ...at(inDays(from + i * every)) }));
      }
      await sql('UPDATE session SET series_id = $1 WHERE id = ANY ($2::uuid[])', [
        id,
        dates.map((date) => date.id),
      ]);
      return { id, dates };
    },
    /** Day care with a session on each of these days from today on. */
    async dayCare(days: readonly number[], capacity = 3, policy: object = {}): Promise<StandingSession[]> {
      const service = await given.service({ name: '日間照料', policy: { booked_as: 'RANGE', ...policy } });
      const sessions: StandingSession[] = [];
      for (const day of days) sessions.push(await given.session({ service, capacity, ...at(inDays(day)) }));
      return sessions;
    },
    async assessed({ personId }: Viewer, validUntil: PlainDate): Promise<void> {
      await sql(
        `INSERT INTO assessment (id, resident_id, centre_id, level, assessed_by, assessed_on, valid_until, recorded_by, recorder_name)
         VALUES ($1, $2, $3, 'MILD_LOSS', '區評估中心', '2020-01-01', $4, $1, '周秀芬')`,
        [newId(bookingRunId), personId, await given.usualCentre(), validUntil],
      );
    },
  };

  const joining = (
    series: StandingSeries,
    { personId }: Viewer,
    unlike: Partial<JoinSeriesInput> = {},
  ): JoinSeriesInput => ({
    ...{ id: newId(bookingRunId), seriesId: series.id, beneficiaryId: personId, channel: 'APP' },
    ...unlike,
  });
  const range = (
    [one]: readonly StandingSession[],
    { personId }: Viewer,
    [from, to]: readonly [number, number],
    days: readonly number[],
  ): BookRangeInput => {
    if (!one) throw new Error('Day care without a day');
    return {
      ...{ id: newId(bookingRunId), serviceId: one.serviceId, beneficiaryId: personId, channel: 'APP' },
      ...{ from: inDays(from), to: inDays(to), days: days.map(inDays) },
    };
  };
  const when = {
    ...bookings.when,
    joins: (viewer: Viewer, input: JoinSeriesInput) => joinSeries(database(), viewer, input),
    takes: (viewer: Viewer, input: BookRangeInput) => bookRange(database(), viewer, input),
    leaves: (viewer: Viewer, id: JoinSeriesInput['id'], reason = '搬家') =>
      leaveRun(database(), viewer, { id, reason }),
  };

  return {
    ...{ ...bookings, given: { ...given, ...givenMore }, when, joining, range },
    /** The states of a run's bookings, by time. */
    states: async ({ id }: { readonly id: string }): Promise<string[]> =>
      (
        await database().query<{ state: string }[]>(
          `SELECT booking.state FROM booking JOIN session ON session.id = session_id
           WHERE run_id = $1 ORDER BY starts_at, booked_at, booking.id`,
          [id],
        )
      ).map(({ state }) => state),
    bookingOf: async (run: { readonly id: string }, session: StandingSession): Promise<{ id: never }> => {
      const [booking] = await database().query<{ id: never }[]>(
        'SELECT id FROM booking WHERE run_id = $1 AND session_id = $2 ORDER BY booked_at DESC',
        [run.id, session.id],
      );
      if (!booking) throw new Error('no such booking');
      return booking;
    },
  };
}

export const done = <Result extends object>(result: Result | Refused): Result => {
  if (result instanceof Refused) throw new Error(`${result.code} ${JSON.stringify(result.details)}`);
  return result;
};
