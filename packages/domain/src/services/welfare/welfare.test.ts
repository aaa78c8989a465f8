import { expect, it } from '@jest/globals';
import { nextStep, type WelfareStepKind } from './index.js';

const shut = new Date('2026-11-24T11:40:00+08:00');

it.each([
  ['nothing yet', [], 'CALL', '11:40'],
  ['called', ['CALL'], 'EMERGENCY_CONTACT', '12:10'],
  ['the family was called first', ['EMERGENCY_CONTACT'], 'CALL', '11:40'],
  ['both called', ['CALL', 'EMERGENCY_CONTACT'], 'DOOR', '12:40'],
] as [string, WelfareStepKind[], WelfareStepKind, string][])('%s: next', (_what, taken, kind, time) => {
  expect(
    nextStep(
      shut,
      taken.map((one) => ({ kind: one })),
    ),
  ).toEqual({
    kind,
    dueAt: new Date(`2026-11-24T${time}:00+08:00`),
  });
});

it('after the last step nothing is due, and nothing is over', () => {
  expect(nextStep(shut, [{ kind: 'CALL' }, { kind: 'EMERGENCY_CONTACT' }, { kind: 'DOOR' }])).toBeUndefined();
});
