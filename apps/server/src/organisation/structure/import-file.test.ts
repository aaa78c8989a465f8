import { expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testDatabase } from '../../testing/index.js';
import { realFile } from './structure.scenario.js';

const database = testDatabase();
const server = path.resolve(import.meta.dirname, '../../..');

/** The command, as a person gives it. */
function command(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const name = (database().dataSource.options as { url: string }).url;
  const node = ['--conditions=source', '--import', '@swc-node/register/esm-register'];
  const env = { ...process.env, DATABASE_URL: name, NODE_OPTIONS: '', INIT_CWD: '' };
  const file = 'src/organisation/structure/import-file.command.ts';
  return new Promise((resolve) => {
    execFile(process.execPath, [...node, file, ...args], { cwd: server, env }, (error, out, err) =>
      resolve({ code: error ? 1 : 0, out, err }),
    );
  });
}

const count = async () =>
  (await database().query<{ n: number }[]>('SELECT count(*)::int AS n FROM area'))[0]?.n;

it('shows, then commits when told to, and tells of errors by row', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'linli-import-'));
  const write = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const file = write('divisions.csv', realFile);
  const preview = await command(file);
  expect(preview).toMatchObject({ code: 0 });
  expect(preview.out).toContain('209 opened, 0 closed, 0 renamed, 0 moved, 0 unchanged, 0 errors');
  expect(await count()).toBe(0);

  const committed = await command(file, '--commit', '漯政〔2026〕1號', '--on', '2026-01-01');
  expect(committed.out).toContain('committed: 漯政〔2026〕1號');
  expect(await count()).toBe(209);

  const wrong = await command(
    write('wrong.csv', `${realFile}411103109201,王店村民委员会,411103109\n`),
    '--commit',
    '1號',
  );
  expect(wrong).toMatchObject({ code: 1 });
  expect(wrong.out).toContain('row 211, parentCode: UNKNOWN_PARENT "411103109"');
  expect(await count()).toBe(209);
}, 120_000);
