import { expect, it } from '@jest/globals';
import { type OrganisationId, type PersonId, personId, type Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import {
  pointAppealId,
  type PointEntryId,
  pointEntryId,
  type PointItemId,
  pointRulesId,
} from '@linli/domain/organisation/member-points';
import { behindWall } from '../../platform/database/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { codeOf, done, lifeScenario } from '../life/life.scenario.js';
import { answerPointAppeal, appealPoints, counterPoints } from './counter-points.js';
import { enterPoints, reviewPoints } from './enter-points.js';
import { myPoints, pointEntriesOf } from './points.queries.js';
import { pointRules, publishPointRules } from './rules.js';

const database = testDatabase();
const { branchOf, sql, keeper, memberViewer, today } = lifeScenario(database);

const itemOf = async (version: number, points: number): Promise<PointItemId> => {
  const rules = (await pointRules(database(), {})).find((each) => each.version === version);
  return rules?.items.find((item) => item.points === points)?.id ?? ('' as PointItemId);
};
const enter = async (viewer: Viewer, branch: OrganisationId, residentId: PersonId, more: object = {}) =>
  enterPoints(database(), viewer, {
    ...{ id: newId(pointEntryId), organisationId: branch, residentId, itemId: await itemOf(1, 5) },
    ...{ on: today(), evidence: '值守簽到表', ...more },
  });
const publish = (viewer: Viewer, id: PointEntryId, until: PlainDate = addDays(today(), 6)) =>
  reviewPoints(database(), viewer, { id, approved: true, until });
const noticeIsOver = (id: PointEntryId) =>
  sql('UPDATE point_entry SET notice_from = notice_from - 9, notice_until = notice_until - 9 WHERE id = $1', [
    id,
  ]);
const appeal = (viewer: Viewer, entryId: PointEntryId, id = newId(pointAppealId)) =>
  appealPoints(database(), viewer, { id, entryId, text: '那天我沒有值守' });
const totalOf = async (member: PersonId) => (await myPoints(database(), memberViewer(member))).total;

async function given() {
  const { branch, members, secretary } = await branchOf(1);
  const [member] = members as [PersonId];
  return { branch, member, secretary, cadre: { ...keeper(branch), name: '謝海燕' } };
}

it('entered with evidence, reviewed by another hand, published a week, it counts when the notice is over', async () => {
  const { branch, member, secretary, cadre } = await given();
  const entry = done(await enter(secretary, branch, member));
  expect(entry).toMatchObject({ state: 'ENTERED', points: 5, rulesVersion: 1, isOwn: true });
  expect(codeOf(await publish(secretary, entry.id))).toBe('POINTS_ARE_YOUR_OWN');
  await expect(
    sql(
      `UPDATE point_entry SET state = 'PUBLISHED', reviewed_by = entered_by, notice_from = now(), notice_until = now() + interval '9 days' WHERE id = $1`,
      [entry.id],
    ),
  ).rejects.toThrow('reviewed_by_another');
  expect(codeOf(await publish(cadre, entry.id, addDays(today(), 5)))).toBe('NOTICE_TOO_SHORT');
  expect(done(await publish(cadre, entry.id))).toMatchObject({ state: 'PUBLISHED', counts: false });
  expect(done(await publish(cadre, entry.id)).state).toBe('PUBLISHED');
  expect(await totalOf(member)).toBe(0);
  await noticeIsOver(entry.id);
  expect(await totalOf(member)).toBe(5);
  expect(codeOf(await appeal(memberViewer(member), entry.id))).toBe('NOTICE_OVER');
});

it('what is sent back has a reason, never counts and is not shown to the member', async () => {
  const { branch, member, secretary, cadre } = await given();
  const entry = done(await enter(secretary, branch, member));
  const returned = await reviewPoints(database(), cadre, { id: entry.id, approved: false, note: '證據不足' });
  expect(done(returned)).toMatchObject({ state: 'RETURNED', note: '證據不足' });
  expect(codeOf(await publish(cadre, entry.id))).toBe('POINTS_NOT_AT_THIS_STEP');
  expect(await myPoints(database(), memberViewer(member))).toEqual({ total: 0, entries: [] });
});

it('the member appeals once during the notice; upheld, a counter-entry of another hand takes it back', async () => {
  const { branch, member, secretary, cadre } = await given();
  const entry = done(await enter(secretary, branch, member));
  done(await publish(cadre, entry.id));
  await expect(appeal(memberViewer(newId(personId)), entry.id)).rejects.toThrow('point entry');
  const id = newId(pointAppealId);
  expect(done(await appeal(memberViewer(member), entry.id, id)).appeal).toMatchObject({ upheld: null });
  expect(done(await appeal(memberViewer(member), entry.id, id)).appeal).toMatchObject({ id });
  expect(codeOf(await appeal(memberViewer(member), entry.id))).toBe('APPEAL_OPEN');
  await noticeIsOver(entry.id);
  expect(await totalOf(member)).toBe(0);
  const answer = { id, counterId: newId(pointEntryId), upheld: true, answer: '核實，登記錯人' };
  expect(codeOf(await answerPointAppeal(database(), secretary, answer))).toBe('POINTS_ARE_YOUR_OWN');
  expect(done(await answerPointAppeal(database(), cadre, answer))).toMatchObject({ isCountered: true });
  expect(done(await answerPointAppeal(database(), cadre, answer))).toMatchObject({ isCountered: true });
  expect(await totalOf(member)).toBe(0);
  const { entries } = await myPoints(database(), memberViewer(member));
  expect(entries.map(({ points, isCounter }) => [points, isCounter])).toEqual([
    [-5, true],
    [5, false],
  ]);
  expect(codeOf(await appeal(memberViewer(member), entry.id))).toBe('APPEAL_ANSWERED');
});

it('a counter-entry stands once beside what it takes back; nothing is deleted or rewritten', async () => {
  const { branch, member, secretary, cadre } = await given();
  const entry = done(await enter(secretary, branch, member));
  const counter = (viewer: Viewer, id = newId(pointEntryId)) =>
    counterPoints(database(), viewer, { id, entryId: entry.id, reason: '重複記分' });
  expect(codeOf(await counter(cadre))).toBe('POINTS_NOT_AT_THIS_STEP');
  done(await publish(cadre, entry.id));
  await noticeIsOver(entry.id);
  expect(codeOf(await counter(secretary))).toBe('POINTS_ARE_YOUR_OWN');
  const id = newId(pointEntryId);
  done(await counter(cadre, id));
  expect(done(await counter(cadre, id)).isCountered).toBe(true);
  expect(codeOf(await counter(cadre))).toBe('POINTS_COUNTERED');
  expect(await totalOf(member)).toBe(0);
  for (const text of [
    'DELETE FROM point_entry WHERE id = $1',
    'UPDATE point_entry SET points = 50 WHERE id = $1',
    `UPDATE point_entry SET evidence = '別的' WHERE id = $1`,
  ])
    await expect(sql(text, [entry.id])).rejects.toThrow('entries stay');
});

it('a deed takes the points of the rules of its day, for a member of that day', async () => {
  const { branch, member, secretary } = await given();
  const rules = { documentNumber: '郾組〔2026〕8 號', items: [{ name: '志願服務', points: 4 }] };
  const district = keeper(null, 'DISTRICT_CADRE');
  const version = (validFrom: PlainDate, id = newId(pointRulesId)) =>
    publishPointRules(database(), district, { id, validFrom, ...rules });
  expect(codeOf(await version(today()))).toBe('POINT_RULES_NOT_LATER');
  const id = newId(pointRulesId);
  const made = done(await version(addDays(today(), 1), id));
  expect(done(await version(addDays(today(), 1), id)).version).toBe(made.version);
  expect(codeOf(await version(addDays(today(), 2), id))).toBe('CONFLICT');
  expect(codeOf(await version(addDays(today(), 1)))).toBe('POINT_RULES_NOT_LATER');
  const [item] = made.items;
  expect(codeOf(await enter(secretary, branch, member, { itemId: item?.id }))).toBe(
    'POINT_RULE_NOT_IN_FORCE',
  );
  // The day has come: yesterday's deed still takes yesterday's rules.
  await sql('UPDATE point_rules SET valid_from = $2 WHERE id = $1', [id, today()]);
  expect(done(await enter(secretary, branch, member, { itemId: item?.id })).points).toBe(4);
  expect(codeOf(await enter(secretary, branch, member))).toBe('POINT_RULE_NOT_IN_FORCE');
  expect(done(await enter(secretary, branch, member, { on: addDays(today(), -1) })).points).toBe(5);
  expect(codeOf(await enter(secretary, branch, member, { on: addDays(today(), 1) }))).toBe(
    'POINTS_IN_FUTURE',
  );
  expect(codeOf(await enter(secretary, branch, member, { on: '2024-05-01' }))).toBe('NO_MEMBER_THAT_DAY');
});

it('a statement that forgets its predicate shows nothing of others behind the wall', async () => {
  const [mine, other] = [await given(), await given()];
  const on = addDays(today(), -1);
  for (const each of [mine, other]) done(await enter(each.secretary, each.branch, each.member, { on }));
  const seen = await behindWall(database(), [mine.branch], (tx) =>
    tx.query<{ organisation_id: string }[]>('SELECT DISTINCT organisation_id FROM point_entry'),
  );
  expect(seen).toEqual([{ organisation_id: mine.branch }]);
  const asked = { state: null, appealed: null, after: null, first: 50 };
  const page = await pointEntriesOf(database(), mine.secretary, asked);
  expect(page.entries.map(({ organisationId }) => organisationId)).toEqual([mine.branch]);
});
