import type { PersonId, Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import { type Meal, type MealWay, momentOf, type ServiceId, weekdayOf } from '@linli/domain/services/centres';
import { type CreateStandingOrderInput, standingOrderId } from '@linli/domain/services/standing-orders';
import type { Database } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { newId } from '../../testing/index.js';
import { bookingScenario, type SessionWords, type StandingSession } from '../bookings/booking.scenario.js';
import { closeDay, reopenDay } from '../centres/index.js';
import {
  changeStandingDay,
  createStandingOrder,
  endStandingOrder,
  materialise,
  pauseStandingOrder,
  putBackStandingDay,
  resumeStandingOrder,
  type StandingOrder,
  takeOutStandingDay,
} from './index.js';

export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
/** A day from today on, in China. */
export const inDays = (days: number): PlainDate => addDays(plainDateOf(new Date()), days);

export function ordered(answer: StandingOrder | Refused): StandingOrder {
  if (answer instanceof Refused) throw new Error(`refused: ${answer.code}`);
  return answer;
}

export interface Lunches {
  readonly service: ServiceId;
  /** By the days from today: the first is tomorrow's. */
  readonly on: (days: number) => StandingSession;
}

/** The words that the tests of standing orders are written in. */
export function standingOrderScenario(database: () => Database) {
  const { given, when, stored, told, storedBooking } = bookingScenario(database);

  /** A service with a lunch on each of the days to come, all of them open for booking. */
  async function lunches(
    days: number,
    unlike: Partial<SessionWords> & { meal?: Meal; way?: MealWay } = {},
  ): Promise<Lunches> {
    const { meal = 'LUNCH', way = 'PICK_UP', ...words } = unlike;
    const centre = unlike.centre ?? (await given.centre());
    const service = await given.service({ centre, meal, way });
    const sessions: StandingSession[] = [];
    for (let day = 1; day <= days; day += 1) {
      const startsAt = momentOf(inDays(day), '11:30');
      const endsAt = momentOf(inDays(day), '12:30');
      const closesAt = momentOf(inDays(day), '09:30');
      sessions.push(await given.session({ ...words, centre, service, startsAt, endsAt, closesAt }));
    }
    const on = (day: number): StandingSession => {
      const session = sessions[day - 1];
      if (!session) throw new Error(`no lunch in ${String(day)} days`);
      return session;
    };
    return { service, on };
  }

  const wish = (
    beneficiaryId: PersonId,
    serviceId: ServiceId,
    unlike: Partial<CreateStandingOrderInput> = {},
  ): CreateStandingOrderInput => ({
    ...{ id: newId(standingOrderId), beneficiaryId, serviceId, weekdays: EVERY_DAY, from: inDays(0) },
    ...unlike,
  });

  const db = database;
  const does = {
    sends: (viewer: Viewer, input: CreateStandingOrderInput) => createStandingOrder(db(), viewer, input),
    orders: async (viewer: Viewer, { service }: Lunches, unlike: Partial<CreateStandingOrderInput> = {}) =>
      ordered(await does.sends(viewer, wish(unlike.beneficiaryId ?? viewer.personId, service, unlike))),
    takesOut: (viewer: Viewer, { id }: StandingOrder, days: number) =>
      takeOutStandingDay(db(), viewer, { id, day: inDays(days) }),
    putsBack: (viewer: Viewer, { id }: StandingOrder, days: number) =>
      putBackStandingDay(db(), viewer, { id, day: inDays(days) }),
    changes: (viewer: Viewer, { id }: StandingOrder, days: number, to: object) =>
      changeStandingDay(db(), viewer, { id, day: inDays(days), ...to }),
    pauses: (viewer: Viewer, { id }: StandingOrder, from: number, to: number) =>
      pauseStandingOrder(db(), viewer, { id, from: inDays(from), to: inDays(to) }),
    resumes: (viewer: Viewer, { id }: StandingOrder, from: number, to: number) =>
      resumeStandingOrder(db(), viewer, { id, from: inDays(from), to: inDays(to) }),
    ends: (viewer: Viewer, { id }: StandingOrder, days: number) =>
      endStandingOrder(db(), viewer, { id, lastDay: inDays(days) }),
    closes: ({ centreId }: StandingSession, days: number) =>
      closeDay(db(), given.staff(centreId), { centreId, day: inDays(days), reason: '停電' }),
    reopens: ({ centreId }: StandingSession, days: number) =>
      reopenDay(db(), given.staff(centreId), { centreId, day: inDays(days) }),
  };

  /** The states of the bookings that a person has or had of the service, by the days from today: `{ 1: 'CONFIRMED' }`. */
  async function bookings({ personId }: Viewer, { service }: Lunches): Promise<Record<number, string>> {
    const rows = await db().query<{ days: number; states: string }[]>(
      `SELECT session.day - (now() AT TIME ZONE 'Asia/Shanghai')::date AS days,
         string_agg(booking.state, ' ' ORDER BY booking.booked_at, booking.id) AS states
       FROM booking JOIN session ON session.id = booking.session_id
       WHERE booking.beneficiary_id = $1 AND session.service_id = $2 GROUP BY session.day ORDER BY session.day`,
      [personId, service],
    );
    return Object.fromEntries(rows.map(({ days, states }) => [days, states]));
  }

  /** What the database holds of the order and its days, read again. */
  const rows = ({ id }: Pick<StandingOrder, 'id'>) =>
    db().query<Record<string, unknown>[]>(
      `SELECT standing.*, known.* FROM standing_order standing
         LEFT JOIN standing_order_day known ON known.order_id = standing.id
       WHERE standing.id = $1 ORDER BY known.day`,
      [id],
    );
  const drift = () => db().query<object[]>('SELECT * FROM booking_drift');

  return {
    ...{ given, when, stored, told, storedBooking, lunches, wish, does, bookings, rows, drift },
    night: () => materialise(db()),
    weekdayIn: (days: number) => weekdayOf(inDays(days)),
  };
}
