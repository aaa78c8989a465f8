import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testDatabase } from '../../testing/index.js';
import { simplifications } from './han.migration.js';

const database = testDatabase();

const folded = async (texts: readonly string[]): Promise<string[]> => {
  const rows = await database().query<{ folded: string }[]>(
    'SELECT fold_han(text) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS given (text, nth) ORDER BY nth',
    [texts],
  );
  return rows.map((row) => row.folded);
};

it('every sign folds to its simple one, alone and within a name', async () => {
  const { from, to } = await simplifications();
  const simple = Array.from(to);
  const signs = Array.from(from);
  expect(signs.length).toBeGreaterThan(4000);
  // Compatibility signs are first written as those that they stand for.
  const usual = signs
    .map((sign, i) => [sign, simple[i]] as const)
    .filter(([sign]) => sign.normalize('NFKC') === sign);
  expect(await folded(usual.map(([sign]) => sign))).toEqual(usual.map(([, one]) => one));
  expect(await folded(usual.map(([sign]) => `老${sign}A`))).toEqual(usual.map(([, one]) => `老${one}a`));
});

it('is what translate() makes of any text', async () => {
  const { from, to } = await simplifications();
  const texts = fc.array(
    fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[一-鿿A-Za-z ]*$/)),
    {
      minLength: 50,
      maxLength: 50,
    },
  );
  await fc.assert(
    fc.asyncProperty(texts, async (drawn) => {
      const given = drawn.map((text) => text.replaceAll('\0', ''));
      const [row] = await database().query<{ slow: string[] }[]>(
        `SELECT array_agg(translate(lower(normalize(text, NFKC) COLLATE "C"), $2, $3) ORDER BY nth) AS slow
         FROM unnest($1::text[]) WITH ORDINALITY AS given (text, nth)`,
        [given, from, to],
      );
      expect(await folded(given)).toEqual(row?.slow);
    }),
    { numRuns: 20 },
  );
});
