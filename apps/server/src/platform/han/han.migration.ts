import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All planes that hold ideographs; opencc changes nothing outside of them. */
const IDEOGRAPHS = [
  [0x2e80, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
] as const;

/**
 * `fold_han(text)`: what a search compares on both sides, so that 張 is found as 张 and 张 as 張. Sign by sign, unlike a
 * conversion for reading: a part of a name must fold to a part of what the name folds to.
 */
export class HanFolding1763800000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { from, to } = await simplifications();
    await runner.query(`
      CREATE OR REPLACE FUNCTION fold_han(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN translate(lower(normalize(given, NFKC) COLLATE "C"), '${from}', '${to}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION fold_han');
  }
}

/** Which signs fold to which others, place by place. */
export async function simplifications(): Promise<{ from: string; to: string }> {
  const { Converter } = await import('opencc-js/t2cn');
  const simplify = Converter({ from: 't', to: 'cn' }) as (text: string) => string;
  let [from, to] = ['', ''];
  for (const [first, last] of IDEOGRAPHS) {
    for (let point = first; point <= last; point += 1) {
      const sign = String.fromCodePoint(point);
      const simple = simplify(sign);
      if (simple === sign || Array.from(simple).length !== 1) continue;
      from += sign;
      to += simple;
    }
  }
  return { from, to };
}
