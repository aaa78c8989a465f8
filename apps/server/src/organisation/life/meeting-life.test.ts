import { expect, it } from '@jest/globals';
import { type PersonId, personId } from '@linli/domain/access';
import { addDays } from '@linli/domain/base';
import { meetingId } from '@linli/domain/organisation/life';
import { newId, testDatabase } from '../../testing/index.js';
import { joined } from '../members/members.scenario.js';
import { cancelMeeting, rosterChoice } from './announce.js';
import { askLeave, confirmAttendance, makeUpMeeting } from './attendance.js';
import { attendanceCode, codeAt } from './attendance-code.js';
import { codeOf, done, lifeScenario } from './life.scenario.js';
import { meetingFor } from './meeting.queries.js';
import type { AttendanceCode } from './meeting.type.js';
import { addAddendum } from './minutes.js';
import { myLife } from './my-life.queries.js';
import { planYear, previewYear } from './plan-meetings.js';

const database = testDatabase();
const {
  branchOf,
  plans,
  announces,
  begins,
  marks,
  minutes,
  signs,
  holds,
  sql,
  keeper,
  memberViewer,
  ...scenario
} = lifeScenario(database);
const { dataKey, today, people, record } = scenario;

const first = ([one]: readonly PersonId[]): PersonId => one ?? newId(personId);
const second = ([, other]: readonly PersonId[]): PersonId => other ?? newId(personId);

it('who is due is frozen when it is announced: whoever joins later is not, whoever leaves still is', async () => {
  const { branch, members, secretary } = await branchOf(3);
  const meeting = done(await plans(secretary, branch));
  const announced = done(await announces(secretary, meeting));
  expect(announced.roster.map(({ residentId }) => residentId).toSorted()).toEqual(members.toSorted());

  const [late] = (await people(1)) as [PersonId];
  await record(late, joined(branch, '2025-03-01'));
  await record(first(members), { kind: 'LEFT', on: today() });
  expect((await meetingFor(database(), secretary, meeting.id)).roster).toHaveLength(3);
  await begins(meeting);
  expect(codeOf(await marks(secretary, meeting, [...members, late]))).toBe('NOT_ON_ROSTER');
  expect((await meetingFor(database(), secretary, meeting.id)).openCount).toBe(3);
  await expect(
    sql('INSERT INTO meeting_roster (meeting_id, resident_id, voting, exempt) VALUES ($1, $2, true, false)', [
      ...[meeting.id, late],
    ]),
  ).rejects.toThrow('the roster is frozen');
});

it('nothing is planned in the past or announced once it began, not even around the command', async () => {
  const { branch, secretary } = await branchOf(1);
  expect(codeOf(await plans(secretary, branch, ['THEME_DAY'], { on: addDays(today(), -1) }))).toBe(
    'MEETING_IN_THE_PAST',
  );
  expect(codeOf(await plans(secretary, branch, ['GROUP_MEETING']))).toBe('KIND_NOT_OWED');
  const meeting = done(await plans(secretary, branch));
  await begins(meeting, 5, false);
  expect(codeOf(await announces(secretary, meeting))).toBe('ANNOUNCED_TOO_LATE');
  await expect(
    sql(`UPDATE meeting SET state = 'ANNOUNCED', announced_at = now() WHERE id = $1`, [meeting.id]),
  ).rejects.toThrow('announced_before_it_began');
  expect((await meetingFor(database(), secretary, meeting.id)).state).toBe('PLANNED');
});

it('planned twice with one id is once; other content is a conflict', async () => {
  const { branch, secretary } = await branchOf(1);
  const id = newId(meetingId);
  const first = done(await plans(secretary, branch, ['THEME_DAY'], { id }));
  expect(done(await plans(secretary, branch, ['THEME_DAY'], { id })).id).toBe(first.id);
  expect(codeOf(await plans(secretary, branch, ['THEME_DAY'], { id, place: '另一處' }))).toBe('CONFLICT');
});

it('what is signed is complete, and stays: no command and no statement changes it', async () => {
  const { branch, members, secretary } = await branchOf(3);
  const kinds = ['BRANCH_MEETING', 'PARTY_LECTURE'] as const;
  const meeting = done(await plans(secretary, branch, kinds));
  done(await announces(secretary, meeting));
  expect(codeOf(await minutes(secretary, meeting, kinds))).toBe('MEETING_NOT_YET');
  await begins(meeting);
  done(await marks(secretary, meeting, members.slice(0, 2)));
  done(await minutes(secretary, meeting, ['BRANCH_MEETING']));
  expect(codeOf(await signs(secretary, meeting))).toBe('ATTENDANCE_OPEN');
  done(await marks(secretary, meeting, members.slice(2), 'LEAVE'));
  expect(codeOf(await signs(secretary, meeting))).toBe('KIND_NOT_IN_MINUTES');
  const vote = { title: '轉正', election: false, inFavour: 2, against: 1, abstained: 0 };
  done(await minutes(secretary, meeting, kinds, { votes: [vote] }));
  expect(codeOf(await signs(secretary, meeting))).toBe('VOTES_TOO_MANY');
  done(await minutes(secretary, meeting, kinds, { votes: [{ ...vote, against: 0 }] }));
  const signed = done(await signs(secretary, meeting));
  expect(signed).toMatchObject({ state: 'SIGNED', signedBy: '周秀芬', votes: [{ passed: true }] });

  expect(codeOf(await minutes(secretary, meeting, kinds))).toBe('MEETING_SIGNED');
  expect(codeOf(await marks(secretary, meeting, members))).toBe('MEETING_SIGNED');
  expect(codeOf(await cancelMeeting(database(), secretary, { id: meeting.id, reason: '改期' }))).toBe(
    'MEETING_SIGNED',
  );
  for (const text of [
    `UPDATE meeting SET place = '另一處' WHERE id = $1`,
    'DELETE FROM meeting WHERE id = $1',
    `UPDATE meeting_kind SET minuted = '改' WHERE meeting_id = $1`,
    'DELETE FROM meeting_vote WHERE meeting_id = $1',
    `UPDATE meeting_roster SET mark = 'PRESENT' WHERE meeting_id = $1`,
    'DELETE FROM meeting_roster WHERE meeting_id = $1',
  ])
    await expect(sql(text, [meeting.id])).rejects.toThrow(/signed minutes stay|the roster is frozen/);
  done(await addAddendum(database(), secretary, { id: meeting.id, text: '到會人數更正為二人' }));
  const after = done(
    await addAddendum(database(), secretary, { id: meeting.id, text: '到會人數更正為二人' }),
  );
  expect(after.addenda).toMatchObject([{ text: '到會人數更正為二人', addedBy: '周秀芬' }]);
});

it('the member confirms by the code of the screen; an old one, another and a foreign phone are refused', async () => {
  const { branch, members, secretary } = await branchOf(2);
  const meeting = done(await plans(secretary, branch));
  done(await announces(secretary, meeting));
  expect(codeOf(await attendanceCode(database(), { viewer: secretary, dataKey }, meeting.id))).toBe(
    'MEETING_NOT_YET',
  );
  await begins(meeting);
  const { code } = done(
    (await attendanceCode(database(), { viewer: secretary, dataKey }, meeting.id)) as AttendanceCode,
  );
  const [lan] = members as [PersonId];
  const confirms = (id: PersonId, text: string) =>
    confirmAttendance(database(), { viewer: memberViewer(id), dataKey }, { code: text });
  expect(done(await confirms(lan, code))).toMatchObject({ mark: 'PRESENT' });
  expect(done(await confirms(lan, code))).toMatchObject({ mark: 'PRESENT' });
  const [stranger] = (await people(1)) as [PersonId];
  expect(codeOf(await confirms(stranger, code))).toBe('NOT_ON_ROSTER');
  const old = codeAt(dataKey, meeting.id, new Date(Date.now() - 60_000)).code;
  expect(codeOf(await confirms(second(members), old))).toBe('CODE_EXPIRED');
  expect(codeOf(await confirms(second(members), `${code.slice(0, -3)}AAA`))).toBe('CODE_WRONG');
  expect(codeOf(await confirms(second(members), 'nonsense'))).toBe('CODE_WRONG');
  const { roster } = await meetingFor(database(), secretary, meeting.id);
  expect(roster.filter(({ mark }) => mark !== null)).toMatchObject([{ residentId: lan, byCode: true }]);
});

it('leave is asked before it begins; what was missed is made up for the hours, never for having been there', async () => {
  const { branch, members, secretary } = await branchOf(2);
  const [lan, wei] = members as [PersonId, PersonId];
  const meeting = done(await plans(secretary, branch));
  done(await announces(secretary, meeting));
  const leave = (id: PersonId) => askLeave(database(), memberViewer(id), { id: meeting.id, reason: '住院' });
  expect(done(await leave(lan))).toMatchObject({ mark: 'LEAVE', reason: '住院', mayAskLeave: false });
  const [stranger] = (await people(1)) as [PersonId];
  await expect(leave(stranger)).rejects.toThrow();
  await begins(meeting);
  expect(codeOf(await leave(wei))).toBe('MEETING_BEGUN');
  const makesUp = (residentId: PersonId) =>
    makeUpMeeting(database(), secretary, { id: meeting.id, residentId, on: today(), note: '看錄像' });
  expect(codeOf(await makesUp(lan))).toBe('NOTHING_TO_MAKE_UP');
  done(await marks(secretary, meeting, [wei]));
  done(await minutes(secretary, meeting, ['THEME_DAY']));
  done(await signs(secretary, meeting));
  expect(codeOf(await makesUp(wei))).toBe('NOTHING_TO_MAKE_UP');
  done(await makesUp(lan));
  expect(await myLife(database(), memberViewer(lan))).toMatchObject({
    isMember: true,
    minutes: 90,
    due: 1,
    present: 0,
  });
  expect(await myLife(database(), memberViewer(wei))).toMatchObject({ minutes: 90, due: 1, present: 1 });
});

it('of a committee those of the last time are due, of every other meeting all', async () => {
  const { branch, members, secretary } = await branchOf(8);
  const chosen = members.slice(0, 3);
  const first = done(await plans(secretary, branch, ['BRANCH_COMMITTEE']));
  expect(codeOf(await announces(secretary, first))).toBe('ROSTER_EMPTY');
  const [stranger] = (await people(1)) as [PersonId];
  expect(codeOf(await announces(secretary, first, { residentIds: [...chosen, stranger] }))).toBe(
    'NO_MEMBER_HERE',
  );
  expect(done(await announces(secretary, first, { residentIds: chosen })).roster).toHaveLength(3);
  const second = done(await plans(secretary, branch, ['BRANCH_COMMITTEE']));
  const usual = (await rosterChoice(database(), secretary, second.id)).filter((each) => each.usual);
  expect(usual.map(({ residentId }) => residentId).toSorted()).toEqual(chosen.toSorted());
  const whole = done(await plans(secretary, branch, ['THEME_DAY']));
  expect(done(await announces(secretary, whole, { residentIds: chosen })).roster).toHaveLength(8);
});

it('a year of many branches is planned once, all or nothing, and only within reach', async () => {
  const [one, other] = [await branchOf(1), await branchOf(7)];
  const both = {
    ...keeper(null, 'TOWN_CADRE'),
    duties: [one, other].flatMap(({ branch }) => keeper(branch, 'TOWN_CADRE').duties),
  };
  const from = addDays(today(), 1);
  const input = {
    ...{ organisationIds: [one.branch, other.branch], from, to: addDays(from, 364), place: '黨群服務中心' },
    lines: [
      { kinds: ['THEME_DAY' as const], day: 10, time: '15:00', minutes: 90 },
      { kinds: ['BRANCH_COMMITTEE' as const], day: 5, time: '09:00', minutes: 60 },
    ],
  };
  const preview = done(await previewYear(database(), both, input));
  expect(await sql('SELECT FROM meeting WHERE organisation_id = ANY ($1)', [input.organisationIds])).toEqual(
    [],
  );
  // Twelve theme days for each, and a committee for the one that has the members for it.
  expect(preview).toMatchObject({ meetings: 36, organisations: 2 });
  expect(done(await planYear(database(), both, input)).meetings).toBe(36);
  expect(codeOf(await planYear(database(), both, input))).toBe('NOTHING_TO_PLAN');
  await expect(planYear(database(), one.secretary, input)).rejects.toThrow();
});

it('beyond reach there is no such meeting', async () => {
  const { branch, secretary, members } = await branchOf(1);
  const { secretary: other } = await branchOf(1);
  const meeting = await holds(secretary, branch, { present: members });
  await expect(meetingFor(database(), other, meeting.id)).rejects.toThrow();
  await expect(signs(other, meeting)).rejects.toThrow();
});
