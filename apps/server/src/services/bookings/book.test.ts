import { expect, it } from '@jest/globals';
import type { Refusal } from '@linli/domain/refusals';
import { testDatabase } from '../../testing/index.js';
import {
  booked,
  bookingScenario,
  bornYearsAgo,
  expectRefused,
  hours,
  minutes,
  type SessionWords,
  type StandingSession,
} from './booking.scenario.js';

const database = testDatabase();
const { given, when, wish, stored, storedBooking } = bookingScenario(database);
const NOTHING = { taken: 0, checkedIn: 0, bookings: 0, events: 0 };
const ONE = { taken: 1, checkedIn: 0, bookings: 1, events: 1 };

it('gives one place, a number, and tells of it', async () => {
  const lunch = await given.session();
  const lan = await given.resident();

  const booking = await when.hasBooked(lan, lunch);

  expect(booking).toMatchObject({ state: 'CONFIRMED', channel: 'APP', sessionId: lunch.id });
  expect(booking.ticketNumber).toMatch(/^[1-9]\d{3}$/);
  expect(await storedBooking(booking)).toMatchObject({
    beneficiary_id: lan.personId,
    booker_id: lan.personId,
  });
  expect(await stored(lunch)).toEqual(ONE);
});

it('ten retries are one booking with the same number', async () => {
  const lunch = await given.session();
  const lan = await given.resident();
  const input = wish(lunch, lan.personId);

  const answers = [];
  for (let attempt = 0; attempt < 10; attempt += 1) answers.push(booked(await when.sends(lan, input)));

  expect(
    new Set(
      answers.map(({ id, ticketNumber, bookedAt }) => `${id} ${ticketNumber} ${bookedAt.toISOString()}`),
    ).size,
  ).toBe(1);
  expect(await stored(lunch)).toEqual(ONE);
});

it('refuses the id of another wish', async () => {
  const [lunch, dinner] = [await given.session(), await given.session()];
  const lan = await given.resident();
  const first = await when.hasBooked(lan, lunch);

  expectRefused(await when.sends(lan, { ...wish(dinner, lan.personId), id: first.id }), 'CONFLICT');
  expect(await stored(dinner)).toEqual(NOTHING);
});

it('gives every ticket of a centre on one day a number of its own', async () => {
  const centre = await given.centre();
  // One after the other, as whoever publishes a centre's timetable holds the centre.
  const sessions: StandingSession[] = [];
  for (const capacity of [4, 4, 6]) sessions.push(await given.session({ centre, capacity }));
  const numbers: string[] = [];
  for (const session of sessions) {
    for (const resident of await given.residents(session.capacity)) {
      numbers.push((await when.hasBooked(resident, session)).ticketNumber);
    }
  }
  expect(new Set(numbers).size).toBe(14);
});

const closedDoors: [Refusal, Partial<SessionWords>][] = [
  ['NOT_OPEN_YET', { opensAt: hours(1) }],
  ['PAST_CUT_OFF', { closesAt: hours(-1) }],
  ['SESSION_CANCELLED', { state: 'CANCELLED' }],
  ['SESSION_OVER', { startsAt: hours(-2), endsAt: hours(-1) }],
  ['QUOTA_REACHED', { weeklyQuota: 0 }],
];
it.each(closedDoors)('says %s and leaves the session as it was', async (code, unlike) => {
  const lunch = await given.session(unlike);

  expectRefused(await when.books(await given.resident(), lunch), code);
  expect(await stored(lunch)).toEqual(NOTHING);
});

it('refuses when the session is full', async () => {
  const lunch = await given.session({ capacity: 1 });
  await when.hasBooked(await given.resident(), lunch);

  expectRefused(await when.books(await given.resident(), lunch), 'SESSION_FULL');
  expect(await stored(lunch)).toEqual(ONE);
});

it('refuses a second place for one person, and gives it back to one who cancelled', async () => {
  const lunch = await given.session();
  const lan = await given.resident();
  const first = await when.hasBooked(lan, lunch);

  expectRefused(await when.books(lan, lunch), 'ALREADY_BOOKED');
  expect(await stored(lunch)).toEqual(ONE);

  booked(await when.cancels(lan, first));
  expect((await when.hasBooked(lan, lunch)).ticketNumber).not.toBe(first.ticketNumber);
  expect(await stored(lunch)).toEqual({ ...ONE, events: 3 });
});

it('counts the quota over the sessions of one service in one week', async () => {
  const service = await given.service();
  const week = { service, weeklyQuota: 1 };
  // Two days of one week in China, whatever today is: Tuesday and Wednesday of the next.
  const tuesday = new Date(
    Date.now() + (((9 - (new Date(Date.now() + 8 * 3_600_000).getUTCDay() || 7)) % 7) + 7) * 24 * 3_600_000,
  );
  const lunch = await given.session({ ...week, startsAt: tuesday });
  const nextLunch = await given.session({ ...week, startsAt: new Date(tuesday.getTime() + 24 * 3_600_000) });
  const lan = await given.resident();
  await when.hasBooked(lan, lunch);

  expectRefused(await when.books(lan, nextLunch), 'QUOTA_REACHED');
  expect(await stored(nextLunch)).toEqual(NOTHING);
});

it('holds to the age, the need and the area that the service is for, and says which', async () => {
  const { community, otherBuilding } = await given.tree();
  const service = await given.service({ minAge: 60, careNeeds: ['LIVING_ALONE'], residentAreaId: community });
  const session = await given.session({ service });
  const alone = { needs: ['LIVING_ALONE' as const] };
  const bound = async (unlike: object) => {
    const result = await when.books(await given.resident(unlike), session);
    expectRefused(result, 'NOT_ELIGIBLE');
    return (result as { details?: { bound?: string } }).details?.bound;
  };

  expect(await bound({ ...alone, birthDate: bornYearsAgo(58) })).toBe('AGE');
  expect(await bound({ needs: ['LOW_INCOME'] })).toBe('CARE_NEED');
  expect(await bound({ ...alone, home: otherBuilding })).toBe('AREA');
  expect(await stored(session)).toEqual(NOTHING);
  await when.hasBooked(await given.resident(alone), session);
});

it('a resident books through the app, a carer as a carer, and neither as the desk', async () => {
  const lunch = await given.session();
  const mother = await given.resident();
  const lan = await given.resident({ caresFor: [mother.personId] });

  expect((await when.hasBooked(lan, lunch, { beneficiaryId: mother.personId })).channel).toBe('CARER');
  expectRefused(await when.books(lan, lunch, { channel: 'COUNTER' }), 'NOT_YOURS_TO_CHANGE');
  expectRefused(await when.books(lan, lunch, { channel: 'STANDING_ORDER' }), 'NOT_YOURS_TO_CHANGE');
  const staff = given.staff(lunch.centreId);
  expectRefused(await when.books(staff, lunch, { beneficiaryId: lan.personId }), 'NOT_YOURS_TO_CHANGE');
  expect(await stored(lunch)).toEqual(ONE);
});

it('after the cut-off what is left is for whoever comes to the counter, where the service says so', async () => {
  const lunch = await given.arriving({ capacity: 1 });
  const appointments = await given.arriving({ walkIn: false });
  const lan = await given.resident();
  const staff = given.staff(lunch.centreId);
  const atCounter = { channel: 'COUNTER' as const, beneficiaryId: lan.personId };

  const early = await when.books(lan, lunch);
  expectRefused(early, 'PAST_CUT_OFF');
  expect(early).toMatchObject({ details: { walkInPlaces: 1 } });
  expectRefused(await when.books(staff, lunch, { ...atCounter, channel: 'PHONE' }), 'PAST_CUT_OFF');
  expectRefused(await when.books(staff, appointments, atCounter), 'PAST_CUT_OFF');
  expect(await stored(lunch)).toEqual(NOTHING);

  expect(await when.hasBooked(staff, lunch, atCounter)).toMatchObject({ channel: 'COUNTER' });
  expect(await stored(lunch)).toEqual(ONE);
  // In the first hour of a day it has not begun yet.
  await when.changes(lunch, 'starts_at = least(starts_at, $2), ends_at = $3', [minutes(-2), minutes(-1)]);
  expectRefused(
    await when.books(staff, lunch, { ...atCounter, beneficiaryId: (await given.resident()).personId }),
    'SESSION_OVER',
  );
});

it('an allergy stops the meal, naming the clash; staff let it pass on record, a resident does not', async () => {
  const service = await given.service({ meal: 'LUNCH', way: 'DINE_IN' });
  const lunch = await given.session({ service });
  await given.menu(lunch, [{ name: '宮保雞丁', allergens: ['PEANUT'], textures: ['REGULAR', 'SOFT'] }]);
  const lan = await given.resident({ allergies: ['PEANUT', 'EGG'] });
  const staff = given.staff(lunch.centreId);

  const refused = await when.books(lan, lunch, { allowAllergens: true });
  expectRefused(refused, 'ALLERGY_CLASH');
  expect(refused).toMatchObject({ details: { allergens: 'PEANUT', dishes: '宮保雞丁' } });
  expect(await stored(lunch)).toEqual(NOTHING);

  const letPass = { channel: 'PHONE', beneficiaryId: lan.personId, allowAllergens: true } as const;
  const input = wish(lunch, lan.personId, letPass);
  expect(booked(await when.sends(staff, input))).toMatchObject({
    allergyOverridden: true,
    texture: 'REGULAR',
  });
  booked(await when.sends(staff, input));
  const entries = await database().query<object[]>(
    'SELECT actor_id, subject_id FROM audit_entry WHERE action = $1',
    ['ALLERGY_OVERRIDDEN'],
  );
  expect(entries).toEqual([{ actor_id: staff.personId, subject_id: input.id }]);
});

it('a dish that is not cooked in the texture that one eats does not clash', async () => {
  const centre = await given.centre();
  const service = await given.service({ centre, meal: 'LUNCH', way: 'PICK_UP' });
  const lunch = await given.session({ centre, service });
  await given.menu(lunch, [{ name: '宮保雞丁', allergens: ['PEANUT'], textures: ['REGULAR'] }]);
  const lan = await given.resident({ allergies: ['PEANUT'], texture: 'LIQUID' });

  expectRefused(await when.books(lan, lunch, { texture: 'REGULAR' }), 'ALLERGY_CLASH');
  expect(await when.hasBooked(lan, lunch)).toMatchObject({ texture: 'LIQUID', allergyOverridden: false });
});

it('a session that is cut below what is taken is refused by the database', async () => {
  const lunch = await given.session({ capacity: 3 });
  for (const resident of await given.residents(2)) await when.hasBooked(resident, lunch);

  await expect(when.changes(lunch, 'capacity = 1')).rejects.toThrow('never_oversold');
  await when.changes(lunch, 'capacity = 2');
  expectRefused(await when.books(await given.resident(), lunch), 'SESSION_FULL');
});
