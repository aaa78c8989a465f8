import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { type Guest, newId } from './guest.js';
import { type Month, openMonth } from './month.js';

export interface Setting {
  readonly db: pg.Pool;
  /** Residents with bookings to come, each with the next. */
  readonly regulars: readonly (Guest & { readonly bookingId: string })[];
  /** Residents made for the bench, to book. */
  readonly newcomers: readonly Guest[];
  readonly cadre: Guest;
  readonly centreId: string;
  /** Sessions with places for everyone, and two of 50 places. */
  readonly spread: readonly string[];
  readonly hot: readonly string[];
  readonly fifty: readonly string[];
  readonly month: Month;
}

/** The address of the embedded database in a house's data folder. */
export function databaseOf(dataDir: string): string {
  const [password, port] = ['password', 'port'].map((name) =>
    readFileSync(path.join(dataDir, `postgres.${name}`), 'utf8').trim(),
  );
  return `postgres://postgres:${String(password)}@127.0.0.1:${String(port)}/postgres`;
}

const HOURS = 'generate_series(8, 16) AS hour, generate_series(1, 7) AS day';

/** Adds to the demonstration district what the bench needs beside it. */
export async function prepare(url: string, newcomerCount: number): Promise<Setting> {
  const db = new pg.Pool({ connectionString: url, max: 2 });
  // The database may be gone before its last connection is.
  db.on('error', () => undefined);
  const { rows: found } = await db.query<{ id: string; bookingId: string }>(`
    SELECT DISTINCT ON (beneficiary_id) beneficiary_id AS id, booking.id AS "bookingId"
    FROM booking JOIN session ON session.id = session_id
    WHERE booking.state = 'CONFIRMED' AND starts_at > now() + interval '1 hour'
    ORDER BY beneficiary_id, starts_at LIMIT 200`);
  const newcomers = await move(db, newcomerCount);
  const [cadre] = await signIn(
    db,
    'CONSOLE',
    await idsOf(db, `SELECT id FROM account WHERE account = 'qu.zuzhi'`),
  );
  if (!cadre || found.length === 0) throw new Error('The demonstration district is not there');
  const guests = await signIn(
    db,
    'RESIDENT',
    found.map(({ id }) => id),
  );
  const centreId = await openCentre(db);
  const setting = {
    ...{ db, newcomers, cadre, centreId },
    regulars: guests.map((guest, i) => ({ ...guest, bookingId: found[i]?.bookingId ?? '' })),
    spread: await timetable(db, centreId, newcomerCount, 0),
    hot: await timetable(db, centreId, newcomerCount, 1),
    fifty: (await timetable(db, centreId, 50, 2)).slice(0, 2),
    month: await openMonth(db, newcomers.slice(200)),
  };
  await db.query('ANALYZE');
  return setting;
}

const idsOf = async (db: pg.Pool, text: string, values: unknown[] = []): Promise<string[]> =>
  (await db.query<{ id: string }>(text, values)).rows.map(({ id }) => id);

/** Made-up people in the district's buildings. */
async function move(db: pg.Pool, count: number): Promise<Guest[]> {
  const ids = Array.from({ length: count }, newId);
  await db.query(
    `INSERT INTO resident (id, name, birth_date, building_id)
     SELECT id, '測試', DATE '1950-01-01', buildings[1 + nth % cardinality(buildings)]
     FROM unnest($1::uuid[]) WITH ORDINALITY AS newcomer (id, nth),
       (SELECT array_agg(id) AS buildings FROM area WHERE kind = 'BUILDING') buildings`,
    [ids],
  );
  return signIn(db, 'RESIDENT', ids);
}

/** Opens a session for each, as signing in does: the database keeps only the hash of the token. */
async function signIn(db: pg.Pool, face: 'RESIDENT' | 'CONSOLE', ids: readonly string[]): Promise<Guest[]> {
  const guests = ids.map((id) => ({ id, token: randomBytes(32).toString('base64url') }));
  const hashes = guests.map(({ token }) => createHash('sha256').update(token).digest());
  // Seen later than now: once a minute the server writes that someone was seen, which is not what is measured.
  await db.query(
    `INSERT INTO sign_in (id, token_hash, face, person_id, display_name, device, last_seen_at, ends_at)
     SELECT gen_random_uuid(), hash, $1, person, '測試', 'bench', now() + interval '2 hours', now() + interval '1 day'
     FROM unnest($2::bytea[], $3::uuid[]) AS guest (hash, person)`,
    [face, hashes, ids],
  );
  return guests;
}

async function openCentre(db: pg.Pool): Promise<string> {
  const id = newId();
  await db.query(
    `INSERT INTO centre (id, name, kind, area_id, address, phone)
     SELECT $1, '測試', 'SERVICE_STATION', id, '', '' FROM area WHERE kind = 'VILLAGE' ORDER BY code LIMIT 1`,
    [id],
  );
  return id;
}

/** A service with a week of hourly sessions that can be booked now; nobody can be at two at once, so each has its week. */
async function timetable(db: pg.Pool, centreId: string, capacity: number, week: number): Promise<string[]> {
  const serviceId = newId();
  await db.query(
    `INSERT INTO service (id, centre_id, category, name, description, place, price_fen, opens_days_ahead,
                          cut_off_minutes, cancel_minutes, walk_in, follows_calendar)
     VALUES ($1, $2, 'ACTIVITY', '測試', '', '', 500, 30, 0, 0, false, false)`,
    [serviceId, centreId],
  );
  return idsOf(
    db,
    `INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at,
                          cancel_until, walk_in)
     SELECT ids[row_number() OVER ()], $1, $2, (starts AT TIME ZONE 'Asia/Shanghai')::date, starts,
       starts + interval '1 hour', $3, now() - interval '1 day', starts, starts, false
     FROM (SELECT $4::uuid[] AS ids) ids, ${HOURS},
       LATERAL (SELECT ((now() AT TIME ZONE 'Asia/Shanghai')::date + day + 7 * $5::int + make_time(hour, 0, 0))
         AT TIME ZONE 'Asia/Shanghai' AS starts) slot
     RETURNING id`,
    [serviceId, centreId, capacity, Array.from({ length: 63 }, newId), week],
  );
}
