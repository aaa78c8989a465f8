import { expect, it } from '@jest/globals';
import { newId, testApi } from '../../testing/index.js';
import { claimId } from '@linli/domain/services/claims';
import { claimScenario, expectSound } from './claims.scenario.js';

const api = testApi();
const { given, when, world, ate, sql } = claimScenario(api);

it('eight who gather the same months at the same moment claim each meal once', async () => {
  const at = await world();
  for (const person of await given.residents(20)) await ate(at, person);
  // One draft of a month each: the same people also ate elsewhere on that day, at the same payer.
  const elsewhere = await world();
  const drafts = await Promise.all(
    [at, elsewhere, at, elsewhere, at, elsewhere, at, elsewhere].map((where) => when.drafts(where)),
  );
  expect(drafts.filter(({ code }) => code === undefined)).toHaveLength(2);
  expect(drafts.filter(({ code }) => code === 'CLAIM_OPEN_ALREADY')).toHaveLength(6);
  expect(drafts.reduce((sum, { meals = 0 }) => sum + meals, 0)).toBe(20);
  await expectSound(sql);
});

it('one person at two centres for one lunch is claimed by one of them, whoever is first', async () => {
  const [here, there] = [await world(), await world()];
  for (const person of await given.residents(15)) {
    await ate(here, person, { nth: 7 });
    await ate(there, person, { nth: 7 });
  }
  const drafts = await Promise.all([when.drafts(here), when.drafts(there)]);
  expect(drafts.reduce((sum, { meals = 0 }) => sum + meals, 0)).toBe(15);
  for (const [i, where] of [here, there].entries()) await when.submits(where, drafts[i] ?? {});
  await expectSound(sql);
});

it('the key of the table holds when the look before is gone', async () => {
  const at = await world();
  await ate(at, await given.resident(), { nth: 9 });
  const draft = await when.drafts(at, { id: newId(claimId) });
  await expect(
    sql(
      `INSERT INTO claimed_meal SELECT beneficiary_id, day, meal, payer, gen_random_uuid() FROM claimed_meal
       WHERE line_id IN (SELECT id FROM claim_line WHERE claim_id = $1)`,
      [draft.id],
    ),
  ).rejects.toThrow('a_meal_is_claimed_once');
});
