import { beforeAll, expect, it } from '@jest/globals';
import type { OrganisationId, Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import {
  jointMeetingId,
  jointNoteId,
  jointTaskId,
  taskStateOn,
} from '@linli/domain/organisation/joint-meetings';
import { newId, testApi } from '../../testing/index.js';
import { givenParty, mutator, type Party, ratingScenario } from '../ratings/ratings.scenario.js';

const api = testApi();
const send = mutator(api);
const { sql, today } = ratingScenario(api);
let party: Party;
let branch: OrganisationId;
beforeAll(async () => {
  party = await givenParty(api.database());
  branch = await party.branch();
});

const MEETING = '... on JointMeeting { id state level tasks late organisationName }';
const TASK = '... on JointTask { id state closedOn closingRecord level mayClose notes { text byName } }';
const call = (viewer: Viewer, organisationId: OrganisationId, unlike: object = {}) =>
  send(
    viewer,
    'callJointMeeting',
    {
      ...{ id: newId(jointMeetingId), organisationId, body: '四級聯席會議', on: addDays(today(), 2) },
      ...{ time: '15:00', place: '三樓', agenda: ['消防通道被佔', '停車位'], ...unlike },
    },
    MEETING,
  );
const begins = (id: unknown, daysAgo = 0) =>
  sql(
    `UPDATE joint_meeting SET starts_at = at, day = (at AT TIME ZONE 'Asia/Shanghai')::date
     FROM (SELECT now() - make_interval(days => $2, secs => 1) AS at) clock WHERE id = $1`,
    [id, daysAgo],
  );
const decision = (ownerId: OrganisationId, dueOn: PlainDate) => ({
  ...{ id: newId(jointTaskId), text: '清出消防通道', ownerId, ownerName: '邱建業', dueOn },
});
const conclude = (viewer: Viewer, id: unknown, decisions: object[]) =>
  send(viewer, 'concludeJointMeeting', { id, minutes: '議定如下', decisions }, MEETING);
const close = (viewer: Viewer, id: unknown, record = '已清出，設了隔離樁') =>
  send(viewer, 'closeJointTask', { id, record }, TASK);
const tasks = async (viewer: Viewer, more = '') => {
  const { data } = await api.ask(
    viewer,
    `{ jointTasks(first: 100${more}) { tasks { id state level hostName } } }`,
    {},
  );
  return (data?.jointTasks as { tasks: { id: string; state: string; hostName: string }[] }).tasks;
};
const levels = async (viewer: Viewer) => {
  const { data } = await api.ask(viewer, '{ jointLevels { level held open late closed } }', {});
  return data?.jointLevels as { level: string }[];
};

it('what a community cannot settle the town decides; the branch that owns it follows it to the closing record', async () => {
  const { secretary, townCadre } = party;
  const { id } = await call(townCadre, party.town);
  expect(await conclude(townCadre, id, [])).toMatchObject({ code: 'JOINT_MEETING_NOT_YET' });
  await begins(id);
  expect(await conclude(townCadre, id, [decision(branch, addDays(today(), -1))])).toMatchObject({
    code: 'TASK_DUE_TOO_EARLY',
  });
  const decided = decision(branch, addDays(today(), 7));
  expect(await conclude(townCadre, id, [decided])).toMatchObject({
    state: 'CONCLUDED',
    level: 'TOWN',
    tasks: 1,
  });
  expect(await conclude(townCadre, id, [decided])).toMatchObject({ state: 'CONCLUDED', tasks: 1 });
  expect(await conclude(townCadre, id, [])).toMatchObject({ code: 'JOINT_MEETING_CONCLUDED' });

  // The secretary sees the task of the branch, not the town's meeting.
  expect(await tasks(secretary)).toMatchObject([{ id: decided.id, state: 'OPEN', level: 'TOWN' }]);
  const { errors } = await api.ask(secretary, 'query ($id: ID!) { jointMeeting(id: $id) { id } }', { id });
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const note = { id: newId(jointNoteId), taskId: decided.id, text: '已與物業約好' };
  expect(await send(secretary, 'noteJointTask', note, TASK)).toMatchObject({ notes: [{ byName: '邱建業' }] });
  expect(await send(secretary, 'noteJointTask', note, TASK)).toMatchObject({ notes: [{ byName: '邱建業' }] });
  expect(await close(secretary, decided.id)).toMatchObject({ state: 'CLOSED', closedOn: today() });
  expect(await close(secretary, decided.id)).toMatchObject({ state: 'CLOSED' });
  expect(await close(secretary, decided.id, '別的')).toMatchObject({ code: 'TASK_CLOSED' });
  expect(await send(secretary, 'noteJointTask', { ...note, id: newId(jointNoteId) }, TASK)).toMatchObject({
    code: 'TASK_CLOSED',
  });
  await expect(
    sql(`UPDATE joint_task SET closing_record = '改' WHERE id = $1`, [decided.id]),
  ).rejects.toThrow('decisions stay');
});

it('a decision is never moved to another day, not even around the command', async () => {
  const { id } = await call(party.townCadre, party.town);
  await begins(id);
  const decided = decision(branch, addDays(today(), 7));
  await conclude(party.townCadre, id, [decided]);
  for (const text of [
    'UPDATE joint_task SET due_on = due_on + 9 WHERE id = $1',
    'DELETE FROM joint_task WHERE id = $1',
  ])
    await expect(sql(text, [decided.id])).rejects.toThrow('decisions stay');
});

it('what is late is seen at each level above its owner, and stays late when it is closed', async () => {
  const { secretary, cadre, townCadre, district, neighbour } = party;
  const { id } = await call(cadre, party.community);
  await begins(id, 9);
  const late = decision(branch, addDays(today(), -1));
  await conclude(cadre, id, [late]);
  for (const viewer of [secretary, cadre, townCadre, district])
    expect((await tasks(viewer, ', state: LATE')).map((task) => task.id)).toContain(late.id);
  expect((await tasks(neighbour)).map((task) => task.id)).not.toContain(late.id);
  for (const viewer of [cadre, townCadre, district])
    expect(await levels(viewer)).toContainEqual({ level: 'COMMUNITY', held: 1, open: 1, late: 1, closed: 0 });
  expect(await close(secretary, late.id)).toMatchObject({ state: 'CLOSED_LATE' });
  expect(await levels(district)).toContainEqual({ level: 'COMMUNITY', held: 1, open: 0, late: 0, closed: 1 });
});

it('the state of the list is that of the domain, for every distance of the day', async () => {
  const { id } = await call(party.cadre, party.community);
  await begins(id, 30);
  const all = [-2, -1, 0, 1].map((days) => decision(branch, addDays(today(), days)));
  await conclude(party.cadre, id, all);
  const listed = new Map(
    (await tasks(party.cadre, `, meetingId: "${String(id)}"`)).map((task) => [task.id, task.state]),
  );
  for (const task of all)
    expect([task.dueOn, listed.get(task.id)]).toEqual([
      task.dueOn,
      taskStateOn({ dueOn: task.dueOn, closedOn: null }, today()),
    ]);
});

it('a meeting is called once, in a time to come, by a level; its owners stand below it', async () => {
  const { cadre, district } = party;
  expect(await call(cadre, party.community, { on: addDays(today(), -1) })).toMatchObject({
    code: 'JOINT_MEETING_IN_THE_PAST',
  });
  await sql(`UPDATE organisation SET kind = 'AGENCY_BRANCH' WHERE id = $1`, [branch]);
  expect(await call(cadre, branch)).toMatchObject({ code: 'LEVEL_HOLDS_NONE' });
  await sql(`UPDATE organisation SET kind = 'ESTATE_BRANCH' WHERE id = $1`, [branch]);
  const id = newId(jointMeetingId);
  await call(cadre, party.community, { id });
  expect(await call(cadre, party.community, { id })).toMatchObject({ id, state: 'CALLED' });
  expect(await call(cadre, party.community, { id, place: '別處' })).toMatchObject({ code: 'CONFLICT' });
  await begins(id);
  expect(await conclude(district, id, [decision(party.town, addDays(today(), 3))])).toMatchObject({
    code: 'NOT_FOUND',
  });
  const cancelled = await send(cadre, 'cancelJointMeeting', { id, reason: '改期' }, MEETING);
  expect(cancelled).toMatchObject({ state: 'CANCELLED' });
  expect(await conclude(cadre, id, [])).toMatchObject({ code: 'JOINT_MEETING_CANCELLED' });
});
