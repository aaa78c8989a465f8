import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../bootstrap.mjs';

/** A data folder whose name needs care. */
export const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'linli 鄰里 '));

export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** `npm start`, as from a terminal: in a process group of its own, with no language and nothing to read from. */
export function npmStart(settings) {
  const { LANG: _lang, LC_ALL: _all, DATABASE_URL: _url, NODE_TEST_CONTEXT: _test, ...env } = process.env;
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { ...env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise((resolve) => npm.once('exit', (code, signal) => resolve(code ?? signal)));
  return {
    pid: npm.pid,
    ended,
    said: () => said,
    /** Ctrl-C: the terminal tells the whole group. */
    interrupt: () => process.kill(-npm.pid, 'SIGINT'),
    ready: () => {
      const failed = ended.then((how) => {
        throw new Error(`ended with ${how} before it was ready:\n${said}`);
      });
      const isReady = until(
        () => /is ready/.test(said),
        () => `not ready:\n${said}`,
        120_000,
      );
      return Promise.race([failed, isReady]);
    },
    /** The processes that belong to it, by what they do. */
    parts: () => {
      const family = descendants(npm.pid);
      const doing = (words) => family.find(({ command }) => command.includes(words))?.pid;
      return {
        npm: npm.pid,
        script:
          doing('scripts/start.mjs') &&
          family.findLast(({ command }) => /node\S* scripts\/start\.mjs/.test(command))?.pid,
        server: doing('apps/server/dist/main.js'),
        postgres: Number(
          readFileSync(path.join(settings.DATA_DIR, 'postgres/postmaster.pid'), 'utf8').split('\n')[0],
        ),
      };
    },
  };
}

export async function until(condition, complaint, withinMs = 30_000) {
  for (const limit = Date.now() + withinMs; !(await condition());) {
    if (Date.now() > limit) throw new Error(complaint());
    await sleep(50);
  }
}

export const alive = (pid) => processes().some((entry) => entry.pid === pid);

function descendants(pid) {
  const all = processes();
  const below = (parent) =>
    all.filter((entry) => entry.parent === parent).flatMap((child) => [child, ...below(child.pid)]);
  return below(pid);
}

/** Every living process; one that ended and was not reaped is none. */
function processes() {
  if (existsSync('/proc/self/stat'))
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(fromProc);
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return !pid || state.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

function fromProc(name) {
  try {
    const [state, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), command }];
  } catch {
    return [];
  }
}
