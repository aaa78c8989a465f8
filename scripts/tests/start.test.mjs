import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { alive, freePort, newFolder, npmStart, until } from './running.mjs';

const DATA_DIR = newFolder();
let PORT;
let last;
before(async () => {
  PORT = String(await freePort());
});
after(async () => {
  if (last && alive(last.pid)) {
    last.interrupt();
    await last.ended;
  }
  rmSync(DATA_DIR, { recursive: true, force: true });
});

const start = (settings = {}) => (last = npmStart({ PORT, DATA_DIR, ...settings }));

async function startReady() {
  const started = start();
  await started.ready();
  const response = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  assert.deepEqual(await response.json(), { data: { __typename: 'Query' } });
  return started;
}

async function stopCleanly(started) {
  const parts = started.parts();
  started.interrupt();
  assert.equal(await started.ended, 0, started.said());
  for (const [name, pid] of Object.entries(parts)) assert.ok(pid && !alive(pid), `${name} is still there`);
}

describe('npm start', () => {
  it('is ready, and Ctrl-C stops all of it with code 0', async () => {
    await stopCleanly(await startReady());
  });

  it('sends what it built compressed', async () => {
    const started = await startReady();
    const origin = `http://127.0.0.1:${PORT}`;
    for (const face of ['/', '/console/', '/screen/']) {
      const page = await (await fetch(origin + face)).text();
      const [, script] = /src="([^"]*\/assets\/[^"]*\.js)"/.exec(page) ?? [];
      assert.ok(script, `${face} has no script: ${page}`);
      const { headers } = await fetch(origin + script, { headers: { 'accept-encoding': 'br' } });
      assert.equal(headers.get('content-encoding'), 'br', face);
      assert.match(headers.get('content-type'), /javascript/, face);
      assert.match(headers.get('vary') ?? '', /accept-encoding/i, face);
    }
    await stopCleanly(started);
  });

  it('with nothing changed is ready within a few seconds', async () => {
    const since = Date.now();
    const started = await startReady();
    const seconds = (Date.now() - since) / 1000;
    await stopCleanly(started);
    assert.ok(seconds < 10, `${seconds} s`);
  });

  for (const part of ['npm', 'script', 'server', 'postgres']) {
    it(`kill -9 of ${part} leaves nothing behind that blocks the next start`, async () => {
      const killed = await startReady();
      const parts = killed.parts();
      process.kill(parts[part], 'SIGKILL');
      // PostgreSQL is started again under the living server; the others take everything with them.
      if (part === 'postgres') {
        await until(() => killed.said().includes('PostgreSQL is back'), killed.said);
        await until(async () => (await fetch(`http://127.0.0.1:${PORT}/readyz`)).ok, killed.said);
        await stopCleanly(killed);
      }
      const next = await startReady();
      for (const [name, pid] of Object.entries(parts))
        assert.ok(!alive(pid), `the old ${name} is still there`);
      await stopCleanly(next);
    });
  }

  it('kill -9 of all of them at once does not block the next start either', async () => {
    const parts = (await startReady()).parts();
    for (const pid of Object.values(parts)) process.kill(pid, 'SIGKILL');
    await stopCleanly(await startReady());
  });

  it('SIGTERM to npm alone stops all of it', async () => {
    const started = await startReady();
    const parts = started.parts();
    process.kill(started.pid, 'SIGTERM');
    await started.ended;
    for (const pid of Object.values(parts)) await until(() => !alive(pid), started.said);
  });

  it('a second one on the same DATA_DIR says that it is in use, and the first goes on', async () => {
    const first = await startReady();
    const second = npmStart({ PORT: String(await freePort()), DATA_DIR });
    assert.notEqual(await second.ended, 0);
    assert.match(second.said(), /^DATA_DIR: .* is in use by process \d+/m);
    await stopCleanly(first);
  });

  it('a taken port is said to be so, in one line that names PORT', async () => {
    const other = createServer().listen(Number(PORT), '127.0.0.1').unref();
    const started = start();
    assert.notEqual(await started.ended, 0);
    assert.match(started.said(), /^PORT: \d+ is taken by another program, for example PORT=\d+$/m);
    other.close();
  });

  it('wrong settings are said to be so, one line each, without a stack', async () => {
    const started = start({
      PORT: 'x',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:1/x',
    });
    assert.equal(await started.ended, 1);
    assert.match(started.said(), /^PORT: .*\nLOG_LEVEL: /m);
    assert.doesNotMatch(started.said(), /hunter2|\.js:\d|\.ts:\d/);

    const unreachable = start({ DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:1/x' });
    assert.equal(await unreachable.ended, 1);
    assert.match(
      unreachable.said(),
      /^DATABASE_URL: cannot be connected to \(ECONNREFUSED: nothing listens there\), for example/m,
    );
    assert.doesNotMatch(unreachable.said(), /hunter2|\.js:\d|\.ts:\d/);
  });
});
