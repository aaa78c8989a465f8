import { afterEach, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import type { DataSourceOptions } from 'typeorm';
import { personId } from '@linli/domain/access';
import { ResidentRecord, sealedPhone } from '../organisation/people/index.js';
import { givenArea } from '../organisation/people/people.scenario.js';
import { type Environment, readEnvironment } from '../platform/environment.js';
import { newId, testDatabase } from '../testing/index.js';
import { examine, type Finding } from './doctor.js';

const database = testDatabase();
const KEY = 'ab'.repeat(32);
let taken: Server | undefined;
afterEach(() => {
  taken?.close();
});

/** What is found about each thing, as `WRONG words`. */
async function findings(more: Partial<Environment> = {}): Promise<Record<string, string>> {
  const { url } = database().dataSource.options as DataSourceOptions & { url: string };
  const settings = { DATABASE_URL: url, PORT: '0', DEMONSTRATION: 'off', DATA_KEY: KEY };
  const all = await examine({ ...readEnvironment(settings), ...more });
  return Object.fromEntries(all.map(({ about, is, words }: Finding) => [about, `${is} ${words}`]));
}

it('of a house that is well nothing is wrong', async () => {
  const found = await findings();
  expect(Object.keys(found)).toEqual([
    ...['node', 'disk', 'port', 'database', 'clock', 'migrations', 'keys', 'trail', 'counters', 'accounts'],
  ]);
  expect(Object.values(found).filter((words) => words.startsWith('WRONG'))).toEqual([]);
  expect(found.migrations).toMatch(/^ok all \d+ are done/);
  expect(found.accounts).toMatch(/^note no district cadre can sign in: npm run first-cadre/);
});

it('a port that another program holds', async () => {
  const server = (taken = createServer((socket) => socket.end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  expect((await findings({ PORT: port })).port).toMatch(/^WRONG PORT: \d+ is taken by another program/);
});

it('a database that does not answer', async () => {
  const { database: words } = await findings({ DATABASE_URL: 'postgres://linli:geheim@127.0.0.1:1/linli' });
  expect(words).toMatch(/^WRONG DATABASE_URL: cannot be connected to \(ECONNREFUSED/);
  expect(words).not.toContain('geheim');
});

it('another key than the phones were closed with', async () => {
  const home = await givenArea(database());
  await database().insert(ResidentRecord, {
    ...{ id: newId(personId), name: '王桂蘭', birthDate: '1950-05-01' as never, buildingId: home.id },
    ...sealedPhone(Buffer.from(KEY, 'hex'), '13955556666'),
  });
  expect((await findings()).keys).toBe('ok DATA_KEY opens what is stored');
  expect((await findings({ dataKey: Buffer.alloc(32, 1) })).keys).toMatch(/^WRONG DATA_KEY does not open/);
});

it('a trail that someone changed', async () => {
  await database().query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
  await database().query(
    `INSERT INTO audit_entry (sequence, id, at, actor_name, face, action, detail, area_ids, organisation_ids, centre_ids, previous_hash, hash)
     VALUES (1, gen_random_uuid(), now(), 'x', 'CONSOLE', 'X', '{}', '{}', '{}', '{}', '', 'wrong')`,
  );
  expect((await findings()).trail).toMatch(/^WRONG the audit chain is broken/);
});

it('migrations that are to come, and those of a newer house', async () => {
  const [{ name }] = await database()
    .query<[{ name: string }]>(
      'DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations) RETURNING name',
    )
    .then(([rows]) => rows as unknown as [{ name: string }]);
  expect((await findings()).migrations).toMatch(/^note 1 pending/);
  await database().query('INSERT INTO migrations (timestamp, name) VALUES (1, $1), (2, $2)', [
    name,
    'OfTomorrow2',
  ]);
  const found = await findings();
  expect(found.migrations).toMatch(/^WRONG 1 are of a newer Linli/);
  expect(found).not.toHaveProperty('trail');
});
