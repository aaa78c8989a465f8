import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import type { ServiceId } from '@linli/domain/services/centres';
import { testDatabase } from '../../testing/index.js';
import { bookingScenario } from '../bookings/booking.scenario.js';
import { cronAt, dueAt, remindOfMeals, remindOfTomorrow } from './remind.js';

const db = testDatabase();
const { given, when, today } = bookingScenario(db);
beforeEach(async () => {
  await db().query('DELETE FROM notice');
  await db().query('DELETE FROM booking');
});

const at = (day: PlainDate, time: string): Date => new Date(`${day}T${time}:00+08:00`);
// Sessions of the day after tomorrow, whatever the hour of the tests: the evening before is tomorrow's.
const day = (): PlainDate => addDays(today(), 2);
const evening = (): Date => at(addDays(today(), 1), '18:00');
const morning = (): Date => at(day(), '07:00');
const session = (unlike: { service?: ServiceId; on?: PlainDate } = {}) =>
  given.session({
    startsAt: at(unlike.on ?? day(), '15:00'),
    ...(unlike.service && { service: unlike.service }),
  });
const lunch = async () => session({ service: await given.service({ meal: 'LUNCH', way: 'DINE_IN' }) });
const set = ({ personId }: Viewer, wish: string) =>
  db().query(`UPDATE resident SET ${wish} WHERE id = $1`, [personId]);
const toldTo = async ({ personId }: Viewer) => {
  const rows = await db().query<{ kind: string }[]>(
    'SELECT kind FROM notice WHERE resident_id = $1 ORDER BY at, id',
    [personId],
  );
  return rows.map(({ kind }) => kind);
};

describe('on the evening before', () => {
  it('everyone with a booking of that day is reminded once, however often and wherever the job runs', async () => {
    const [booked, other] = [await given.resident(), await given.resident()];
    await when.hasBooked(booked, await session());
    await when.hasBooked(other, await session({ on: addDays(day(), 1) }));
    await Promise.all(Array.from({ length: 4 }, () => remindOfTomorrow(db(), evening())));
    expect(await remindOfTomorrow(db(), evening())).toBe(0);
    expect([await toldTo(booked), await toldTo(other)]).toEqual([['REMINDER'], []]);
  });

  it('never of what was cancelled, by whomever', async () => {
    const [one, two] = [await given.resident(), await given.resident()];
    const cancelled = await session();
    await when.cancels(one, await when.hasBooked(one, cancelled));
    await when.hasBooked(two, cancelled);
    await when.changes(cancelled, `state = 'CANCELLED', cancel_reason = '停電'`);
    expect(await remindOfTomorrow(db(), evening())).toBe(0);
    expect([await toldTo(one), await toldTo(two)]).toEqual([[], []]);
  });

  it('who turned it off is left alone, and meals are not for the evening', async () => {
    const [quiet, eater] = [await given.resident(), await given.resident()];
    await set(quiet, 'reminders = false');
    await when.hasBooked(quiet, await session());
    await when.hasBooked(eater, await lunch());
    expect(await remindOfTomorrow(db(), evening())).toBe(0);
    expect([await toldTo(quiet), await toldTo(eater)]).toEqual([[], []]);
  });

  it('more than fit in one transaction', async () => {
    const many = await given.residents(520);
    const full = await given.session({ startsAt: at(day(), '16:00'), capacity: 600 });
    await db().query(
      `INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state, ticket_number, full_fen, subsidy_fen)
       SELECT gen_random_uuid(), $1, id, id, 'APP', 'CONFIRMED', '1', 0, 0 FROM unnest($2::uuid[]) id`,
      [full.id, many.map(({ personId }) => personId)],
    );
    expect(await remindOfTomorrow(db(), evening())).toBe(520);
    const rows = await db().query<object[]>(
      `SELECT DISTINCT resident_id FROM notice WHERE kind = 'REMINDER'`,
    );
    expect(rows).toHaveLength(520);
  });
});

it('in the morning of a meal, only who asked for it', async () => {
  const [asked, not] = [await given.resident(), await given.resident()];
  await set(asked, 'meal_reminders = true');
  const meal = await lunch();
  await when.hasBooked(asked, meal);
  await when.hasBooked(not, meal);
  await remindOfMeals(db(), morning());
  await remindOfMeals(db(), morning());
  expect([await toldTo(asked), await toldTo(not)]).toEqual([['MEAL_REMINDER'], []]);
});

it('a booking that was moved to another session is reminded of again', async () => {
  const resident = await given.resident();
  const booking = await when.hasBooked(resident, await session());
  await remindOfTomorrow(db(), evening());
  const next = await session({ on: addDays(day(), 1) });
  await db().query('UPDATE booking SET session_id = $2 WHERE id = $1', [booking.id, next.id]);
  await remindOfTomorrow(db(), at(day(), '18:00'));
  expect(await toldTo(resident)).toEqual(['REMINDER', 'REMINDER']);
});

it('a job that comes late is of the day that it was due, and the crontab is of China', () => {
  const now = new Date('2026-11-24T17:00:00Z');
  const due = { _cron: { ts: '2026-11-24T10:00:00.000Z', backfilled: true } };
  expect([dueAt(due, now), dueAt({}, now)]).toEqual([new Date('2026-11-24T10:00:00Z'), now]);
  expect([cronAt('18:00'), cronAt('07:00'), cronAt('08:30')]).toEqual([
    '0 10 * * *',
    '0 23 * * *',
    '30 0 * * *',
  ]);
});
