import { deepStrictEqual } from 'node:assert/strict';
import { bytesOf, Connection } from './client.js';
import type { Side } from './load.js';
import type { Setting } from './setting.js';
import { type Requests, wish, type Work } from './works.js';

export interface Sides {
  readonly server: Side;
  readonly limit: Side;
}

type Answers = Readonly<Record<Side['name'], unknown>>;

async function answers(sides: Sides, requests: Requests): Promise<Answers> {
  const both = await Promise.all(
    (['server', 'limit'] as const).map(async (name) => {
      const connection = await Connection.open(sides[name].port);
      try {
        const body = await connection.ask(bytesOf(requests[name]));
        const answer = JSON.parse(body) as { errors?: unknown };
        if (answer.errors !== undefined) throw new Error(`The ${name} answers ${body}`);
        return answer;
      } finally {
        connection.close();
      }
    }),
  );
  return { server: both[0], limit: both[1] };
}

/** Nothing is measured that is not the same work: every sample is answered by both, field by field. */
export async function sameAnswers(sides: Sides, { key, samples }: Work, most: number): Promise<void> {
  for (const sample of samples.slice(0, most)) {
    const { server, limit } = await answers(sides, sample);
    deepStrictEqual(limit, server, `${key}: the limit answers something else`);
  }
}

const ROW = `
  SELECT channel, state, texture, full_fen, subsidy_fen, rule_id, rule_name, payer, allergy_overridden,
    booker_id = beneficiary_id AS own, cancelled_at, (SELECT array_agg(name) FROM event
      WHERE payload ->> 'bookingId' = booking.id::text AND subject_id = $2) AS events
  FROM booking WHERE id = $1`;

/** Both write the same, both know a wish that came again (whoever had it first), both refuse what is full. */
export async function sameBookings(
  sides: Sides,
  { db, newcomers, spread, centreId }: Setting,
): Promise<void> {
  const [session] = spread.slice(-1);
  const [one, other] = newcomers.slice(-2);
  if (!one || !other || session === undefined) throw new Error('No one to book');
  const row = async (id: string) => (await db.query<object>(ROW, [id, centreId])).rows[0];
  const ids: string[] = [];
  for (const [guest, first] of [[one, 'server'] as const, [other, 'limit'] as const]) {
    const again = first === 'server' ? 'limit' : 'server';
    const requests = wish(guest, session);
    const booked = (await alone(sides[first], requests)).book as { __typename: string; id: string };
    const repeated = (await alone(sides[again], requests)).book;
    if (booked.__typename !== 'Booking') throw new Error(`The ${first} does not book`);
    deepStrictEqual(repeated, booked, `The ${again} does not know the booking again`);
    ids.push(booked.id);
  }
  deepStrictEqual(await row(ids[1] ?? ''), await row(ids[0] ?? ''), 'The rows differ');
}

async function alone(side: Side, requests: Requests): Promise<Record<string, unknown>> {
  const connection = await Connection.open(side.port);
  const body = await connection.ask(bytesOf(requests[side.name]));
  connection.close();
  const { data } = JSON.parse(body) as { data?: Record<string, unknown> | null };
  if (!data) throw new Error(`The ${side.name} answers ${body}`);
  return data;
}

/** 200 at once for 50 places: exactly 50 get one, on either side. */
export async function sellsExactly(side: Side, { newcomers }: Setting, sessionId: string): Promise<void> {
  const results = await Promise.all(
    newcomers.slice(0, 200).map(async (guest) => (await alone(side, wish(guest, sessionId))).book),
  );
  const words = results.map((result) => JSON.stringify(result));
  const booked = words.filter((word) => word.includes('"Booking"')).length;
  const full = words.filter((word) => word.includes('"SESSION_FULL"')).length;
  if (booked !== 50 || full !== 150)
    throw new Error(`The ${side.name} sold ${String(booked)} of 50, refused ${String(full)}`);
}

interface Sums {
  readonly bookings: number;
  readonly events: number;
  readonly oversold: number;
  readonly drift: number;
}

/** After all writing: nothing oversold, every counter right, an event for each booking. */
export async function sums({ db, spread, hot, fifty }: Setting): Promise<Sums> {
  const { rows } = await db.query<Sums>(
    `SELECT
       (SELECT count(*)::int FROM booking WHERE session_id = ANY ($1)) AS bookings,
       (SELECT count(*)::int FROM event WHERE name = 'bookings.booked' AND (payload ->> 'sessionId')::uuid = ANY ($1))
         AS events,
       (SELECT count(*)::int FROM session_places WHERE taken > capacity OR capacity <
         (SELECT count(*) FROM booking WHERE booking.session_id = session_places.session_id
          AND state NOT IN ('DECLINED', 'LAPSED', 'CANCELLED', 'WAITLISTED'))) AS oversold,
       (SELECT count(*)::int FROM booking_drift) AS drift`,
    [[...spread, ...hot, ...fifty]],
  );
  const [found] = rows;
  if (!found || found.oversold > 0 || found.drift > 0 || found.events !== found.bookings) {
    throw new Error(`After writing: ${JSON.stringify(found)}`);
  }
  return found;
}
