import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readEnvironment, REPOSITORY, SettingsError } from './environment.js';

const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'linli-environment-'));
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

const KEY = '0f'.repeat(32);

function complaints(variables: NodeJS.ProcessEnv): readonly string[] {
  try {
    readEnvironment({ DATA_DIR, ...variables });
  } catch (error) {
    if (error instanceof SettingsError) return error.lines;
    throw error;
  }
  return [];
}

describe('a wrong setting is answered with one line that names it and gives an example', () => {
  it.each([
    ['NODE_ENV', 'prod'],
    ['HOST', 'not a host'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '4000.5'],
    ['PORT', '1e3'],
    ['METRICS_PORT', 'yes'],
    ['METRICS_PORT', '4000'],
    ['METRICS_HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://root@db/linli'],
    ['DATABASE_URL', 'localhost:5432/linli'],
    ['DATABASE_URL', 'postgres://'],
    ['ORIGINS', 'linli.example'],
    ['ORIGINS', 'https://linli.example/path'],
    ['ORIGINS', 'https://a.example,,https://b.example'],
    ['DEMONSTRATION', 'yes'],
    ['DATA_KEY', 'abc'],
    ['DATA_KEY', `${KEY}0`],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'everyone'],
    ['TRUST_PROXY', '10.0.0.0/8,proxy'],
    ['SECURE_COOKIES', '1'],
    ['SMS_GATEWAY', 'sms.example'],
    ['WECHAT_GATEWAY', 'ftp://wechat.example'],
    ['GATEWAY_SECRET', 'short'],
    ['GATEWAY_KEYS', 'yes'],
  ])('%s=%s', (name, value) => {
    const lines = complaints({ [name]: value });
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^${name}: must .*, for example ${name}=`))]);
    expect(lines[0]).not.toContain('\n');
  });

  it('shows no value, which may be a secret', () => {
    expect(complaints({ DATABASE_URL: 'mysql://u:hunter2@db', DATA_KEY: 'hunter2' }).join()).not.toContain(
      'hunter2',
    );
  });

  it('all of them at once', () => {
    expect(complaints({ PORT: 'x', LOG_LEVEL: 'x', HOST: '' }).map((line) => line.split(':')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
    ]);
  });
});

describe('a right setting is read', () => {
  it.each([
    ['PORT', '0', 0],
    ['PORT', ' 8080 ', 8080],
    ['PORT', '', 4000],
    ['HOST', '::1', '::1'],
    ['HOST', '0.0.0.0', '0.0.0.0'],
    ['METRICS_PORT', '9400', 9400],
    ['DATABASE_URL', 'postgresql://a:b@db:5432/linli', 'postgresql://a:b@db:5432/linli'],
    ['ORIGINS', 'https://a.example, http://b.example:8080', ['https://a.example', 'http://b.example:8080']],
    ['TRUST_PROXY', 'on', true],
    ['TRUST_PROXY', '10.0.0.0/8,::1', ['10.0.0.0/8', '::1']],
    ['SECURE_COOKIES', 'on', true],
  ] as const)('%s=%s', (name, value, expected) => {
    expect(readEnvironment({ DATA_DIR, [name]: value })[name]).toEqual(expected);
  });

  it('what is left out has a default', () => {
    expect(readEnvironment({ DATA_DIR })).toMatchObject({
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: 4000,
      DEMONSTRATION: true,
      SECURE_COOKIES: false,
      TRUST_PROXY: false,
      ORIGINS: ['http://localhost:4000', 'http://127.0.0.1:4000'],
    });
  });

  it('a folder is relative to the repository, wherever the server is started', () => {
    const given = readEnvironment({
      DATA_DIR: 'some/where',
      DATA_KEY: KEY,
      DATABASE_URL: 'postgres://db/linli',
    });
    expect(given.DATA_DIR).toBe(path.join(REPOSITORY, 'some/where'));
    expect(path.join(REPOSITORY, 'apps/server/src/platform')).toBe(import.meta.dirname);
  });
});

it('a gateway needs a secret', () => {
  expect(complaints({ SMS_GATEWAY: 'https://sms.example' })).toEqual([
    expect.stringMatching(/^GATEWAY_SECRET: is needed .*for example/),
  ]);
  expect(complaints({ SMS_GATEWAY: 'https://sms.example', GATEWAY_SECRET: 'f'.repeat(32) })).toEqual([]);
});

describe('the data key', () => {
  it('is needed outside of the demonstration', () => {
    expect(complaints({ DEMONSTRATION: 'off' })).toEqual([
      expect.stringMatching(/^DATA_KEY: is needed .*for example/),
    ]);
    expect(readEnvironment({ DATA_DIR, DEMONSTRATION: 'off', DATA_KEY: KEY })).toMatchObject({
      dataKey: Buffer.from(KEY, 'hex'),
      SECURE_COOKIES: true,
    });
  });

  it('is made for the demonstration, kept, and readable to its owner only', () => {
    const { dataKey } = readEnvironment({ DATA_DIR });
    expect(dataKey).toHaveLength(32);
    expect(readEnvironment({ DATA_DIR }).dataKey).toEqual(dataKey);
    expect(statSync(path.join(DATA_DIR, 'keys/data.key')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(DATA_DIR, 'keys')).mode & 0o777).toBe(0o700);
  });

  it('a folder that cannot be written to is said to be so', () => {
    const file = path.join(DATA_DIR, 'a-file');
    writeFileSync(file, '');
    const line: unknown = expect.stringMatching(
      /^DATA_DIR: must be a folder that can be written to .*for example/,
    );
    expect(complaints({ DATA_DIR: file })).toEqual([line]);
    expect(complaints({ DATA_DIR: file, DATA_KEY: KEY })).toEqual([line]);
  });
});
