import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type DeliveryMark,
  DeliveryOutcome,
  refusalToEnd,
  refusalToStart,
  standingMark,
  trueTime,
} from './index.js';

const ready = { state: 'PLANNED', hasCarrier: true, stops: 3, isToday: true } as const;

it.each([
  ['ready', {}, undefined],
  ['out already', { state: 'OUT' }, 'ROUND_ALREADY_OUT'],
  ['back', { state: 'BACK' }, 'ROUND_ALREADY_OUT'],
  ['of tomorrow', { isToday: false }, 'NOT_TODAY'],
  ['without a door', { stops: 0 }, 'ROUND_EMPTY'],
  ['without anyone to ride', { hasCarrier: false }, 'ROUND_NEEDS_CARRIER'],
] as const)('a round that is %s', (_what, unlike, refusal) => {
  expect(refusalToStart({ ...ready, ...unlike })).toBe(refusal);
});

it.each([
  ['PLANNED', 0, 'ROUND_NOT_OUT'],
  ['OUT', 2, 'STOPS_STILL_OPEN'],
  ['OUT', 0, undefined],
] as const)('%s with %i open doors ends: %s', (state, open, refusal) => {
  expect(refusalToEnd({ state, open })).toBe(refusal);
});

const mark = fc.record({
  id: fc.uuid(),
  outcome: fc.constantFrom(...Object.values(DeliveryOutcome)),
  at: fc.date({
    min: new Date('2026-11-24T03:00Z'),
    max: new Date('2026-11-24T03:04Z'),
    noInvalidDate: true,
  }),
});

it('two phones, any order, any repeats: one mark counts, and it is the same', () => {
  const shuffles = fc
    .array(mark, { minLength: 1, maxLength: 6 })
    .chain((marks) =>
      fc.tuple(
        fc.constant(marks),
        fc.shuffledSubarray([...marks, ...marks], { minLength: marks.length * 2 }),
      ),
    );
  fc.assert(
    fc.property(shuffles, ([marks, again]): void => {
      const counts = standingMark(marks);
      expect(standingMark(again)).toEqual(counts);
      const delivered = marks.filter(({ outcome }) => outcome === 'DELIVERED');
      expect(counts?.outcome === 'DELIVERED').toBe(delivered.length > 0);
    }),
  );
  expect(standingMark<DeliveryMark>([])).toBeUndefined();
});

const at = (time: string): Date => new Date(`2026-11-24T${time}:00+08:00`);
const times = { receivedAt: at('12:10'), notBefore: at('11:00') };

it.each([
  ['a right clock', '11:30', '12:10', '11:30', false],
  ['a clock a minute slow: believed', '11:30', '12:09', '11:30', false],
  ['a clock an hour fast', '12:30', '13:10', '11:30', true],
  ['a tap before the round left', '10:20', '12:10', '11:00', true],
  ['a tap after the batch came', '12:40', '12:10', '12:10', true],
])('%s', (_what, tapped, sent, truth, corrected) => {
  expect(trueTime({ ...times, at: at(tapped), sentAt: at(sent) })).toEqual({ at: at(truth), corrected });
});

it('a clock that is a day out', () => {
  const aDay = 24 * 3_600_000;
  const yesterday = (time: string): Date => new Date(at(time).getTime() - aDay);
  expect(trueTime({ ...times, at: yesterday('11:45'), sentAt: yesterday('12:10') })).toEqual({
    at: at('11:45'),
    corrected: true,
  });
});
