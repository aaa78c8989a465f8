import { afterAll, beforeAll, expect } from '@jest/globals';
import { SAMPLE_PASSWORD, STORY } from '@linli/sample';
import { freePort, type House, openHouse } from '@linli/testkit';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ApiClient } from '../api.js';
import { command } from '../support/commands.js';
import { inDatabase } from '../support/database.js';
import { copyFurnished, untilAtRest } from '../support/furnished-house.js';
import { story } from '../support/steps.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'linli-backup-'));
const at = (name: string) => path.join(folder, name);
const file = at('house.backup.gz');
const step = story();
let first: House;
let second: House;
let counts: Record<string, number>;

beforeAll(async () => {
  mkdirSync(at('first'));
  copyFurnished(at('first'));
  first = await openHouse({ dataDir: at('first'), port: await freePort() });
}, 240_000);
afterAll(async () => {
  await first.stop();
  await (second as House | undefined)?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** How many rows each table holds, once what is done at each start is done. */
async function countsOf(house: House): Promise<Record<string, number>> {
  await untilAtRest(house);
  const counted = await inDatabase<{ name: string; count: number }>(
    house,
    `SELECT relname AS name,
       (xpath('//count/text()', query_to_xml(format('SELECT count(*) FROM %I', relname), false, true, '')))[1]::text::int AS count
     FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  return Object.fromEntries(counted.map(({ name, count }) => [name, count]));
}

step(
  'a house that runs is backed up, with its key, for its owner’s eyes only; the file is not written over',
  async () => {
    await new ApiClient(() => first, 'CONSOLE').signInAs('shabei.qiantai', SAMPLE_PASSWORD);
    counts = await countsOf(first);
    const { code, out } = await command('backup', [file], { DATA_DIR: at('first') });
    expect([code, out]).toEqual([0, expect.stringMatching(/backup\.gz: \d+\.\d MiB, with the key/)]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file);
    const again = await command('backup', [file], { DATA_DIR: at('first') });
    expect([again.code, again.complaint]).toEqual([1, expect.stringContaining('is there already')]);
    expect(readFileSync(file).equals(before)).toBe(true);
  },
  60_000,
);

step(
  'restored elsewhere it is the same house: as many rows, the same phones, passwords, trail, and news that arrive',
  async () => {
    const { code, out, complaint } = await command('restore', [file], { DATA_DIR: at('second') });
    expect([code, complaint, out]).toEqual([
      0,
      '',
      expect.stringMatching(/^\d+ rows are back, as they were at 20/),
    ]);
    expect(readFileSync(at('second/keys/data.key'), 'utf8')).toBe(
      readFileSync(at('first/keys/data.key'), 'utf8'),
    );

    second = await openHouse({ dataDir: at('second'), port: await freePort() });
    // Those of the first house whose jobs write at each start write here too: nothing is less, and the trail is whole.
    expect(await countsOf(second)).toEqual(counts);
    const resident = new ApiClient(() => second, 'RESIDENT');
    await resident.signInWithPhone(STORY.mother.phone);
    const { me } = await resident.ask<{ me: { phone: string } }>('{ me { phone } }');
    expect(me.phone).toContain(STORY.mother.phone.slice(-4));
    await new ApiClient(() => second, 'CONSOLE').signInAs('qu.zuzhi', SAMPLE_PASSWORD);

    const [numbers] = await inDatabase<{ old: boolean; free: boolean }>(
      second,
      `SELECT bool_and(transaction_id < pg_snapshot_xmin(pg_current_snapshot())) AS old,
         nextval(pg_get_serial_sequence('event', 'id')) > max(id) AS free FROM event`,
    );
    expect(numbers).toEqual({ old: true, free: true });
    const examined = await command('doctor', [], { DATA_DIR: at('second'), PORT: new URL(second.url).port });
    expect([examined.code, examined.out]).toEqual([0, expect.stringContaining('the audit chain is whole')]);
    expect(examined.out).toContain('DATA_KEY opens what is stored');
    expect(examined.out).not.toContain('WRONG');
  },
  240_000,
);

step(
  'a house in use is not restored over, nor a full one without --yes; a broken file changes nothing',
  async () => {
    const DATA_DIR = at('second');
    const inUse = await command('restore', [file, '--yes'], { DATA_DIR });
    expect([inUse.code, inUse.complaint]).toEqual([
      1,
      expect.stringMatching(/^DATA_DIR: .* is in use by process/),
    ]);
    await second.stop();

    const full = await command('restore', [file], { DATA_DIR });
    expect([full.code, full.complaint]).toEqual([1, expect.stringContaining('say --yes')]);
    const half = at('half.gz');
    writeFileSync(half, readFileSync(file).subarray(0, 40_000));
    const broken = await command('restore', [half, '--yes'], { DATA_DIR });
    expect([broken.code, broken.complaint]).toEqual([
      1,
      'The file is no backup of Linli, or not a whole one.\n',
    ]);
    const otherKey = await command('restore', [file, '--yes'], { DATA_DIR, DATA_KEY: '0f'.repeat(32) });
    expect([otherKey.code, otherKey.complaint]).toEqual([1, expect.stringMatching(/^DATA_KEY: is another/)]);

    second = await openHouse({ dataDir: DATA_DIR, port: await freePort() });
    await new ApiClient(() => second, 'CONSOLE').signInAs('longta.qiantai', SAMPLE_PASSWORD);
    await second.stop();
  },
  300_000,
);

step(
  'with --yes what came later is gone, in the embedded database and in one of DATABASE_URL',
  async () => {
    const DATA_DIR = at('second');
    expect((await command('restore', [file, '--yes'], { DATA_DIR })).code).toBe(0);
    second = await openHouse({ dataDir: DATA_DIR, port: await freePort() });
    expect(await countsOf(second)).toEqual(counts);

    const read = (name: string) => readFileSync(path.join(DATA_DIR, name), 'utf8').trim();
    const address = `postgres://postgres:${read('postgres.password')}@127.0.0.1:${read('postgres.port')}`;
    await inDatabase(second, 'CREATE DATABASE elsewhere');
    const settings = { DATABASE_URL: `${address}/elsewhere`, DATA_DIR: at('third') };
    expect((await command('restore', [file], settings)).code).toBe(0);
    const third = await openHouse({ port: await freePort(), dataDir: at('third'), settings });
    await new ApiClient(() => third, 'RESIDENT').signInWithPhone(STORY.mother.phone);
    const busy = await command('restore', [file, '--yes'], settings);
    expect([busy.code, busy.complaint]).toEqual([1, expect.stringContaining('stop the servers first')]);
    const other = at('of-the-url.gz');
    expect((await command('backup', [other], settings)).code).toBe(0);
    await third.stop();
    const full = await command('restore', [other], settings);
    expect([full.code, full.complaint]).toEqual([1, expect.stringContaining('say --yes')]);
    expect((await command('restore', [other, '--yes'], settings)).code).toBe(0);
    expect(existsSync(at('third/postgres'))).toBe(false);
  },
  300_000,
);
