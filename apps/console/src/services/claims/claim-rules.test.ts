import { expect, it } from '@jest/globals';
import { plainDate } from '@linli/domain/base';
import { refusalToSubmit } from '@linli/domain/services/claims';
import { type Claim, draftToCounter, fileOf, type Line, monthsUntil, notYet } from './claim-rules';

const claim = (unlike: Partial<Claim> = {}): Claim => ({
  ...{ id: 'c', centreId: 'centre', payer: '區', month: '2026-10', number: 1, state: 'DRAFT', meals: 3 },
  ...{ counters: 0, totalFen: 2400, withoutEvidence: 0, draftedAt: '2026-11-01T02:00:00Z' },
  ...{ draftedByName: '周秀芬', submittedAt: null, submittedByName: null, answeredAt: null },
  ...{ answeredByName: null, reason: null },
  ...unlike,
});
const line = (unlike: Partial<Line> = {}): Line => ({
  ...{ id: 'l', name: '王*', ticketNumber: '0341', day: '2026-10-08', meal: 'LUNCH', way: 'DINE_IN' },
  ...{ ruleName: '高齡', fen: 800, evidenceKind: 'CHECK_IN', evidenceAt: '2026-10-08T03:40:00Z' },
  ...{ evidenceByName: '周秀芬', reason: null, countered: false },
  ...unlike,
});

it('says beforehand what the house would say', () => {
  for (const today of ['2026-10-31', '2026-11-01'])
    for (const unlike of [{}, { meals: 0 }, { meals: 0, counters: 1 }, { withoutEvidence: 2 }]) {
      const one = claim(unlike);
      const facts = { ...one, today: plainDate.parse(today), lines: one.meals + one.counters };
      expect(notYet(one, today)).toBe(refusalToSubmit(facts));
    }
});

it('takes a line back in its own draft, or what was accepted in an open draft of the same payer', () => {
  const accepted = claim({ id: 'a', state: 'ACCEPTED' });
  const draft = claim({ id: 'd', month: '2026-11' });
  const ofAnother = claim({ id: 'o', payer: '街道' });
  expect(draftToCounter(draft, line(), [])).toBe(draft);
  expect(draftToCounter(accepted, line(), [accepted, ofAnother, draft])).toBe(draft);
  expect(draftToCounter(accepted, line(), [accepted, ofAnother])).toBe('NONE');
  expect(draftToCounter(claim({ state: 'SUBMITTED' }), line(), [draft])).toBeUndefined();
  expect(draftToCounter(claim({ state: 'RETURNED' }), line(), [draft])).toBeUndefined();
  expect(draftToCounter(draft, line({ countered: true }), [])).toBeUndefined();
  expect(draftToCounter(draft, line({ fen: -800 }), [])).toBeUndefined();
});

it('knows the months before, over the turn of a year', () => {
  expect(monthsUntil('2026-02-23', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});

it('asks for the file as who is signed in, in their language', () => {
  expect(fileOf('x', 'xlsx', 'zh-Hans')).toBe('/claims/x.xlsx?face=console&locale=zh-Hans');
});
