// What a page makes a phone fetch before it shows, against what it may. Run after a build.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const KIB = 1024;

/** Beside the entry a route needs the lazily loaded modules that are named here, and all that these import. */
const BUDGETS = [
  { app: 'resident', route: 'first route', lazy: ['src/access/sign-in-pages.ts'], limit: 95 },
  { app: 'resident', route: 'first route with data', lazy: ['src/shell/signed-in.tsx'], limit: 145 },
  { app: 'console', route: 'sign-in', lazy: [], limit: 225 },
  {
    app: 'console',
    route: 'a list (services)',
    lazy: ['src/layout/shell.tsx', 'src/services/offering/services-page.tsx'],
    limit: 400,
  },
];

/** The files of a route: scripts and styles of the modules and of what they import at once. */
export function filesOf(manifest, lazy) {
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
  if (!entry) throw new Error('The manifest has no entry.');
  const files = new Set();
  const seen = new Set();
  const add = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest: was it renamed?`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const next of chunk.imports ?? []) add(next);
  };
  for (const key of [entry, ...lazy]) add(key);
  return [...files];
}

function measure({ app, route, lazy, limit }, root) {
  const dist = path.join(root, 'apps', app, 'dist');
  const file = path.join(dist, '.vite', 'manifest.json');
  if (!existsSync(file))
    throw new Error(`${file} is missing: build first, with build.manifest on in vite.config.ts.`);
  const files = filesOf(JSON.parse(readFileSync(file, 'utf8')), lazy);
  const bytes = files.map((name) => gzipSync(readFileSync(path.join(dist, name))).length);
  return { app, route, files: files.length, 'KiB gz': Math.round((sum(bytes) / KIB) * 10) / 10, limit };
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

function check() {
  const root = path.resolve(import.meta.dirname, '..');
  const rows = BUDGETS.map((budget) => measure(budget, root));
  console.table(rows);
  const over = rows.filter((row) => row['KiB gz'] > row.limit);
  for (const row of over)
    console.error(`${row.app}, ${row.route}: ${row['KiB gz']} KiB, allowed are ${row.limit}.`);
  process.exit(over.length > 0 ? 1 : 0);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) check();
