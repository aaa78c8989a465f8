import { expect, it } from '@jest/globals';
import {
  foodSafetyFaults,
  LEAST_HOT_TENTHS,
  LEAST_SAMPLE_GRAMS,
  LEAST_SAMPLE_HOURS,
  recordFoodSafetyInput,
} from '@linli/domain/services/food-safety';
import type { Say } from '../../kit/words';
import {
  belowLimit,
  correctedIn,
  draftOf,
  type Entry,
  faultsOfDraft,
  inputOf,
  LEAST_GRAMS,
  LEAST_HOT,
  LEAST_HOURS,
  stateOfDishes,
} from './measured';

const say = ((key: string) => key) as unknown as Say;
const draft = (unlike: object) => ({ ...draftOf('紅燒肉'), ...unlike });
const entry = (unlike: Partial<Entry>): Entry => ({
  ...{ dish: '紅燒肉', sampleGrams: null, keepHours: null, celsiusTenths: null, servedCold: false },
  ...{ reason: null, at: '2026-11-23T02:00:00Z', byName: '邱師傅' },
  ...unlike,
});

it('knows the limits that the house holds to', () => {
  expect([LEAST_GRAMS, LEAST_HOURS, LEAST_HOT * 10]).toEqual([
    ...[LEAST_SAMPLE_GRAMS, LEAST_SAMPLE_HOURS, LEAST_HOT_TENTHS],
  ]);
});

it.each([
  [{ grams: '125', celsius: '74.5' }, []],
  [{ grams: '12O' }, ['grams']],
  [{ grams: '5001' }, ['grams']],
  [{ grams: '125', hours: '' }, ['hours']],
  [{ celsius: '74.55' }, ['celsius']],
  [{ celsius: '151' }, ['celsius']],
  [{ celsius: '-18' }, []],
  // Without a sample nobody asks how long it is kept.
  [{ hours: '', celsius: '70' }, []],
])('%j is wrong in %j', (unlike, fields) => {
  expect(Object.keys(faultsOfDraft(say, draft(unlike)))).toEqual(fields);
});

it('says what can be written and still blocks, as the house itself reckons it', () => {
  for (const unlike of [
    { grams: '124', hours: '47', celsius: '59.9' },
    { grams: '125', celsius: '60' },
    { grams: '125', celsius: '8', cold: true },
  ]) {
    const written = draft(unlike);
    const [input] = inputOf([written]);
    const house = foodSafetyFaults(['紅燒肉'], [{ ...entry({}), ...(input as Entry) }]);
    expect(belowLimit(say, written)).toEqual(house.map(({ fault }) => `FoodSafetyFault.${fault}`));
  }
});

it('sends only what was measured, in tenths of a degree', () => {
  const drafts = [
    draft({ celsius: '74.5' }),
    { ...draft({}), dish: '米飯' },
    { ...draft({ cold: true }), dish: '涼菜' },
  ];
  const entries = inputOf(drafts);
  expect(entries).toEqual([
    { dish: '紅燒肉', sampleGrams: null, keepHours: null, celsiusTenths: 745, servedCold: false },
    { dish: '涼菜', sampleGrams: null, keepHours: null, celsiusTenths: null, servedCold: true },
  ]);
  expect(recordFoodSafetyInput.shape.entries.safeParse(entries).success).toBe(true);
});

it('a dish that was measured before needs a reason; of each the last counts', () => {
  const entries = [
    entry({ celsiusTenths: 500 }),
    entry({ celsiusTenths: 745 }),
    entry({ sampleGrams: 130, keepHours: 48 }),
  ];
  expect(
    correctedIn([draft({ celsius: '70' }), { ...draft({ celsius: '70' }), dish: '米飯' }], entries),
  ).toEqual(['紅燒肉']);
  const [state] = stateOfDishes(['紅燒肉'], entries, [{ dish: '米飯', fault: 'SAMPLE_MISSING' }]);
  expect([state?.sample?.sampleGrams, state?.heat?.celsiusTenths, state?.faults]).toEqual([130, 745, []]);
});
