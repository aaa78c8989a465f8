import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type PlainDate } from '../../base/index.js';
import {
  refusalToMove,
  refusalToRecord,
  trainingDue,
  TrainingMove,
  trainingPeriods,
  TrainingState,
} from './index.js';

it('a town owes each half-year, a community each quarter, a branch none; together they are the year', () => {
  expect(trainingPeriods('GRASSROOTS_COMMITTEE', 2026)).toEqual([
    { from: '2026-01-01', to: '2026-06-30' },
    { from: '2026-07-01', to: '2026-12-31' },
  ]);
  expect(trainingPeriods('COMMUNITY_COMMITTEE', 2024).map(({ to }) => to)).toEqual([
    ...['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31'],
  ]);
  expect(trainingPeriods('ESTATE_BRANCH', 2026)).toEqual([]);
});

it('a period is ahead, then due, then missed; once held it is held', () => {
  const [period] = trainingPeriods('COMMUNITY_COMMITTEE', 2026);
  if (!period) throw new Error('no period');
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), fc.nat(3), (days, held) => {
      const today: PlainDate = addDays(period.from, days);
      const state = trainingDue(period, held, today);
      if (held > 0) expect(state).toBe('HELD');
      else expect(state).toBe(days < 0 ? 'AHEAD' : today > period.to ? 'MISSED' : 'DUE');
    }),
  );
});

it('what is signed or cancelled moves no more, by any way', () => {
  for (const state of [TrainingState.SIGNED, TrainingState.CANCELLED])
    for (const move of Object.values(TrainingMove)) expect(refusalToMove(state, move)).toBeDefined();
  expect(refusalToMove('PLANNED', 'SIGN')).toBe('TRAINING_NOT_RECORDED');
  expect(refusalToMove('HELD', 'RECORD')).toBeUndefined();
});

it('nobody learnt before it began or longer than it lasted', () => {
  const startsAt = new Date('2026-05-04T01:00:00Z');
  const session = { state: 'PLANNED' as const, startsAt, minutes: 120 };
  const after = new Date('2026-05-04T04:00:00Z');
  expect(refusalToRecord({ ...session, now: new Date('2026-05-04T00:59:00Z') }, [{ minutes: 60 }])).toBe(
    'TRAINING_NOT_YET',
  );
  expect(refusalToRecord({ ...session, now: after }, [{ minutes: 121 }])).toBe('LONGER_THAN_TRAINING');
  expect(refusalToRecord({ ...session, now: after }, [{ minutes: 120 }])).toBeUndefined();
});
