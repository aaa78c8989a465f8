import { freePort } from '@linli/testkit';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyFurnished } from './furnished-house.js';

const REPOSITORY = path.resolve(import.meta.dirname, '../../../..');
const PATIENCE_MS = 240_000;

export interface DevHouse {
  readonly folder: string;
  readonly url: string;
  readonly faces: Readonly<Record<'resident' | 'console' | 'screen', string>>;
  said(): string;
  /** Changes a file as an editor saves it: a new file takes the old one's name. */
  edit(file: string, from: string, to: string): void;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | string>;
}

/** `npm run dev` in a copy of this repository, as someone has it who has just cloned it. */
export async function openDevHouse(): Promise<DevHouse> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'linli-dev-'));
  copyTo(folder);
  mkdirSync(path.join(folder, '.data'));
  copyFurnished(path.join(folder, '.data'));
  const [port, first] = [await freePort(), await freeRun(3)];
  const url = `http://127.0.0.1:${String(port)}`;
  const { DATABASE_URL: _url, NODE_ENV: _mode, NODE_OPTIONS: _options, ...env } = process.env;
  const npm = spawn('npm', ['run', 'dev'], {
    cwd: folder,
    env: { ...env, PORT: String(port), DEV_PORT: String(first), DATA_DIR: path.join(folder, '.data') },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => void (said += text));
  const ended = once(npm, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const faceUrl = (i: number, base: string) => `http://localhost:${String(first + i)}${base}`;
  const faces = {
    resident: faceUrl(0, '/'),
    console: faceUrl(1, '/console/'),
    screen: faceUrl(2, '/screen/'),
  };
  const stop = async () => {
    if (npm.exitCode === null && npm.signalCode === null) process.kill(-(npm.pid ?? 0), 'SIGINT');
    const how = await ended;
    rmSync(folder, { recursive: true, force: true });
    return how;
  };
  try {
    await untilAllAnswer([`${url}/readyz`, ...Object.values(faces)], () => said);
  } catch (error) {
    await stop();
    throw error;
  }
  const edit = (file: string, from: string, to: string) => replace(path.join(folder, file), from, to);
  return { folder, url, faces, said: () => said, edit, stop };
}

/** The sources, and what is installed: links between the packages lead to the copies, all else is one and the same. */
function copyTo(folder: string): void {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', list, { cwd: REPOSITORY, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const name of names) cpSync(path.join(REPOSITORY, name), path.join(folder, name));
  const installed = names
    .filter((name) => path.basename(name) === 'package.json')
    .map((name) => path.join(path.dirname(name), 'node_modules'));
  for (const place of installed.filter((name) => existsSync(path.join(REPOSITORY, name)))) {
    const filter = (file: string) => !/\/node_modules\/(\.pnpm|\.vite|\.cache)(\/|$)/.test(file);
    const options = { recursive: true, verbatimSymlinks: true, filter };
    cpSync(path.join(REPOSITORY, place), path.join(folder, place), options);
  }
  symlinkSync(path.join(REPOSITORY, 'node_modules/.pnpm'), path.join(folder, 'node_modules/.pnpm'));
}

function replace(file: string, from: string, to: string): void {
  const before = readFileSync(file, 'utf8');
  if (!before.includes(from)) throw new Error(`${file} does not hold: ${from}`);
  writeFileSync(`${file}~`, before.replace(from, to));
  renameSync(`${file}~`, file);
}

/** The first of some free ports in a row. */
async function freeRun(length: number): Promise<number> {
  const first = await freePort();
  const others = Array.from({ length: length - 1 }, (_, i) => canListen(first + 1 + i));
  return (await Promise.all(others)).every(Boolean) ? first : freeRun(length);
}

const canListen = (port: number): Promise<boolean> =>
  freePort(port)
    .then(Boolean)
    .catch(() => false);

async function untilAllAnswer(urls: readonly string[], said: () => string): Promise<void> {
  const answers = (url: string) =>
    fetch(url)
      .then(({ ok }) => ok)
      .catch(() => false);
  const limit = Date.now() + PATIENCE_MS;
  while (!(await Promise.all(urls.map(answers))).every(Boolean)) {
    if (Date.now() > limit) throw new Error(`npm run dev was not ready:\n${said()}`);
    await sleep(200);
  }
}
