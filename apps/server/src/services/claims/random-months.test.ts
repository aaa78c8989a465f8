import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testApi } from '../../testing/index.js';
import { claimScenario, expectSound } from './claims.scenario.js';

const api = testApi();
const { given, when, world, ate, marked, lines, sql } = claimScenario(api);

const PEOPLE = 4;
const meal = fc.record({
  who: fc.nat(PEOPLE - 1),
  nth: fc.integer({ min: 1, max: 5 }),
  way: fc.constantFrom('DINE_IN' as const, 'DELIVERY' as const),
  came: fc.boolean(),
  fen: fc.constantFrom(0, 800, 800),
  mark: fc.constantFrom(
    'DELIVERED' as const,
    'DELIVERED' as const,
    'NOBODY_OPENED' as const,
    'REFUSED' as const,
    null,
  ),
  /** What becomes of it after it was claimed: the check-in turns out to be a mistake. */
  mistaken: fc.boolean(),
});
type Meal = typeof meal extends fc.Arbitrary<infer Value> ? Value : never;
interface Eaten extends Meal {
  readonly id: string;
}

/** Somebody says that it was eaten, and somebody pays for it. */
const counts = ({ fen, way, came, mark }: Meal): boolean =>
  fen > 0 && (way === 'DINE_IN' ? came : mark === 'DELIVERED');
const keyOf = ({ who, nth }: Meal): string => `${String(who)} ${String(nth)}`;

async function month(meals: readonly Meal[]) {
  const at = await world();
  const people = await given.residents(PEOPLE);
  const eaten: Eaten[] = [];
  const known = new Set<string>();
  for (const each of meals) {
    // One lunch of a way a day; both ways happen, and are one meal to the payer.
    const key = `${keyOf(each)} ${each.way}`;
    if (known.has(key)) continue;
    known.add(key);
    const person = people[each.who];
    if (!person) throw new Error('nobody');
    const id = await ate(at, person, each);
    if (each.way === 'DELIVERY' && each.mark) await marked(at, id, each.mark);
    eaten.push({ ...each, id });
  }
  return { at, eaten };
}

it('random months: what is claimed is what was eaten, each once and with who says so; what proves wrong is taken back', async () => {
  const seen = { lines: 0, taken: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(meal, { minLength: 6, maxLength: 24, size: 'max' }), async (meals) => {
      const { at, eaten } = await month(meals);
      const first = await when.drafts(at);
      const expected = new Set(eaten.filter(counts).map(keyOf));
      expect(first).toMatchObject({
        meals: expected.size,
        totalFen: 800 * expected.size,
        withoutEvidence: 0,
      });
      const rows = await lines(first);
      for (const row of rows) {
        const of = eaten.find(({ id }) => id === row.booking_id);
        expect(of && counts(of)).toBe(true);
        expect(row.evidence_kind).toBe(of?.way === 'DINE_IN' ? 'CHECK_IN' : 'DELIVERED');
        expect(row.evidence_by).toBe(at.staff.personId);
      }
      seen.lines += rows.length;
      if (expected.size === 0) return;
      await when.submits(at, first);
      await when.accepts(at.cadre, first);

      const wrong = eaten.filter(({ mistaken, way }) => mistaken && way === 'DINE_IN').map(({ id }) => id);
      await sql(
        `UPDATE booking SET state = 'NO_SHOW', checked_in_at = NULL, checked_in_by = NULL WHERE id = ANY ($1)`,
        [wrong],
      );
      const back = rows.filter(({ booking_id: id }) => wrong.includes(String(id))).length;
      seen.taken += back;
      expect(await when.drafts(at)).toMatchObject({ counters: back, totalFen: 0 - 800 * back });
      await expectSound(sql);
    }),
    { numRuns: 12, seed: 20261124, endOnFailure: true },
  );
  expect(seen.lines).toBeGreaterThan(30);
  expect(seen.taken).toBeGreaterThan(5);
}, 60_000);
