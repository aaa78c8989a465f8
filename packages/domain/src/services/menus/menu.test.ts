import { expect, it } from '@jest/globals';
import { changesDishes, type Dish, isFrozen, saveMenuInput } from './menu.js';

const fish: Dish = {
  name: '清蒸鱸魚',
  look: 'steamed-fish',
  note: '少鹽',
  allergens: ['FISH', 'SOY'],
  textures: ['REGULAR', 'SOFT'],
};
const ID = '0190a2c4-5b1e-7000-8000-000000000001';
const fits = (dishes: unknown[]) =>
  saveMenuInput.safeParse({ id: ID, centreId: ID, day: '2026-11-24', meal: 'LUNCH', dishes, note: null })
    .success;

it('has one to eight dishes, each once, each with a texture', () => {
  const named = (name: string) => ({ ...fish, name });
  expect(fits([fish])).toBe(true);
  expect(fits([])).toBe(false);
  expect(fits(Array.from({ length: 8 }, (_, i) => named(`菜 ${i}`)))).toBe(true);
  expect(fits(Array.from({ length: 9 }, (_, i) => named(`菜 ${i}`)))).toBe(false);
  expect(fits([fish, fish])).toBe(false);
  expect(fits([{ ...fish, textures: [] }])).toBe(false);
  expect(fits([{ ...fish, allergens: ['FISH', 'FISH'] }])).toBe(false);
  expect(fits([{ ...fish, allergens: ['HAM'] }])).toBe(false);
  expect(fits([{ ...fish, look: '<svg>' }])).toBe(false);
});

it('notes change no dish; names, looks, allergens and textures do', () => {
  const with_ = (unlike: Partial<Dish>) => changesDishes([fish], [{ ...fish, ...unlike }]);
  expect(with_({ note: '加薑絲' })).toBe(false);
  expect(with_({ allergens: ['SOY', 'FISH'] })).toBe(false);
  expect(with_({ allergens: ['FISH'] })).toBe(true);
  expect(with_({ textures: ['REGULAR'] })).toBe(true);
  expect(with_({ name: '清蒸草魚' })).toBe(true);
  expect(changesDishes([fish], [fish, { ...fish, name: '米飯' }])).toBe(true);
});

it('freezes with the first way that is past its cut-off', () => {
  const day = { today: '2026-11-24', day: '2026-11-25', now: new Date('2026-11-24T20:00:00+08:00') };
  const [delivery, dineIn] = [new Date('2026-11-24T20:00:00+08:00'), new Date('2026-11-25T09:30:00+08:00')];
  expect(isFrozen({ ...day, closesAt: [dineIn, delivery] })).toBe(true);
  expect(isFrozen({ ...day, closesAt: [dineIn] })).toBe(false);
  expect(isFrozen({ ...day, closesAt: [] })).toBe(false);
  expect(isFrozen({ ...day, day: '2026-11-23', closesAt: [] })).toBe(true);
});
