import { expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { contexts } from './contexts.js';
import type { BoundedContext } from './platform/bounded-context.js';

const isContext = (value: unknown): value is BoundedContext =>
  typeof value === 'object' && value !== null && 'migrations' in value && 'resolvers' in value;

it('every room that has a door is in the house', async () => {
  const doors = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^\w[\w-]*[\\/][\w-]+[\\/]index\.ts$/.test(name),
  );
  const outside: string[] = [];
  for (const door of doors) {
    const file = pathToFileURL(path.join(import.meta.dirname, door)).href;
    const names = Object.values((await import(file)) as Record<string, unknown>);
    if (names.filter(isContext).some((context) => !contexts.includes(context))) outside.push(door);
  }
  expect(doors.length).toBeGreaterThan(contexts.length);
  expect(outside).toEqual([]);
});

it('no two migrations have one number: in which order they run is written, and no accident', () => {
  const numbers = contexts.flatMap(({ migrations }) => migrations.map(({ name }) => name.slice(-13)));
  expect(numbers.filter((number) => !/^\d{13}$/.test(number))).toEqual([]);
  expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([]);
});
