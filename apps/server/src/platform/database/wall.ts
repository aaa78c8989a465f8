import type { DataSource } from 'typeorm';
import { complaint, SettingsError } from '../environment.js';
import { statement } from './statement.js';
import { type Database, type Transaction, transaction } from './transaction.js';

/** Whoever reads confidential tables becomes this one: it owns nothing, and sees what the policies let it see. */
export const READER = 'linli_reader';

const raise = (reader: string) => `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${reader}') THEN
      CREATE ROLE ${reader} NOLOGIN;
    END IF;
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      EXECUTE format('GRANT ${reader} TO %I', current_user);
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
  END $$`;

// Another may have made the role: what counts is that this user may become it, and that it walks through no wall.
const stands = (reader: string) => `
  SELECT rolsuper OR rolbypassrls AS walks FROM pg_roles WHERE rolname = '${reader}'`;

/** Before the migrations: the role is of the cluster, so a database that was copied elsewhere comes without it. */
export async function raiseWall(source: DataSource, reader = READER): Promise<void> {
  await source.query(raise(reader));
  const [role] = await source.query<{ walks: boolean }[]>(stands(reader));
  const becomes = await mayBecome(source, reader);
  if (role?.walks === false && becomes) return;
  throw new SettingsError([
    complaint(
      'DATABASE_URL',
      role?.walks === true
        ? `names a server on which ${reader} is a superuser or bypasses row security; have an administrator run: ALTER ROLE ${reader} NOSUPERUSER NOBYPASSRLS`
        : `names a user who may not become ${reader}; have an administrator run: CREATE ROLE ${reader} NOLOGIN; GRANT ${reader} TO the user`,
    ),
  ]);
}

const mayBecome = (source: DataSource, reader: string): Promise<boolean> =>
  source
    .transaction((tx) => tx.query(`SET LOCAL ROLE ${reader}`))
    .then(
      () => true,
      () => false,
    );

const stepBehind = statement<{ reader: string; organisations: string }, never>({
  name: 'step-behind-the-wall',
  text: `
    SELECT set_config('linli.organisations', :organisations, true), set_config('role', :reader, true)`,
});

const stepOut = statement<object, never>({
  name: 'step-out-of-the-wall',
  text: `SELECT set_config('linli.organisations', '', true), set_config('role', 'none', true)`,
});

/**
 * Reads as somebody without rights of their own, who sees of the confidential tables what lies under these organisations:
 * a statement that forgets its WHERE shows nothing of others, and nothing can be written. Inside of a command's own
 * transaction it ends with the work; what fails undoes it.
 */
export const behindWall = <Result>(
  db: Database,
  organisations: readonly string[],
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> => {
  const isWithin = db.queryRunner?.isTransactionActive === true;
  return transaction(db, async (tx) => {
    await stepBehind(tx, { reader: READER, organisations: `{${organisations.join(',')}}` });
    const result = await work(tx);
    if (isWithin) await stepOut(tx, {});
    return result;
  });
};

/** What lies under the organisations that the reader was given, as a subquery of ids; without them it is empty. */
export const organisationsBehindWall = `(
  SELECT id FROM organisation
  WHERE lineage && (SELECT nullif(current_setting('linli.organisations', true), '')::uuid[]))`;
