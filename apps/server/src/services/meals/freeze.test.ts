import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Viewer } from '@linli/domain/access';
import { Refused } from '../../platform/graphql/index.js';
import { testDatabase } from '../../testing/index.js';
import { booked, bookingScenario, minutes } from '../bookings/booking.scenario.js';
import { bookedAt, closedLunch, frozenBooks } from './freeze.scenario.js';
import { freezeDue } from './freeze.js';

const database = testDatabase();
const { given, when } = bookingScenario(database);
const { rows, slips, expectAgreement } = frozenBooks(database);

it('freezes once what stood at the cut-off, with the dishes that each must not get; later is a slip', async () => {
  const { centre, session, staff, at } = await closedLunch(given, {
    closesAt: minutes(2),
    startsAt: minutes(2),
  });
  const dishes = [{ name: '宮保雞丁', allergens: ['PEANUT' as const], textures: ['REGULAR' as const] }];
  const [lan, ma, sun] = [
    await given.resident(),
    await given.resident({ name: '馬秋蓮' }),
    await given.resident(),
  ];
  const first = await when.hasBooked(lan, session);
  const second = await when.hasBooked(ma, session);
  expect(await freezeDue(database())).toBe(0);
  await expectAgreement(at, 2);
  await database().query(`UPDATE resident SET allergies = '{PEANUT}' WHERE id = $1`, [ma.personId]);
  await given.menu({ centreId: centre, day: session.day }, dishes);
  expect(await slips(session)).toEqual([]);

  // The cut-off comes, and somebody behind it before the job does.
  await when.changes(session, `closes_at = now() - interval '1 minute', cancel_until = ends_at`);
  for (const { id } of [first, second]) await bookedAt(database, id, minutes(-30));
  const late = booked(await when.walksIn(staff, session, sun));
  expect(await freezeDue(database())).toBe(1);
  expect(await freezeDue(database())).toBe(0);

  expect(await rows(session)).toMatchObject([
    { booking_id: first.id, texture: 'REGULAR', clashes: [] },
    { booking_id: second.id, clashes: ['宮保雞丁'] },
  ]);
  expect(await slips(session)).toMatchObject([{ booking_id: late.id, change: 1, by_name: staff.name }]);

  booked(await when.cancels(ma, second, '住院'));
  const wu = await given.resident({ allergies: ['PEANUT'] });
  const overridden = await when.hasBooked(staff, session, {
    ...{ beneficiaryId: wu.personId, channel: 'COUNTER', allowAllergens: true },
  });
  expect(await slips(session)).toMatchObject([
    { change: 1 },
    { booking_id: second.id, change: -1, by_name: '馬*', reason: '住院' },
    { booking_id: overridden.id, change: 1, by_name: staff.name, overridden: true, clashes: ['宮保雞丁'] },
  ]);
  await expectAgreement(at, 3);
});

it('an allergy that is told after the freeze is a cut and an add, so that the kitchen hears of it', async () => {
  const { session, staff, at } = await closedLunch(given);
  const lan = await given.resident();
  const booking = booked(await when.walksIn(staff, session, lan));
  await expectAgreement(at, 1);
  await database().query(`UPDATE resident SET allergies = '{EGG}', texture = 'SOFT' WHERE id = $1`, [
    lan.personId,
  ]);
  expect(await slips(session)).toMatchObject([
    { booking_id: booking.id, change: 1, allergies: [] },
    { booking_id: booking.id, change: -1, allergies: [], texture: 'REGULAR' },
    // What was ordered in that texture stays: the order says it.
    { booking_id: booking.id, change: 1, allergies: ['EGG'], texture: 'REGULAR' },
  ]);
  await expectAgreement(at, 1);
});

it('a day that the centre closes cuts all of it; a closed session is not frozen', async () => {
  const { session, staff, at } = await closedLunch(given, { startsAt: minutes(2) });
  const booking = await when.hasBooked(staff, session, {
    beneficiaryId: (await given.resident()).personId,
    channel: 'COUNTER',
  });
  await expectAgreement(at, 1);
  booked(await when.cancels(staff, booking, '停電'));
  await when.changes(session, `state = 'CANCELLED', cancel_reason = '停電'`);
  await expectAgreement(at, 0);
  const never = await closedLunch(given, { state: 'CANCELLED' });
  await expectAgreement(never.at, 0);
  expect(await database().query('SELECT FROM meal_freeze WHERE session_id = $1', [never.session.id])).toEqual(
    [],
  );
});

it('a frozen sheet and its slips cannot be changed', async () => {
  const { session, staff, at } = await closedLunch(given);
  booked(await when.walksIn(staff, session, await given.resident()));
  await expectAgreement(at, 1);
  const before = await slips(session);
  for (const text of [
    'UPDATE meal_slip SET change = -1 WHERE session_id = $1',
    `UPDATE meal_freeze SET frozen_at = now() WHERE session_id = $1`,
  ]) {
    await expect(database().query(text, [session.id])).rejects.toThrow('a frozen sheet is never changed');
  }
  expect(await slips(session)).toEqual(before);
});

// Before or after the freeze: people come, give up, arrive, are found to be allergic; the sheet freezes somewhere between.
const step = fc.record({
  who: fc.nat(7),
  what: fc.constantFrom('BOOK', 'BOOK', 'CANCEL', 'CHECK_IN', 'UNDO', 'ALLERGY', 'TEXTURE', 'FREEZE'),
});

async function take(
  { what, who }: { what: string; who: number },
  people: readonly Viewer[],
  { session, staff }: Awaited<ReturnType<typeof closedLunch>>,
): Promise<void> {
  const person = people[who];
  if (!person) return;
  const [own] = await database().query<{ id: never }[]>(
    `SELECT id FROM booking WHERE session_id = $1 AND beneficiary_id = $2 AND state <> 'CANCELLED'`,
    [session.id, person.personId],
  );
  if (what === 'BOOK') {
    await when.books(staff, session, {
      beneficiaryId: person.personId,
      channel: 'COUNTER',
      allowAllergens: true,
    });
  } else if (what === 'FREEZE') await freezeDue(database());
  else if (what === 'ALLERGY' || what === 'TEXTURE') {
    const set = what === 'ALLERGY' ? `allergies = ARRAY[$2::text]` : `texture = $2`;
    const value = what === 'ALLERGY' ? (who % 2 ? 'EGG' : 'PEANUT') : who % 2 ? 'SOFT' : 'LIQUID';
    await database().query(`UPDATE resident SET ${set} WHERE id = $1`, [person.personId, value]);
  } else if (own) {
    const act = { CANCEL: when.cancels, CHECK_IN: when.checksIn, UNDO: when.undoes }[what];
    const result = await act?.(staff, own);
    if (result && !(result instanceof Refused)) expect(result.id).toBe(own.id);
  }
}

it('frozen and slips are the orders after every step of random days', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 25 }), async (days) => {
      const lunch = await closedLunch(given, { startsAt: minutes(3), closesAt: minutes(-5) });
      const people = await given.residents(8);
      await given.menu({ centreId: lunch.centre, day: lunch.session.day }, [
        { name: '番茄炒蛋', allergens: ['EGG'], textures: [] },
      ]);
      for (const each of days) {
        await take(each, people, lunch);
        const [standing] = await database().query<{ taken: number }[]>(
          'SELECT taken FROM session_places WHERE session_id = $1',
          [lunch.session.id],
        );
        expect(await database().query('SELECT * FROM meal_drift')).toEqual([]);
        if (each.what === 'FREEZE') await expectAgreement(lunch.at, standing?.taken ?? -1);
        taken += 1;
      }
      const [standing] = await database().query<{ taken: number }[]>(
        'SELECT taken FROM session_places WHERE session_id = $1',
        [lunch.session.id],
      );
      await expectAgreement(lunch.at, standing?.taken ?? -1);
    }),
    { numRuns: 25, endOnFailure: true },
  );
  expect(taken).toBeGreaterThan(375);
}, 120_000);
