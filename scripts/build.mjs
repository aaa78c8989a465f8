import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { environment, must, readStamp, root, say, writeStamp } from './bootstrap.mjs';

const MADE = new Set(['node_modules', 'dist', 'dev-dist', '.turbo', '.data', 'gql', 'generated', 'coverage']);

/** Builds everything, unless neither a source nor a built file has changed since the last time. */
export async function ensureBuilt() {
  if (readStamp('built') === fingerprint(root)) return;
  say('構建 building … (the first time takes a minute)');
  const { NODE_ENV: _ours, ...env } = environment;
  await must('turbo', ['run', 'build', '--output-logs=errors-only', '--log-order=grouped'], { env });
  writeStamp('built', fingerprint(root));
}

/** One hash for the content of the sources and for the state of what was built from them. */
export function fingerprint(folder) {
  const hash = createHash('sha256').update(process.version);
  for (const name of ['pnpm-lock.yaml', 'package.json', 'turbo.json', 'tsconfig.base.json'])
    addContent(path.join(folder, name));
  for (const group of ['apps', 'packages']) {
    for (const name of list(path.join(folder, group))) {
      walk(path.join(folder, group, name), addContent, MADE);
      const dist = path.join(folder, group, name, 'dist');
      hash.update(existsSync(dist) ? 'dist' : 'none');
      // Built by hand from other sources, or deleted: then it is not what we left.
      walk(dist, addState, new Set());
    }
  }
  return hash.digest('hex');

  function addContent(file) {
    if (existsSync(file)) hash.update(path.relative(folder, file)).update(readFileSync(file));
  }
  function addState(file) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(folder, file)} ${size} ${mtimeMs}`);
  }
}

const list = (folder) => (existsSync(folder) ? readdirSync(folder).sort() : []);

function walk(folder, visit, except) {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (except.has(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(file, visit, except);
    else if (entry.isFile()) visit(file);
  }
}
