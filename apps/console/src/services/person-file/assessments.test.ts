import { expect, it } from '@jest/globals';
import { AbilityLevel, recordAssessmentInput } from '@linli/domain/services/admission';
import { type Assessment, inForce, isRightSpan, LEVELS, standingOf } from './assessments';

const one = (id: string, assessedOn: string, validUntil: string): Assessment => ({
  ...{ id, level: 'MILD_LOSS', assessedBy: '區評估中心', assessedOn, validUntil },
  ...{ recordedAt: '2026-11-23T02:00:00Z', recorderName: '周秀芬' },
});
const file = [one('new', '2026-06-01', '2026-12-01'), one('old', '2025-06-01', '2027-06-01')];

it('of several the last one made counts, even where an older one would reach further', () => {
  expect(inForce(file, '2026-11-23')?.id).toBe('new');
  expect(inForce(file, '2026-01-01')?.id).toBe('old');
  expect(inForce(file, '2025-01-01')).toBeUndefined();
});

it.each([
  ['2026-08-01', 'HOLDS'],
  ['2026-11-23', 'ENDS_SOON'],
  ['2026-12-01', 'ENDS_SOON'],
  ['2026-12-02', 'OVER'],
])('on %s the last one %s, and the one before it is replaced', (today, standing) => {
  expect(file.map((each) => standingOf(each, file, today))).toEqual([standing, 'REPLACED']);
});

it('knows the levels and the longest span that the house takes', () => {
  expect([...LEVELS].sort()).toEqual(Object.values(AbilityLevel).sort());
  const ID = '0190a2c4-5b1e-7000-8000-000000000001';
  const input = { id: ID, residentId: ID, centreId: ID, level: 'ABLE', assessedBy: '區評估中心' };
  for (const [assessedOn, validUntil] of [
    ['2026-01-01', '2026-01-01'],
    ['2026-01-01', '2025-12-31'],
    ['2026-01-01', '2031-01-05'],
    ['2026-01-01', '2031-01-06'],
  ] as const)
    expect([validUntil, isRightSpan(assessedOn, validUntil)]).toEqual([
      ...[validUntil, recordAssessmentInput.safeParse({ ...input, assessedOn, validUntil }).success],
    ]);
});
