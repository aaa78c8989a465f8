import { type OrganisationId, type PersonId, type Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import { type MeetingId, meetingId, type MeetingKind } from '@linli/domain/organisation/life';
import { personId } from '@linli/domain/access';
import { readEnvironment } from '../../platform/environment.js';
import { Refused } from '../../platform/graphql/index.js';
import { newId } from '../../testing/index.js';
import { joined, memberScenario } from '../members/members.scenario.js';
import type { Database } from '../../platform/database/index.js';
import { announceMeeting } from './announce.js';
import { markAttendance } from './attendance.js';
import type { MeetingRecord } from './meeting.type.js';
import { keepMinutes, signMinutes } from './minutes.js';
import { planMeeting } from './plan-meetings.js';

export const done = <Answer extends object>(answer: Answer | Refused): Answer => {
  if (answer instanceof Refused) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.details)}`);
  return answer;
};
export const codeOf = (answer: object): string => (answer instanceof Refused ? answer.code : 'done');

/** The words that the tests of organisational life are written in. */
export function lifeScenario(database: () => Database) {
  const { branches, people, record } = memberScenario(database);
  const { dataKey } = readEnvironment({ PORT: '0' });
  const today = (): PlainDate => plainDateOf(new Date());
  const sql = <Row>(text: string, values: unknown[] = []) => database().query<Row[]>(text, values);

  const keeper = (
    organisationId: OrganisationId | null,
    role: Viewer['duties'][number]['role'] = 'BRANCH_SECRETARY',
  ): Viewer => ({
    ...{ personId: newId(personId), face: 'CONSOLE', name: '周秀芬', caresFor: [] },
    duties: [{ role, organisationId, areaId: null, centreId: null }],
  });
  const memberViewer = (id: PersonId): Viewer => ({
    ...{ personId: id, face: 'RESIDENT', name: '李桂蘭', caresFor: [] },
    duties: [{ role: 'RESIDENT', organisationId: null, areaId: null, centreId: null }],
  });

  let free: OrganisationId[] | undefined;
  /** A branch with so many full members since last year, and its secretary. */
  async function branchOf(count: number) {
    // A house has one district: all of its branches stand from the beginning.
    free ??= await branches(30);
    const branch = free.pop();
    if (!branch) throw new Error('No branch is left');
    const ids = await people(count);
    for (const id of ids) await record(id, joined(branch, '2025-01-01'));
    return { branch, members: ids, secretary: keeper(branch) };
  }

  const plans = (
    viewer: Viewer,
    organisationId: OrganisationId,
    kinds: readonly MeetingKind[] = ['THEME_DAY'],
    more: object = {},
  ) =>
    planMeeting(database(), viewer, {
      ...{ id: newId(meetingId), organisationId, kinds: [...kinds], on: addDays(today(), 2) },
      ...{ time: '15:00', place: '黨群服務中心', minutes: 90 },
      ...more,
    });
  const ABOUT = { formats: [], firstTopic: '學習貫徹', firstTopicMode: 'SECRETARY_READS' as const };
  const announces = (viewer: Viewer, { id }: { id: MeetingId }, more: object = {}) =>
    announceMeeting(database(), viewer, {
      ...{ id, place: '黨群服務中心', agenda: [], ...ABOUT, lecturer: '段永強', lecturerKind: 'SECRETARY' },
      ...more,
    });
  /** The clock of a meeting is moved: it begins so many minutes ago. */
  const begins = ({ id }: { id: MeetingId }, minutesAgo = 10, announced = true) =>
    sql(
      `UPDATE meeting SET starts_at = now() - make_interval(mins => $2),
         day = ((now() - make_interval(mins => $2)) AT TIME ZONE 'Asia/Shanghai')::date,
         announced_at = CASE WHEN $3 THEN now() - make_interval(mins => $2 + 60) END
       WHERE id = $1`,
      [id, minutesAgo, announced],
    );
  const marks = (viewer: Viewer, { id }: { id: MeetingId }, who: readonly PersonId[], mark = 'PRESENT') =>
    markAttendance(database(), viewer, {
      id,
      marks: who.map((residentId) => ({ residentId, mark: mark as 'PRESENT' })),
    });
  const minutes = (
    viewer: Viewer,
    { id }: { id: MeetingId },
    kinds: readonly MeetingKind[],
    more: object = {},
  ) =>
    keepMinutes(database(), viewer, {
      ...{ id, ...ABOUT, lecturer: '段永強', lecturerKind: 'SECRETARY', votes: [] },
      minuted: kinds.map((kind) => ({ kind, text: '學習並討論' })),
      ...more,
    });
  const signs = (viewer: Viewer, { id }: { id: MeetingId }) => signMinutes(database(), viewer, { id });

  /** From planned to signed. */
  async function holds(
    viewer: Viewer,
    organisationId: OrganisationId,
    {
      kinds = ['THEME_DAY'],
      present,
      away = [],
      as = 'UNEXCUSED',
    }: {
      kinds?: readonly MeetingKind[];
      present: readonly PersonId[];
      away?: readonly PersonId[];
      as?: string;
    },
  ): Promise<MeetingRecord> {
    const meeting = done(await plans(viewer, organisationId, kinds));
    done(await announces(viewer, meeting));
    await begins(meeting);
    done(await marks(viewer, meeting, present));
    if (away.length > 0) done(await marks(viewer, meeting, away, as));
    done(await minutes(viewer, meeting, kinds));
    return done(await signs(viewer, meeting));
  }

  return {
    ...{ branches, people, record, dataKey, today, sql, keeper, memberViewer, branchOf },
    ...{ plans, announces, begins, marks, minutes, signs, holds },
  };
}
