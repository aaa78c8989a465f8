import { afterAll, expect, it } from '@jest/globals';
import { freePort, openHouse } from '@linli/testkit';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ApiClient } from '../api.js';
import { command } from '../support/commands.js';
import { inDatabase } from '../support/database.js';

const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'linli-first-'));
const settings = { DATA_DIR, DEMONSTRATION: 'off', DATA_KEY: 'ab'.repeat(32) };
const wish = ['--account', 'zhang.min', '--name', '張敏'];
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

it('an empty house of real people gets its first cadre once, whose password opens one sign-in', async () => {
  const demonstration = await command('first-cadre', wish, { DATA_DIR });
  expect([demonstration.code, demonstration.complaint]).toEqual([
    1,
    expect.stringMatching(/^DEMONSTRATION: is on/),
  ]);
  const unclear = await command('first-cadre', ['--account', 'Ä!', '--name', '張敏'], settings);
  expect([unclear.code, unclear.complaint]).toEqual([1, expect.stringMatching(/^usage:/)]);
  const early = await command('first-cadre', wish, settings);
  expect([early.code, early.complaint]).toEqual([1, expect.stringContaining('import its divisions first')]);

  const house = await openHouse({
    dataDir: DATA_DIR,
    port: await freePort(),
    settings: { ...settings, SECURE_COOKIES: 'off' },
  });
  try {
    await inDatabase(
      house,
      `INSERT INTO area (id, kind, name, code, official_name, lineage)
       SELECT id, 'DISTRICT', '郾城區', '411103', '郾城区', ARRAY[id] FROM (SELECT gen_random_uuid() AS id) new`,
    );
    // Also while the house runs, and only one of two at once.
    const both = await Promise.all([
      command('first-cadre', wish, settings),
      command('first-cadre', wish, settings),
    ]);
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    const [, password = ''] =
      /^郾城區: zhang\.min, .*: ([a-z2-9-]+)\n$/.exec(both.map(({ out }) => out).join('')) ?? [];
    expect(both.map(({ complaint }) => complaint).join('')).toContain('There was a district cadre before');
    const stored = () =>
      inDatabase(
        house,
        `SELECT account, account.name, role, area.name AS area, must_change_password AS temporary, ended_at AS ended
         FROM account JOIN duty ON account_id = account.id JOIN area ON area.id = area_id`,
      );
    const row = {
      account: 'zhang.min',
      name: '張敏',
      role: 'DISTRICT_CADRE',
      area: '郾城區',
      temporary: true,
      ended: null,
    };
    expect(await stored()).toEqual([row]);
    expect(await inDatabase(house, 'SELECT action, actor_name AS by FROM audit_entry')).toEqual([
      { action: 'ACCOUNT_CREATED', by: 'first-cadre' },
    ]);

    const cadre = new ApiClient(() => house, 'CONSOLE');
    await cadre.signInAs('zhang.min', password);
    const { me } = await cadre.ask<{ me: object }>('{ me { mustChangePassword actions } }');
    expect(me).toEqual({ mustChangePassword: true, actions: [] });
    const again = await command('first-cadre', ['--account', 'li.si', '--name', '李四'], settings);
    expect([again.code, again.out]).toEqual([1, '']);
    expect(await stored()).toEqual([row]);
  } finally {
    await house.stop();
  }
}, 240_000);
