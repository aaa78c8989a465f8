import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type House, openHouse } from '@linli/testkit';
import { type Measured, type Side, underLoad } from './load.js';
import { measureNights, sameNights } from './night.js';
import { type AtSize, organisationReads, organisationTable } from './organisation-works.js';
import { growTo } from './organisations.js';
import { memoryOf, postmasterIn } from './processor.js';
import { type Pushed, underPush } from './push.js';
import { page, type Results, table } from './report.js';
import { sameAnswers, sameBookings, sellsExactly, type Sides, sums } from './same.js';
import { databaseOf, prepare, type Setting } from './setting.js';
import { reads, type Work, writes } from './works.js';

const PAGE = path.resolve(import.meta.dirname, '../../../docs/performance.md');
const { values: given } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    short: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    only: { type: 'string' },
    organisations: { type: 'string' },
  },
});
const form = given.short
  ? {
      ...{ rounds: 2, roundMs: 800, warmUpMs: 300, newcomers: 8000 },
      ...{ push: { rounds: 1, sockets: 500, events: 12 }, nights: { rounds: 1, orders: 4 } },
    }
  : {
      rounds: 4,
      roundMs: 3000,
      warmUpMs: 1000,
      newcomers: 20_000,
      push: { rounds: 4, sockets: 500, events: 30 },
      nights: { rounds: 4, orders: 8 },
    };
/** Enough to compare the answers. */
const A_FEW = 300;
const wanted = (key: string): boolean => given.only === undefined || given.only.split(',').includes(key);

/** Both sides in turn, and each first as often as second. */
const order = ({ server, limit }: Sides, round: number): Side[] =>
  round % 2 === 0 ? [limit, server] : [server, limit];

async function measure(sides: Sides, postmaster: number, work: Work) {
  const load = (side: Side, ms: number) => {
    const { clients, mark } = work;
    return underLoad(side, postmaster, { clients, mark, next: work.requests(side.name) }, ms);
  };
  const rounds: Record<Side['name'], Measured[]> = { server: [], limit: [] };
  for (const side of order(sides, 0)) await load(side, form.warmUpMs);
  for (let round = 0; round < form.rounds; round++) {
    for (const side of order(sides, round)) rounds[side.name].push(await load(side, form.roundMs));
  }
  console.error(`${work.key} measured`);
  return { key: work.key, name: work.name, ...rounds };
}

async function push(sides: Sides, setting: Setting, limit: ChildProcess) {
  const item = { cursor: '1234567-1234567', name: 'bookings.booked', subjectId: setting.centreId };
  const happen = {
    server: async () => {
      const text = `INSERT INTO event (name, subject_id, payload) VALUES ('bookings.booked', $1, '{}')`;
      await setting.db.query({ name: 'happen', text, values: [setting.centreId] });
      return performance.now();
    },
    limit: () => {
      limit.send({ ...item, at: new Date().toISOString() });
      return Promise.resolve(performance.now());
    },
  };
  const rounds: Record<Side['name'], Pushed[]> = { server: [], limit: [] };
  for (let round = 0; round < form.push.rounds; round++) {
    for (const side of order(sides, round)) {
      rounds[side.name].push(await underPush(side, setting, happen[side.name], form.push));
    }
  }
  console.error('S1 measured');
  return rounds;
}

/** Each size in turn, the house growing from one to the next. */
async function measureGrowth(sides: Sides, setting: Setting, postmaster: number, sizes: readonly number[]) {
  const measured: AtSize[] = [];
  for (const size of sizes) {
    const grown = await growTo(setting.db, size);
    console.error(`${String(grown.organisations)} organisations, ${String(grown.members)} members`);
    for (const work of organisationReads(setting, grown)) {
      await sameAnswers(sides, work, 10);
      const { key, name, ...rounds } = await measure(sides, postmaster, work);
      measured.push({ key, name, rounds, size: grown });
    }
  }
  return organisationTable(measured);
}

async function measureAll(sides: Sides, setting: Setting, postmaster: number, all: readonly Work[]) {
  const works: { key: string; name: string; server: Measured[]; limit: Measured[] }[] = [];
  for (const work of all.filter(({ key }) => wanted(key))) works.push(await measure(sides, postmaster, work));
  if (!wanted('N1')) return works;
  const nights = await measureNights(sides, setting, postmaster, form.nights);
  const name = '長期預約，一年 a night that books 12 months of standing orders';
  return [...works, { key: 'N1', name, ...nights }];
}

async function run(house: House): Promise<Results | undefined> {
  const url = databaseOf(house.dataDir);
  const postmaster = postmasterIn(house.dataDir);
  const setting = await prepare(url, given.check ? A_FEW : form.newcomers);
  const limit = fork(path.join(import.meta.dirname, 'limit', 'main.ts'), {
    env: { ...process.env, DATABASE_URL: url },
  });
  try {
    const [port] = (await once(limit, 'message')) as [number];
    const sides: Sides = {
      server: { name: 'server', port: Number(new URL(house.url).port), pid: Number(house.process.pid) },
      limit: { name: 'limit', port, pid: Number(limit.pid) },
    };
    if (given.organisations !== undefined) {
      const sizes = given.organisations.split(',').map(Number);
      console.log(await measureGrowth(sides, setting, postmaster, sizes));
      return undefined;
    }
    const [questions, bookings] = [reads(setting), writes(setting)];
    for (const work of questions) await sameAnswers(sides, work, given.check ? 10 : 60);
    await sameBookings(sides, setting);
    await sameNights(sides, setting);
    if (given.check) {
      for (const work of organisationReads(setting, await growTo(setting.db, 0)))
        await sameAnswers(sides, work, 10);
    }
    console.error('both answer the same');
    if (given.check) return undefined;
    const works = await measureAll(sides, setting, postmaster, [...questions, ...bookings]);
    const pushed = wanted('S1') ? await push(sides, setting, limit) : undefined;
    for (const [i, side] of [sides.server, sides.limit].entries()) {
      await sellsExactly(side, setting, setting.fifty[i] ?? '');
    }
    const memory = { server: memoryOf(sides.server.pid), limit: memoryOf(sides.limit.pid) };
    return { works, pushed, memory, sums: await sums(setting), rounds: form.rounds, roundMs: form.roundMs };
  } finally {
    limit.disconnect();
    await setting.db.end();
  }
}

const house = await openHouse();
try {
  const results = await run(house);
  if (results) console.log(table(results));
  if (results && !given.short && given.only === undefined) writeFileSync(PAGE, page(results));
} finally {
  await house.stop();
}
