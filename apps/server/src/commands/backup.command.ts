import 'reflect-metadata';
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { readEnvironment } from '../platform/environment.js';
import { fingerprintOf } from './archive-format.js';
import { CommandError, runCommand, withDatabase } from './command.js';
import { archiveOf } from './write-archive.js';

const USAGE = 'usage: npm run backup [-- FILE]';

function fileToWrite(): string {
  const { positionals } = parseArgs({ allowPositionals: true, strict: true });
  if (positionals.length > 1) throw new CommandError(USAGE);
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '');
  const file = path.resolve(process.env.INIT_CWD ?? '', positionals[0] ?? `linli-${moment}Z.backup.gz`);
  if (existsSync(file)) throw new CommandError(`${file} is there already: name another file.`);
  return file;
}

await runCommand(async () => {
  const file = fileToWrite();
  const environment = readEnvironment();
  const { DATABASE_URL, DATA_DIR, dataKey } = environment;
  if (!DATABASE_URL && !existsSync(path.join(DATA_DIR, 'postgres.password')))
    throw new CommandError(`There is nothing to back up in ${DATA_DIR}.`);
  // A key that was given belongs apart from the backups; one that the house made is nowhere else.
  const value = process.env.DATA_KEY ? null : dataKey.toString('hex');
  const key = { fingerprint: fingerprintOf(dataKey), value };
  const draft = `${file}.part`;
  try {
    await withDatabase(environment, (url) =>
      pipeline(Readable.from(archiveOf(url, key)), createGzip(), createWriteStream(draft, { mode: 0o600 })),
    );
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  const size = (statSync(file).size / 1024 / 1024).toFixed(1);
  console.log(
    `${file}: ${size} MiB${value ? ', with the key: keep it as you keep the key' : ', without DATA_KEY: keep that apart'}`,
  );
  return true;
});
