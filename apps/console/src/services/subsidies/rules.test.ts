import { expect, it } from '@jest/globals';
import { proposeSubsidyRuleInput } from '@linli/domain/services/pricing';
import type { Role } from '../../gql/graphql';
import type { Say } from '../../kit/words';
import { canEnd, faultsOfRule, fenOf, inputOf, monthOf, phaseOf, type RuleForm } from './rules';

const say = ((key: string) => key) as unknown as Say;
const TODAY = '2026-11-23';
const form: RuleForm = {
  ...{ name: '高齡助餐', payer: '郾城區民政局', minAge: '76', maxAge: '89', careNeed: 'ANY', yuan: '8.5' },
  yuanADay: '',
  ...{ areaId: '019ab000-0000-7000-8000-000000000001', additive: false, paysNobodyOpened: false },
  ...{ validFrom: '2026-11-24', validTo: '' },
};
const fields = (unlike: Partial<RuleForm>) => Object.keys(faultsOfRule(say, { ...form, ...unlike }, TODAY));

it('names the field of what is wrong', () => {
  expect(fields({})).toEqual([]);
  expect(fields({ yuan: '-4' })).toEqual(['yuan']);
  expect(fields({ yuan: '0' })).toEqual(['yuan']);
  expect(fields({ yuan: '八塊' })).toEqual(['yuan']);
  expect(fields({ yuan: '8.555' })).toEqual(['yuan']);
  expect(fields({ yuanADay: '8.4' })).toEqual(['yuanADay']);
  expect(fields({ yuanADay: '一餐' })).toEqual(['yuanADay']);
  expect(fields({ yuanADay: '8.5' })).toEqual([]);
  expect(fields({ maxAge: '75' })).toEqual(['maxAge']);
  expect(fields({ minAge: '七十' })).toEqual(['minAge']);
  expect(fields({ validFrom: TODAY })).toEqual(['validFrom']);
  expect(fields({ validTo: '2026-11-20' })).toEqual(['validTo']);
  expect(fields({ name: ' ', areaId: '' })).toEqual(['name', 'areaId']);
});

it('sends what the house takes', () => {
  const id = '019ab000-0000-7000-8000-000000000009';
  const input = { ...inputOf(form), id };
  expect(input).toMatchObject({ subsidyFen: 850, minAge: 76, maxAge: 89, careNeed: null, validTo: null });
  expect(proposeSubsidyRuleInput.safeParse(input).success).toBe(true);
  expect(input.dayCapFen).toBeNull();
  const capped = { ...inputOf({ ...form, yuanADay: '12' }), id };
  expect(capped.dayCapFen).toBe(1200);
  expect(proposeSubsidyRuleInput.safeParse(capped).success).toBe(true);
  expect(inputOf({ ...form, minAge: '', maxAge: '' })).toMatchObject({ minAge: null, maxAge: null });
});

it('stands where its days say; one that was withdrawn never holds', () => {
  const phase = (validFrom: string, validTo: string | null) => phaseOf({ validFrom, validTo }, TODAY);
  expect(phase('2026-01-01', null)).toBe('CURRENT');
  expect(phase('2026-01-01', TODAY)).toBe('CURRENT');
  expect(phase('2026-01-01', '2026-11-22')).toBe('OVER');
  expect(phase('2026-12-01', null)).toBe('COMING');
  expect(phase('2026-12-01', '2026-11-30')).toBe('OVER');
  const ends = (validFrom: string, validTo: string | null, areaId: string | null, role: Role) =>
    canEnd({ validFrom, validTo, areaId }, TODAY, [role]);
  expect(ends('2026-01-01', TODAY, 'a', 'DISTRICT_CADRE')).toBe(false);
  expect(ends('2026-12-01', null, 'a', 'TOWN_CADRE')).toBe(true);
  expect(ends('2026-01-01', null, null, 'DISTRICT_CADRE')).toBe(true);
  expect(ends('2026-01-01', null, null, 'TOWN_CADRE')).toBe(false);
});

it('reckons money in fen, and a month from a week', () => {
  expect([fenOf('8.5'), fenOf('12'), fenOf('0.07'), fenOf('1e3'), fenOf('')]).toEqual([
    ...[850, 1200, 7, undefined, undefined],
  ]);
  expect([monthOf(7000), monthOf(30_000)]).toEqual([30_000, 128_600]);
});
