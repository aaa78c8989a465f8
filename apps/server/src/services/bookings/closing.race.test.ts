import { expect, it } from '@jest/globals';
import { atOnce, testDatabase } from '../../testing/index.js';
import { closeDay } from '../centres/index.js';
import { bookingScenario } from './booking.scenario.js';

const CONNECTIONS = 16;
const database = testDatabase(CONNECTIONS);
const { given, when, stored, told } = bookingScenario(database);

it('a day that eight close at the same moment is closed once: everybody is told once, no place is freed twice', async () => {
  const centre = await given.centre();
  const service = await given.service({ centre, policy: { waitlist: true } });
  const session = await given.session({ centre, service, capacity: 6 });
  const people = await given.residents(9);
  for (const person of people.slice(0, 6)) await when.hasBooked(person, session);
  for (const person of people.slice(6)) await when.isWaiting(person, session);
  const staff = given.staff(centre);
  const close = () => closeDay(database(), staff, { centreId: centre, day: session.day, reason: '停水' });

  const results = await atOnce(
    database(),
    8,
    (tx) => tx.query('SELECT FROM centre WHERE id = $1 FOR UPDATE', [centre]),
    Array.from({ length: 8 }, () => close),
  );

  for (const result of results) {
    expect(result).toMatchObject({
      status: 'fulfilled',
      value: { centreId: centre, cancelledSessions: 1, cancelledBookings: 9 },
    });
  }
  for (const person of people) expect(await told(person)).toEqual(['BOOKING_CANCELLED_BY_CENTRE']);
  expect(await stored(session)).toMatchObject({ taken: 0 });
  const events = await database().query<{ name: string; count: number }[]>(
    `SELECT name, count(*)::int AS count FROM event
     WHERE subject_id = $1 AND name IN ('centres.day-closed', 'bookings.cancelled') GROUP BY name ORDER BY name`,
    [centre],
  );
  expect(events).toEqual([
    { name: 'bookings.cancelled', count: 9 },
    { name: 'centres.day-closed', count: 1 },
  ]);
  const rows = () =>
    database().query<object[]>('SELECT * FROM booking WHERE session_id = $1 ORDER BY id', [session.id]);
  const before = await rows();
  await close();
  expect(await rows()).toEqual(before);
  const closed = await database().query<object[]>('SELECT FROM closed_day WHERE centre_id = $1', [centre]);
  expect(closed).toHaveLength(1);
});
