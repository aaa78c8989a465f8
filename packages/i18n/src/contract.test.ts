import { expect, it } from '@jest/globals';
import { Refusal } from '@linli/domain/refusals';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const home = path.join(import.meta.dirname, '..');
const keysOf = (file: string) =>
  Object.keys(JSON.parse(readFileSync(path.join(home, 'messages', file), 'utf8')) as Record<string, string>);

const schema = readFileSync(path.join(home, '../schema/schema.graphql'), 'utf8')
  .replace(/"""[\s\S]*?"""/g, '')
  .replace(/#.*$/gm, '');
const enums = new Map(
  [...schema.matchAll(/^enum (\w+)\s*\{([^}]*)\}/gm)].map(([, name = '', body = '']) => [
    name,
    body.split(/\s+/).filter(Boolean),
  ]),
);

it('every refusal of the domain and of the contract has a message', () => {
  const said = keysOf('refusals.zh-Hant.json');
  const codes = [...Object.values(Refusal), ...(enums.get('Refusal') ?? [])];
  expect(codes.length).toBeGreaterThan(5);
  expect(codes.filter((code) => !said.includes(`refusal.${code}`))).toEqual([]);
});

it('every value of every enum of the contract has its term in the glossary, and no other', () => {
  const values = [...enums]
    .filter(([name]) => name !== 'Refusal')
    .flatMap(([name, all]) => all.map((value) => `${name}.${value}`));
  expect(values.length).toBeGreaterThan(100);
  expect(keysOf('glossary.zh-Hant.json').sort()).toEqual(values.sort());
});
