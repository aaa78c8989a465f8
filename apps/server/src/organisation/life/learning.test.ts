import { expect, it } from '@jest/globals';
import type { OrganisationId, PersonId } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { LearningDuty } from '@linli/domain/organisation/life';
import { newUuid, transaction } from '../../platform/database/index.js';
import { testDatabase } from '../../testing/index.js';
import { recordExemptions } from '../members/index.js';
import { houseAuthor } from '../structure/index.js';
import { trainingScenario } from '../training/training.scenario.js';
import { learningList, learningOverview } from './learning.queries.js';
import { done, lifeScenario } from './life.scenario.js';
import { myLife } from './my-life.queries.js';
import { lifeRates } from './rates.queries.js';

const database = testDatabase();
const { branchOf, sql, today, keeper, memberViewer, holds } = lifeScenario(database);
const { holdsPost, plans, schedules, records, trains, year } = trainingScenario(database);

const FIRST = (): PlainDate => `${String(year())}-01-01` as PlainDate;
const MONTH = (): number => Number(today().slice(5, 7));

it('hours of a training count for the member and for the education rate once it is signed', async () => {
  const { branch, members, secretary } = await branchOf(2);
  const [one, other] = members as [PersonId, PersonId];
  await holds(secretary, branch, { present: [one], away: [other] });
  const education = async () =>
    (
      await lifeRates(database(), { tops: [branch], organisationId: branch, year: year(), month: MONTH() })
    ).find(({ kind }) => kind === 'EDUCATION');
  const mine = async (id: PersonId) => (await myLife(database(), memberViewer(id))).minutes;
  expect([await mine(one), await mine(other)]).toEqual([90, 0]);

  const plan = done(await plans(secretary, branch, { minutes: 1920 }));
  const session = done(await schedules(secretary, plan.id, { minutes: 1920 }));
  done(await records(secretary, session.id, [one], 1920));
  expect([await mine(one), (await education())?.met]).toEqual([90, 0]);
  await trains(secretary, branch, [one], { minutes: 1920 });
  expect([await mine(one), await mine(other)]).toEqual([90 + 1920, 0]);
  expect(await education()).toMatchObject({ met: 1, gap: 1 });
  const { trainings, minutesOfYear } = await myLife(database(), memberViewer(one));
  expect(trainings).toMatchObject([{ minutes: 1920, form: 'GATHERED', day: today() }]);
  expect(minutesOfYear).toBe(32 * 60);
  await holdsPost(one, branch, 'COMMITTEE_MEMBER', '2025-03-01');
  expect((await myLife(database(), memberViewer(one))).minutesOfYear).toBe(56 * 60);
});

interface Fact {
  readonly id: PersonId;
  readonly branch: OrganisationId;
  exempt: boolean;
  post: 'SECRETARY' | 'COMMITTEE_MEMBER' | undefined;
  since: PlainDate;
  /** What happened: day, minutes, whether it counts, form. */
  readonly learnt: { day: PlainDate; minutes: number; counts: boolean; form: string }[];
}

/** Six months later by hand, the last day included. */
function sixMonthsOn(since: PlainDate): PlainDate {
  const [y, m, d] = since.split('-').map(Number) as [number, number, number];
  const [yy, mm] = m + 6 > 12 ? [y + 1, m - 6] : [y, m + 6];
  const last = new Date(Date.UTC(yy, mm, 0)).getUTCDate();
  const text = `${String(yy)}-${String(mm).padStart(2, '0')}-${String(Math.min(d, last)).padStart(2, '0')}`;
  return addDays(text as PlainDate, -1);
}

// Slow and obvious: one person after the other.
function oracle(facts: readonly Fact[], duty: LearningDuty, month: number): Map<PersonId, string> {
  const [from, to] = [FIRST(), new Date(Date.UTC(year(), month, 0)).toISOString().slice(0, 10)];
  const sides = new Map<PersonId, string>();
  for (const { id, exempt, post: held, since, learnt } of facts) {
    const post = since <= to ? held : undefined;
    const ofYear = learnt.filter(({ counts, day }) => counts && day >= from && day <= to);
    const hours = ofYear.reduce((sum, { minutes }) => sum + minutes, 0) / 60;
    const gathered = ofYear.some(({ form }) => form === 'GATHERED');
    let met: boolean | undefined;
    if (duty === 'MEMBER') met = hours >= (32 * month) / 12;
    if (duty === 'POST_HOLDER' && post) met = hours >= (56 * month) / 12 && (month < 12 || gathered);
    if (duty === 'NEW_SECRETARY' && post === 'SECRETARY' && sixMonthsOn(since) >= from)
      met = learnt.some(
        ({ counts, day, form }) =>
          counts &&
          day >= since &&
          day <= to &&
          day <= sixMonthsOn(since) &&
          (form === 'GATHERED' || form === 'SECRETARY_CLASS'),
      );
    if (met !== undefined) sides.set(id, exempt ? 'EXEMPT' : met ? 'MET' : 'GAP');
  }
  return sides;
}

const chance = (() => {
  let seed = 20261123;
  return (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
})();
const FORMS = ['GATHERED', 'SECRETARY_CLASS', 'WITH_MEETING', 'SITE_VISIT'];

/** A meeting or a training of some day, as it was kept then. */
async function happened(fact: Fact): Promise<void> {
  const [{ id, branch, learnt }, about] = [fact, newUuid()];
  const day = addDays(FIRST(), chance(400) - 60);
  if (day > today()) return;
  const [minutes, form] = [60 * (1 + chance(16)), FORMS[chance(4)] ?? ''];
  if (chance(2) === 0) {
    const mark = ['PRESENT', 'ONLINE', 'LEAVE', 'UNEXCUSED'][chance(4)] ?? '';
    const made = mark === 'LEAVE' && chance(2) === 0;
    const isSigned = chance(5) > 0;
    await sql(
      `INSERT INTO meeting (id, organisation_id, day, starts_at, place, minutes, planned_by)
       VALUES ($1, $2, $3, $3::date + time '12:00' AT TIME ZONE 'Asia/Shanghai', '會議室', $4, '甲')`,
      [about, branch, day, Math.min(minutes, 480)],
    );
    await sql(
      `INSERT INTO meeting_roster (meeting_id, resident_id, voting, exempt, mark, marked_at, made_up_on)
       VALUES ($1, $2, true, false, $3, now(), $4)`,
      [about, id, mark, made ? day : null],
    );
    await sql(
      `UPDATE meeting SET announced_at = starts_at - interval '1 day', held_at = starts_at, state = $2::text,
         signed_at = CASE WHEN $2::text = 'SIGNED' THEN now() END WHERE id = $1`,
      [about, isSigned ? 'SIGNED' : 'HELD'],
    );
    const counts = isSigned && (mark === 'PRESENT' || mark === 'ONLINE' || made);
    learnt.push({ day, minutes: Math.min(minutes, 480), counts, form: 'MEETING' });
    return;
  }
  const state = ['SIGNED', 'SIGNED', 'SIGNED', 'HELD'][chance(4)] ?? '';
  const plan = newUuid();
  await sql(
    `INSERT INTO training_plan (id, organisation_id, year, title, audience, form, minutes, planned_by)
     VALUES ($1, $2, 2026, '培訓', 'ALL_MEMBERS', $3, $4, '甲')`,
    [plan, branch, form, minutes],
  );
  await sql(
    `INSERT INTO training_session (id, plan_id, for_id, day, starts_at, minutes, place, topic, lecturer, scheduled_by)
     VALUES ($1, $2, $3, $4, $4::date + time '12:00' AT TIME ZONE 'Asia/Shanghai', $5, '黨校', '黨章', '乙', '甲')`,
    [about, plan, branch, day, minutes],
  );
  await sql('INSERT INTO training_attendance VALUES ($1, $2, $3)', [about, id, minutes]);
  await sql(
    `UPDATE training_session SET state = $2::text, signed_at = CASE WHEN $2::text = 'SIGNED' THEN now() END,
       signed_by = CASE WHEN $2::text = 'SIGNED' THEN '甲' END WHERE id = $1`,
    [about, state],
  );
  learnt.push({ day, minutes, counts: state === 'SIGNED', form });
}

it('who is short and who is not are all who owe it, and the same people as a slow oracle says', async () => {
  const facts: Fact[] = [];
  for (let n = 0; n < 4; n += 1) {
    const { branch, members } = await branchOf(8);
    for (const [i, id] of members.entries()) {
      const since = addDays(FIRST(), chance(500) - 300);
      const isPast = since <= today();
      const post = i === 0 && isPast ? 'SECRETARY' : i < 4 && isPast ? 'COMMITTEE_MEMBER' : undefined;
      const fact: Fact = { id, branch, exempt: chance(6) === 0, post, since, learnt: [] };
      facts.push(fact);
      if (post) await holdsPost(id, branch, post, since);
      if (fact.exempt)
        await transaction(database(), (tx) =>
          recordExemptions(tx, houseAuthor('測試'), [
            { id: newUuid(), residentId: id, reason: 'OLD_AGE', from: '2025-02-01' as PlainDate, to: null },
          ]),
        );
      for (let k = chance(12); k > 0; k -= 1) await happened(fact);
    }
  }
  const [{ parent_id: root } = { parent_id: null }] = await sql<{ parent_id: OrganisationId | null }>(
    'SELECT parent_id FROM organisation WHERE id = $1',
    [facts[0]?.branch],
  );
  const cadre = keeper(root, 'DISTRICT_CADRE');
  const whole = await learningOverview(database(), cadre, { organisationId: null, year: null });
  const sought = new Set(facts.map(({ id }) => id));
  for (const duty of Object.values(LearningDuty)) {
    for (const month of new Set([1, MONTH()])) {
      const expected = oracle(facts, duty, month);
      const found = new Map<PersonId, string>();
      for (const side of ['MET', 'GAP', 'EXEMPT'] as const) {
        const asked = {
          organisationId: root ?? whole.organisationId,
          duty,
          side,
          year: year(),
          month,
          offset: 0,
        };
        const list = await learningList(database(), cadre, asked);
        expect(list.total).toBe(list.people.length);
        for (const { residentId } of list.people) if (sought.has(residentId)) found.set(residentId, side);
      }
      expect([duty, month, [...found].toSorted()]).toEqual([duty, month, [...expected].toSorted()]);
      expect(new Set(expected.values()).size).toBeGreaterThan(
        duty === 'NEW_SECRETARY' || month === 1 ? 0 : 1,
      );
    }
    const [rate] = whole.rates.filter((each) => each.duty === duty);
    const sides = whole.rows.flatMap(({ rates }) => rates.filter((each) => each.duty === duty));
    const sum = (of: 'met' | 'gap' | 'exempt') => sides.reduce((all, each) => all + each[of], 0);
    expect([sum('met'), sum('gap'), sum('exempt')]).toEqual([rate?.met, rate?.gap, rate?.exempt]);
  }
});
