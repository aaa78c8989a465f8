import { expect, it } from '@jest/globals';
import type { Say } from '../../kit/words';
import { faultsOf, type ServiceValues, valuesOf } from './service-values';

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
