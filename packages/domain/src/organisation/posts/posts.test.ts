import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonId } from '../../access/index.js';
import { addDays, type PlainDate } from '../../base/index.js';
import {
  isOneHead,
  type PostHeld,
  PostKind,
  refuseToBegin,
  termEndsOn,
  termState,
  termYears,
} from './index.js';

const day = (text: string) => text as PlainDate;
const who = (name: string) => name as PersonId;
const held = (kind: PostKind, name: string, validFrom: string, validTo: string | null = null): PostHeld => ({
  ...{ id: `${kind} ${name}`, kind, residentId: who(name), name, validFrom: day(validFrom) },
  validTo: validTo === null ? null : day(validTo),
});
const asked = (unlike: object = {}) =>
  refuseToBegin({
    ...{
      kind: 'SECRETARY',
      organisationKind: 'ESTATE_BRANCH',
      residentId: who('蘭'),
      from: day('2026-06-01'),
    },
    ...{ isFullMember: true, held: [], ...unlike },
  });

it('one secretary at a time; the next begins on the day after the last', () => {
  expect(asked()).toBeUndefined();
  expect(asked({ isFullMember: false })).toMatchObject({ code: 'POST_NEEDS_FULL_MEMBER' });
  expect(asked({ organisationKind: 'BUILDING_GROUP' })).toMatchObject({ code: 'POST_NOT_HERE' });
  expect(asked({ held: [held('SECRETARY', '偉', '2023-01-01')] })).toEqual({
    ...{ code: 'POST_TAKEN', details: { name: '偉', since: '2023-01-01' } },
  });
  expect(asked({ held: [held('SECRETARY', '偉', '2023-01-01', '2026-05-31')] })).toBeUndefined();
  // One that began later and is on record already.
  expect(asked({ held: [held('SECRETARY', '偉', '2026-07-01')] })).toMatchObject({ code: 'POST_TAKEN' });
});

it('nobody holds one post twice, and a committee has seven seats', () => {
  const seat = (name: string) => held('COMMITTEE_MEMBER', name, '2024-01-01');
  expect(asked({ kind: 'COMMITTEE_MEMBER', held: [seat('蘭')] })).toMatchObject({
    code: 'POST_HELD_ALREADY',
  });
  const seven = ['甲', '乙', '丙', '丁', '戊', '己', '庚'].map(seat);
  expect(asked({ kind: 'COMMITTEE_MEMBER', held: seven })).toMatchObject({ code: 'COMMITTEE_FULL' });
  expect(asked({ kind: 'COMMITTEE_MEMBER', held: seven.slice(1) })).toBeUndefined();
  expect(asked({ kind: 'BUILDING_LEAD', held: seven, isFullMember: false })).toBeUndefined();
  const town = { kind: 'COMMITTEE_MEMBER', organisationKind: 'GRASSROOTS_COMMITTEE' };
  expect(asked({ ...town, held: seven })).toBeUndefined();
});

it('five years in villages and communities, otherwise three; a lead of a grid has no term', () => {
  expect(termYears('SECRETARY', 'VILLAGE_BRANCH')).toBe(5);
  expect(termYears('SELF_RULE_HEAD', 'COMMUNITY_COMMITTEE')).toBe(5);
  expect(termYears('COMMITTEE_MEMBER', 'ESTATE_BRANCH')).toBe(3);
  expect(termYears('GRID_LEAD', 'COMMUNITY_COMMITTEE')).toBeNull();
  expect(termEndsOn(day('2024-02-29'), 3)).toBe('2027-02-28');
  expect(termEndsOn(day('2026-06-01'), 5)).toBe('2031-05-31');
});

it('each term is running, then about to end, then over, and never goes back', () => {
  const order = ['RUNNING', 'ENDING', 'OVER'];
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 400 }), (n, later) => {
      const ends = day('2027-01-01');
      const on = addDays(ends, n);
      const [now, then] = [termState(ends, on), termState(ends, addDays(on, later))];
      expect(order.indexOf(then)).toBeGreaterThanOrEqual(order.indexOf(now));
      expect(now === 'OVER').toBe(on > ends);
    }),
  );
  expect(termState(null, day('2027-01-01'))).toBe('NONE');
});

it('一肩挑 is one person in both posts, not both posts filled', () => {
  const [lan, wei] = [who('蘭'), who('偉')];
  expect(isOneHead({ secretaryId: lan, headId: lan })).toBe(true);
  expect(isOneHead({ secretaryId: lan, headId: wei })).toBe(false);
  expect(isOneHead({ secretaryId: null, headId: null })).toBe(false);
});
