import type pg from 'pg';
import { type Guest, newId } from './guest.js';

/** A centre of 30 services, each with a session a day, and some people who have booked there. */
export interface Month {
  readonly centreId: string;
  readonly from: string;
  readonly to: string;
  readonly guests: readonly Guest[];
}

const SERVICES = 30;
const DAYS = 31;

/** Meals in three ways, classes from 60 or 90 years on, some with a weekly quota, some nearly always full. */
const services = `
  INSERT INTO service (id, centre_id, category, name, description, place, meal, way, price_fen, min_age,
    opens_days_ahead, cut_off_minutes, cancel_minutes, walk_in, follows_calendar)
  SELECT id, $1, CASE WHEN nth <= 6 THEN 'MEAL' ELSE 'ACTIVITY' END, '測試 ' || nth, '', '',
    CASE WHEN nth <= 3 THEN 'LUNCH' WHEN nth <= 6 THEN 'DINNER' END,
    CASE WHEN nth <= 6 THEN (ARRAY['DINE_IN', 'PICK_UP', 'DELIVERY'])[1 + nth % 3] END,
    CASE WHEN nth <= 6 THEN 1200 ELSE 500 END, CASE WHEN nth % 5 = 0 THEN 60 WHEN nth % 7 = 3 THEN 90 END,
    14, 60, 60, false, false
  FROM unnest($2::uuid[]) WITH ORDINALITY AS service (id, nth)`;

const sessions = `
  INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at, cancel_until,
    weekly_quota, walk_in)
  SELECT gen_random_uuid(), service_id, $1, day, starts, starts + interval '50 minutes',
    CASE WHEN nth % 6 = 2 THEN 1 ELSE 20 END, starts - interval '14 days', starts - interval '1 hour',
    starts - interval '1 hour', CASE WHEN nth % 4 = 1 THEN 2 END, false
  FROM unnest($2::uuid[]) WITH ORDINALITY AS service (service_id, nth)
    CROSS JOIN (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date + n AS day FROM generate_series(0, ${String(DAYS - 1)}) n) days
    CROSS JOIN LATERAL (SELECT (day + make_time(8 + nth::int % 9, 0, 0)) AT TIME ZONE 'Asia/Shanghai' AS starts) slot`;

const menus = `
  INSERT INTO menu (id, centre_id, day, meal, dishes)
  SELECT gen_random_uuid(), $1, (now() AT TIME ZONE 'Asia/Shanghai')::date + n, 'LUNCH',
    '[{"name": "宮保雞丁", "look": "rice", "note": null, "allergens": ["PEANUT"], "textures": []}]'
  FROM generate_series(0, ${String(DAYS - 1)}, 2) n`;

// Everybody has some of the sessions, no two of them the same ones; each third must not get peanuts.
const bookings = `
  WITH guest AS (
    SELECT id, nth FROM unnest($2::uuid[]) WITH ORDINALITY AS guest (id, nth)
  ), allergic AS (
    UPDATE resident SET allergies = '{PEANUT}' FROM guest WHERE resident.id = guest.id AND guest.nth % 3 = 0
  ), open AS (
    SELECT id, row_number() OVER (ORDER BY starts_at, id) AS nth FROM session WHERE centre_id = $1 AND opens_at < now() AND starts_at > now()
  ), booked AS (
    INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state, ticket_number, full_fen, subsidy_fen)
    SELECT gen_random_uuid(), open.id, guest.id, guest.id, 'APP', 'CONFIRMED', (1000 + open.nth)::text, 0, 0
    FROM open JOIN guest ON open.nth % 61 = guest.nth
    RETURNING session_id
  )
  UPDATE session_places SET taken = 1, issued = 1 WHERE session_id IN (SELECT session_id FROM booked)`;

export async function openMonth(db: pg.Pool, people: readonly Guest[]): Promise<Month> {
  const [centreId, guests] = [newId(), people.slice(0, 40)];
  await db.query(
    `INSERT INTO centre (id, name, kind, area_id, address, phone)
     SELECT $1, '測試 30', 'SERVICE_STATION', id, '', '' FROM area WHERE kind = 'VILLAGE' ORDER BY code DESC LIMIT 1`,
    [centreId],
  );
  const ids = Array.from({ length: SERVICES }, newId);
  await db.query(services, [centreId, ids]);
  await db.query(sessions, [centreId, ids]);
  await db.query(menus, [centreId]);
  await db.query(bookings, [centreId, guests.map(({ id }) => id)]);
  const { rows } = await db.query<{ from: string; to: string }>(
    'SELECT min(day)::text AS from, max(day)::text AS to FROM session WHERE centre_id = $1',
    [centreId],
  );
  const { from = '', to = '' } = rows[0] ?? {};
  return { centreId, from, to, guests };
}
