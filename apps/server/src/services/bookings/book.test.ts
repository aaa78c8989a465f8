import { expect, it } from '@jest/globals';
import type { Refusal } from '@linli/domain/refusals';
import { testDatabase } from '../../testing/index.js';
import type { Session } from '../centres/index.js';
import { booked, bookingScenario, expectRefused, hours } from './booking.scenario.js';

const { given, when, wish, stored } = bookingScenario(testDatabase());

it('gives one place and tells of it', async () => {
  const lunch = await given.session();
  const lan = given.resident();

  const booking = await when.books(lan, lunch);

  expect(booking).toMatchObject({ state: 'CONFIRMED', beneficiaryId: lan.personId, bookerId: lan.personId });
  expect(await stored(lunch)).toEqual({ taken: 1, bookings: 1, events: 1 });
});

it('gives the same booking when the same wish comes again', async () => {
  const lunch = await given.session();
  const lan = given.resident();
  const input = wish(lunch, lan.personId);

  const first = booked(await when.sends(lan, input));
  const again = booked(await when.sends(lan, input));

  expect(again.id).toBe(first.id);
  expect(again.bookedAt).toEqual(first.bookedAt);
  expect(await stored(lunch)).toEqual({ taken: 1, bookings: 1, events: 1 });
});

it('refuses the id of another wish', async () => {
  const [lunch, dinner] = [await given.session(), await given.session()];
  const lan = given.resident();
  const first = await when.hasBooked(lan, lunch);

  const result = await when.sends(lan, { ...wish(dinner, lan.personId), id: first.id });

  expectRefused(result, 'CONFLICT');
  expect(await stored(dinner)).toEqual({ taken: 0, bookings: 0, events: 0 });
});

const closedDoors: [Refusal, Partial<Session>][] = [
  ['NOT_OPEN_YET', { opensAt: hours(1) }],
  ['PAST_CUT_OFF', { closesAt: hours(-1) }],
  ['QUOTA_REACHED', { weeklyQuota: 0 }],
];
it.each(closedDoors)('says %s and leaves the session as it was', async (code, unlike) => {
  const lunch = await given.session(unlike);

  expectRefused(await when.books(given.resident(), lunch), code);
  expect(await stored(lunch)).toEqual({ taken: 0, bookings: 0, events: 0 });
});

it('refuses when the session is full', async () => {
  const lunch = await given.session({ capacity: 1 });
  await when.hasBooked(given.resident(), lunch);

  expectRefused(await when.books(given.resident(), lunch), 'SESSION_FULL');
  expect(await stored(lunch)).toEqual({ taken: 1, bookings: 1, events: 1 });
});

it('refuses a second place for one person', async () => {
  const lunch = await given.session();
  const lan = given.resident();
  await when.hasBooked(lan, lunch);

  expectRefused(await when.books(lan, lunch), 'ALREADY_BOOKED');
  expect(await stored(lunch)).toEqual({ taken: 1, bookings: 1, events: 1 });
});

it('counts the quota over the sessions of one service in one week', async () => {
  const lunch = await given.session({ weeklyQuota: 1 });
  const { id: _, ...likeLunch } = lunch;
  const nextLunch = await given.session(likeLunch);
  const lan = given.resident();
  await when.hasBooked(lan, lunch);

  expectRefused(await when.books(lan, nextLunch), 'QUOTA_REACHED');
  expect(await stored(nextLunch)).toEqual({ taken: 0, bookings: 0, events: 0 });
});

it('books within reach: a resident for the household, a clerk for anyone in the area', async () => {
  const lunch = await given.session({ area: '411103/02/07/' });
  const [grandmother, neighbour] = [given.resident(), given.resident()];
  const lan = given.resident({ household: [grandmother.personId] });
  const [clerk, clerkElsewhere] = [given.clerk(), given.clerk({ area: '411103/03/' })];

  booked(await when.books(lan, lunch, grandmother.personId));
  booked(await when.books(clerk, lunch, neighbour.personId));

  await expect(when.books(lan, lunch, neighbour.personId)).rejects.toThrow('No such session');
  await expect(when.books(clerkElsewhere, lunch, lan.personId)).rejects.toThrow('No such session');
  expect(await stored(lunch)).toEqual({ taken: 2, bookings: 2, events: 2 });
});
