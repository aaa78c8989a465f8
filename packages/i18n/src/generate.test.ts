import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const home = path.join(import.meta.dirname, '..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'messages-'));
  cpSync(path.join(home, 'messages'), path.join(folder, 'messages'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, messages: Record<string, string>) =>
  writeFileSync(path.join(folder, 'messages', name), JSON.stringify(messages));

function generate() {
  const run = spawnSync(
    process.execPath,
    [path.join(home, 'scripts/generate.mjs'), path.join(folder, 'messages'), path.join(folder, 'out')],
    { encoding: 'utf8' },
  );
  return { status: run.status, said: run.stderr };
}
const generated = (file: string) => readFileSync(path.join(folder, 'out', file), 'utf8');

it('writes each face in three languages, with its own messages only', () => {
  write('resident.zh-Hant.json', { 'resident.x': '剩{count, plural, other {#}}個位子，在「{place}」' });
  write('resident.en.json', { 'resident.x': '{count, plural, one {# place} other {# places}} in “{place}”' });
  writeFileSync(path.join(folder, 'messages/resident.first.json'), '["common.*"]');
  expect(generate().status).toBe(0);
  expect(readdirSync(path.join(folder, 'out')).sort()).toEqual([
    'claims',
    'common',
    'console',
    'later',
    'menus',
    'notices',
    'resident',
    'rosters',
    'screen',
  ]);
  // Not on the list of what the first pages say.
  expect(generated('later/zh-Hans.ts')).toContain('个位子，在“');
  expect(generated('resident/zh-Hans.ts')).not.toContain('个位子，在“');
  expect(generated('console/zh-Hant.ts')).not.toContain('resident.x');
  expect(generated('resident/messages.ts')).toContain(
    '"resident.x": [values: { "count": number; "place": string | number }];',
  );
});

it('keeps the cadres’ labels off the phone and the wall', () => {
  expect(generate().status).toBe(0);
  expect(generated('console/messages.ts')).toContain('OrganisationKind.ESTATE_BRANCH');
  expect(generated('resident/zh-Hant.ts')).not.toContain('OrganisationKind.');
});

it('lists every fault by file and key, and writes nothing', () => {
  write('screen.zh-Hant.json', {
    'screen.only': '只有中文',
    'screen.term': '網路和列印',
    'screen.args': '{name} 已到',
    'screen.broken': '{count, plural, other {#}',
    'common.cancel': '取消',
  });
  write('screen.en.json', {
    'screen.term': 'network',
    'screen.args': '{person} is here',
    'screen.broken': 'x',
    'common.cancel': 'Cancel',
    'screen.extra': 'extra',
  });
  writeFileSync(path.join(folder, 'messages/resident.first.json'), '["resident.gone", "common.*"]');
  const { status, said } = generate();
  expect(status).toBe(1);
  for (const line of [
    'screen.en.json lacks screen.only',
    'screen.zh-Hant.json screen.term: 網路 → 網絡',
    'screen.zh-Hant.json screen.term: 列印 → 打印',
    'screen screen.args: arguments differ, [["name","text"]] and [["person","text"]]',
    'screen.zh-Hant.json screen.broken is not ICU',
    'screen.en.json has screen.extra, the source does not',
    'common.cancel stands in common and in screen',
    'resident.first.json has resident.gone, no source does',
  ]) {
    expect(said).toContain(line);
  }
  expect(readdirSync(folder)).toEqual(['messages']);
});

it('an override stands against the conversion, and for a key that exists', () => {
  write('overrides.zh-Hans.json', { 'common.cancel': '不要了' });
  expect(generate().status).toBe(0);
  expect(generated('common/zh-Hans.ts')).toContain('"common.cancel":["不要了"]');
  write('overrides.zh-Hans.json', { 'common.gone': 'x' });
  expect(generate().said).toContain('overrides.zh-Hans.json has common.gone, the source does not');
});
