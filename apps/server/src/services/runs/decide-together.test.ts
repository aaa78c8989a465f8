import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { bookingId } from '@linli/domain/services/bookings';
import { newId, testDatabase } from '../../testing/index.js';
import { expectRefused } from '../centres/centre.scenario.js';
import { done, inDays, runsScenario } from './runs.scenario.js';

const database = testDatabase();
const { given, when, range, stored, states, told, bookingOf } = runsScenario(database);

/** Day care that wants approval, asked for from tomorrow on for three days. */
async function asked(policy: object = {}) {
  const days = await given.dayCare([1, 2, 3], 2, { needs_approval: true, ...policy });
  const [first] = days;
  if (!first) throw new Error('no day');
  const [lan] = (await given.residents(1)) as [Viewer];
  const run = done(await when.takes(lan, range(days, lan, [1, 3], [1, 2, 3])));
  const ids: Awaited<ReturnType<typeof bookingOf>>['id'][] = [];
  for (const day of days) ids.push((await bookingOf(run, day)).id);
  return { days, lan, run, ids, staff: given.staff(first.centreId) };
}
const audited = async (ids: readonly string[]) =>
  database().query<{ action: string; detail: object }[]>(
    'SELECT action, detail FROM audit_entry WHERE subject_id = ANY ($1)',
    [ids],
  );

it('all days of a range are approved in one act and told once; twice is once', async () => {
  const { run, ids, staff, lan } = await asked();
  expect(await states(run)).toEqual(Array(3).fill('REQUESTED'));
  const { bookings } = done(await when.approvesAll(staff, ids.toReversed()));
  expect(bookings.map(({ day, state }) => [day, state])).toEqual(
    [1, 2, 3].map((day) => [inDays(day), 'CONFIRMED']),
  );
  done(await when.approvesAll(staff, ids));
  expect(await states(run)).toEqual(Array(3).fill('CONFIRMED'));
  expect(await told(lan)).toEqual(['RUN_APPROVED']);
  expect(await audited(ids)).toEqual(Array(3).fill({ action: 'BOOKING_APPROVED', detail: {} }));
  expectRefused(await when.declinesAll(staff, ids), 'NOT_REQUESTED');
  expect(await states(run)).toEqual(Array(3).fill('CONFIRMED'));
});

it('what is declined together frees every day, with one reason; what was decided before is left as it is', async () => {
  const { days, run, ids, staff, lan } = await asked();
  done(await when.declinesAll(staff, ids, '場地維修'));
  done(await when.declinesAll(staff, ids, '場地維修'));
  expect(await states(run)).toEqual(Array(3).fill('DECLINED'));
  for (const day of days) expect(await stored(day)).toMatchObject({ taken: 0 });
  expect(await told(lan)).toEqual(['RUN_DECLINED']);
  expect(await audited(ids)).toHaveLength(3);
});

it('when one day cannot be decided about, none is, and the refusal says which', async () => {
  const { days, run, ids, staff, lan } = await asked();
  const [, second] = days;
  if (!second) throw new Error('no second day');
  await when.changes(second, `closes_at = now() - interval '1 minute'`);
  const late = await when.approvesAll(staff, ids);
  expect(late).toMatchObject({ code: 'PAST_CUT_OFF', details: { onDay: inDays(2) } });
  expect(await states(run)).toEqual(Array(3).fill('REQUESTED'));
  expect(await told(lan)).toEqual([]);
  expect(await audited(ids)).toEqual([]);
});

it('only what was not decided yet is told; beyond reach there is nothing to decide', async () => {
  const { run, ids, staff, lan } = await asked();
  await when.approves(staff, { id: ids[0] as never });
  done(await when.approvesAll(staff, ids));
  expect(await states(run)).toEqual(Array(3).fill('CONFIRMED'));
  expect((await told(lan)).toSorted()).toEqual(['APPROVED', 'RUN_APPROVED']);
  const elsewhere = given.staff(newId(bookingId) as never);
  await expect(when.approvesAll(elsewhere, ids)).rejects.toThrow();
  await expect(when.approvesAll(staff, [...ids, newId(bookingId)])).rejects.toThrow();
});
