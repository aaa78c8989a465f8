import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SAMPLE_PASSWORD, sampleCentres } from '@linli/sample';
import { freePort, type House, openHouse } from '@linli/testkit';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient, dayFromNow, newId } from './api.js';

// KILLS=100 for the long form that docs/testing.md tells of.
const KILLS = Number(process.env.KILLS ?? 4);
const WORKERS = 8;
const centre = sampleCentres.find(({ key }) => key === 'shabei');

const BOOK = `mutation ($input: BookInput!) {
  book(input: $input) { __typename ... on Booking { id ticketNumber } ... on Refused { code } }
}`;
interface Booked {
  readonly book: { readonly __typename: string; readonly ticketNumber?: string; readonly code?: string };
}
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

const victims = {
  'the server': () => house.process.pid,
  PostgreSQL: () =>
    Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
};
const rounds = Array.from({ length: KILLS }, (_, i) => (i % 2 === 0 ? 'the server' : 'PostgreSQL'));

it.each(rounds.map((victim, i) => [i + 1, victim] as const))(
  'kill -9 no. %i, of %s, while many book: what was answered stands, what was not can be sent again',
  async (_round, victim) => {
    const acknowledged = new Map<string, string>();
    const unanswered: Wish[] = [];
    let killed = false;
    const work = async () => {
      for (let wish = wishes.pop(); wish && !killed; wish = wishes.pop()) {
        try {
          const { data } = await staff.send<Booked>(BOOK, { input: wish });
          if (data?.book.__typename === 'Booking') acknowledged.set(wish.id, data.book.ticketNumber ?? '');
          else if (!data) unanswered.push(wish);
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
    // Without its database a server waits for it to be brought back; without a server all begins anew.
    if (victim === 'PostgreSQL') await house.ready();
    else house = await openHouse({ dataDir, port: Number(new URL(house.url).port) });
    expect(acknowledged.size).toBeGreaterThan(0);
    for (const [id, ticketNumber] of acknowledged) {
      const { booking } = await staff.ask<{ booking: { ticketNumber: string; state: string } }>(
        'query ($id: ID!) { booking(id: $id) { ticketNumber state } }',
        { id },
      );
      expect(booking).toEqual({ ticketNumber, state: 'CONFIRMED' });
    }
    for (const wish of unanswered) {
      const [first, second] = [
        await staff.ask<Booked>(BOOK, { input: wish }),
        await staff.ask<Booked>(BOOK, { input: wish }),
      ];
      expect(second).toEqual(first);
    }
  },
  120_000,
);
