import { expect, it } from '@jest/globals';
import { testDatabase } from '../../testing/index.js';
import { closeDay } from '../centres/index.js';
import { bookingScenario, hours } from './booking.scenario.js';
import { closedDayBookings, previewDayClosing } from './closing.queries.js';

const database = testDatabase();
const { given, when, stored, storedBooking } = bookingScenario(database);

/** A day with two services, and a week after it in which one of them has places. */
async function day() {
  const centre = await given.centre();
  const [bath, haircut] = [
    await given.service({ centre, name: '助浴', policy: { waitlist: true } }),
    await given.service({ centre, name: '理髮' }),
  ];
  const at = (service: typeof bath, start: number, capacity = 2) =>
    given.session({ centre, service, capacity, startsAt: hours(start), closesAt: hours(start - 1) });
  const first = await at(bath, 48, 1);
  const cut = await at(haircut, 48);
  const full = await at(bath, 72, 1);
  const next = [await at(bath, 96), await at(bath, 120), await at(bath, 144), await at(bath, 168)];
  await when.hasBooked(await given.resident(), full);
  return { centre, first, cut, full, next, staff: given.staff(centre) };
}
const withPhone = (id: string) =>
  database().query(
    `UPDATE resident SET phone_cipher = '\\x01', phone_index = decode(replace($1::text, '-', ''), 'hex'), phone_masked = '139****0001'
     WHERE id = $1::uuid`,
    [id],
  );

it('says whom it would hit, by service, and whom somebody must call; and does nothing', async () => {
  const { centre, first, cut, staff } = await day();
  const [lan, neighbour, third] = await given.residents(3);
  if (!lan || !neighbour || !third) throw new Error('nobody');
  await withPhone(lan.personId);
  await when.hasBooked(lan, first);
  await when.isWaiting(neighbour, first);
  await when.hasBooked(third, cut);

  const preview = await previewDayClosing(database(), staff, { centreId: centre, day: first.day });

  expect(preview).toMatchObject({
    sessions: 2,
    services: [{ name: '助浴', sessions: 1, bookings: 2, toCall: 1 }, { name: '理髮' }],
  });
  expect(await stored(first)).toMatchObject({ taken: 1, waiting: 1 });
  await expect(
    previewDayClosing(database(), given.staff(await given.centre()), { centreId: centre, day: first.day }),
  ).rejects.toThrow('No such centre');
});

it('what it says is what closing does; everybody is told when there is a place again, once', async () => {
  const { centre, first, cut, next, staff } = await day();
  const [lan, neighbour] = [await given.resident(), await given.resident()];
  await withPhone(neighbour.personId);
  const bath = await when.hasBooked(lan, first);
  await when.hasBooked(neighbour, cut);
  const at = { centreId: centre, day: first.day };
  const { bookings, sessions } = await previewDayClosing(database(), staff, at);

  const close = () => closeDay(database(), staff, { ...at, reason: '停水' });
  expect(await close()).toMatchObject({ cancelledBookings: bookings, cancelledSessions: sessions });
  const list = await closedDayBookings(database(), staff, at);
  expect(await close()).toMatchObject({ cancelledBookings: bookings });

  // Those first whom nobody has reached. A full session is no offer, nor one of another service.
  expect(list.map(({ booking, mustCall }) => [booking.beneficiaryId, mustCall])).toEqual([
    [lan.personId, true],
    [neighbour.personId, false],
  ]);
  expect(list.map(({ instead }) => instead.map(({ id }) => id))).toEqual([
    next.slice(0, 3).map(({ id }) => id),
    [],
  ]);
  const told = await database().query<{ who: string; instead: string | null }[]>(
    `SELECT resident_id AS who, parameters ->> 'instead' AS instead FROM notice
     WHERE resident_id = ANY ($1) AND kind = 'BOOKING_CANCELLED_BY_CENTRE'`,
    [[lan.personId, neighbour.personId]],
  );
  const [soonest] = list[0]?.instead ?? [];
  expect(new Map(told.map(({ who, instead }) => [who, instead]))).toEqual(
    new Map([
      [lan.personId, soonest?.startsAt.toISOString()],
      [neighbour.personId, null],
    ]),
  );
  expect(told).toHaveLength(2);
  expect(await closedDayBookings(database(), staff, at)).toHaveLength(2);
  expect(await storedBooking(bath)).toMatchObject({ state: 'CANCELLED', cancel_reason: '停水' });
  // What is offered can be booked.
  await when.hasBooked(lan, next[0] ?? first);
});

it('who had given it back before is not on the list, and looking at it is on record', async () => {
  const { centre, first, staff } = await day();
  const lan = await given.resident();
  await when.cancels(lan, await when.hasBooked(lan, first));
  const neighbour = await given.resident();
  await when.hasBooked(neighbour, first);
  const at = { centreId: centre, day: first.day };
  await closeDay(database(), staff, { ...at, reason: '停水' });

  const list = await closedDayBookings(database(), staff, at);

  expect(list.map(({ booking }) => booking.beneficiaryId)).toEqual([neighbour.personId]);
  const entries = await database().query<{ detail: { ids: string[] } }[]>(
    `SELECT detail FROM audit_entry WHERE action = 'CLOSED_DAY_SHOWN' AND actor_id = $1`,
    [staff.personId],
  );
  expect(entries.map(({ detail }) => detail.ids)).toEqual([[neighbour.personId]]);
});
