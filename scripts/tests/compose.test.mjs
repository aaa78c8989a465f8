import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { root } from '../bootstrap.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');
const compose = parse(read('docker-compose.yml'));
const dockerfile = read('Dockerfile');
const operations = read('docs/operations.md');
const { readEnvironment, SETTINGS } = await import(
  pathToFileURL(path.join(root, 'apps/server/dist/platform/environment.js')).href
);

describe('docker-compose.yml', () => {
  it('gives every service a way to be restarted, and those that others wait for a health check', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      assert.equal(service.restart, 'unless-stopped', name);
      for (const needed of Object.keys(service.depends_on ?? {}))
        assert.ok(compose.services[needed].healthcheck, needed);
    }
  });

  it('declares the volumes that it uses, and uses those that it declares', () => {
    const used = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map((one) => one.split(':')[0]),
    );
    assert.deepEqual(used.sort(), Object.keys(compose.volumes).sort());
  });

  it('starts the server with settings that the server accepts', () => {
    const given = { DOMAIN: 'linli.example', POSTGRES_PASSWORD: 'secret1', DATA_KEY: '0f'.repeat(32) };
    const filled = (text) =>
      text.replace(/\$\{(\w+)(?::[?-]([^}]*))?\}/g, (_, name, other) => given[name] ?? other);
    const entries = Object.entries(compose.services.server.environment);
    const variables = Object.fromEntries(entries.map(([name, value]) => [name, filled(value)]));
    for (const name of Object.keys(variables))
      assert.ok(SETTINGS.includes(name), `${name} is no setting of the server`);

    const environment = readEnvironment(variables);
    assert.deepEqual(environment.ORIGINS, ['https://linli.example']);
    assert.equal(environment.DEMONSTRATION, false);
    assert.equal(environment.SECURE_COOKIES, true);
  });

  it('lets no one reach the database or the server but through the terminator', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      assert.equal(service.ports !== undefined, name === 'terminator', name);
    }
  });
});

describe('Dockerfile', () => {
  it('names only what is there', () => {
    const names = dockerfile.match(/\b(?:scripts|apps\/server)\/[\w./-]+/g);
    for (const name of ['scripts/install.mjs', 'apps/server/dist/main.js'])
      assert.ok(names.includes(name), name);
    for (const name of names.filter((one) => /\.m?js$/.test(one)))
      assert.ok(existsSync(path.join(root, name)), name);
    for (const face of /for face in ([\w ]+);/.exec(dockerfile)[1].split(' ')) {
      assert.ok(existsSync(path.join(root, 'apps', face, 'package.json')), face);
    }
  });

  it('does not run as root', () => {
    assert.equal(dockerfile.match(/^USER (\w+)$/m)?.[1], 'node');
  });

  it('sets what the server knows', () => {
    const [, line] = /^ENV (.*)$/m.exec(dockerfile);
    for (const pair of line.split(' ')) assert.ok(SETTINGS.includes(pair.split('=')[0]), pair);
  });
});

describe('docs/operations.md', () => {
  it('lists every setting of the server, and no other', () => {
    const listed = [...operations.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    assert.deepEqual(listed.sort(), [...SETTINGS].sort());
  });
});
