import { expect, it } from '@jest/globals';
import { testDatabase } from '../../testing/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { booked, bookingScenario, expectRefused, hours } from './booking.scenario.js';

const database = testDatabase();
const { given, when, stored, storedBooking } = bookingScenario(database);

const later = (minutes: number) => new Date(hours(24).getTime() + minutes * 60_000);
const haircut = (policy: Record<string, unknown> = {}) => given.service({ name: '理髮', policy });

it('nobody is at two things at once, and the refusal says at what', async () => {
  const lan = await given.resident();
  const cut = await given.session({ service: await haircut() });
  await when.hasBooked(lan, cut);
  const bath = await given.session({ startsAt: later(59) });

  const refused = await when.books(lan, bath);
  expectRefused(refused, 'OVERLAPS');
  expect(refused).toMatchObject({ details: { service: '理髮' } });
  expect(await stored(bath)).toEqual({ taken: 0, checkedIn: 0, bookings: 0, events: 0 });

  await when.hasBooked(lan, await given.session({ startsAt: later(61) }));
  await when.hasBooked(await given.resident(), bath);
});

it('what is fetched or brought to the door keeps nobody anywhere', async () => {
  const lan = await given.resident();
  await when.hasBooked(lan, await given.session());
  for (const way of ['PICK_UP', 'DELIVERY'] as const) {
    await when.hasBooked(lan, await given.session({ service: await given.service({ meal: 'LUNCH', way }) }));
  }
  const dineIn = await given.service({ meal: 'LUNCH', way: 'DINE_IN' });
  expectRefused(await when.books(lan, await given.session({ service: dineIn })), 'OVERLAPS');
  const other = await given.resident();
  await when.hasBooked(
    other,
    await given.session({ service: await given.service({ meal: 'LUNCH', way: 'PICK_UP' }) }),
  );
  await when.hasBooked(other, await given.session());
});

it.each([
  ['after the first', { rest_after_minutes: 30 }, {}],
  ['before the second', {}, { rest_before_minutes: 30 }],
])('a rest %s is kept, whichever of both asks for it', async (_which, first, second) => {
  const lan = await given.resident();
  await when.hasBooked(lan, await given.session({ service: await haircut(first) }));
  const at = async (minutes: number) =>
    given.session({ service: await haircut(second), startsAt: later(minutes) });
  expectRefused(await when.books(lan, await at(89)), 'OVERLAPS');
  await when.hasBooked(lan, await at(91));
});

it('what was given back, or cancelled by the centre, keeps nobody', async () => {
  const lan = await given.resident();
  const cut = await given.session();
  await when.cancels(lan, await when.hasBooked(lan, cut));
  const bath = await given.session();
  await when.hasBooked(lan, bath);
  await when.changes(bath, `state = 'CANCELLED', cancel_reason = '停水'`);
  await when.hasBooked(lan, await given.session());
});

it('a month has its own quota', async () => {
  const service = await given.service();
  const lan = await given.resident();
  const [one, two] = [
    await given.session({ service }),
    await given.session({ service, startsAt: later(120) }),
  ];
  for (const session of [one, two]) await when.changes(session, 'monthly_quota = 1');
  await when.hasBooked(lan, one);
  const refused = await when.books(lan, two);
  if (one.day.slice(0, 7) === two.day.slice(0, 7)) {
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ code: 'QUOTA_REACHED', details: { period: 'MONTH', monthlyQuota: 1 } });
    expect(await stored(two)).toMatchObject({ taken: 0 });
  } else booked(refused);
});

it('an offer is not taken by whoever is elsewhere by now, and stays held until they are not', async () => {
  const service = await given.service({ policy: { waitlist: true } });
  const session = await given.session({ service, capacity: 1 });
  const [holder, lan] = [await given.resident(), await given.resident()];
  const held = await when.hasBooked(holder, session);
  const waiting = await when.isWaiting(lan, session);
  const elsewhere = await when.hasBooked(lan, await given.session());
  await when.cancels(holder, held);

  expectRefused(await when.accepts(lan, waiting), 'OVERLAPS');
  expect(await storedBooking(waiting)).toMatchObject({ state: 'OFFERED', ticket_number: '' });
  await when.cancels(lan, elsewhere);
  expect(booked(await when.accepts(lan, waiting))).toMatchObject({ state: 'CONFIRMED' });
  expect(await stored(session)).toMatchObject({ taken: 1 });
});

it('whoever moves a booking is not kept by the old one', async () => {
  const service = await given.service();
  const lan = await given.resident();
  const booking = await when.hasBooked(lan, await given.session({ service }));
  const other = await given.session({ service: await given.service(), startsAt: later(30) });
  expectRefused(await when.books(lan, other), 'OVERLAPS');
  booked(await when.moves(lan, booking, other));
});
