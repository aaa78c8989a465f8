import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { newUuid } from './new-uuid.js';

it('is a UUID v7, and a later one sorts later', () => {
  const ids = Array.from({ length: 200 }, (_, i) => newUuid(1_763_800_000_000 + i));
  expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(200);
});
