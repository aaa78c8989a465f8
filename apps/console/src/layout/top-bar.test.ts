import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SPEAKS_OF_A_CENTRE } from './top-bar';

const shell = readFileSync(path.join(import.meta.dirname, 'shell.tsx'), 'utf8');
const pages = new Map(
  [...shell.matchAll(/const (\w+) = lazy\(\(\) => import\('([^']+)'\)\)/g)].map(
    ([, name = '', file = '']) => [name, readFileSync(path.join(import.meta.dirname, `${file}.tsx`), 'utf8')],
  ),
);
const routes = [...shell.matchAll(/path="(\/[^"]*)" element=\{<(\w+)/g)].map(([, at = '', name = '']) => ({
  at,
  text: pages.get(name) ?? '',
}));

it('a page that tells of one centre has the way to another one above it', () => {
  const ofCentre = routes.filter(({ text }) => text.includes('<OfCentre'));
  expect(ofCentre.length).toBeGreaterThan(6);
  expect(ofCentre.filter(({ at }) => !SPEAKS_OF_A_CENTRE.test(at)).map(({ at }) => at)).toEqual([]);
});
