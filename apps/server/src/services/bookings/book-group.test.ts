import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { bookingId, type BookGroupInput } from '@linli/domain/services/bookings';
import { Refused } from '../../platform/graphql/index.js';
import { atOnce, newId, testDatabase } from '../../testing/index.js';
import { expectRefused } from '../centres/centre.scenario.js';
import { bookGroup, cancelGroup } from './book-group.js';
import { bookingScenario, type StandingSession } from './booking.scenario.js';

const database = testDatabase(32);
const { given, when, stored, told } = bookingScenario(database);

const group = (session: StandingSession, people: readonly Viewer[]): BookGroupInput => ({
  ...{ id: newId(bookingId) as unknown as BookGroupInput['id'], sessionId: session.id, channel: 'PHONE' },
  members: people.map(({ personId }) => ({ id: newId(bookingId), beneficiaryId: personId })),
});
const sends = (viewer: Viewer, input: BookGroupInput) =>
  bookGroup(database().dataSource.createEntityManager(), viewer, input);
const done = <Result extends object>(result: Result | Refused): Result => {
  if (result instanceof Refused) throw new Error(result.code);
  return result;
};
const rows = ({ id }: Pick<BookGroupInput, 'id'>) =>
  database().query<{ state: string; ticket_number: string }[]>(
    'SELECT state, ticket_number FROM booking WHERE group_id = $1 ORDER BY id',
    [id],
  );

it('each of a group has a booking and a ticket of their own, and is told; the same again is the same group', async () => {
  const outing = await given.session({ capacity: 5 });
  const people = await given.residents(4);
  const staff = given.staff(outing.centreId);
  const input = group(outing, people);

  const { bookings } = done(await sends(staff, input));
  expect(new Set(bookings.map(({ ticketNumber }) => ticketNumber)).size).toBe(4);
  done(await sends(staff, input));
  expectRefused(await sends(staff, { ...input, members: input.members.slice(1) }), 'CONFLICT');
  expectRefused(
    await sends(staff, { ...group(outing, people.slice(0, 1)), members: input.members }),
    'CONFLICT',
  );

  expect(await rows(input)).toHaveLength(4);
  expect(await stored(outing)).toMatchObject({ taken: 4, bookings: 4, events: 4 });
  for (const person of people) expect(await told(person)).toEqual(['BOOKING_CONFIRMED']);
});

it('when one cannot be booked nobody is, and the refusal says which', async () => {
  const outing = await given.session({ capacity: 3 });
  const [lan, chen, zhao, wang] = (await given.residents(4)) as [Viewer, Viewer, Viewer, Viewer];
  const staff = given.staff(outing.centreId);
  const full = await sends(staff, group(outing, [lan, chen, zhao, wang]));
  expectRefused(full, 'SESSION_FULL');
  expect((full as Refused).details).toEqual({ capacity: 3, member: 3 });
  expect(await stored(outing)).toMatchObject({ taken: 0, bookings: 0, events: 0 });

  await when.hasBooked(chen, outing);
  const twice = await sends(staff, group(outing, [lan, chen]));
  expectRefused(twice, 'ALREADY_BOOKED');
  expect((twice as Refused).details).toEqual({ member: 1 });
  await expect(sends(zhao, { ...group(outing, [zhao, lan]), channel: 'CARER' })).rejects.toThrow();
  expect(await stored(outing)).toMatchObject({ taken: 1, bookings: 1 });
  expect(await told(lan)).toEqual([]);
});

it('one or all are cancelled; when one has come, the group stays', async () => {
  const outing = await given.session();
  const people = await given.residents(3);
  const staff = given.staff(outing.centreId);
  const input = group(outing, people);
  const [first, second] = done(await sends(staff, input)).bookings;
  if (!first || !second) throw new Error('nobody');
  const cancel = () => cancelGroup(database(), staff, { id: input.id, reason: '下雨' });
  const arrives = (state: string, at: string, count: number) =>
    database().query(
      `WITH counted AS (UPDATE session_places SET checked_in = ${String(count)} WHERE session_id = '${outing.id}')
       UPDATE booking SET state = $2, checked_in_at = ${at} WHERE id = $1`,
      [second.id, state],
    );

  await when.cancels(staff, first);
  await arrives('CHECKED_IN', 'now()', 1);
  expect(await cancel()).toBeInstanceOf(Refused);
  const states = (await rows(input)).map(({ state }) => state);
  expect(states.toSorted()).toEqual(['CANCELLED', 'CHECKED_IN', 'CONFIRMED']);

  await arrives('CONFIRMED', 'NULL', 0);
  for (let i = 0; i < 2; i += 1) done(await cancel());
  expect((await rows(input)).map(({ state }) => state)).toEqual(Array(3).fill('CANCELLED'));
  expect(await stored(outing)).toMatchObject({ taken: 0, bookings: 0, events: 6 });
  // Each is told once of what somebody else cancelled.
  for (const person of people) expect(await told(person)).toHaveLength(2);
});

it('forty groups of five want 52 places at once: ten groups get them, no group a part', async () => {
  const outing = await given.session({ capacity: 52 });
  const people = await given.residents(200);
  const staff = given.staff(outing.centreId);
  const groups = Array.from({ length: 40 }, (_, i) => group(outing, people.slice(i * 5, i * 5 + 5)));
  const results = await atOnce(
    database(),
    24,
    (tx) => tx.query('SELECT FROM session_places WHERE session_id = $1 FOR UPDATE', [outing.id]),
    groups.map((input) => () => sends(staff, input)),
  );

  expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
  const sizes = await Promise.all(groups.map(async (input) => (await rows(input)).length));
  expect(sizes.filter((size) => size === 5)).toHaveLength(10);
  expect(sizes.filter((size) => size === 0)).toHaveLength(30);
  expect(await stored(outing)).toMatchObject({ taken: 50, bookings: 50 });
});

it('control: booked one by one, some groups come in parts', async () => {
  const outing = await given.session({ capacity: 52 });
  const people = await given.residents(200);
  const groups = Array.from({ length: 40 }, (_, i) => people.slice(i * 5, i * 5 + 5));
  const sizes = await Promise.all(
    groups.map(async (members) => {
      const results = await Promise.all(members.map((member) => when.books(member, outing)));
      return results.filter((result) => !(result instanceof Refused)).length;
    }),
  );
  expect(sizes.filter((size) => size > 0 && size < 5)).not.toEqual([]);
});
