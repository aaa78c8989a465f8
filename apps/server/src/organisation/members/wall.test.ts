import { beforeAll, expect, it } from '@jest/globals';
import type { OrganisationId, PersonId } from '@linli/domain/access';
import { behindWall, type Transaction } from '../../platform/database/index.js';
import { testDatabase } from '../../testing/index.js';
import { rostersOn } from './index.js';
import { day, joined, memberScenario } from './members.scenario.js';

const database = testDatabase();
const { branches, people, record } = memberScenario(database);
let north: OrganisationId, south: OrganisationId;
let inNorth: PersonId[], inSouth: PersonId[];

beforeAll(async () => {
  [north, south] = (await branches(2)) as [OrganisationId, OrganisationId];
  [inNorth, inSouth] = [await people(2), await people(3)];
  for (const id of inNorth) await record(id, joined(north, '2025-01-01'));
  for (const id of inSouth) await record(id, joined(south, '2025-01-01'));
  for (const id of inSouth.slice(0, 1))
    await record(id, { kind: 'TRANSFERRED', on: day('2026-01-01'), organisationId: north });
}, 60_000);

// The mistake that the wall is for.
const forgetsItsWhere = async (tx: Transaction): Promise<string[]> =>
  (await tx.query<{ resident_id: string }[]>('SELECT DISTINCT resident_id FROM membership_version')).map(
    ({ resident_id }) => resident_id,
  );

it('a query without any WHERE shows what lies within reach, and nothing else', async () => {
  const seen = await behindWall(database(), [north], forgetsItsWhere);
  expect(seen.toSorted()).toEqual([...inNorth, ...inSouth.slice(0, 1)].toSorted());
  const [root] = await database().query<{ id: string }[]>(
    'SELECT id FROM organisation WHERE parent_id IS NULL',
  );
  expect(await behindWall(database(), [root?.id ?? ''], forgetsItsWhere)).toHaveLength(5);
});

it('control: the owner of the tables sees all of it by the same query', async () => {
  const rows = await database().query<object[]>('SELECT DISTINCT resident_id FROM membership_version');
  expect(rows).toHaveLength(5);
});

it('without any organisation nothing is seen, nor by a reader to whom nobody said which', async () => {
  expect(await behindWall(database(), [], forgetsItsWhere)).toEqual([]);
  const unsaid = await database().transaction(async (tx) => {
    await tx.query('SET LOCAL ROLE linli_reader');
    return forgetsItsWhere(tx as Transaction);
  });
  expect(unsaid).toEqual([]);
});

it('where somebody was before is seen by those who looked after them then, as a change that led away', async () => {
  const changes = (tx: Transaction) =>
    tx.query<{ kind: string }[]>(
      'SELECT kind FROM membership_change WHERE resident_id = $1 ORDER BY sequence',
      [inSouth[0]],
    );
  expect(await behindWall(database(), [south], changes)).toEqual([
    { kind: 'JOINED' },
    { kind: 'TRANSFERRED' },
  ]);
  expect(await behindWall(database(), [north], changes)).toEqual([{ kind: 'TRANSFERRED' }]);
});

it('behind the wall nothing is written, and it ends with the transaction', async () => {
  await expect(
    behindWall(database(), [north], (tx) => tx.query('DELETE FROM membership_version')),
  ).rejects.toThrow('permission denied');
  await expect(
    behindWall(database(), [north], (tx) => tx.query('SELECT phone_cipher FROM resident')),
  ).rejects.toThrow('permission denied');
  const asked = [north, south].map((id) => ({ organisationId: id, on: day('2026-06-01') }));
  expect(await behindWall(database(), [north], (tx) => rostersOn(tx, { asked, knownAt: null }))).toHaveLength(
    3,
  );
  expect(await rostersOn(database(), { asked, knownAt: null })).toHaveLength(5);
});
