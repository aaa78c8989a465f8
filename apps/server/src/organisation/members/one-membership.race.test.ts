import { expect, it } from '@jest/globals';
import type { OrganisationId, PersonId } from '@linli/domain/access';
import { isExclusionViolation, transaction, type Transaction } from '../../platform/database/index.js';
import { atOnce, testDatabase } from '../../testing/index.js';
import { joined, memberScenario } from './members.scenario.js';

const CLIENTS = 50;
// The pool, without the one that holds the lock.
const QUEUED = 15;

const database = testDatabase();
const { branches, people, record } = memberScenario(database);
let everywhere: OrganisationId[];

const belongsTo = async (id: PersonId): Promise<OrganisationId[]> =>
  (
    await database().query<{ organisation_id: OrganisationId }[]>(
      'SELECT organisation_id FROM membership_version WHERE resident_id = $1 AND superseded_at IS NULL',
      [id],
    )
  ).map(({ organisation_id }) => organisation_id);

it('fifty branches take in one person at once: one has them, the others hear where and since when', async () => {
  everywhere = await branches(CLIENTS);
  const [lan] = (await people(1)) as [PersonId];
  const results = await atOnce(
    database(),
    QUEUED,
    (tx) => tx.query('SELECT FROM resident WHERE id = $1 FOR UPDATE', [lan]),
    everywhere.map((branch) => () => record(lan, joined(branch, '2026-03-01'))),
  );
  const answers = results.map((result) => (result.status === 'fulfilled' ? result.value : undefined));
  const [winner, ...more] = everywhere.filter((_branch, i) => answers[i]?.length === 0);
  expect(more).toEqual([]);
  expect(await belongsTo(lan)).toEqual([winner]);
  const refused = answers.filter((_answer, i) => everywhere[i] !== winner);
  expect(refused).toHaveLength(CLIENTS - 1);
  for (const answer of refused) {
    expect(answer).toMatchObject([
      { code: 'MEMBER_ELSEWHERE', details: { since: '2026-03-01' }, membership: { organisationId: winner } },
    ]);
  }
});

/** Looks, and writes when nobody is there: what a command without a lock would do. */
const withoutLock = (id: PersonId, branch: OrganisationId) => () =>
  transaction(database(), async (tx) => {
    const there = await tx.query<object[]>('SELECT FROM membership_version WHERE resident_id = $1', [id]);
    if (there.length > 0) return false;
    await tx.query(
      `INSERT INTO membership_version (resident_id, organisation_id, stage, valid_from, recorded_at)
       VALUES ($1, $2, 'FULL', '2026-03-01', now())`,
      [id, branch],
    );
    return true;
  });
const insertsWait = (tx: Transaction) => tx.query('LOCK TABLE membership_version IN SHARE MODE');
const race = async (id: PersonId) =>
  atOnce(
    database(),
    QUEUED,
    insertsWait,
    everywhere.slice(0, QUEUED).map((branch) => withoutLock(id, branch)),
  );

it('without the lock the table still has the last word', async () => {
  const [lan] = (await people(1)) as [PersonId];
  const results = await race(lan);
  expect(await belongsTo(lan)).toHaveLength(1);
  const failed = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  expect(failed.length).toBe(QUEUED - 1);
  expect(
    failed.every((error) => isExclusionViolation((error as { driverError?: unknown }).driverError)),
  ).toBe(true);
});

it('control: with neither, one person belongs to many', async () => {
  const [lan] = (await people(1)) as [PersonId];
  await database().query('ALTER TABLE membership_version DROP CONSTRAINT one_membership_at_a_time');
  await race(lan);
  expect((await belongsTo(lan)).length).toBeGreaterThan(1);
});
