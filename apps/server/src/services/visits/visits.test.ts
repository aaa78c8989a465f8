import { expect, it } from '@jest/globals';

import { bookingId } from '@linli/domain/services/bookings';
import { newId, testDatabase } from '../../testing/index.js';
import { expectRefused, hours } from '../bookings/booking.scenario.js';
import { expectRefused as expectNot } from '../centres/centre.scenario.js';
import { settleSessions } from '../bookings/index.js';
import { visitAddress } from './booking-visit.js';
import { done, visitsScenario } from './visits.scenario.js';

const database = testDatabase();
const scenario = visitsScenario(database);
const { given, when, sql, asking, knows, barber, worker, expected, stored, storedBooking } = scenario;
const { seen, signsIn, ends, next, booksNext, ended, checks } = scenario;

it('without a worker or a door nothing is booked; with both, the worker is taken in the same act', async () => {
  const centre = await given.centre();
  const service = await given.service({ centre, name: '上門理髮', policy: { at_home: true } });
  const other = await given.service({ centre, name: '上門助浴', policy: { at_home: true } });
  const at = { centre, startsAt: hours(24), endsAt: hours(26) };
  const [cut, bath] = [
    await given.session({ ...at, service }),
    await given.session({ ...at, service: other }),
  ];
  const [lan, chen] = [await given.resident(), await given.resident()];

  expectRefused(await when.books(lan, cut), 'NO_WORKER');
  await worker(centre, '陳師傅', [service, other]);
  expectRefused(await when.books(lan, cut), 'NO_HOME_DOOR');
  const atDesk = { channel: 'COUNTER' as const, beneficiaryId: lan.personId };
  expectRefused(await when.books(given.staff(centre), cut, atDesk), 'NO_HOME_DOOR');
  expect(await stored(cut)).toMatchObject({ taken: 0, bookings: 0 });

  await knows(lan, '2單元401');
  await knows(chen, '1單元101');
  const visit = await when.hasBooked(lan, cut);
  const refused = await when.books(chen, bath);
  expectRefused(refused, 'RESOURCE_TAKEN');
  expect(refused).toMatchObject({ details: { resource: '陳師傅' } });
  expect(await stored(bath)).toMatchObject({ taken: 0, bookings: 0 });
  await when.cancels(lan, visit);
  await when.hasBooked(chen, bath);
});

it('signed in, signed out: the booking goes the same way, each twice is once', async () => {
  const { barber: chen, session, centre } = await barber();
  const { booking } = await expected(session);
  expectNot(await ends(chen, booking), 'NOT_CHECKED_IN');
  expect(await ended(booking)).toEqual([]);

  expect(done(await signsIn(chen, booking))).toMatchObject({
    state: 'CHECKED_IN',
    viewerCan: ['DONE', 'REFUSED'],
  });
  done(await signsIn(chen, booking));
  expect(await stored(session)).toMatchObject({ taken: 1, checkedIn: 1 });
  expectNot(await ends(chen, booking, 'NOBODY_OPENED'), 'ALREADY_CHECKED_IN');
  expect(await storedBooking(booking)).toMatchObject({ state: 'CHECKED_IN' });

  done(await ends(chen, booking, 'DONE', '下次剪短些'));
  done(await ends(chen, booking, 'DONE'));
  expectNot(await ends(chen, booking, 'REFUSED', '不想'), 'VISIT_ENDED');
  expectNot(await signsIn(chen, booking), 'VISIT_ENDED');
  expect(await ended(booking)).toEqual([{ outcome: 'DONE', note: '下次剪短些' }]);
  const row = await storedBooking(booking);
  expect(row).toMatchObject({ state: 'COMPLETED', checked_in_by: chen.personId });
  expect(row?.checked_in_at).toBeInstanceOf(Date);
  // The counters drift from nothing: whoever was served has been here.
  expect(await stored(session)).toMatchObject({ taken: 1, checkedIn: 1 });
  expect(await seen(chen, centre)).toMatchObject([{ outcome: 'DONE', enderName: '陳師傅', viewerCan: [] }]);
});

it('nobody opened: the booking was missed, and somebody looks after the person, once', async () => {
  const { barber: chen, session } = await barber();
  const { booking } = await expected(session);
  done(await ends(chen, booking, 'NOBODY_OPENED'));
  done(await ends(chen, booking, 'NOBODY_OPENED'));
  expect(await storedBooking(booking)).toMatchObject({ state: 'NO_SHOW' });
  expect(await checks(booking)).toEqual([{ outcome: null, opener_name: '陳師傅' }]);
});

it('who refuses at the door was missed, who refuses inside was served; nobody is looked after', async () => {
  const { barber: chen, session } = await barber();
  const [door, inside] = [await expected(session), await expected(session)];
  done(await ends(chen, door.booking, 'REFUSED', '今天不想理'));
  done(await signsIn(chen, inside.booking));
  done(await ends(chen, inside.booking, 'REFUSED', '水太涼'));
  expect(await storedBooking(door.booking)).toMatchObject({ state: 'NO_SHOW' });
  expect(await storedBooking(inside.booking)).toMatchObject({ state: 'COMPLETED' });
  expect([...(await checks(door.booking)), ...(await checks(inside.booking))]).toEqual([]);
});

it('a worker sees their own visits with the door, on record; the desk sees all, and no door', async () => {
  const { barber: chen, session, centre, staff } = await barber();
  const bathing = await given.service({ centre, name: '上門助浴', policy: { at_home: true } });
  const { viewer: wang } = await worker(centre, '王芳', [bathing]);
  const bath = await given.arriving({ centre, service: bathing });
  const { booking, resident } = await expected(session, '2單元401');
  const other = await expected(bath, '9單元902');

  expect(await seen(chen, centre)).toMatchObject([
    { bookingId: booking.id, door: '2單元401', hint: '耳背', mine: true, workers: ['陳師傅'] },
  ]);
  expect((await seen(wang, centre)).map((visit) => visit.door)).toEqual(['9單元902']);
  const all = await seen(staff, centre);
  expect(all).toHaveLength(2);
  expect(all.every(({ door, hint, mine }) => door === null && hint === null && !mine)).toBe(true);
  const shown = await sql<{ actor_id: string; subject_id: string }>(
    `SELECT actor_id, subject_id FROM audit_entry WHERE action = 'HOME_VISITS_SHOWN' AND $1 = ANY (centre_ids) ORDER BY sequence`,
    [centre],
  );
  expect(shown).toEqual([
    { actor_id: chen.personId, subject_id: resident.personId },
    { actor_id: wang.personId, subject_id: other.resident.personId },
  ]);

  await expect(signsIn(chen, other.booking)).rejects.toThrow('No such visit');
  await expect(
    seen(given.worker('HOME_WORKER', { centreId: await given.centre() }), centre),
  ).rejects.toThrow();
  expect(await storedBooking(other.booking)).toMatchObject({ state: 'CONFIRMED' });
  // A worker without a phone calls the desk, which writes it down.
  done(await signsIn(staff, other.booking));
  done(await ends(staff, other.booking));
  expect(await ended(other.booking)).toEqual([{ outcome: 'DONE', note: null }]);
});

it('on another day the door stays shut, and nothing is signed', async () => {
  const { barber: chen, service, centre } = await barber();
  const later = await given.session({ centre, service, startsAt: hours(48), endsAt: hours(50) });
  const { booking } = await expected(later);
  expect(await seen(chen, centre, later.day)).toMatchObject([{ door: null, mine: true, viewerCan: [] }]);
  expectNot(await signsIn(chen, booking), 'NOT_TODAY');
  expectNot(await ends(chen, booking, 'NOBODY_OPENED'), 'NOT_TODAY');
  expect(await storedBooking(booking)).toMatchObject({ state: 'CONFIRMED' });
  expect(await checks(booking)).toEqual([]);
});

it('the clock ends no visit as missed; who was let in and forgotten has been served', async () => {
  const { barber: chen, session } = await barber();
  const [forgotten, open] = [await expected(session), await expected(session)];
  done(await signsIn(chen, forgotten.booking));
  await when.changes(
    session,
    `closes_at = now() - interval '6 hours', cancel_until = now() - interval '6 hours',
     starts_at = now() - interval '5 hours', ends_at = now() - interval '3 hours',
     day = ((now() - interval '5 hours') AT TIME ZONE 'Asia/Shanghai')::date`,
  );
  await settleSessions(database());
  expect(await storedBooking(forgotten.booking)).toMatchObject({ state: 'COMPLETED' });
  expect(await storedBooking(open.booking)).toMatchObject({ state: 'CONFIRMED' });
});

it('the next visit is agreed at the door: once somebody was let in, of the same service, for the same person', async () => {
  const { barber: chen, session, service, centre } = await barber();
  const { booking, resident } = await expected(session);
  const week = await given.session({ centre, service, startsAt: hours(24 * 7), endsAt: hours(24 * 7 + 2) });
  const foreign = await given.session({ centre, startsAt: hours(24 * 7) });
  const id = newId(bookingId);

  expectRefused(await booksNext(chen, booking, week, id), 'NOT_CHECKED_IN');
  done(await signsIn(chen, booking));
  done(await ends(chen, booking));
  expect((await next(chen, booking)).map((line) => [line.session.id, line.refusal])).toEqual([
    [week.id, null],
  ]);
  expectRefused(await booksNext(chen, booking, foreign, id), 'NOT_THE_SAME_KIND');
  expect(await stored(week)).toMatchObject({ taken: 0 });

  done(await booksNext(chen, booking, week, id));
  done(await booksNext(chen, booking, week, id));
  expect(await stored(week)).toMatchObject({ taken: 1, bookings: 1 });
  expect(await storedBooking({ id })).toMatchObject({
    ...{ beneficiary_id: resident.personId, booker_id: chen.personId, channel: 'COUNTER' },
  });
  const stranger = await barber();
  await expect(booksNext(stranger.barber, booking, week, newId(bookingId))).rejects.toThrow('No such visit');
});

it('whoever may book for a person is told enough of the address to recognise it', async () => {
  const lan = await given.resident();
  const carer = await given.resident({ caresFor: [lan.personId] });
  expect(await visitAddress(database(), asking(carer), lan.personId)).toMatchObject({ door: null });
  await knows(lan, '2單元401');
  expect(await visitAddress(database(), asking(carer), lan.personId)).toMatchObject({ door: '2單元4**' });
  const stranger = await given.resident();
  await expect(visitAddress(database(), asking(stranger), lan.personId)).rejects.toThrow();
});

it('no desk checks in who is visited: the door does, and what was refused is as it was', async () => {
  const { barber: chen, session, centre } = await barber();
  const { booking } = await expected(session);
  const staff = given.staff(centre);
  const before = await storedBooking(booking);
  expectRefused(await when.checksIn(staff, booking), 'SIGNED_AT_THE_DOOR');
  expect(await storedBooking(booking)).toEqual(before);
  expect(await stored(session)).toMatchObject({ taken: 1, checkedIn: 0 });
  done(await signsIn(chen, booking));
  expectRefused(await when.undoes(staff, booking), 'SIGNED_AT_THE_DOOR');
  expect(await storedBooking(booking)).toMatchObject({ state: 'CHECKED_IN' });
  expect(await stored(session)).toMatchObject({ checkedIn: 1 });
});
