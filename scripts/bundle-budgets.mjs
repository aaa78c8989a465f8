// What a page makes a phone fetch before it shows, against what it may. Run after a build.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const KIB = 1024;
/** As packages/config/precompress.js does it. */
const LEVEL = { level: constants.Z_BEST_COMPRESSION };
/** A phone fetches the words of its language too. They have a limit of their own; Brotli, the usual form, counts them. */
const WORDS = '../../packages/i18n/src/generated/';

/** Beside the entry a route needs the lazily loaded modules that are named here, and all that these import. */
const BUDGETS = [
  {
    ...{ app: 'resident', route: 'first route', lazy: ['src/access/sign-in-pages.ts'], limit: 95 },
    ...{ words: 'resident/zh-Hant.ts', wordsLimit: 4 },
  },
  {
    ...{ app: 'resident', route: 'first route with data', lazy: ['src/shell/signed-in.tsx'], limit: 145 },
    ...{ words: 'resident/zh-Hant.ts', wordsLimit: 4 },
  },
  {
    ...{ app: 'console', route: 'sign-in', lazy: [], limit: 225 },
    ...{ words: 'console/zh-Hant.ts', wordsLimit: 54 },
  },
  {
    ...{ app: 'console', route: 'a list (services)', limit: 400 },
    lazy: ['src/layout/shell.tsx', 'src/services/offering/services-page.tsx'],
    ...{ words: 'console/zh-Hant.ts', wordsLimit: 54 },
  },
  // The rider's page, in three languages: fetched ahead, and not the whole console. Its words are still those of all pages.
  { app: 'console', route: 'kept for going without network', kept: true, limit: 405 },
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

/** What a service worker fetches ahead. */
const keptFiles = (worker) => [...worker.matchAll(/\burl:\s*"([^"]+)"/g)].map(([, url]) => url);

function measure({ app, route, lazy, kept, limit, words, wordsLimit }, root) {
  const dist = path.join(root, 'apps', app, 'dist');
  const file = path.join(dist, '.vite', 'manifest.json');
  if (!existsSync(file))
    throw new Error(`${file} is missing: build first, with build.manifest on in vite.config.ts.`);
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const code = kept ? keptFiles(readFileSync(path.join(dist, 'sw.js'), 'utf8')) : filesOf(manifest, lazy);
  if (code.length === 0) throw new Error(`${app}, ${route}: there is nothing.`);
  const spoken = kept
    ? []
    : filesOf(manifest, [...lazy, WORDS + words]).filter((name) => !code.includes(name));
  const read = (names) => names.map((name) => readFileSync(path.join(dist, name)));
  const gz = (names) => kib(read(names).map((text) => gzipSync(text, LEVEL)));
  return {
    ...{ app, route, files: code.length + spoken.length, 'KiB gz': gz(code), limit },
    ...{ 'words gz': gz(spoken), 'words limit': wordsLimit },
    'all in Brotli': kib(read([...code, ...spoken]).map((text) => brotliCompressSync(text))),
  };
}

const kib = (files) => Math.round((sum(files.map((file) => file.length)) / KIB) * 10) / 10;
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

function check() {
  const root = path.resolve(import.meta.dirname, '..');
  const rows = BUDGETS.map((budget) => measure(budget, root));
  console.table(rows);
  const over = rows.flatMap((row) => [
    ...(row['KiB gz'] > row.limit ? [[row, row['KiB gz'], row.limit]] : []),
    ...(row['words gz'] > row['words limit'] ? [[row, row['words gz'], row['words limit']]] : []),
  ]);
  for (const [row, is, limit] of over)
    console.error(`${row.app}, ${row.route}: ${is} KiB, allowed are ${limit}.`);
  process.exit(over.length > 0 ? 1 : 0);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) check();
