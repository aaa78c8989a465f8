import { beforeAll, expect, it } from '@jest/globals';
import type { OrganisationId, PersonId } from '@linli/domain/access';
import { addDays } from '@linli/domain/base';
import type { MembershipStep } from '@linli/domain/organisation/members';
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { transaction } from '../../platform/database/index.js';
import { houseAuthor } from '../structure/index.js';
import { newUuid } from '../../platform/database/index.js';
import { testDatabase } from '../../testing/index.js';
import { recordExemptions } from './exemptions.js';
import { memberCountsOn, rostersOn } from './index.js';
import { day, joined, memberScenario } from './members.scenario.js';

const database = testDatabase();
const { branches, people, record } = memberScenario(database);
const DAYS = ['2025-01-31', '2025-06-30', '2025-12-31', '2026-06-30'].map(day);
let all: OrganisationId[];

beforeAll(async () => {
  all = await branches(4);
}, 60_000);

/** A moment between what was recorded before and what is recorded after. */
async function moment(): Promise<Date> {
  await sleep(2);
  const [row] = await database().query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
  await sleep(2);
  return row?.now ?? new Date();
}

const answers = async (knownAt: Date | null) => ({
  rosters: await rostersOn(database(), {
    knownAt,
    asked: all.flatMap((organisationId) => DAYS.map((on) => ({ organisationId, on }))),
  }),
  counts: await memberCountsOn(database(), { organisationIds: all, on: day('2025-12-31'), knownAt }).then(
    (rows) => rows.toSorted((one, other) => (one.organisationId < other.organisationId ? -1 : 1)),
  ),
});

const START = day('2024-10-01');
const branch = (i: number): OrganisationId => {
  const id = all[i];
  if (id === undefined) throw new Error(`There is no branch ${i}`);
  return id;
};
const onProbation = (organisation: OrganisationId): MembershipStep => ({
  ...{ kind: 'JOINED', on: START, organisationId: organisation, stage: 'PROBATIONARY' },
});
const someDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays(START, n));
const which = fc.integer({ min: 0, max: 3 });
const steps = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    on: someDay,
    kind: fc.constantFrom('JOINED', 'TRANSFERRED', 'TRANSFERRED', 'STAGE_CHANGED', 'LEFT'),
    where: which,
    stage: fc.constantFrom('PROBATIONARY', 'FULL'),
  }),
  { minLength: 3, maxLength: 12 },
);

it('whatever becomes known later, each answer as known at a moment stays what it was then', async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (tried) => {
      const three = await people(3);
      for (const [i, id] of three.entries()) await record(id, onProbation(branch(i)));
      const before: { at: Date; answers: unknown }[] = [];
      for (const { who, where, ...step } of tried) {
        before.push({ at: await moment(), answers: await answers(null) });
        // Those that the domain refuses change nothing: they stay in, as they do in life.
        for (const id of three.slice(who, who + 1)) {
          const refused = await record(id, { ...step, organisationId: branch(where) });
          if (refused.length === 0) accepted += 1;
        }
      }
      for (const { at, answers: then } of before) expect(await answers(at)).toEqual(then);
    }),
    { numRuns: 12 },
  );
  expect(accepted).toBeGreaterThan(10);
}, 120_000);

it('a transfer known late: on that day the one branch as known before, the other as known now', async () => {
  const [lan] = (await people(1)) as [PersonId];
  const [north, south] = [branch(0), branch(1)];
  await record(lan, joined(north, '2024-10-01'));
  const earlier = await moment();
  await record(lan, { kind: 'TRANSFERRED', on: day('2025-06-01'), organisationId: south });
  const belongs = async (knownAt: Date | null) =>
    (
      await rostersOn(database(), {
        knownAt,
        asked: [north, south].map((organisationId) => ({ organisationId, on: day('2025-06-30') })),
      })
    ).flatMap(({ residentId, organisationId }) => (residentId === lan ? [organisationId] : []));
  expect(await belongs(earlier)).toEqual([north]);
  expect(await belongs(null)).toEqual([south]);
});

it('who is exempt on the day is on the roster, and told apart; a probationary member has no vote', async () => {
  const [lan, wei] = (await people(2)) as [PersonId, PersonId];
  const last = branch(3);
  await record(lan, joined(last, '2024-10-01'));
  await record(wei, onProbation(last));
  await transaction(database(), (tx) =>
    recordExemptions(tx, houseAuthor('測試'), [
      { id: newUuid(), residentId: lan, reason: 'OLD_AGE', from: day('2025-03-01'), to: null },
    ]),
  );
  const asked = ['2025-02-28', '2025-03-01'].map((on) => ({ organisationId: last, on: day(on) }));
  const rows = (await rostersOn(database(), { asked, knownAt: null })).filter(({ residentId }) =>
    [lan, wei].includes(residentId),
  );
  const told = (id: PersonId) =>
    rows
      .filter(({ residentId }) => residentId === id)
      .map(({ on, isVoting, exemption }) => [on, isVoting, exemption]);
  expect(told(lan)).toEqual([
    ['2025-02-28', true, null],
    ['2025-03-01', true, 'OLD_AGE'],
  ]);
  expect(told(wei)).toEqual([
    ['2025-02-28', false, null],
    ['2025-03-01', false, null],
  ]);
});
