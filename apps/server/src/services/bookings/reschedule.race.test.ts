import { expect, it } from '@jest/globals';
import { testDatabase } from '../../testing/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { closeDay } from '../centres/index.js';
import { booked, bookingScenario, hours } from './booking.scenario.js';
import type { Booking } from './booking.type.js';

const database = testDatabase(32);
const { given, when, stored } = bookingScenario(database);
const rejected = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));

async function days(centre = given.usualCentre()) {
  const service = await given.service({ centre: await centre, policy: { waitlist: true } });
  const at = async (start: number) =>
    given.session({ centre: await centre, service, startsAt: hours(start), capacity: 30 });
  return { service, one: await at(30), other: await at(54) };
}

it('50 people move against each other between two days: no circle, nobody lost, every count agrees', async () => {
  const { one, other } = await days();
  const people = await given.residents(50);
  const bookings: Booking[] = [];
  for (const [i, person] of people.entries())
    bookings.push(await when.hasBooked(person, i % 2 ? one : other));

  for (let round = 0; round < 3; round += 1) {
    const results = await Promise.allSettled(
      people.map(async (person, i) => {
        const booking = bookings[i];
        if (!booking) throw new Error('nobody');
        const moved = await when.moves(person, booking, booking.sessionId === one.id ? other : one);
        if (!(moved instanceof Refused)) bookings[i] = moved;
        return moved;
      }),
    );
    expect(rejected(results)).toEqual([]);
  }

  const [first, second] = [await stored(one), await stored(other)];
  expect((first?.taken ?? 0) + (second?.taken ?? 0)).toBe(50);
  const [row] = await database().query<{ people: number; live: number }[]>(
    `SELECT count(*)::int AS live, count(DISTINCT beneficiary_id)::int AS people FROM booking
     WHERE session_id IN ($1, $2) AND state = 'CONFIRMED'`,
    [one.id, other.id],
  );
  expect(row).toEqual({ live: 50, people: 50 });
}, 60_000);

it('one booking that is moved twice at once goes to one of both', async () => {
  const { service, one, other } = await days();
  const third = await given.session({ service, startsAt: hours(78) });
  const lan = await given.resident();
  for (let round = 0; round < 10; round += 1) {
    const person = round === 0 ? lan : await given.resident();
    const booking = await when.hasBooked(person, one);
    const results = await Promise.all([
      when.moves(person, booking, other),
      when.moves(person, booking, third),
    ]);
    expect(results.filter((result) => !(result instanceof Refused))).toHaveLength(1);
  }
  expect((await stored(one))?.taken).toBe(0);
  expect(((await stored(other))?.taken ?? 0) + ((await stored(third))?.taken ?? 0)).toBe(10);
}, 30_000);

it('a day that closes while people move there and away: no circle, and nobody is left there', async () => {
  const centre = given.centre();
  const { one, other } = await days(centre);
  const people = await given.residents(24);
  const bookings: Booking[] = [];
  for (const [i, person] of people.entries())
    bookings.push(booked(await when.books(person, i % 2 ? one : other)));
  const closing = () =>
    closeDay(database(), given.staff(one.centreId), {
      centreId: one.centreId,
      day: other.day,
      reason: '停電',
    });

  const moving = people.flatMap((person, i) => {
    const booking = bookings[i];
    return booking ? [when.moves(person, booking, i % 2 ? other : one)] : [];
  });
  const closed = closing();
  const results = await Promise.allSettled([...moving, closed]);

  expect(rejected(results)).toEqual([]);
  expect((await stored(other))?.taken).toBe(0);
  // Who moved away in time stays there; who moved in before the day closed was cancelled with it.
  const done = await Promise.all(moving);
  const [movedIn, movedAway] = [1, 0].map(
    (from) => done.filter((result, i) => i % 2 === from && !(result instanceof Refused)).length,
  );
  expect((await stored(one))?.taken).toBe(12 - (movedIn ?? 0) + (movedAway ?? 0));
}, 30_000);
