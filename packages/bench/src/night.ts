import { deepStrictEqual } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { bytesOf, Connection } from './client.js';
import type { Measured, Side } from './load.js';
import { databaseTime, processorTime } from './processor.js';
import { newId } from './guest.js';
import type { Setting } from './setting.js';

/*
 * A night of standing orders when twelve months can be booked at once: the most that the nightly job can ever meet. On other nights
 * it books the one day that has opened. Each side has a service, and orders of its own that are like the other's.
 */
const DAYS = 365;
const NAMES: readonly Side['name'][] = ['server', 'limit'];

interface Orders {
  readonly serviceId: string;
  readonly ids: readonly string[];
}

async function openLunches({ db, centreId }: Setting): Promise<string> {
  const serviceId = newId();
  await db.query(
    `INSERT INTO service (id, centre_id, category, name, description, place, meal, way, price_fen, opens_days_ahead,
       cut_off_minutes, cancel_minutes, walk_in, follows_calendar)
     VALUES ($1, $2, 'MEAL', '測試', '', '', 'LUNCH', 'PICK_UP', 1200, 400, 60, 60, false, false)`,
    [serviceId, centreId],
  );
  await db.query(
    `INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at, cancel_until, walk_in)
     SELECT gen_random_uuid(), $1, $2, day, starts, starts + interval '1 hour', 200, now() - interval '1 day',
       starts - interval '1 hour', starts - interval '1 hour', false
     FROM (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date + n AS day FROM generate_series(1, ${String(DAYS)}) n) days
       CROSS JOIN LATERAL (SELECT (day + time '11:30') AT TIME ZONE 'Asia/Shanghai' AS starts) slot`,
    [serviceId, centreId],
  );
  return serviceId;
}

/** Monday to Friday; one day in twenty is taken out, and each second person is away for two weeks. */
async function order({ db }: Setting, serviceId: string, people: readonly string[]): Promise<Orders> {
  const ids = people.map(newId);
  await db.query(
    `INSERT INTO standing_order (id, beneficiary_id, service_id, weekdays, valid_from, paused, booker_id)
     SELECT id, person, $1, '{1,2,3,4,5}', (now() AT TIME ZONE 'Asia/Shanghai')::date,
       CASE WHEN nth % 2 = 0 THEN jsonb_build_array(jsonb_build_object(
         'from', (now() AT TIME ZONE 'Asia/Shanghai')::date + 30, 'to', (now() AT TIME ZONE 'Asia/Shanghai')::date + 43))
       ELSE '[]' END, person
     FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS standing (id, person, nth)`,
    [serviceId, ids, people],
  );
  await db.query(
    `INSERT INTO standing_order_day (order_id, day, taken_out)
     SELECT id, (now() AT TIME ZONE 'Asia/Shanghai')::date + n, true
     FROM unnest($1::uuid[]) AS standing (id), generate_series(20, ${String(DAYS)}, 20) n`,
    [ids],
  );
  return { serviceId, ids };
}

const nights: Record<Side['name'], (side: Side, setting: Setting, serviceId: string) => Promise<void>> = {
  server: async (_side, { db }) => {
    const key = `bench-${newId()}`;
    await db.query(
      `SELECT graphile_worker.add_job('standing-orders:materialise', '{}'::json, job_key => $1, max_attempts => 1)`,
      [key],
    );
    for (;;) {
      const { rows } = await db.query<{ last_error: string | null }>(
        'SELECT last_error FROM graphile_worker._private_jobs WHERE key = $1',
        [key],
      );
      if (rows.length === 0) return;
      if (rows[0]?.last_error) throw new Error(`The night failed: ${rows[0].last_error}`);
      await sleep(25);
    }
  },
  limit: async ({ port }, _setting, serviceId) => {
    const connection = await Connection.open(port);
    const path = `/night?serviceId=${serviceId}`;
    await connection.ask(bytesOf({ method: 'GET', path, headers: { cookie: 'linli=nobody' } }));
    connection.close();
  },
};

/** What stands for each order, day by day. */
async function standing({ db }: Setting, { ids }: Orders): Promise<unknown[]> {
  const { rows } = await db.query<object>(
    `SELECT nth, known.day::text, known.taken_out, known.refusal, booking.channel, booking.state, booking.texture, full_fen,
       subsidy_fen, rule_id, rule_name, payer, booker_id = beneficiary_id AS own, ticket_number <> '' AS has_number,
       (SELECT array_agg(name) FROM event WHERE payload ->> 'bookingId' = booking.id::text) AS events
     FROM unnest($1::uuid[]) WITH ORDINALITY AS standing (id, nth)
       JOIN standing_order_day known ON known.order_id = standing.id
       LEFT JOIN booking ON booking.id = known.booking_id
     ORDER BY nth, known.day`,
    [ids],
  );
  return rows;
}

interface Both {
  readonly people: readonly string[];
  readonly services: Record<Side['name'], string>;
}

async function prepareNight(setting: Setting, people: number): Promise<Both> {
  const services = { server: await openLunches(setting), limit: await openLunches(setting) };
  // From the end of the line: those at its beginning have booked elsewhere.
  return { services, people: setting.newcomers.slice(-people).map(({ id }) => id) };
}

/** Both book the same days at the same prices, with the same events; a second night books nothing. */
export async function sameNights(
  sides: Readonly<Record<Side['name'], Side>>,
  setting: Setting,
): Promise<void> {
  const { services, people } = await prepareNight(setting, 2);
  const came: unknown[][] = [];
  for (const name of NAMES) {
    const orders = await order(setting, services[name], people);
    await nights[name](sides[name], setting, services[name]);
    const once = await standing(setting, orders);
    await nights[name](sides[name], setting, services[name]);
    deepStrictEqual(await standing(setting, orders), once, `A second night of the ${name} changes something`);
    if (once.length < people.length * 250) throw new Error(`The ${name} booked too little`);
    came.push(once);
  }
  deepStrictEqual(came[1], came[0], 'The nights differ');
}

/** One night of each side with so many orders, whole years of them. */
export async function measureNights(
  sides: Readonly<Record<Side['name'], Side>>,
  setting: Setting,
  postmaster: number,
  form: { readonly rounds: number; readonly orders: number },
): Promise<Record<Side['name'], Measured[]>> {
  const rounds: Record<Side['name'], Measured[]> = { server: [], limit: [] };
  for (let round = 0; round < form.rounds; round++) {
    const { services, people } = await prepareNight(setting, form.orders);
    for (const name of round % 2 === 0 ? NAMES.toReversed() : NAMES) {
      const orders = await order(setting, services[name], people);
      const { pid } = sides[name];
      const before = {
        server: processorTime(pid),
        database: databaseTime(postmaster),
        at: performance.now(),
      };
      await nights[name](sides[name], setting, services[name]);
      const ms = performance.now() - before.at;
      await sleep(50);
      const days = (await standing(setting, orders)).filter(
        (row) => (row as { state: unknown }).state !== null,
      ).length;
      const serverMs = (processorTime(pid) - before.server) / days;
      const databaseMs = (databaseTime(postmaster) - before.database) / days;
      rounds[name].push({
        ...{
          requests: days,
          perSecond: (days / ms) * 1000,
          serverMs,
          databaseMs,
          totalMs: serverMs + databaseMs,
        },
        ...{ p50: ms, p99: ms },
      });
    }
  }
  console.error('N1 measured');
  return rounds;
}
