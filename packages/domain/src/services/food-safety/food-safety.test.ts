import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  detailsOfFaults,
  type FoodSafetyEntry,
  foodSafetyFaults,
  refusalToRecord,
  refusalToRelease,
  refusalToSetOut,
} from './food-safety.js';

const good: FoodSafetyEntry = {
  dish: '紅燒肉',
  sampleGrams: 125,
  keepHours: 48,
  celsiusTenths: 600,
  servedCold: false,
};
const faults = (...entries: Partial<FoodSafetyEntry>[]) =>
  foodSafetyFaults(
    ['紅燒肉'],
    entries.map((unlike) => ({ ...good, ...unlike })),
  ).map(({ fault }) => fault);

it.each<[string, Partial<FoodSafetyEntry>[], string[]]>([
  ['all of it, just so', [{}], []],
  ['nothing', [], ['SAMPLE_MISSING', 'TEMPERATURE_MISSING']],
  ['a gram too little', [{ sampleGrams: 124 }], ['SAMPLE_TOO_SMALL']],
  ['an hour too short', [{ keepHours: 47 }], ['SAMPLE_KEPT_TOO_SHORT']],
  ['no word of how long', [{ keepHours: null }], ['SAMPLE_KEPT_TOO_SHORT']],
  ['a tenth of a degree too cold', [{ celsiusTenths: 599 }], ['NOT_HOT_ENOUGH']],
  ['a cold dish', [{ celsiusTenths: 80, servedCold: true }], []],
  ['a sample alone', [{ celsiusTenths: null }], ['TEMPERATURE_MISSING']],
  ['a temperature alone', [{ sampleGrams: null, keepHours: null }], ['SAMPLE_MISSING']],
  ['in two entries', [{ celsiusTenths: null }, { sampleGrams: null, keepHours: null }], []],
  [
    'bad, then mended',
    [{ celsiusTenths: 500 }, { sampleGrams: null, keepHours: null, celsiusTenths: 745 }],
    [],
  ],
  ['good, then found wrong', [{}, { celsiusTenths: 500 }], ['NOT_HOT_ENOUGH']],
  ['of another dish', [{ dish: '米飯' }], ['SAMPLE_MISSING', 'TEMPERATURE_MISSING']],
])('%s', (_what, entries, expected) => {
  expect(faults(...entries)).toEqual(expected);
});

it('a meal is released only when every dish was measured last within bounds, whatever came before', () => {
  const entry = fc.record({
    dish: fc.constantFrom('紅燒肉', '米飯', '湯'),
    sampleGrams: fc.option(fc.integer({ min: 100, max: 150 })),
    keepHours: fc.option(fc.integer({ min: 40, max: 60 })),
    celsiusTenths: fc.option(fc.integer({ min: 580, max: 620 })),
    servedCold: fc.boolean(),
  });
  const dishes = ['紅燒肉', '米飯'];
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
      const found = foodSafetyFaults(dishes, entries);
      const refused = refusalToRelease({ isToday: true, dishes, faults: found }) !== undefined;
      const isSafe = dishes.every((dish) => {
        const own = entries.filter((each) => each.dish === dish);
        const sample = own.filter(({ sampleGrams }) => sampleGrams !== null).at(-1);
        const heat = own
          .filter(({ celsiusTenths, servedCold }) => servedCold || celsiusTenths !== null)
          .at(-1);
        const sampled = sample && Number(sample.sampleGrams) >= 125 && Number(sample.keepHours) >= 48;
        return sampled && heat && (heat.servedCold || Number(heat.celsiusTenths) >= 600);
      });
      expect(refused).toBe(!isSafe);
    }),
  );
});

it('says which dish and what', () => {
  const found = foodSafetyFaults(
    ['紅燒肉', '米飯'],
    [
      { ...good, celsiusTenths: 400 },
      { ...good, dish: '米飯' },
    ],
  );
  expect(detailsOfFaults(found)).toEqual({ dishes: '紅燒肉', faults: '紅燒肉 NOT_HOT_ENOUGH', count: 1 });
});

it('records what is cooked today, and a correction only with its reason', () => {
  const facts = { isToday: true, dishes: ['紅燒肉'], measured: [], entries: ['紅燒肉'], hasReason: false };
  expect(refusalToRecord(facts)).toBeUndefined();
  expect(refusalToRecord({ ...facts, isToday: false })).toBe('MEAL_NOT_TODAY');
  expect(refusalToRecord({ ...facts, dishes: null })).toBe('NO_MENU');
  expect(refusalToRecord({ ...facts, entries: ['湯'] })).toBe('DISH_NOT_ON_MENU');
  expect(refusalToRecord({ ...facts, measured: ['紅燒肉'] })).toBe('CORRECTION_NEEDS_REASON');
  expect(refusalToRecord({ ...facts, measured: ['紅燒肉'], hasReason: true })).toBeUndefined();
  expect(refusalToRelease({ isToday: true, dishes: null, faults: [] })).toBe('NO_MENU');
  expect(refusalToRelease({ isToday: false, dishes: [], faults: [] })).toBe('MEAL_NOT_TODAY');
  expect([refusalToSetOut(true), refusalToSetOut(false)]).toEqual([undefined, 'MEAL_NOT_RELEASED']);
});
