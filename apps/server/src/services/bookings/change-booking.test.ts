import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import type { Refusal } from '@linli/domain/refusals';
import { type Database, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { atOnce, testDatabase } from '../../testing/index.js';
import { sessionFollowers } from '../centres/index.js';
import { booked, bookingScenario, expectRefused, hours, minutes } from './booking.scenario.js';
import { movesOf } from './booking.queries.js';
import { settleSessions } from './settle-sessions.js';

const database = testDatabase();
const { given, when, stored, storedBooking } = bookingScenario(database);

it('gives the place back and tells of it', async () => {
  const lunch = await given.session({ capacity: 1 });
  const lan = await given.resident();
  const booking = await when.hasBooked(lan, lunch);

  expect(booked(await when.cancels(lan, booking))).toMatchObject({
    state: 'CANCELLED',
    cancelReason: '臨時有事',
  });
  expect(await stored(lunch)).toEqual({ taken: 0, checkedIn: 0, bookings: 0, events: 2 });

  await when.hasBooked(await given.resident(), lunch);
  expect(await stored(lunch)).toEqual({ taken: 1, checkedIn: 0, bookings: 1, events: 3 });
});

it('cancels once, however often and at whatever moment it is asked', async () => {
  const lunch = await given.session();
  const lan = await given.resident();
  const booking = await when.hasBooked(lan, lunch);

  const lock = (tx: Database) => tx.query('SELECT FROM booking WHERE id = $1 FOR UPDATE', [booking.id]);
  const cancels = Array.from({ length: 5 }, () => () => when.cancels(lan, booking));
  const results = await atOnce(database(), 5, lock, cancels);

  expect(
    results.map((result) => result.status === 'fulfilled' && !(result.value instanceof Refused)),
  ).toEqual(Array(5).fill(true));
  expect(await stored(lunch)).toEqual({ taken: 0, checkedIn: 0, bookings: 0, events: 2 });
});

it('a resident cannot cancel after the cut-off, staff can until the start', async () => {
  const lunch = await given.session({ startsAt: hours(2), cancelUntil: hours(-1) });
  const lan = await given.resident();
  const staff = given.staff(lunch.centreId);
  const booking = await when.hasBooked(lan, lunch);

  expectRefused(await when.cancels(lan, booking), 'PAST_CANCELLING');
  expect(await storedBooking(booking)).toMatchObject({ state: 'CONFIRMED', cancel_reason: null });
  booked(await when.cancels(staff, booking, '電話取消'));
  expect(await storedBooking(booking)).toMatchObject({ state: 'CANCELLED', canceller_name: staff.name });
});

it('two staff checking in one person are one check-in, and a third scan is no more', async () => {
  const lunch = await given.arriving();
  const [one, other] = [given.staff(lunch.centreId), given.staff(lunch.centreId)];
  const booking = await when.hasBooked(one, lunch, {
    beneficiaryId: (await given.resident()).personId,
    channel: 'COUNTER',
  });

  const lock = (tx: Database) => tx.query('SELECT FROM booking WHERE id = $1 FOR UPDATE', [booking.id]);
  const results = await atOnce(database(), 2, lock, [
    () => when.checksIn(one, booking),
    () => when.checksIn(other, booking),
  ]);
  const again = booked(await when.checksIn(one, booking));

  const times = results.map(
    (result) => result.status === 'fulfilled' && booked(result.value).checkedInAt?.toISOString(),
  );
  expect(new Set([...times, again.checkedInAt?.toISOString()]).size).toBe(1);
  expect(await stored(lunch)).toEqual({ taken: 1, checkedIn: 1, bookings: 1, events: 2 });
});

it('takes a check-in back within ten minutes, and not after', async () => {
  const lunch = await given.arriving();
  const staff = given.staff(lunch.centreId);
  const booking = booked(await when.walksIn(staff, lunch, await given.resident()));
  expect(await stored(lunch)).toMatchObject({ taken: 1, checkedIn: 1 });

  expect(booked(await when.undoes(staff, booking))).toMatchObject({ state: 'CONFIRMED', checkedInAt: null });
  expect(await stored(lunch)).toMatchObject({ taken: 1, checkedIn: 0 });
  expectRefused(await when.undoes(staff, booking), 'NOT_CHECKED_IN');

  booked(await when.checksIn(staff, booking));
  await database().query('UPDATE booking SET checked_in_at = $2 WHERE id = $1', [booking.id, minutes(-11)]);
  expectRefused(await when.undoes(staff, booking), 'PAST_UNDOING');
  expect(await storedBooking(booking)).toMatchObject({ state: 'CHECKED_IN' });
});

it('whoever walks in is booked and checked in, or neither', async () => {
  const [lunch, tomorrow] = [await given.arriving({ capacity: 1 }), await given.session()];
  const staff = given.staff(lunch.centreId);

  expect(booked(await when.walksIn(staff, lunch, await given.resident()))).toMatchObject({
    state: 'CHECKED_IN',
    channel: 'COUNTER',
  });
  expect(await stored(lunch)).toEqual({ taken: 1, checkedIn: 1, bookings: 1, events: 2 });
  expectRefused(await when.walksIn(staff, lunch, await given.resident()), 'SESSION_FULL');
  expectRefused(await when.walksIn(staff, tomorrow, await given.resident()), 'NOT_TODAY');
  expect(await stored(tomorrow)).toEqual({ taken: 0, checkedIn: 0, bookings: 0, events: 0 });
});

it('sent again, a walk-in is still one', async () => {
  const lunch = await given.arriving();
  const staff = given.staff(lunch.centreId);
  const lan = await given.resident();
  const first = booked(await when.walksIn(staff, lunch, lan));

  expectRefused(await when.walksIn(staff, lunch, lan), 'ALREADY_BOOKED');
  expect(booked(await when.checksIn(staff, first)).ticketNumber).toBe(first.ticketNumber);
  expect(await stored(lunch)).toEqual({ taken: 1, checkedIn: 1, bookings: 1, events: 2 });
});

const notIn: [Refusal, (staff: Viewer) => Promise<{ id: never }>][] = [
  ['NOT_TODAY', async () => when.hasBooked(await given.resident(), await given.session()) as never],
  [
    'BOOKING_NOT_IN_FORCE',
    async (staff) => {
      const booking = booked(await when.walksIn(staff, await given.arriving(), await given.resident()));
      await database().query(
        `UPDATE booking SET state = 'CANCELLED', cancel_reason = 'x', cancelled_at = now(), checked_in_at = NULL WHERE id = $1`,
        [booking.id],
      );
      return booking as never;
    },
  ],
];
it.each(notIn)('does not check in: %s, and the row says so', async (code, make) => {
  const staff = given.staff(await given.usualCentre());
  const booking = await make(staff);
  const before = await storedBooking(booking);

  expectRefused(await when.checksIn(staff, booking), code);
  expect(await storedBooking(booking)).toEqual(before);
});

it('every move that is offered succeeds, and every other is refused', async () => {
  const lunch = await given.arriving();
  const [staff, lan] = [given.staff(lunch.centreId), await given.resident()];
  const tomorrow = await given.session();
  const neighbour = { beneficiaryId: (await given.resident()).personId, channel: 'COUNTER' } as const;
  const expected = await when.hasBooked(staff, lunch, neighbour);
  const bookings = [
    booked(await when.walksIn(staff, lunch, lan)),
    await when.hasBooked(lan, tomorrow),
    expected,
  ];
  const verbs = { CHECK_IN: when.checksIn, UNDO_CHECK_IN: when.undoes, CANCEL: when.cancels };
  const offered = bookings.map((booking) => movesOf(staff, booking, { isVisit: false }));
  expect(offered).toEqual([
    ['UNDO_CHECK_IN'],
    ['CANCEL'],
    expected.startsAt <= expected.now ? ['CHECK_IN'] : ['CHECK_IN', 'CANCEL'],
  ]);

  for (const [i, booking] of bookings.entries()) {
    const others = (['UNDO_CHECK_IN', 'CANCEL', 'CHECK_IN'] as const).filter(
      (move) => !offered[i]?.includes(move),
    );
    // Checking in twice is once: that is no refusal.
    for (const move of others.filter((each) => !(each === 'CHECK_IN' && booking.state === 'CHECKED_IN'))) {
      expect([move, await verbs[move](staff, booking)]).toEqual([move, expect.any(Refused)]);
    }
    const [move] = offered[i] ?? [];
    booked(await verbs[move as 'CANCEL'](staff, booking));
  }
});

it('a closed day cancels its bookings once, and its places with them', async () => {
  const lunch = await given.session();
  const [lan, neighbour] = [await given.resident(), await given.resident()];
  const staff = given.staff(lunch.centreId);
  await when.cancels(lan, await when.hasBooked(lan, lunch));
  await when.hasBooked(lan, lunch);
  await when.hasBooked(neighbour, lunch);
  const close = () =>
    transaction(database(), async (tx) => {
      const counts = await sessionFollowers.countBooked(tx, [lunch.id]);
      await tx.query(`UPDATE session SET state = 'CANCELLED', cancel_reason = '停電' WHERE id = $1`, [
        lunch.id,
      ]);
      return [counts.get(lunch.id) ?? 0, await sessionFollowers.cancelBooked(tx, [lunch.id], '停電', staff)];
    });

  expect(await close()).toEqual([2, 2]);
  expect(await stored(lunch)).toEqual({ taken: 0, checkedIn: 0, bookings: 0, events: 6 });
  expect(await close()).toEqual([0, 0]);
  expect(await stored(lunch)).toEqual({ taken: 0, checkedIn: 0, bookings: 0, events: 6 });
});

it('two hours after the end, who came has completed and who did not is a no-show; once', async () => {
  const [over, recent, closed, deliveries] = [
    await given.arriving(),
    await given.arriving(),
    await given.arriving(),
    await given.arriving({ service: await given.service({ meal: 'LUNCH', way: 'DELIVERY' }) }),
  ];
  const staff = given.staff(over.centreId);
  const atCounter = async () => ({
    beneficiaryId: (await given.resident()).personId,
    channel: 'COUNTER' as const,
  });
  const came = booked(await when.walksIn(staff, over, await given.resident()));
  const missed = await when.hasBooked(staff, over, await atCounter());
  const notYet = await when.hasBooked(staff, recent, await atCounter());
  const stranded = await when.hasBooked(staff, closed, await atCounter());
  const delivered = await when.hasBooked(staff, deliveries, await atCounter());
  const times = 'starts_at = $2, ends_at = $3, closes_at = $2, day = $4';
  const longAgo = [
    hours(-50),
    hours(-49),
    new Date(hours(-50).getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
  ];
  for (const session of [over, closed, deliveries]) await when.changes(session, times, longAgo);
  await when.changes(closed, `state = 'CANCELLED', cancel_reason = '停電'`);

  expect(await settleSessions(database())).toBe(2);
  expect(await settleSessions(database())).toBe(0);

  const state = async (booking: typeof came) => (await storedBooking(booking))?.state;
  expect(await Promise.all([came, missed, notYet, stranded, delivered].map(state))).toEqual([
    ...['COMPLETED', 'NO_SHOW', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED'],
  ]);
  expect(await stored(over)).toMatchObject({ taken: 2, checkedIn: 1 });
});
