import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type DeliveryMark,
  DeliveryOutcome,
  refusalToEnd,
  refusalToStart,
  roundStates,
  standingMark,
} from './index.js';
import type { RoundState } from './round.js';

const DOORS = 3;
const uuid = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 3, minute));
const step = fc.oneof(
  fc.record({ act: fc.constantFrom('start' as const, 'end' as const, 'rider' as const) }),
  fc.record({
    act: fc.constant('mark' as const),
    door: fc.nat(DOORS - 1),
    outcome: fc.constantFrom(...Object.values(DeliveryOutcome)),
    minute: fc.nat(30),
  }),
  fc.record({ act: fc.constant('cancel' as const), door: fc.nat(DOORS - 1) }),
);

/** As `expect` does, many times faster. */
function same(one: unknown, other: unknown): void {
  if (one !== other) expect(one).toBe(other);
}

it('10,000 rides: out once, back once, and only when every door that is still asked for has its outcome', () => {
  const ends: Record<string, number> = {};
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }),
      (isToday, steps) => {
        let state: RoundState = 'PLANNED';
        let hasCarrier = false;
        const marks: DeliveryMark[][] = Array.from({ length: DOORS }, () => []);
        const gone = new Set<number>();
        // What people tell: who left, who came back, and behind which doors somebody has eaten.
        const told = { out: false, back: false, ate: new Set<number>(), known: new Set<number>() };
        steps.forEach((each, n) => {
          if (each.act === 'rider') hasCarrier = true;
          if (each.act === 'cancel') gone.add(each.door);
          if (each.act === 'mark' && told.out) {
            marks[each.door]?.push({
              id: uuid(n),
              outcome: each.outcome,
              at: at(each.minute),
            });
            told.known.add(each.door);
            if (each.outcome === 'DELIVERED') told.ate.add(each.door);
          }
          const asked = marks.filter((_marks, door) => !gone.has(door));
          if (each.act === 'start') {
            const done = !refusalToStart({ state, hasCarrier, stops: asked.length, isToday });
            same(done, !told.out && isToday && hasCarrier && gone.size < DOORS);
            if (done) [state, told.out] = [roundStates.PLANNED.START, true];
          }
          if (each.act === 'end' && state !== 'BACK') {
            const done = !refusalToEnd({ state, open: asked.filter((of) => !standingMark(of)).length });
            const open = [0, 1, 2].some((door) => !gone.has(door) && !told.known.has(door));
            same(done, told.out && !open);
            if (done) [state, told.back] = [roundStates.OUT.END, true];
          }
          marks.forEach((of, door) => {
            same(standingMark(of)?.outcome === 'DELIVERED', told.ate.has(door));
          });
          same(state !== 'PLANNED', told.out);
          same(state === 'BACK', told.back);
        });
        ends[state] = (ends[state] ?? 0) + 1;
      },
    ),
    { numRuns: 10_000, seed: 20261124 },
  );
  for (const state of ['PLANNED', 'OUT', 'BACK'])
    expect([state, (ends[state] ?? 0) > 300]).toEqual([state, true]);
});
