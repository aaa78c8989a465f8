import 'reflect-metadata';
import { readFile as readBytes } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { plainDate } from '@linli/domain/base';
import { ImportTemplate } from '@linli/domain/organisation/structure';
import { openDatabase, type Transaction, transaction } from '../../platform/database/index.js';
import { startCluster } from '../../platform/embedded-postgres/index.js';
import { readEnvironment } from '../../platform/environment.js';
import { Refused } from '../../platform/graphql/index.js';
import { analyseImport } from './analyse-import.js';
import { applyImport } from './apply-import.js';
import { houseAuthor } from './author.js';
import { dayOfToday } from './coverage.queries.js';
import { tellOfTree } from './import-areas.js';
import { structure } from './index.js';
import { lockTrees } from './known-areas.js';
import { readFile } from './read-file.js';
import { shownOf } from './stored-import.js';

const USAGE = `usage: import-areas FILE [--template DIVISIONS|AREAS] [--on YYYY-MM-DD] [--commit DOCUMENT-NUMBER]
Says what a file of divisions or areas would change; with --commit it is done, all of it or nothing.`;

interface Wish {
  readonly file: string;
  readonly template: ImportTemplate;
  readonly on: string | undefined;
  readonly documentNumber: string | undefined;
}

function wishOf(args: string[]): Wish | undefined {
  const options = {
    template: { type: 'string' },
    on: { type: 'string' },
    commit: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const template = Object.values(ImportTemplate).find((each) => each === (values.template ?? 'DIVISIONS'));
  const [file] = positionals;
  const fits =
    positionals.length === 1 && (values.on === undefined || plainDate.safeParse(values.on).success);
  return file !== undefined && template && fits
    ? { file, template, on: values.on, documentNumber: values.commit }
    : undefined;
}

/** Prints what the file would do, and does it when told so. True: it may be, or was, committed. */
async function run(tx: Transaction, { file, template, on, documentNumber }: Wish): Promise<boolean> {
  // pnpm runs its scripts in the package's folder; the file is named from where the command was given.
  const read = readFile(await readBytes(path.resolve(process.env.INIT_CWD ?? '', file)));
  if (read instanceof Refused) return refused(read);
  const effectiveOn = on === undefined ? await dayOfToday(tx) : plainDate.parse(on);
  const author = houseAuthor('import-areas');
  await lockTrees(tx);
  const analysis = await analyseImport(tx, author, { template, records: read.records, effectiveOn });
  if (analysis instanceof Refused) return refused(analysis);

  const shown = await shownOf(analysis);
  console.log(`${file}: ${template}, ${read.encoding}, ${shown.rows} rows, effective on ${effectiveOn}`);
  for (const { row, column, code, value, hint } of shown.errors) {
    console.log(`  row ${row}, ${column}: ${code} "${value}"${hint === null ? '' : ` (${hint})`}`);
  }
  for (const { kind, code, name, before, after } of shown.changes) {
    console.log(`  ${kind} ${code} ${name}${before === null ? '' : `: ${before} → ${after ?? ''}`}`);
  }
  const { errorCount, opened, closed, renamed, moved, unchanged } = shown;
  console.log(
    `${opened} opened, ${closed} closed, ${renamed} renamed, ${moved} moved, ${unchanged} unchanged, ${errorCount} errors`,
  );
  if (errorCount > 0 || documentNumber === undefined || analysis.changes.length === 0)
    return errorCount === 0;
  const { changes, known } = analysis;
  await applyImport(tx, author, { changes, known, effectiveOn, documentNumber });
  await tellOfTree(tx, 'structure.imported');
  console.log(`committed: ${documentNumber}`);
  return true;
}

const refused = ({ code, details }: Refused): boolean => {
  console.error(`refused: ${code} ${JSON.stringify(details)}`);
  return false;
};

async function main(): Promise<boolean> {
  const wish = wishOf(process.argv.slice(2));
  if (!wish) {
    console.error(USAGE);
    return false;
  }
  const { DATABASE_URL, DATA_DIR } = readEnvironment();
  // The embedded database of a server that runs is its own: stop that first, or name the database.
  const cluster = DATABASE_URL ? undefined : await startCluster(DATA_DIR);
  try {
    const database = await openDatabase(DATABASE_URL ?? cluster?.url('postgres') ?? '', [structure], 2);
    try {
      return await transaction(database.manager, (tx) => run(tx, wish));
    } finally {
      await database.destroy();
    }
  } finally {
    await cluster?.stop();
  }
}

const NO_SUCH_TABLE = '42P01';

/** One line for what a person can put right: no such file, a database in use, or one that no server has migrated yet. */
function explain(error: unknown): false {
  const isUnmigrated = error instanceof Error && 'code' in error && error.code === NO_SUCH_TABLE;
  const reason = error instanceof Error ? error.message : 'unknown error';
  console.error(isUnmigrated ? 'The database has no tables yet: start the server once.' : reason);
  return false;
}

process.exitCode = (await main().catch(explain)) ? 0 : 1;
