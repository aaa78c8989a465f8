import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import type { Refusal } from '@linli/domain/refusals';
import { type BookingId, bookingId } from '@linli/domain/services/bookings';
import { newId, testDatabase } from '../../testing/index.js';
import { closeDay, publishTimetable } from '../centres/index.js';
import { bookableSessions } from './bookable-sessions.js';
import { movesOf } from './booking.queries.js';
import {
  booked,
  bookingScenario,
  expectRefused,
  hours,
  minutes,
  type SessionWords,
  type StandingSession,
} from './booking.scenario.js';
import { endWaiting } from './lapse-offers.js';
import { waitlistOf } from './waitlist.queries.js';

const database = testDatabase();
const { given, when, wish, stored, storedBooking } = bookingScenario(database);

/** A session with one place, which somebody has. */
async function fullHouse(unlike: Partial<SessionWords> = {}, holdMinutes = 60) {
  const service = await given.service({ policy: { waitlist: true, hold_minutes: holdMinutes } });
  const session = await given.session({ capacity: 1, service, ...unlike });
  const holder = await given.resident();
  const held = await when.hasBooked(holder, session);
  const [first, second, third] = (await given.residents(3)) as [Viewer, Viewer, Viewer];
  return { session, holder, held, first, second, third, staff: given.staff(session.centreId) };
}
const stateOf = async (booking: { id: BookingId }) => (await storedBooking(booking))?.state;
const minutesFrom = (date: unknown) => Math.round(((date as Date).getTime() - Date.now()) / 60_000);
/** As if its time had come. */
const runsOut = ({ id }: { id: string }) =>
  database().query(`UPDATE booking SET held_until = now() - interval '1 second' WHERE id = $1`, [id]);
const line = async (session: StandingSession) =>
  (await waitlistOf(database(), given.staff(session.centreId), session.id)).map(({ id, state }) => [
    id,
    state,
  ]);

it('waits for a place without a number, sees its place in the line, and is there once', async () => {
  const { session, first, second } = await fullHouse();
  const input = wish(session, first.personId);

  const waiting = booked(await when.joins(first, input));
  expect(waiting).toMatchObject({ state: 'WAITLISTED', ticketNumber: '', heldUntil: null });
  const other = await when.isWaiting(second, session);
  expect(booked(await when.joins(first, input))).toMatchObject({ id: waiting.id, state: 'WAITLISTED' });

  expect(await line(session)).toEqual([
    [waiting.id, 'WAITLISTED'],
    [other.id, 'WAITLISTED'],
  ]);
  expect(await stored(session)).toMatchObject({ taken: 1, waiting: 2 });
  expectRefused(await when.joins(second, { ...wish(session, second.personId), id: input.id }), 'CONFLICT');
  expectRefused(await when.waits(first, session), 'ALREADY_BOOKED');
});

it('a place that is given back is held for the first in line: nobody else gets it, not from staff either', async () => {
  const { session, holder, held, first, second, third, staff } = await fullHouse();
  const [waiting, next] = [await when.isWaiting(first, session), await when.isWaiting(second, session)];

  await when.cancels(holder, held);

  expect(await storedBooking(waiting)).toMatchObject({ state: 'OFFERED', ticket_number: '' });
  expect(minutesFrom((await storedBooking(waiting))?.held_until)).toBe(60);
  expect(await stateOf(next)).toBe('WAITLISTED');
  expect(await stored(session)).toMatchObject({ taken: 1, waiting: 1 });
  for (const viewer of [third, staff]) {
    const atCounter = { channel: 'COUNTER', beneficiaryId: third.personId } as const;
    expectRefused(await when.books(viewer, session, viewer === staff ? atCounter : {}), 'SESSION_FULL');
  }
  expectRefused(await when.accepts(second, next), 'NOT_OFFERED');
  await expect(when.accepts(third, waiting)).rejects.toThrow('No such booking');
  expect(await stateOf(waiting)).toBe('OFFERED');

  const taken = booked(await when.accepts(first, waiting));
  expect(taken).toMatchObject({ state: 'CONFIRMED', ticketNumber: expect.stringMatching(/^[1-9]\d{3}$/) });
  expect(booked(await when.accepts(first, waiting)).ticketNumber).toBe(taken.ticketNumber);
  expect(await stored(session)).toMatchObject({ taken: 1, waiting: 1 });
});

it('what is offered and not taken lapses, goes to the next, and its owner is at the end only when they ask', async () => {
  const { session, holder, held, first, second, third } = await fullHouse();
  const [waiting, next] = [await when.isWaiting(first, session), await when.isWaiting(second, session)];
  await when.cancels(holder, held);
  await runsOut(waiting);
  expectRefused(await when.accepts(first, waiting), 'OFFER_OVER');
  expect(await stateOf(waiting)).toBe('OFFERED');

  expect(await endWaiting(database())).toBe(1);
  expect(await endWaiting(database())).toBe(0);

  expect([await stateOf(waiting), await stateOf(next)]).toEqual(['LAPSED', 'OFFERED']);
  expectRefused(await when.accepts(first, waiting), 'OFFER_OVER');
  const last = await when.isWaiting(third, session);
  const again = await when.isWaiting(first, session);
  expect(await line(session)).toEqual([
    [next.id, 'OFFERED'],
    [last.id, 'WAITLISTED'],
    [again.id, 'WAITLISTED'],
  ]);
  expect(await stored(session)).toMatchObject({ taken: 1, waiting: 2 });
});

it('a place is held until the cut-off at most, and after it nothing is offered', async () => {
  const { session, holder, held, first, second } = await fullHouse({
    startsAt: hours(3),
    closesAt: minutes(30),
  });
  const [waiting, next] = [await when.isWaiting(first, session), await when.isWaiting(second, session)];
  await when.cancels(holder, held);
  expect(minutesFrom((await storedBooking(waiting))?.held_until)).toBe(30);

  await when.changes(session, 'closes_at = $2', [minutes(-1)]);
  await runsOut(waiting);
  expect(await endWaiting(database())).toBe(2);
  expect([await stateOf(waiting), await stateOf(next)]).toEqual(['LAPSED', 'LAPSED']);
  expect(await stored(session)).toMatchObject({ taken: 0 });
});

it('a place that comes free after the cut-off is nobody’s: it is given at the counter', async () => {
  const { session, held, first, third, staff } = await fullHouse();
  const waiting = await when.isWaiting(first, session);
  await when.changes(session, 'closes_at = $2', [minutes(-1)]);

  await when.cancels(staff, held);

  expect(await stateOf(waiting)).toBe('WAITLISTED');
  await when.hasBooked(staff, session, { channel: 'COUNTER', beneficiaryId: third.personId });
  expect(await endWaiting(database())).toBe(1);
  expect([await stateOf(waiting), (await stored(session))?.taken]).toEqual(['LAPSED', 1]);
});

it('whoever leaves the line, or does not want the place, lets the next one forward', async () => {
  const { session, holder, held, first, second, third } = await fullHouse();
  const lines = [];
  for (const viewer of [first, second, third]) lines.push(await when.isWaiting(viewer, session));
  const [one, two, three] = lines as [(typeof lines)[0], (typeof lines)[0], (typeof lines)[0]];

  booked(await when.cancels(second, two));
  expect(await stored(session)).toMatchObject({ taken: 1, waiting: 2 });
  await when.cancels(holder, held);
  const offer = Object.assign(one, { state: 'OFFERED', heldUntil: minutes(9) });
  expect(movesOf(first, offer, { isVisit: false })).toEqual(['CONFIRM', 'CANCEL']);
  booked(await when.cancels(first, one));

  expect(await Promise.all([one, two, three].map(stateOf))).toEqual(['CANCELLED', 'CANCELLED', 'OFFERED']);
  expect(await stored(session)).toMatchObject({ taken: 1 });
});

it('more places in the timetable are offered in the same act', async () => {
  const centre = await given.centre();
  const service = await given.service({ centre, policy: { waitlist: true } });
  const startsAt = new Date(`${tomorrow()}T11:00:00+08:00`);
  const session = await given.session({ centre, service, startsAt, capacity: 1, closesAt: hours(1) });
  await when.hasBooked(await given.resident(), session);
  const waiting = [];
  for (const viewer of await given.residents(3)) waiting.push(await when.isWaiting(viewer, session));
  const weekday = new Date(`${tomorrow()}T00:00:00Z`).getUTCDay() || 7;
  const publish = (capacity: number) =>
    publishTimetable(database(), given.staff(centre), {
      ...{ serviceId: service, from: tomorrow(), to: tomorrow() },
      slots: [{ weekday, starts: '11:00', ends: '12:00', capacity }],
    });

  expect(await publish(3)).toMatchObject({ kept: 1 });

  expect(await Promise.all(waiting.map(stateOf))).toEqual(['OFFERED', 'OFFERED', 'WAITLISTED']);
  expect(await stored(session)).toMatchObject({ taken: 3, waiting: 1 });
  // Places that are held count as taken, those who wait do not.
  expectRefused((await publish(2)) as never, 'CAPACITY_BELOW_TAKEN');
  expect(await publish(3)).toMatchObject({ kept: 1 });
});

it('a day that closes ends the waiting too', async () => {
  const { session, holder, held, first, second, staff } = await fullHouse();
  const [waiting, next] = [await when.isWaiting(first, session), await when.isWaiting(second, session)];
  await when.cancels(holder, held);

  const closed = await closeDay(database(), staff, {
    centreId: session.centreId,
    day: session.day,
    reason: '停電',
  });

  expect(closed).toMatchObject({ cancelledBookings: expect.any(Number) });
  expect([await stateOf(waiting), await stateOf(next)]).toEqual(['CANCELLED', 'CANCELLED']);
  expect(await stored(session)).toMatchObject({ taken: 0 });
});

const noWaiting: [Refusal, Partial<SessionWords>, boolean][] = [
  ['PLACES_LEFT', { capacity: 2 }, true],
  ['NO_WAITLIST', {}, false],
  ['PAST_CUT_OFF', { closesAt: hours(-1) }, true],
  ['NOT_OPEN_YET', { opensAt: hours(1) }, true],
  ['QUOTA_REACHED', { weeklyQuota: 0 }, true],
];
it.each(noWaiting)('does not wait: %s, and nobody stands in line', async (code, unlike, waitlist) => {
  const session = await given.session({
    capacity: 1,
    service: await given.service({ policy: { waitlist } }),
  });
  await when.hasBooked(await given.resident(), session);
  const set = Object.keys(unlike).map(
    (key, i) => `${key.replace(/[A-Z]/g, (each) => `_${each.toLowerCase()}`)} = $${String(i + 2)}`,
  );
  if (set.length > 0) await when.changes(session, set.join(', '), Object.values(unlike));
  const lan = await given.resident();
  const id = newId(bookingId);

  const page = {
    centreId: session.centreId,
    beneficiaryId: lan.personId,
    from: session.day,
    to: session.day,
  };
  const shown = await bookableSessions(database(), lan, { ...page, serviceId: session.serviceId });
  expect(shown).toMatchObject([{ mayJoinWaitlist: false }]);
  expectRefused(await when.joins(lan, { ...wish(session, lan.personId), id }), code);
  expect(await storedBooking({ id })).toBeUndefined();
  expect(await stored(session)).toMatchObject({ taken: 1 });
});

const tomorrow = () =>
  new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10) as StandingSession['day'];

it('whoever is offered a place is told until when, and who let it lapse is told so', async () => {
  const { session, holder, held, first, second } = await fullHouse();
  const [waiting, next] = [await when.isWaiting(first, session), await when.isWaiting(second, session)];
  await when.cancels(holder, held);
  const offered = (await storedBooking(waiting))?.held_until as Date;
  await runsOut(waiting);
  await endWaiting(database());
  const told = ({ personId }: Viewer) =>
    database().query<{ kind: string; until: string }[]>(
      `SELECT kind, parameters ->> 'until' AS until FROM notice WHERE resident_id = $1 ORDER BY at, kind`,
      [personId],
    );
  expect(await told(first)).toEqual([
    { kind: 'PLACE_OFFERED', until: offered.toISOString() },
    { kind: 'OFFER_LAPSED', until: null },
  ]);
  expect(await told(second)).toMatchObject([{ kind: 'PLACE_OFFERED' }]);
  expect(await stateOf(next)).toBe('OFFERED');
});
