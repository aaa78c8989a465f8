import { expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { testDatabase } from '../testing/index.js';
import { checkDatabase, type Found, whatIsWrong } from './check-database.js';

const database = testDatabase();
const address = (more: Partial<Record<'username' | 'pathname' | 'port', string>> = {}) =>
  Object.assign(new URL(process.env.TEST_DATABASE_URL ?? ''), more).href;
const complaintAbout = async (url: string): Promise<string> =>
  checkDatabase(url).then(
    () => 'fine',
    (error: unknown) => (error as Error).message,
  );

const GOOD: Found = { version: 150_004, encoding: 'UTF8', may: true, gist: 'MAY' };

it.each<[Partial<Found>, RegExp | undefined]>([
  [{}, undefined],
  [{ gist: 'READY' }, undefined],
  [{ version: 140_012 }, /PostgreSQL 14; 15 or newer/],
  [{ encoding: 'SQL_ASCII' }, /SQL_ASCII; UTF8/],
  [{ may: false }, /may not create tables/],
  [{ gist: 'MISSING' }, /without the extension btree_gist; install/],
  [{ gist: 'MAY_NOT' }, /an administrator run: CREATE EXTENSION btree_gist/],
])('a server that is %j', (unlike, words) => {
  const wrong = whatIsWrong({ ...GOOD, ...unlike });
  if (words) expect(wrong).toMatch(words);
  else expect(wrong).toBeUndefined();
});

it('a server that fits is fine; one that is not there is one line that names the variable and no secret', async () => {
  expect(await complaintAbout(address())).toBe('fine');
  const nowhere = await complaintAbout('postgres://linli:geheim@127.0.0.1:1/linli');
  expect(nowhere).toMatch(/^DATABASE_URL: cannot be connected to \(ECONNREFUSED: nothing listens there\)/);
  expect(nowhere).not.toMatch(/geheim|\n/);
  expect(await complaintAbout(address({ pathname: 'no_such' }))).toMatch(/3D000: no such database/);
});

it('a user who may only read is told so', async () => {
  const role = `reader_${randomBytes(6).toString('hex')}`;
  await database().query(`CREATE ROLE ${role} LOGIN PASSWORD 'x'`);
  try {
    const url = Object.assign(new URL(address()), { username: role, password: 'x' }).href;
    expect(await complaintAbout(url)).toMatch(/may not create tables and extensions|may not connect/);
  } finally {
    await database().query(`DROP ROLE ${role}`);
  }
});
