import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const FLAGS = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--font-render-hinting=none'],
];
const KNOWN_PLACES = [
  ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A browser without installing one: E2E_CHROMIUM, one that the machine has, or else the one that npm brought. */
export async function launchBrowser(): Promise<Browser> {
  const isRoot = process.platform !== 'win32' && process.getuid?.() === 0;
  const args = [...FLAGS, ...(isRoot ? ['--no-sandbox'] : [])];
  const installed = [process.env.E2E_CHROMIUM ?? '', ...KNOWN_PLACES].find((place) => existsSync(place));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser found: set E2E_CHROMIUM to the path of a Chromium or Chrome');
  }
  const folder = await unpackShipped();
  const libraries = [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env = { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>;
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args: [...args, '--no-sandbox'],
    env,
  });
}

/** The package's own unpacking shares one unversioned folder among all projects; this one keeps its version apart. */
async function unpackShipped(): Promise<string> {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../..');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(os.tmpdir(), `linli-chromium-${version}-${String(process.getuid?.() ?? 0)}`);
  const program = path.join(folder, 'chromium');
  if (existsSync(program)) return folder;

  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const archive of ['al2023.tar.br', 'fonts.tar.br'])
    await unpackArchive(path.join(root, 'bin', archive), folder);
  const draft = `${program}.${process.pid}`;
  await pipeline(
    createReadStream(path.join(root, 'bin/chromium.br')),
    createBrotliDecompress(),
    createWriteStream(draft),
  );
  chmodSync(draft, 0o755);
  renameSync(draft, program);
  return folder;
}

async function unpackArchive(archive: string, folder: string): Promise<void> {
  if (!existsSync(archive)) return;
  const tar = spawn('tar', ['xf', '-', '-C', folder], { stdio: ['pipe', 'ignore', 'ignore'] });
  createReadStream(archive).pipe(createBrotliDecompress()).pipe(tar.stdin);
  await once(tar, 'exit');
}
