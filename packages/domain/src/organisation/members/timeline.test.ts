import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { organisationId } from '../../access/index.js';
import { addDays, type PlainDate } from '../../base/index.js';
import { afterStep, isRefused, type MembershipStep, type Timeline } from './timeline.js';

const uuid = (n: number) => organisationId.parse(`019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`);
const [north, south, agency] = [uuid(1), uuid(2), uuid(3)];
const day = (text: string) => text as PlainDate;
const join = (on: string, organisation = north): MembershipStep => ({
  ...{ kind: 'JOINED', on: day(on), organisationId: organisation, stage: 'PROBATIONARY' },
});
const transfer = (on: string, organisation = south): MembershipStep => ({
  ...{ kind: 'TRANSFERRED', on: day(on), organisationId: organisation },
});

const after = (...steps: MembershipStep[]): ReturnType<typeof afterStep> =>
  steps.reduce<ReturnType<typeof afterStep>>(
    (timeline, step) => (isRefused(timeline) ? timeline : afterStep(timeline, step)),
    [],
  );

it('a transfer ends the one on the day before it begins the other', () => {
  expect(after(join('2025-03-01'), transfer('2026-01-10'))).toEqual([
    { organisationId: north, stage: 'PROBATIONARY', validFrom: '2025-03-01', validTo: '2026-01-09' },
    { organisationId: south, stage: 'PROBATIONARY', validFrom: '2026-01-10', validTo: null },
  ]);
});

it('whoever belongs somewhere joins nowhere else, and is told where and since when', () => {
  const refused = after(join('2025-03-01'), join('2025-09-01', agency));
  expect(refused).toMatchObject({
    ...{ code: 'MEMBER_ELSEWHERE', details: { since: '2025-03-01' }, membership: { organisationId: north } },
  });
  // A membership that begins later is as much in the way: two would stand on that day.
  expect(after(join('2025-03-01'), join('2024-01-01', agency))).toMatchObject({ code: 'MEMBER_ELSEWHERE' });
});

it('a transfer that becomes known late moves the stage that came after it too', () => {
  const full: MembershipStep = { kind: 'STAGE_CHANGED', on: day('2026-03-01'), stage: 'FULL' };
  expect(after(join('2025-03-01'), full, transfer('2026-02-01'))).toEqual([
    { organisationId: north, stage: 'PROBATIONARY', validFrom: '2025-03-01', validTo: '2026-01-31' },
    { organisationId: south, stage: 'PROBATIONARY', validFrom: '2026-02-01', validTo: '2026-02-28' },
    { organisationId: south, stage: 'FULL', validFrom: '2026-03-01', validTo: null },
  ]);
});

it('nothing is put between two transfers, no stage is left out, and whoever left is no member', () => {
  expect(after(join('2025-03-01'), transfer('2026-02-01'), transfer('2025-06-01', agency))).toMatchObject({
    ...{ code: 'BEFORE_LAST_CHANGE', details: { last: '2026-02-01' } },
  });
  const early: MembershipStep = {
    kind: 'JOINED',
    on: day('2025-01-01'),
    organisationId: north,
    stage: 'ACTIVIST',
  };
  const leap: MembershipStep = { kind: 'STAGE_CHANGED', on: day('2025-02-01'), stage: 'FULL' };
  expect(after(early, leap)).toMatchObject({ code: 'STAGE_DOES_NOT_FOLLOW' });
  const left: MembershipStep = { kind: 'LEFT', on: day('2025-05-01') };
  expect(after(early, left, transfer('2025-05-01'))).toMatchObject({ code: 'NOT_A_MEMBER' });
  // And may come again on the day after.
  expect(after(early, left, join('2025-05-01', south))).toHaveLength(2);
});

const steps = fc.array(
  fc
    .record({
      on: fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2025-01-01'), n)),
      kind: fc.constantFrom('JOINED', 'TRANSFERRED', 'STAGE_CHANGED', 'LEFT'),
      organisationId: fc.constantFrom(north, south, agency),
      stage: fc.constantFrom('ACTIVIST', 'CANDIDATE', 'PROBATIONARY', 'FULL'),
    })
    .map((step) => step as MembershipStep),
  { maxLength: 14 },
);

it('whatever is tried, nobody belongs to two on one day, and what lies before the step stays as it was', () => {
  fc.assert(
    fc.property(steps, (tried) => {
      let timeline: Timeline = [];
      for (const step of tried) {
        const next = afterStep(timeline, step);
        if (isRefused(next)) continue;
        const on = (all: Timeline, asked: PlainDate) =>
          all.filter(({ validFrom, validTo }) => validFrom <= asked && asked <= (validTo ?? '9999-12-31'));
        for (let n = -1; n <= 402; n += 1) {
          const asked = addDays(day('2025-01-01'), n);
          expect(on(next, asked).length).toBeLessThanOrEqual(1);
          if (asked < step.on) {
            const [was] = on(timeline, asked);
            expect(on(next, asked).map(({ organisationId, stage }) => [organisationId, stage])).toEqual(
              was ? [[was.organisationId, was.stage]] : [],
            );
          }
        }
        timeline = next;
      }
    }),
    { numRuns: 60 },
  );
});
