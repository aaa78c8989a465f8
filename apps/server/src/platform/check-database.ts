import pg from 'pg';
import { complaint, SettingsError } from './environment.js';

const OLDEST = 150_000;
/** No two versions of one area, and no two sessions of one place, at a time: constraints over ranges need it. */
const EXTENSION = 'btree_gist';

/** Stops with a line about DATABASE_URL when no fitting PostgreSQL answers there. */
export async function checkDatabase(url: string): Promise<void> {
  const found = await look(url);
  const wrong = typeof found === 'string' ? found : whatIsWrong(found);
  if (wrong) throw new SettingsError([complaint('DATABASE_URL', wrong)]);
}

/** In words, since the messages of the driver may repeat the address. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'ECONNREFUSED: nothing listens there',
  ENOTFOUND: 'ENOTFOUND: no such host',
  '28P01': '28P01: wrong user or password',
  '28000': '28000: this user may not connect from here',
  '3D000': '3D000: no such database',
  '53300': '53300: too many connections',
};

export interface Found {
  readonly version: number;
  readonly encoding: string;
  readonly may: boolean;
  /** Of the extension that we need: it stands, it may be made by this user, by another only, or it is not installed. */
  readonly gist: 'READY' | 'MAY' | 'MAY_NOT' | 'MISSING';
}

async function look(url: string): Promise<Found | string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Found>(`
      SELECT current_setting('server_version_num')::int AS version,
             current_setting('server_encoding') AS encoding,
             has_schema_privilege(current_schema(), 'CREATE')
               AND has_database_privilege(current_database(), 'CREATE') AS may,
             CASE
               WHEN EXISTS (SELECT FROM pg_extension WHERE extname = '${EXTENSION}') THEN 'READY'
               ELSE coalesce((
                 SELECT CASE WHEN bool_or(trusted OR NOT superuser OR current_setting('is_superuser') = 'on')
                   THEN 'MAY' ELSE 'MAY_NOT' END
                 FROM pg_available_extension_versions WHERE name = '${EXTENSION}' HAVING count(*) > 0
               ), 'MISSING')
             END AS gist`);
    return rows[0] ?? 'answers nothing';
  } catch (error) {
    const { code = 'no answer in time' } = error as NodeJS.ErrnoException;
    return `cannot be connected to (${REASONS[code] ?? code})`;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function whatIsWrong({ version, encoding, may, gist }: Found): string | undefined {
  if (version < OLDEST) return `names a PostgreSQL ${Math.floor(version / 10_000)}; 15 or newer is needed`;
  if (encoding !== 'UTF8') return `names a database in ${encoding}; UTF8 is needed`;
  if (!may) return 'names a user who may not create tables and extensions there';
  if (gist === 'MISSING')
    return `names a server without the extension ${EXTENSION}; install PostgreSQL's contrib modules there`;
  if (gist === 'MAY_NOT')
    return `names a user who may not make the extension ${EXTENSION}; have an administrator run: CREATE EXTENSION ${EXTENSION}`;
  return undefined;
}
