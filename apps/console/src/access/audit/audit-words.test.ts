import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { Action } from '@linli/domain/access';

const server = path.join(import.meta.dirname, '../../../../server/src');
const words = JSON.parse(
  readFileSync(
    path.join(import.meta.dirname, '../../../../../packages/i18n/messages/console.zh-Hant.json'),
    'utf8',
  ),
) as Record<string, string>;

/** All that the server writes down, as far as it says so in so many words. */
const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.(test|scenario)\.ts$|^testing/.test(name))
  .map((name) => readFileSync(path.join(server, name), 'utf8'));
const written = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code))),
];

it('every act that the server writes down has a word', () => {
  const acts = [
    ...written(/\baction: '([A-Z_]+)'/g).filter((code) => !(code in Action)),
    ...written(/recordAccountChange\(tx, viewer, '([A-Z_]+)'/g),
    ...written(/\bnote\(tx, request, '([A-Z_]+)'/g),
  ];
  expect(acts.length).toBeGreaterThan(30);
  expect(acts.filter((act) => !(`console.audit.act.${act}` in words))).toEqual([]);
});

it('and so has everything that is acted on', () => {
  const kinds = written(/\bsubject(?:Kind)?: (?:\{ kind: )?'([A-Za-z_]+)'/g).map((kind) =>
    kind.toUpperCase(),
  );
  expect(kinds.length).toBeGreaterThan(8);
  expect(kinds.filter((kind) => !(`console.audit.subject.${kind}` in words))).toEqual([]);
});
