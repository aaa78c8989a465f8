import { expect, it } from '@jest/globals';
import type { PersonId } from '@linli/domain/access';
import { trainingSessionId } from '@linli/domain/organisation/training';
import { newId, testDatabase } from '../../testing/index.js';
import { codeOf, done, lifeScenario } from '../life/life.scenario.js';
import { joined } from '../members/members.scenario.js';
import { trainingPeople, trainingYear } from './training.queries.js';
import { trainingScenario } from './training.scenario.js';

const database = testDatabase();
const { branchOf, sql, keeper, people, record } = lifeScenario(database);
const { holdsPost, plans, schedules, records, signs, cancels, trains, today, year } =
  trainingScenario(database);

it('on record is only who belonged to the audience on the day, after it began, and not for longer', async () => {
  const { branch, members, secretary } = await branchOf(3);
  const [first, second] = members as [PersonId, PersonId];
  await holdsPost(first, branch, 'SECRETARY', '2025-02-01');
  const plan = done(await plans(secretary, branch, { audience: 'SECRETARIES' }));
  const session = done(await schedules(secretary, plan.id));
  expect(codeOf(await signs(secretary, session.id))).toBe('TRAINING_NOT_RECORDED');
  expect(codeOf(await records(secretary, session.id, [first, second]))).toBe('NOT_IN_AUDIENCE');
  expect(codeOf(await records(secretary, session.id, [first], 241))).toBe('LONGER_THAN_TRAINING');
  const later = done(await schedules(secretary, plan.id, { time: '23:59' }));
  expect(codeOf(await records(secretary, later.id, [first]))).toBe('TRAINING_NOT_YET');
  expect(
    await sql('SELECT FROM training_attendance WHERE session_id = ANY ($1)', [[session.id, later.id]]),
  ).toEqual([]);
  const outside = await schedules(secretary, plan.id, {
    on: `${String(year() - 1)}-12-31` as typeof later.day,
  });
  expect(codeOf(outside)).toBe('TRAINING_OUTSIDE_YEAR');
});

it('the record may be written again until it is signed; then nothing changes it, by no command and no statement', async () => {
  const { branch, members, secretary } = await branchOf(3);
  const [one, two, three] = members as [PersonId, PersonId, PersonId];
  const plan = done(await plans(secretary, branch));
  const id = newId(trainingSessionId);
  const session = done(await schedules(secretary, plan.id, { id }));
  expect(done(await schedules(secretary, plan.id, { id })).id).toBe(session.id);
  expect(codeOf(await schedules(secretary, plan.id, { id, place: '別處' }))).toBe('CONFLICT');
  expect(done(await records(secretary, id, [one, two])).attended).toBe(2);
  expect(done(await records(secretary, id, [two, three], 120)).attended).toBe(2);
  const there = (await trainingPeople(database(), secretary, id, null)).people;
  expect(there.map(({ minutes }) => minutes)).toEqual([120, 120, 0]);

  expect(done(await signs(secretary, id)).state).toBe('SIGNED');
  expect(done(await signs(secretary, id)).state).toBe('SIGNED');
  expect(codeOf(await records(secretary, id, [one]))).toBe('TRAINING_SIGNED');
  expect(codeOf(await cancels(secretary, id))).toBe('TRAINING_SIGNED');
  for (const text of [
    `UPDATE training_session SET place = '別處' WHERE id = $1`,
    'DELETE FROM training_session WHERE id = $1',
    'DELETE FROM training_attendance WHERE session_id = $1',
    'UPDATE training_attendance SET minutes = 1 WHERE session_id = $1',
    `INSERT INTO training_attendance SELECT $1, '${one}', 60`,
  ])
    await expect(sql(text, [id])).rejects.toThrow('a signed record stays');
  expect(
    (await trainingPeople(database(), secretary, id, null)).people.map(({ minutes }) => minutes),
  ).toEqual([...[120, 120, 0]]);
});

it('a batch is of the holder or below it; whoever looks after another branch finds nothing', async () => {
  const { branch, members, secretary } = await branchOf(2);
  const other = await branchOf(1);
  const [{ parent_id: root } = { parent_id: branch }] = await sql<{ parent_id: typeof branch }>(
    'SELECT parent_id FROM organisation WHERE id = $1',
    [branch],
  );
  const cadre = keeper(root, 'DISTRICT_CADRE');
  const plan = done(await plans(cadre, root));
  const batch = done(await schedules(cadre, plan.id, { forId: branch }));
  expect(codeOf(await records(cadre, batch.id, other.members))).toBe('NOT_IN_AUDIENCE');
  expect(done(await records(cadre, batch.id, members)).attended).toBe(2);
  const own = done(await plans(secretary, branch));
  await expect(schedules(secretary, own.id, { forId: root })).rejects.toMatchObject({
    extensions: { code: 'NOT_FOUND' },
  });
  for (const asked of [
    () => schedules(secretary, plan.id),
    () => records(secretary, batch.id, members),
    () => trainingPeople(database(), other.secretary, batch.id, null),
    () => plans(other.secretary, branch),
  ])
    await expect(asked()).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
});

it('names that are shown are on the trail, and found by name or organisation', async () => {
  const { branch, secretary } = await branchOf(1);
  const [late] = (await people(1)) as [PersonId];
  await record(late, joined(branch, '2025-01-01'));
  await sql(`UPDATE resident SET name = '尋得到' WHERE id = $1`, [late]);
  const plan = done(await plans(secretary, branch));
  const { id } = done(await schedules(secretary, plan.id));
  const found = await trainingPeople(database(), secretary, id, '尋得');
  expect(found).toMatchObject({ total: 1, people: [{ residentId: late, minutes: 0 }] });
  expect((await trainingPeople(database(), secretary, id, '沒有這人')).total).toBe(0);
  const trail = await sql(`SELECT FROM audit_entry WHERE actor_id = $1 AND action = 'LIFE_NAMES_SHOWN'`, [
    secretary.personId,
  ]);
  expect(trail.length).toBeGreaterThan(0);
});

it('a year shows what is planned and held, and which half-year a town has missed', async () => {
  const { branch, members, secretary } = await branchOf(1);
  await sql(`UPDATE organisation SET kind = 'COMMUNITY_COMMITTEE' WHERE id = $1`, [branch]);
  await trains(secretary, branch, members);
  const asked = await trainingYear(database(), secretary, { organisationId: branch, year: null });
  const quarter = Math.floor((Number(today().slice(5, 7)) - 1) / 3);
  expect(asked.periods).toHaveLength(4);
  expect(asked.periods.map(({ state }) => state)).toEqual(
    [0, 1, 2, 3].map((n) => (n === quarter ? 'HELD' : n < quarter ? 'MISSED' : 'AHEAD')),
  );
  expect(asked.lines).toMatchObject([{ title: '黨員培訓', sessions: [{ attended: 1, state: 'SIGNED' }] }]);
  const before = await trainingYear(database(), secretary, { organisationId: branch, year: year() - 1 });
  expect([before.lines, before.periods.every(({ state }) => state === 'MISSED')]).toEqual([[], true]);
});
