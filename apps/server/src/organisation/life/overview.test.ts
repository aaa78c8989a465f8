import { expect, it } from '@jest/globals';
import { type PersonId, personId } from '@linli/domain/access';
import { addDays } from '@linli/domain/base';
import { type MeetingId, periodOf, talkId } from '@linli/domain/organisation/life';
import { newUuid, transaction } from '../../platform/database/index.js';
import { newId, statementsOf, testDatabase } from '../../testing/index.js';
import { recordExemptions } from '../members/index.js';
import { houseAuthor } from '../structure/index.js';
import { recordTalk } from './absences.js';
import { branchMonth } from './branch-month.js';
import { codeOf, done, lifeScenario } from './life.scenario.js';
import { lifeOverview } from './overview.js';
import { rateList } from './rates.queries.js';
import { remindOfDebts } from './remind.js';

const database = testDatabase();
const { branchOf, holds, sql, keeper, today, record } = lifeScenario(database);
const overview = (
  viewer: ReturnType<typeof keeper>,
  organisationId: Parameters<typeof lifeOverview>[2]['organisationId'],
) => lifeOverview(database(), viewer, { organisationId, year: null });

/** A signed meeting of some months ago, as if it had been kept then: the trigger is for commands that come late. */
async function longAgo(id: MeetingId, months: number) {
  await sql('ALTER TABLE meeting DISABLE TRIGGER meeting_keeps');
  await sql(
    `UPDATE meeting SET starts_at = starts_at - make_interval(months => $2),
       announced_at = announced_at - make_interval(months => $2),
       day = ((starts_at - make_interval(months => $2)) AT TIME ZONE 'Asia/Shanghai')::date WHERE id = $1`,
    [id, months],
  );
  await sql('ALTER TABLE meeting ENABLE TRIGGER meeting_keeps');
}

const first = ([one]: readonly PersonId[]): PersonId => one ?? newId(personId);

it('the moment it is signed the debt is gone from the branch and from the district', async () => {
  const { branch, members, secretary } = await branchOf(2);
  const first = await holds(secretary, branch, { present: members });
  await longAgo(first.id, 2);
  const before = await overview(secretary, branch);
  const last = periodOf('MONTH', addDays(periodOf('MONTH', today()).from, -1));
  // Of the month between: the theme day was not held, this month's is still to come.
  const isOwed = ({ kind, to }: { kind: string; to: string }) => kind === 'THEME_DAY' && to === last.to;
  const month = await branchMonth(database(), secretary, branch);
  expect(month.debts.filter(isOwed)).toMatchObject([{ missing: 1, state: 'OWED' }]);
  expect(month.due.find(({ kind }) => kind === 'THEME_DAY')).toMatchObject({
    required: 1,
    held: 0,
    missing: 1,
  });

  await holds(secretary, branch, { present: members });
  await holds(secretary, branch, { present: members });
  const after = await branchMonth(database(), secretary, branch);
  expect(after.due.find(({ kind }) => kind === 'THEME_DAY')).toMatchObject({ missing: 0 });
  expect(after.debts.filter(isOwed)).toEqual([]);
  const now = await overview(secretary, branch);
  if (last.to.slice(0, 4) === today().slice(0, 4)) {
    expect(now.owed).toBe(before.owed - 1);
    expect(now.trend[Number(last.to.slice(5, 7)) - 1]?.late).toBe(1);
  }
});

it('one gathering serves each kind that was on its agenda', async () => {
  const { branch, members, secretary } = await branchOf(2);
  await holds(secretary, branch, {
    kinds: ['THEME_DAY', 'BRANCH_MEETING', 'PARTY_LECTURE'],
    present: members,
  });
  const { due } = await branchMonth(database(), secretary, branch);
  expect(
    due
      .filter(({ missing }) => missing === 0)
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual([...['BRANCH_MEETING', 'PARTY_LECTURE', 'THEME_DAY']]);
});

it('from seven full members on a committee is owed, as was known at the end of the month', async () => {
  const [six, seven] = [await branchOf(6), await branchOf(7)];
  const owes = async ({ branch, secretary }: typeof six) =>
    (await branchMonth(database(), secretary, branch)).due.some(({ kind }) => kind === 'BRANCH_COMMITTEE');
  expect([await owes(six), await owes(seven)]).toEqual([false, true]);
});

it('every rate is its two lists by name, and SQL counts the same', async () => {
  const { branch, members, secretary } = await branchOf(5);
  const [a, b, c, d, e] = members as [PersonId, PersonId, PersonId, PersonId, PersonId];
  await transaction(database(), (tx) =>
    recordExemptions(tx, houseAuthor('測試'), [
      { id: newUuid(), residentId: e, reason: 'OLD_AGE', from: addDays(today(), -400), to: null },
    ]),
  );
  await holds(secretary, branch, { present: [a, b], away: [c, d, e] });
  await holds(secretary, branch, { present: [a], away: [b, c, d, e], as: 'LEAVE' });
  const { rates } = await overview(secretary, branch);
  const [year, month] = today().split('-').map(Number) as [number, number];
  const list = (kind: 'ATTENDANCE' | 'PARTICIPATION' | 'EDUCATION', side: 'MET' | 'GAP' | 'EXEMPT') =>
    rateList(database(), secretary, {
      tops: [branch],
      organisationId: branch,
      kind,
      side,
      year,
      month,
      offset: 0,
    });
  expect(rates).toMatchObject([
    { kind: 'ATTENDANCE', met: 3, gap: 7, value: 0.3 },
    { kind: 'PARTICIPATION', met: 2, gap: 2, exempt: 1, value: 0.5 },
    { kind: 'EDUCATION', met: 0, gap: 4, exempt: 1 },
  ]);
  for (const rate of rates) {
    const [met, gap, exempt] = [
      await list(rate.kind, 'MET'),
      await list(rate.kind, 'GAP'),
      await list(rate.kind, 'EXEMPT'),
    ];
    expect([met.total, gap.total, exempt.total]).toEqual([rate.met, rate.gap, rate.exempt]);
    for (const side of [met, gap, exempt])
      expect(side.people.reduce((sum, { count }) => sum + count, 0)).toBe(side.total);
  }
  const [counted] = await sql<{ due: string; met: string }>(
    `SELECT count(*) AS due, count(*) FILTER (WHERE mark IN ('PRESENT', 'ONLINE')) AS met
     FROM meeting_roster JOIN meeting ON meeting.id = meeting_id WHERE organisation_id = $1`,
    [branch],
  );
  expect([Number(counted?.met), Number(counted?.due)]).toEqual([3, 10]);
  expect((await list('PARTICIPATION', 'GAP')).people.map(({ residentId }) => residentId).toSorted()).toEqual(
    [c, d].toSorted(),
  );
});

it('a transfer that becomes known late changes no frozen roster and no published rate', async () => {
  const { branch, members, secretary } = await branchOf(3);
  const other = await branchOf(1);
  await holds(secretary, branch, { present: members.slice(0, 2), away: members.slice(2) });
  const before = await overview(secretary, branch);
  await record(first(members), {
    ...{ kind: 'TRANSFERRED', on: addDays(today(), -90), organisationId: other.branch },
  });
  const after = await overview(secretary, branch);
  expect(after.rates.slice(0, 2)).toEqual(before.rates.slice(0, 2));
  expect(after.owed).toBe(before.owed);
});

it('three unexcused absences ask for a talk, which gives a day to put it right; fewer ask for none', async () => {
  const { branch, members, secretary } = await branchOf(3);
  const [lan, wei, chen] = members as [PersonId, PersonId, PersonId];
  for (let n = 0; n < 3; n += 1)
    await holds(secretary, branch, {
      present: [wei],
      away: [lan, chen],
      as: n === 0 ? 'LEAVE' : 'UNEXCUSED',
    });
  const talks = (residentId: PersonId) =>
    recordTalk(database(), secretary, {
      ...{ id: newId(talkId), organisationId: branch, residentId, note: '外出務工' },
      deadline: addDays(today(), 60),
    });
  expect(codeOf(await talks(lan))).toBe('TALK_NOT_DUE');
  await holds(secretary, branch, { present: [wei, chen], away: [lan] });
  expect((await branchMonth(database(), secretary, branch)).absentees).toMatchObject([
    { residentId: lan, rung: 'TALK', unexcused: 3 },
  ]);
  expect(done(await talks(lan))).toMatchObject({ rung: 'CORRECTION' });
  expect(codeOf(await talks(lan))).toBe('TALK_NOT_DUE');
});

it('whoever keeps the branch is reminded before the debt, once', async () => {
  const { branch, secretary } = await branchOf(1);
  await remindOfDebts(database());
  const told = await sql<{ kind: string }>('SELECT kind FROM debt_reminder WHERE organisation_id = $1', [
    branch,
  ]);
  const { due, reminders } = await branchMonth(database(), secretary, branch);
  expect(told.map(({ kind }) => kind).toSorted()).toEqual(
    due
      .filter(({ state }) => state === 'DUE_SOON')
      .map(({ kind }) => kind)
      .toSorted(),
  );
  expect(reminders).toHaveLength(told.length);
  expect(await remindOfDebts(database())).toBe(0);
});

it('a page is a few statements, however many branches there are', async () => {
  const { branch, members, secretary } = await branchOf(2);
  await holds(secretary, branch, { present: members });
  const root = keeper(null, 'DISTRICT_CADRE');
  const [top] = await sql<{ id: typeof branch }>('SELECT id FROM organisation WHERE parent_id IS NULL');
  const district = { ...root, duties: keeper(top?.id ?? null, 'DISTRICT_CADRE').duties };
  const names = async (work: () => Promise<unknown>) => (await statementsOf(database(), work)).length;
  expect(await names(() => overview(secretary, branch))).toBeLessThanOrEqual(12);
  expect(await names(() => overview(district, null))).toBeLessThanOrEqual(12);
  expect(await names(() => branchMonth(database(), secretary, branch))).toBeLessThanOrEqual(13);
});
