import { expect, it } from '@jest/globals';
import { personId, type Viewer } from '@linli/domain/access';
import { transaction } from '../../platform/database/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { type AuditNote, chainIsIntact, recordAudit, recordRead } from './index.js';

const database = testDatabase();

const note = (action: string): AuditNote => ({
  actor: { id: newId(personId), name: '王曉敏', role: 'DISTRICT_CADRE', face: 'CONSOLE' },
  action,
  subject: { kind: 'ACCOUNT', id: newId(personId), name: '李*' },
  detail: { reason: '調離', count: 2 },
});
const add = (action: string) => transaction(database(), (tx) => recordAudit(tx, note(action)));
const entries = () =>
  database().query<{ sequence: string; action: string }[]>(
    'SELECT sequence, action FROM audit_entry ORDER BY sequence',
  );

/** What a superuser could do who wants something not to have happened. */
async function tampering(work: string): Promise<boolean> {
  return database()
    .transaction(async (tx) => {
      await tx.query('ALTER TABLE audit_entry DISABLE TRIGGER ALL');
      await tx.query(work);
      const intact = await chainIsIntact(tx);
      throw Object.assign(new Error('undo'), { intact });
    })
    .catch((error: unknown) => (error as { intact: boolean }).intact);
}

it('is numbered without gaps, and intact, also when many write at once', async () => {
  expect(await chainIsIntact(database())).toBe(true);
  await Promise.all(Array.from({ length: 30 }, (_, i) => add(`ACT_${i}`)));
  expect((await entries()).map(({ sequence }) => Number(sequence))).toEqual(
    Array.from({ length: 30 }, (_, i) => i + 1),
  );
  expect(await chainIsIntact(database())).toBe(true);
});

it('forgets what is rolled back', async () => {
  const before = await entries();
  await transaction(database(), async (tx) => {
    await recordAudit(tx, note('UNDONE'));
    throw new Error('no');
  }).catch(() => undefined);
  expect(await entries()).toEqual(before);
  await add('AFTER');
  expect(await chainIsIntact(database())).toBe(true);
});

it.each([
  'UPDATE audit_entry SET action = $$X$$',
  'DELETE FROM audit_entry',
  'TRUNCATE audit_entry',
  'DELETE FROM audit_head',
])('the database refuses: %s', async (work) => {
  const before = await entries();
  await expect(database().query(work)).rejects.toThrow('only added to');
  expect(await entries()).toEqual(before);
});

it.each([
  ['a changed word', `UPDATE audit_entry SET actor_name = '別人' WHERE sequence = 5`],
  ['a changed detail', `UPDATE audit_entry SET detail = '{}' WHERE sequence = 5`],
  ['a changed moment', `UPDATE audit_entry SET at = at - interval '1 second' WHERE sequence = 5`],
  ['an entry taken out', `DELETE FROM audit_entry WHERE sequence = 5`],
  [
    'the last entry taken out',
    `DELETE FROM audit_entry WHERE sequence = (SELECT max(sequence) FROM audit_entry)`,
  ],
  [
    'a change with its own hash made to fit',
    `
    UPDATE audit_entry SET action = 'OTHER' WHERE sequence = 5;
    UPDATE audit_entry SET hash = audit_hash(audit_entry) WHERE sequence = 5`,
  ],
])('the chain shows %s', async (_what, work) => {
  expect(await tampering(work)).toBe(false);
  expect(await tampering('SELECT 1')).toBe(true);
});

it('a read of the same records is one entry an hour, of others another, of nothing none', async () => {
  const viewer: Viewer = {
    personId: newId(personId),
    face: 'CONSOLE',
    name: '王曉敏',
    duties: [],
    caresFor: [],
  };
  const [lan, ming] = [newId(personId), newId(personId)];
  const read = (ids: string[]) =>
    recordRead(database(), viewer, { action: 'RESIDENTS_FOUND', subjectKind: 'RESIDENT', ids });
  await Promise.all([read([lan, ming]), read([ming, lan]), read([lan, ming])]);
  await read([lan]);
  await read([]);
  const reads = (await entries()).filter(({ action }) => action === 'RESIDENTS_FOUND');
  expect(reads).toHaveLength(2);
  expect(await chainIsIntact(database())).toBe(true);
});
