import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { testDatabase } from '../../testing/index.js';
import { SettingsError } from '../environment.js';
import { openDatabase } from './open-database.js';
import { raiseWall } from './wall.js';

const database = testDatabase();
const mark = randomBytes(4).toString('hex');
const [user, reader, guarded] = [`user_${mark}`, `reader_${mark}`, `guarded_${mark}`];
let asUser: DataSource;

beforeAll(async () => {
  await database().query(`CREATE ROLE ${user} LOGIN CREATEROLE PASSWORD 'p'`);
  await database().query(`CREATE ROLE ${guarded} NOLOGIN`);
  const [row] = await database().query<{ name: string }[]>('SELECT current_database() AS name');
  const url = Object.assign(new URL(process.env.TEST_DATABASE_URL ?? ''), {
    ...{ username: user, password: 'p', pathname: row?.name ?? '' },
  });
  asUser = await openDatabase(url.href, [], 2);
}, 60_000);
afterAll(async () => {
  await asUser.destroy();
  const admin = new pg.Client(process.env.TEST_DATABASE_URL);
  await admin.connect();
  for (const role of [reader, guarded, user]) await admin.query(`DROP ROLE IF EXISTS ${role}`);
  await admin.end();
});

it('a user who is no superuser, but may make roles, makes the reader and may become it, as often as asked', async () => {
  await raiseWall(asUser, reader);
  await raiseWall(asUser, reader);
  const [row] = await database().query<{ rolsuper: boolean; rolcanlogin: boolean }[]>(
    'SELECT rolsuper, rolcanlogin FROM pg_roles WHERE rolname = $1',
    [reader],
  );
  expect(row).toEqual({ rolsuper: false, rolcanlogin: false });
});

it('one who may not become it hears at the start what an administrator has to run', async () => {
  await database().query(`ALTER ROLE ${user} NOCREATEROLE`);
  const refused = await raiseWall(asUser, guarded).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(SettingsError);
  expect((refused as Error).message).toContain(`GRANT ${guarded} TO`);
  await database().query(`GRANT ${guarded} TO ${user}`);
  await raiseWall(asUser, guarded);
});

it('a reader that walks through walls is none', async () => {
  await database().query(`ALTER ROLE ${guarded} BYPASSRLS`);
  await expect(raiseWall(asUser, guarded)).rejects.toThrow('NOBYPASSRLS');
});
