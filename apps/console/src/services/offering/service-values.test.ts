import { expect, it } from '@jest/globals';
import type { Say } from '../../kit/words';
import type { WholeServiceFragment } from '../../gql/graphql';
import { HOLD_MINUTES, NO_SHOWS } from '@linli/domain/services/centres';
import { faultsOf, inputOf, type ServiceValues, USUAL, usualLimitOf, valuesOf } from './service-values';

const t = ((key: string) => key) as Say;
const WHOLE: ServiceValues = {
  ...valuesOf(undefined),
  name: '量血壓',
  place: '一樓',
  description: '每週一次',
};
const at = (part: Partial<ServiceValues>) => Object.keys(faultsOf(t, { ...WHOLE, ...part }));

it('what the server would refuse of a service is said at its field', () => {
  expect(at({})).toEqual([]);
  expect(at({ description: ' ' })).toEqual(['description']);
  expect(at({ category: 'MEAL' })).toEqual(['meal', 'way']);
  expect(at({ minAge: '121', weeklyQuota: '0', opensDaysAhead: '91' })).toEqual([
    'minAge',
    'weeklyQuota',
    'opensDaysAhead',
  ]);
});

it('a booking opens before it closes, and no span is longer than a month', () => {
  const days = (count: number) => ({ count, unit: 'days' as const });
  expect(at({ opensDaysAhead: '1', cutOff: days(1) })).toEqual([]);
  expect(at({ opensDaysAhead: '1', cutOff: days(2) })).toEqual(['cutOff']);
  expect(at({ opensDaysAhead: '60', cutOff: days(31), cancel: days(31) })).toEqual([]);
  expect(at({ opensDaysAhead: '60', cutOff: days(32), cancel: days(32) })).toEqual(['cutOff', 'cancel']);
});

it('numbers of the policy have their bounds, and only some may be left out', () => {
  expect(at({ weeklyQuota: '', monthlyQuota: '', noShowLimit: '' })).toEqual([]);
  expect(at({ monthlyQuota: '100', noShowLimit: '0', restAfter: '481', turnaround: '' })).toEqual([
    'monthlyQuota',
    'restAfter',
    'turnaround',
    'noShowLimit',
  ]);
  expect(at({ hold: { count: 4, unit: 'minutes' } })).toEqual(['hold']);
});

it('what is opened and saved unchanged is the same policy', () => {
  const policy: WholeServiceFragment['policy'] = {
    ...{ opensDaysAhead: 14, cutOffMinutes: 90, cancelMinutes: 1440, weeklyQuota: 2, monthlyQuota: 6 },
    ...{
      walkIn: false,
      followsCalendar: true,
      waitlist: true,
      holdMinutes: 45,
      needsApproval: true,
      atHome: true,
    },
    ...{ restBeforeMinutes: 10, restAfterMinutes: 30, turnaroundMinutes: 15 },
    ...{ noShowLimit: 3, noShowDays: 60, counterOnlyDays: 14, noShowExempt: ['DISABLED_FULLY'] },
  };
  const service = {
    ...{ bookedAs: 'RANGE', needsAssessment: true },
    ...{ category: 'BATHING', name: '助浴', description: '兩人陪同', place: '一樓', meal: null, way: null },
    ...{ priceFen: 2000, active: true, eligibility: { minAge: 60, careNeeds: [] }, policy },
  } as unknown as WholeServiceFragment;
  expect(inputOf(valuesOf(service), 'id', 'centre')).toMatchObject(policy);
});

it('a new service begins with what holds where a service does not say', () => {
  const { limit, days, counterOnlyDays, exempt } = NO_SHOWS;
  expect(USUAL).toEqual({
    ...{ holdMinutes: HOLD_MINUTES, noShowLimit: limit, noShowDays: days, counterOnlyDays },
    noShowExempt: exempt,
  });
  expect([usualLimitOf('BATHING'), usualLimitOf('MEAL')]).toEqual(['3', '']);
  expect(inputOf(valuesOf(undefined), 'id', 'centre')).toMatchObject(USUAL);
});
