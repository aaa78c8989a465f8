import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../base/index.js';
import { type ClaimState, firstDayOf, nextClaimState, refusalToAnswer, refusalToSubmit } from './claim.js';

const MONTH = '2026-10';
const ACTS = ['gather', 'lose', 'submit', 'accept', 'return', 'wait'] as const;
type Act = (typeof ACTS)[number];
const step = fc.record({
  act: fc.constantFrom(...ACTS),
  by: fc.nat(1),
  days: fc.integer({ min: 1, max: 20 }),
});

/** A claim behind its refusals, and beside it what people would tell of the same. */
class Both {
  state: ClaimState = 'DRAFT';
  lines = 0;
  lost = 0;
  day = 0;
  submittedBy = -1;
  readonly told: string[] = ['drafted'];

  does(act: Act, by: number, days: number): readonly [boolean, boolean] {
    const today = addDays(firstDayOf(MONTH), this.day);
    const isLast = (word: string) => this.told.at(-1) === word;
    if (act === 'wait') this.day += days;
    if (act === 'gather' && isLast('drafted')) [this.lines, this.lost] = [days, 0];
    if (act === 'lose' && this.lines > this.lost) this.lost += 1;
    if (act === 'submit') {
      const facts = { state: this.state, month: MONTH, today, lines: this.lines, withoutEvidence: this.lost };
      const may = isLast('drafted') && this.day >= 31 && this.lines > 0 && this.lost === 0;
      const done = refusalToSubmit(facts) === undefined;
      if (done) [this.state, this.submittedBy] = [nextClaimState(this.state, 'SUBMIT') ?? this.state, by];
      if (may) this.told.push('submitted');
      return [done, may];
    }
    if (act === 'accept' || act === 'return') {
      const done = refusalToAnswer({ state: this.state, isOwn: this.submittedBy === by }) === undefined;
      const may = isLast('submitted') && this.submittedBy !== by;
      const move = act === 'accept' ? 'ACCEPT' : 'RETURN';
      if (done) this.state = nextClaimState(this.state, move) ?? this.state;
      if (may) this.told.push(act === 'accept' ? 'accepted' : 'returned');
      return [done, may];
    }
    return [true, true];
  }
}

it('10,000 claims go as they are told, and nothing happens to one that was answered', () => {
  const ends: Record<string, number> = {};
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), (steps) => {
      const both = new Both();
      for (const { act, by, days } of steps) {
        const [done, may] = both.does(act, by, days);
        if (done !== may) expect([act, done]).toEqual([act, may]);
        const word = both.told.at(-1) === 'drafted' ? 'DRAFT' : both.told.at(-1)?.toUpperCase();
        if (both.state !== word) expect(both.state).toBe(word);
      }
      if (both.told.length > 3) expect(both.told).toHaveLength(3);
      ends[both.state] = (ends[both.state] ?? 0) + 1;
    }),
    { numRuns: 10_000, seed: 20261124 },
  );
  for (const state of ['DRAFT', 'SUBMITTED', 'ACCEPTED', 'RETURNED']) {
    expect([state, (ends[state] ?? 0) > 100]).toEqual([state, true]);
  }
});
