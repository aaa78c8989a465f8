import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import path from 'node:path';

/** Who runs PostgreSQL, which refuses root: ourselves, "nobody" in a namespace of its own, or another user. */
export interface Account {
  readonly prefix: readonly string[];
  readonly user?: { readonly uid: number; readonly gid: number };
}

const NOBODY = 65_534;
const UNSHARE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];

export function chooseAccount({ namespaces = true } = {}): Account {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const [unshare = '', ...options] = UNSHARE;
  if (namespaces && spawnSync(unshare, [...options, 'true'], { stdio: 'ignore' }).status === 0) {
    return { prefix: UNSHARE };
  }
  const user = findUser('postgres') ?? findUser('nobody');
  if (!user)
    throw new Error('PostgreSQL does not run as root, and neither "postgres" nor "nobody" is a user here.');
  return { prefix: [], user };
}

function findUser(name: string): Account['user'] {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** The folder itself, or one outside of root's home when the account cannot walk there. */
export function reachable(folder: string, account: Account): string {
  if (!account.user || walkable(path.dirname(folder), account.user)) return folder;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return path.join('/var/lib/linli', name);
}

function walkable(folder: string, user: { uid: number }): boolean {
  const { mode, uid } = statSync(existsSync(folder) ? folder : path.dirname(folder));
  const open = uid === user.uid ? (mode & 0o100) !== 0 : (mode & 0o001) !== 0;
  return open && (folder === path.dirname(folder) || walkable(path.dirname(folder), user));
}

/** The programs where the account can run them: in place, or a copy. */
export function reachablePrograms(root: string, account: Account): string {
  const place = reachable(root, account);
  if (place === root || existsSync(path.join(place, 'native'))) return place;
  const draft = path.join(place, `native.${process.pid}`);
  mkdirSync(place, { recursive: true, mode: 0o755 });
  cpSync(path.join(root, 'native'), draft, { recursive: true, verbatimSymlinks: true });
  renameSync(draft, path.join(place, 'native'));
  return place;
}

/** Gives the files to whoever runs PostgreSQL: the account may be another than last time. */
export function handOver(folder: string, account: Account): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = account.user ?? { uid: 0, gid: 0 };
  if (statSync(folder).uid === uid) return;
  const give = (file: string): void => {
    const entry = lstatSync(file);
    if (entry.isSymbolicLink()) return;
    chownSync(file, uid, gid);
    if (entry.isDirectory()) for (const name of readdirSync(file)) give(path.join(file, name));
  };
  give(folder);
}

/** Lets the account walk through a folder without reading what else is in it. */
export function letThrough(folder: string, account: Account): void {
  if (account.user) chmodSync(folder, 0o711);
}

/** What the programs are told of our surroundings: no language, no zone, no settings of another PostgreSQL. */
export function surroundings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

/** The command line and options that run a program as the account. */
export function as(account: Account, program: string, parameters: readonly string[]) {
  const [command = program, ...rest] = [...account.prefix, program, ...parameters];
  return { command, parameters: rest, options: { env: surroundings(), cwd: '/', ...account.user } };
}

/** Runs a program to its end; the answer is its complaint, if any. */
export function complaintOf(
  account: Account,
  program: string,
  parameters: readonly string[],
): Promise<string | undefined> {
  const run = as(account, program, parameters);
  return new Promise((resolve) => {
    const child = spawn(run.command, run.parameters, { ...run.options, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : said || `it ended with ${String(code)}`));
  });
}
