import { expect, it } from '@jest/globals';
import { type OrganisationId, personId } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { dossierId } from '@linli/domain/organisation/becoming';
import { monthsOn } from '@linli/domain/organisation/moving';
import fc from 'fast-check';
import { behindWall } from '../../platform/database/index.js';
import { newId, testApi } from '../../testing/index.js';
import { becomingScenario, START, two } from './becoming.scenario.js';

const api = testApi();
const { sql, at, call, opened, take, review, days } = becomingScenario(api);

// Written by hand from the rules, not read from the domain: months between the day of one step and that of another.
const GATES = [
  ...([
    [3, 6, 12],
    [3, 7, 12],
    [15, 22, 12],
    [15, 23, 12],
  ] as const),
];
const plus = (day: string, months: number): string => {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return `${date.toISOString().slice(0, 7)}${day.slice(7)}`;
};

const mostlyNot = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

it('no random path reaches a step before its gates', async () => {
  const [reached, refused] = [new Set<number>(), new Set<unknown>()];
  const move = fc.record({
    // Mostly the next step, sometimes any; mostly later by some weeks, sometimes earlier.
    jump: mostlyNot(fc.integer({ min: 2, max: 25 })),
    later: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 100 }) },
      fc.integer({ min: -60, max: 400 }),
    ),
    reviews: fc.constantFrom(true, true, true, false),
    bare: mostlyNot(fc.constantFrom('papers', 'introducers', 'trainingHours')),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 35, maxLength: 50 }), async (moves) => {
      const { id, residentId } = await opened();
      let [on, next] = [START, 2];
      for (const { jump, later, reviews, bare } of moves) {
        const tried = addDays(on, later);
        if (tried > '2026-06-01') break;
        if (reviews) await review(id, tried);
        const without = bare === null ? {} : { [bare]: bare === 'trainingHours' ? 23 : [] };
        const answer = await take(id, jump ?? next, tried, without);
        if (answer.code === undefined) next = (jump ?? next) + 1;
        else refused.add(answer.code);
        // Whoever is refused for the day waits; for anything else they try again.
        const waits = answer.code === undefined || answer.code === 'STEP_BEFORE_ITS_DAY';
        if (waits && later >= 0) on = tried;
        if (next > 25) break;
      }
      const taken = await days(id);
      taken.forEach(({ step }) => reached.add(step));
      expect(taken.map(({ step }) => step)).toEqual(taken.map((_, i) => i + 1));
      expect(taken.map(({ day }) => day)).toEqual(taken.map(({ day }) => day).toSorted());
      for (const [from, to, months] of GATES) {
        const [one, other] = [taken[from - 1]?.day, taken[to - 1]?.day];
        // A day that the shorter month lacks falls on its last: never more than three days earlier.
        if (one && other) expect(addDays(other as PlainDate, 3) >= plus(one, months)).toBe(true);
      }
      const [activist, candidate] = [taken[2]?.day, taken[6]?.day];
      const [{ count } = { count: 0 }] = await sql(
        'SELECT count(*)::int FROM becoming_review WHERE dossier_id = $1 AND reviewed_on BETWEEN $2 AND $3',
        [id, activist ?? START, candidate ?? START],
      );
      if (candidate) expect(count).toBeGreaterThanOrEqual(2);
      const stages = await sql(
        'SELECT stage FROM membership_version WHERE resident_id = $1 AND superseded_at IS NULL ORDER BY valid_from',
        [residentId],
      );
      const made = [3, 7, 17, 24].filter((step) => taken.length >= step).length;
      const last = ['ACTIVIST', 'CANDIDATE', 'PROBATIONARY', 'FULL'][made - 1];
      expect(stages.at(-1)?.stage).toBe(last);
    }),
    { numRuns: 8 },
  );
  // It was no walk in place: some came far, and each kind of gate was met.
  expect(Math.max(...reached)).toBeGreaterThan(15);
  for (const code of ['STEP_OUT_OF_TURN', 'STEP_BEFORE_ITS_DAY', 'PAPERS_MISSING'])
    expect(refused).toContain(code);
}, 180_000);

it('a whole way: an activist, a candidate, on probation from the meeting, a full member; then nothing comes next', async () => {
  const { id, residentId } = await opened();
  for (const step of [2, 3, 4, 5]) await take(id, step, START);
  expect(await take(id, 6, addDays(START, 364))).toMatchObject({ code: 'STEP_BEFORE_ITS_DAY' });
  await review(id, addDays(START, 180));
  await take(id, 6, addDays(START, 365));
  expect(await take(id, 7, addDays(START, 366))).toMatchObject({ code: 'REVIEWS_MISSING' });
  expect(await review(id, addDays(START, 365))).toMatchObject({ reviews: 2 });
  await take(id, 7, addDays(START, 373));
  await take(id, 8, addDays(START, 374));
  // Nobody introduces who is no full member.
  const strangers = { introducers: [two[0], newId(personId)] };
  expect(await take(id, 9, addDays(START, 375), strangers)).toMatchObject({ code: 'INTRODUCERS_NEEDED' });
  for (const step of [9, 10, 11, 12, 13, 14, 15]) await take(id, step, addDays(START, 366 + step));
  const special = { dossierId: id, reason: '上級黨委換屆' };
  expect(await call('prolongApproval', special)).toMatchObject({ due: monthsOn(addDays(START, 381), 6) });
  expect(await call('prolongApproval', special)).toMatchObject({ prolongedBecause: special.reason });
  expect(await call('prolongApproval', { ...special, reason: '其他' })).toMatchObject({
    code: 'APPROVAL_NOT_PROLONGED',
  });
  await take(id, 16, addDays(START, 382));
  const approved = { dossierId: id, step: 17, on: addDays(START, 420) };
  expect(await take(id, 17, approved.on)).toMatchObject({ next: { number: 18 } });
  expect(await take(id, 17, approved.on)).toMatchObject({ next: { number: 18 } });
  expect(await take(id, 17, addDays(START, 421))).toMatchObject({ code: 'CONFLICT' });
  expect(await call('extendProbation', { dossierId: id, months: 6 })).toMatchObject({ extendedMonths: 6 });
  expect(await call('extendProbation', { dossierId: id, months: 12 })).toMatchObject({
    code: 'PROBATION_NOT_EXTENDED',
  });
  for (const step of [18, 19, 20, 21]) await take(id, step, addDays(START, 430));
  expect(await take(id, 22, addDays(START, 381 + 366))).toMatchObject({ code: 'STEP_BEFORE_ITS_DAY' });
  for (const step of [22, 23, 24, 25]) await take(id, step, addDays(START, 960));
  const stages = await sql(
    `SELECT stage, valid_from::text AS from FROM membership_version
     WHERE resident_id = $1 AND superseded_at IS NULL ORDER BY valid_from`,
    [residentId],
  );
  expect(stages).toEqual([
    { stage: 'ACTIVIST', from: START },
    { stage: 'CANDIDATE', from: addDays(START, 373) },
    { stage: 'PROBATIONARY', from: addDays(START, 381) },
    { stage: 'FULL', from: addDays(START, 960) },
  ]);
  expect(
    await call('stopDossier', { dossierId: id, on: addDays(START, 1000), reason: '測試' }),
  ).toMatchObject({
    stoppedOn: addDays(START, 1000),
  });
});

it('whose way is stopped goes no further, and may begin anew; a step that the roster refuses is not taken', async () => {
  const { id, residentId } = await opened();
  await take(id, 2, START);
  const again = {
    id: newId(dossierId),
    organisationId: at().branch,
    residentId,
    on: START,
    papers: ['APPLICATION_LETTER'],
  };
  expect(await call('openDossier', again)).toMatchObject({ code: 'ON_THE_WAY_ALREADY' });
  await call('stopDossier', { dossierId: id, on: addDays(START, 9), reason: '遷往外地' });
  expect(await take(id, 3, addDays(START, 10))).toMatchObject({ code: 'BECOMING_STOPPED' });
  expect(await call('openDossier', again)).toMatchObject({ next: { number: 2 } });
  await take(again.id, 2, START);
  await sql(
    `INSERT INTO membership_version (resident_id, organisation_id, stage, valid_from, recorded_at)
     VALUES ($1, $2, 'FULL', '2020-01-01', now())`,
    [residentId, at().party.community],
  );
  expect(await take(again.id, 3, addDays(START, 10))).toMatchObject({ code: 'MEMBER_ELSEWHERE' });
  expect(await days(again.id)).toHaveLength(2);
});

it('one dossier has all twenty-five steps, those that were taken by whom and with whom', async () => {
  const { id } = await opened();
  for (const step of [2, 3, 4, 5]) await take(id, step, START);
  for (const after of [180, 365]) await review(id, addDays(START, after));
  for (const step of [6, 7, 8, 9]) await take(id, step, addDays(START, 366));
  const document = `query ($id: ID!) { becomingDossier(id: $id) { reviewed { note }
    timeline { step { number papers } taken { on recordedBy introducers } isNext isLate } } }`;
  const { data } = await api.ask(at().party.secretary, document, { id });
  const { timeline, reviewed } = data?.becomingDossier as { timeline: object[]; reviewed: object[] };
  expect(timeline).toHaveLength(25);
  expect(reviewed).toEqual([{ note: '表現好' }, { note: '表現好' }]);
  expect(timeline[8]).toMatchObject({ taken: { introducers: ['老黨員', '老黨員'] }, isNext: false });
  expect(timeline[9]).toMatchObject({ step: { papers: ['REVIEW_REPORT'] }, taken: null, isNext: true });
  const { errors } = await api.ask(at().party.secretary, document, { id: newId(dossierId) });
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('the list is on the trail, and behind the wall nothing of others is seen', async () => {
  // Nobody has talked with them, years after they applied.
  await opened();
  const document = 'query ($id: ID!) { becomingDossiers(organisationId: $id) { name isLate } }';
  const { data } = await api.ask(at().party.secretary, document, { id: at().branch });
  const [first] = data?.becomingDossiers as { isLate: boolean }[];
  expect(first?.isLate).toBe(true);
  const trail = await sql(
    `SELECT FROM audit_entry WHERE action = 'BECOMING_SHOWN' AND actor_id = $1
    AND (detail ->> 'count')::int > 1`,
    [at().party.secretary.personId],
  );
  expect(trail).toHaveLength(1);
  for (const table of ['becoming_dossier', 'becoming_step', 'becoming_review']) {
    const seen = (organisations: OrganisationId[]) =>
      behindWall(api.database(), organisations, (tx) => tx.query<object[]>(`SELECT FROM ${table} LIMIT 1`));
    expect([table, await seen([at().branch]), await seen([])]).toMatchObject([table, [{}], []]);
  }
});
