import { expect, it } from '@jest/globals';
import type { Refusal } from '@linli/domain/refusals';
import { bookingId } from '@linli/domain/services/bookings';
import { newId, testDatabase } from '../../testing/index.js';
import { booked, bookingScenario, expectRefused, hours, type SessionWords } from './booking.scenario.js';

const database = testDatabase();
const { given, when, stored, storedBooking, told } = bookingScenario(database);

async function lunches(unlike: Partial<SessionWords> = {}, more: Partial<SessionWords> = {}) {
  const service = await given.service({ policy: { waitlist: true } });
  const monday = await given.session({ service, startsAt: hours(30), capacity: 1, ...unlike });
  const tuesday = await given.session({ service, startsAt: hours(54), capacity: 1, ...more });
  const lan = await given.resident();
  return { service, monday, tuesday, lan, booking: await when.hasBooked(lan, monday) };
}

it('takes the new place and frees the old one in one act, and the chain is kept', async () => {
  const { monday, tuesday, lan, booking } = await lunches();
  const next = await given.resident();
  const waiting = await when.isWaiting(next, monday);

  const moved = booked(await when.moves(lan, booking, tuesday));

  expect(moved).toMatchObject({ state: 'CONFIRMED', sessionId: tuesday.id, rescheduledFrom: booking.id });
  expect(await storedBooking(moved)).toMatchObject({ rescheduled_from: booking.id, state: 'CONFIRMED' });
  expect(await storedBooking(booking)).toMatchObject({ state: 'CANCELLED', cancel_reason: '改期' });
  // What was freed belongs to whoever waited for it.
  expect(await storedBooking(waiting)).toMatchObject({ state: 'OFFERED' });
  expect([await stored(monday), await stored(tuesday)]).toMatchObject([{ taken: 1 }, { taken: 1 }]);
  expect(await told(lan)).toEqual([]);
});

it('sent again it is the same booking; the id of something else is refused and moves nothing', async () => {
  const { tuesday, lan, booking, service } = await lunches();
  const wednesday = await given.session({ service, startsAt: hours(78) });
  const other = await when.hasBooked(lan, wednesday);
  expectRefused(await when.moves(lan, booking, tuesday, other.id), 'CONFLICT');
  expect(await storedBooking(booking)).toMatchObject({ state: 'CONFIRMED' });

  const id = newId(bookingId);
  const [first, again] = [
    await when.moves(lan, booking, tuesday, id),
    await when.moves(lan, booking, tuesday, id),
  ];
  expect(booked(again)).toMatchObject({ id, ticketNumber: booked(first).ticketNumber });
  expect(await stored(tuesday)).toMatchObject({ taken: 1, bookings: 1 });
  expectRefused(await when.moves(lan, booking, wednesday), 'BOOKING_NOT_IN_FORCE');
});

it('has the price and the conditions of the new day', async () => {
  const { monday, lan, booking } = await lunches();
  const dear = await given.service({ priceFen: 3000, minAge: 60 });
  const session = await given.session({ service: dear, startsAt: hours(54) });
  expect(booked(await when.moves(lan, booking, session))).toMatchObject({ fullFen: 3000 });
  expect(await stored(monday)).toMatchObject({ taken: 0 });
});

it('by the quota of the week the old one does not count', async () => {
  const startsAt = hours(30);
  const { lan, tuesday, booking } = await lunches(
    { startsAt, weeklyQuota: 1 },
    { startsAt: new Date(startsAt.getTime() + 2 * 3_600_000), weeklyQuota: 1 },
  );
  expectRefused(await when.books(lan, tuesday), 'QUOTA_REACHED');
  booked(await when.moves(lan, booking, tuesday));
});

const stays: [Refusal, Partial<SessionWords>, Partial<SessionWords>][] = [
  ['PAST_CUT_OFF', {}, { closesAt: hours(-1) }],
  ['NOT_OPEN_YET', {}, { opensAt: hours(1) }],
  ['SESSION_CANCELLED', {}, { state: 'CANCELLED' }],
  ['QUOTA_REACHED', {}, { weeklyQuota: 0 }],
  ['PAST_CANCELLING', { cancelUntil: hours(-1) }, {}],
];
it.each(stays)('what refuses the move leaves everything as it was: %s', async (code, old, unlike) => {
  const { monday, tuesday, lan, booking } = await lunches(old, unlike);
  const waiting = await when.isWaiting(await given.resident(), monday);
  const before = [
    await storedBooking(booking),
    await storedBooking(waiting),
    await stored(monday),
    await stored(tuesday),
  ];
  const notices = await told(await given.resident());

  expectRefused(await when.moves(lan, booking, tuesday), code);

  expect([
    await storedBooking(booking),
    await storedBooking(waiting),
    await stored(monday),
    await stored(tuesday),
  ]).toEqual(before);
  expect(notices).toEqual([]);
});

it('a full session, one of another kind, the same one, and who may not', async () => {
  const { monday, tuesday, lan, booking } = await lunches();
  await when.hasBooked(await given.resident(), tuesday);
  expectRefused(await when.moves(lan, booking, tuesday), 'SESSION_FULL');
  expectRefused(await when.moves(lan, booking, monday), 'ALREADY_BOOKED');
  const lunch = await given.session({ service: await given.service({ meal: 'LUNCH', way: 'PICK_UP' }) });
  expectRefused(await when.moves(lan, booking, lunch), 'NOT_THE_SAME_KIND');
  const old = await given.session({ service: await given.service({ minAge: 90 }), startsAt: hours(54) });
  expectRefused(await when.moves(lan, booking, old), 'NOT_ELIGIBLE');
  await expect(when.moves(await given.resident(), booking, tuesday)).rejects.toThrow('No such booking');
  expect(await storedBooking(booking)).toMatchObject({ state: 'CONFIRMED' });
  expect([await stored(monday), await stored(tuesday), await stored(old)]).toMatchObject([
    ...[{ taken: 1 }, { taken: 1 }, { taken: 0 }],
  ]);
});

it('whom staff move is told from when to when', async () => {
  const { monday, tuesday, lan, booking } = await lunches();
  const staff = given.staff(monday.centreId);
  booked(await when.moves(staff, booking, tuesday));
  expect(await told(lan)).toEqual(['BOOKING_MOVED']);
  const [{ said } = { said: {} }] = await database().query<{ said: object }[]>(
    'SELECT parameters AS said FROM notice WHERE resident_id = $1',
    [lan.personId],
  );
  expect(said).toMatchObject({ oldStartsAt: booking.startsAt.toISOString(), sessionId: tuesday.id });
});
