import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SAMPLE_PASSWORD, sampleCentres } from '@linli/sample';
import { freePort, type House, openHouse } from '@linli/testkit';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient, dayFromNow, newId } from '../api.js';
import { inDatabase } from '../support/database.js';
import { copyFurnished } from '../support/furnished-house.js';

// KILLS=100 for the long form that docs/testing.md tells of.
const KILLS = Number(process.env.KILLS ?? 4);
const WORKERS = 8;
const centre = sampleCentres.find(({ key }) => key === 'shabei');

const BOOK = `mutation ($input: BookInput!) {
  book(input: $input) { __typename ... on Booking { id ticketNumber state } ... on Refused { code } }
}`;
/** Confirmed, or to be decided about, as the service wants it. */
interface Standing {
  readonly ticketNumber: string;
  readonly state: string;
}
interface Booked {
  readonly book: { readonly __typename: string; readonly code?: string } & Partial<Standing>;
}
const standingOf = ({ book: { ticketNumber = '', state = '' } }: Booked): Standing => ({
  ticketNumber,
  state,
});
const CANCEL = `mutation ($input: CancelBookingInput!) {
  cancelBooking(input: $input) { __typename ... on Refused { code } }
}`;
interface Wish {
  readonly id: string;
  readonly sessionId: string;
  readonly beneficiaryId: string;
  readonly channel: 'PHONE';
}

let house: House;
let wishes: Wish[];
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'linli-kill-'));
const staff = new ApiClient(() => house, 'CONSOLE');

beforeAll(async () => {
  copyFurnished(dataDir);
  house = await openHouse({ dataDir, port: await freePort() });
  await staff.signInAs('shabei.qiantai', SAMPLE_PASSWORD);
  wishes = await possibleWishes();
}, 240_000);

afterAll(async () => {
  await house.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What could be booked now by telephone: many people, many sessions. */
async function possibleWishes(): Promise<Wish[]> {
  const find = `query ($text: String!, $centreId: ID!) { findResidents(text: $text, centreId: $centreId) { id } }`;
  const people = new Set<string>();
  for (const text of ['王', '李', '張', '劉', '陳', '趙']) {
    const { findResidents } = await staff.ask<{ findResidents: { id: string }[] }>(find, {
      text,
      centreId: centre?.id,
    });
    for (const { id } of findResidents) people.add(id);
  }
  const list = `query ($centreId: ID!, $beneficiaryId: ID!, $from: Date!, $to: Date!) {
    bookableSessions(centreId: $centreId, beneficiaryId: $beneficiaryId, from: $from, to: $to) { refusal session { id } }
  }`;
  const found = await Promise.all(
    [...people].map(async (beneficiaryId) => {
      const range = { centreId: centre?.id, beneficiaryId, from: dayFromNow(1), to: dayFromNow(6) };
      const { bookableSessions } = await staff.ask<{
        bookableSessions: { refusal: string | null; session: { id: string } }[];
      }>(list, range);
      return bookableSessions
        .filter(({ refusal }) => refusal === null)
        .map(({ session }): Wish => ({
          id: newId(),
          sessionId: session.id,
          beneficiaryId,
          channel: 'PHONE',
        }));
    }),
  );
  return found.flat().sort((one, other) => (one.id.slice(-8) < other.id.slice(-8) ? -1 : 1));
}

/** What no crash may leave behind: a counter beside its bookings, a change without its news, or with news told twice. */
async function expectNothingHalf(ids: readonly string[]): Promise<void> {
  const [found] = await inDatabase(
    house,
    `SELECT (SELECT count(*) FROM booking_drift)::int AS drift, count(*)::int AS bookings, sum(told)::int AS told,
       count(*) FILTER (WHERE told <> 1)::int AS untold
     FROM booking CROSS JOIN LATERAL (
       SELECT count(*) AS told FROM event WHERE name = 'bookings.booked' AND payload ->> 'bookingId' = booking.id::text
     ) news
     WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
  expect(found).toEqual({ drift: 0, bookings: ids.length, told: ids.length, untold: 0 });
}

/** Gives the places back and wishes for them anew: there is as much to book in the hundredth round as in the first. */
async function startAnew(made: readonly Wish[], refused: readonly Wish[]): Promise<void> {
  for (const { id } of made) {
    const input = { id, reason: '下一輪' };
    expect(await staff.ask(CANCEL, { input })).toEqual({ cancelBooking: { __typename: 'Booking' } });
  }
  wishes = [...refused, ...made, ...wishes].map((wish) => ({ ...wish, id: newId() }));
}

const victims = {
  'the server': () => house.process.pid,
  PostgreSQL: () =>
    Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
};
const rounds = Array.from({ length: KILLS }, (_, i) => (i % 2 === 0 ? 'the server' : 'PostgreSQL'));

/** Many book at once until the victim is dead; what was answered, with its ticket, and what was not. */
async function bookUntilKilled(victim: keyof typeof victims) {
  const acknowledged = new Map<Wish, Standing>();
  const unanswered: Wish[] = [];
  const refused: Wish[] = [];
  let killed = false;
  const work = async () => {
    while (!killed) {
      const wish = wishes.pop();
      if (!wish) return;
      try {
        const { data } = await staff.send<Booked>(BOOK, { input: wish });
        if (data?.book.__typename === 'Booking') acknowledged.set(wish, standingOf(data));
        else (data ? refused : unanswered).push(wish);
      } catch {
        unanswered.push(wish);
      }
    }
  };
  const working = Promise.all(Array.from({ length: WORKERS }, work));
  await sleep(250);
  const pid = victims[victim]();
  if (pid === undefined || !Number.isInteger(pid)) throw new Error(`no process of ${victim}`);
  const gone = victim === 'the server' ? once(house.process, 'exit') : sleep(50);
  process.kill(pid, 'SIGKILL');
  await gone;
  killed = true;
  await working;
  return { acknowledged, unanswered, refused };
}

it.each(rounds.map((victim, i) => [i + 1, victim] as const))(
  'kill -9 no. %i, of %s, while many book: what was answered stands, what was not can be sent again',
  async (_round, victim) => {
    const { acknowledged, unanswered, refused } = await bookUntilKilled(victim);
    // Without its database a server waits for it to be brought back; without a server all begins anew.
    if (victim === 'PostgreSQL') await house.ready();
    else house = await openHouse({ dataDir, port: Number(new URL(house.url).port) });
    expect(acknowledged.size).toBeGreaterThan(0);
    for (const [{ id }, standing] of acknowledged) {
      const { booking } = await staff.ask<{ booking: Standing }>(
        'query ($id: ID!) { booking(id: $id) { ticketNumber state } }',
        { id },
      );
      expect(booking).toEqual(standing);
    }
    const made = [...acknowledged.keys()];
    for (const wish of unanswered) {
      const [first, second] = [
        await staff.ask<Booked>(BOOK, { input: wish }),
        await staff.ask<Booked>(BOOK, { input: wish }),
      ];
      expect(second).toEqual(first);
      (first.book.__typename === 'Booking' ? made : refused).push(wish);
    }
    await expectNothingHalf(made.map(({ id }) => id));
    await startAnew(made, refused);
  },
  120_000,
);
