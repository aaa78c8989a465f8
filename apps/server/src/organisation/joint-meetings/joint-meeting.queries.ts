import type { Action, OrganisationId, Viewer } from '@linli/domain/access';
import {
  type JointLevel,
  type JointMeetingId,
  type JointMeetingState,
  type JointTaskId,
  type JointTaskState,
  LEVEL_OF_KIND,
} from '@linli/domain/organisation/joint-meetings';
import { type Database, statement, type Transaction } from '../../platform/database/index.js';
import { batched, notFound } from '../../platform/graphql/index.js';
import { organisationsReached } from '../members/index.js';
import { today } from '../structure/index.js';
import type {
  JointLevelCount,
  JointMeeting,
  JointMeetingPage,
  JointTask,
  JointTaskNote,
  JointTaskPage,
} from './joint-meeting.type.js';

interface Reached {
  readonly tops: readonly OrganisationId[];
}

const level = `CASE host.kind ${LEVEL_OF_KIND.map(([kind, of]) => `WHEN '${kind}' THEN '${of}'`).join(' ')} END`;
const isLate = `(task.closed_on IS NULL AND task.due_on < ${today})`;
// As `taskStateOn` of the domain says.
const state = `CASE
  WHEN task.closed_on > task.due_on THEN 'CLOSED_LATE' WHEN task.closed_on IS NOT NULL THEN 'CLOSED'
  WHEN task.due_on < ${today} THEN 'LATE' ELSE 'OPEN' END`;

const meetings = `
  SELECT meeting.*, host.name AS organisation_name, ${level} AS level,
    (SELECT count(*)::int FROM joint_task task WHERE task.meeting_id = meeting.id) AS tasks,
    (SELECT count(*)::int FROM joint_task task WHERE task.meeting_id = meeting.id AND ${isLate}) AS late
  FROM joint_meeting meeting JOIN organisation host ON host.id = meeting.organisation_id
  WHERE host.lineage && :tops::uuid[]`;

const meetingById = statement<Reached & { id: JointMeetingId }, JointMeeting>({
  name: 'joint-meeting',
  text: `${meetings} AND meeting.id = :id`,
});

const lockMeeting = statement<{ id: JointMeetingId }, never>({
  name: 'lock-joint-meeting',
  text: 'SELECT FROM joint_meeting WHERE id = :id FOR UPDATE',
});

/** The meeting within reach; what is beyond it is not there. */
export async function jointMeetingFor(
  db: Database,
  viewer: Viewer,
  action: Action,
  id: JointMeetingId,
): Promise<JointMeeting> {
  const [meeting] = await meetingById(db, { id, tops: await organisationsReached(db, viewer, action) });
  if (!meeting) throw notFound('joint meeting');
  return meeting;
}

export async function jointMeetingToChange(
  tx: Transaction,
  viewer: Viewer,
  id: JointMeetingId,
): Promise<JointMeeting> {
  await lockMeeting(tx, { id });
  return jointMeetingFor(tx, viewer, 'KEEP_LIFE', id);
}

const meetingsWithin = statement<
  Reached & { state: JointMeetingState | null; after: JointMeetingId | null; first: number },
  JointMeeting
>({
  name: 'joint-meetings',
  text: `${meetings} AND (:state::text IS NULL OR meeting.state = :state::text)
    AND (:after::uuid IS NULL OR (meeting.starts_at, meeting.id) < (
      SELECT starts_at, id FROM joint_meeting WHERE id = :after::uuid))
    ORDER BY meeting.starts_at DESC, meeting.id DESC LIMIT :first`,
});

interface Paged<Id> {
  readonly after: Id | null;
  readonly first: number;
}

/** The latest first. */
export async function jointMeetingsOf(
  db: Database,
  viewer: Viewer,
  { first, ...asked }: Paged<JointMeetingId> & { readonly state: JointMeetingState | null },
): Promise<JointMeetingPage> {
  const tops = await organisationsReached(db, viewer, 'SEE_LIFE');
  const rows = await meetingsWithin(db, { ...asked, tops, first: first + 1 });
  const page = rows.slice(0, first);
  return { meetings: page, endCursor: rows.length > first ? (page.at(-1)?.id ?? null) : null };
}

// Whoever looks after the owner sees the task, also when a level above decided it.
const tasks = `
  SELECT task.*, meeting.day AS decided_on, host.name AS host_name, ${level} AS level,
    owner.name AS owner_organisation, ${state} AS state, task.closed_on IS NULL AND
      (host.lineage && :keeps::uuid[] OR owner.lineage && :keeps::uuid[]) AS may_close
  FROM joint_task task JOIN joint_meeting meeting ON meeting.id = task.meeting_id
    JOIN organisation host ON host.id = meeting.organisation_id
    JOIN organisation owner ON owner.id = task.owner_id
  WHERE (host.lineage && :tops::uuid[] OR owner.lineage && :tops::uuid[])`;

const taskById = statement<Reached & { keeps: readonly OrganisationId[]; id: JointTaskId }, JointTask>({
  name: 'joint-task',
  text: `${tasks} AND task.id = :id`,
});

const lockTask = statement<{ id: JointTaskId }, never>({
  name: 'lock-joint-task',
  text: 'SELECT FROM joint_task WHERE id = :id FOR UPDATE',
});

/** The task as whoever changes it finds it, under its lock. */
export async function jointTaskToChange(
  tx: Transaction,
  viewer: Viewer,
  id: JointTaskId,
): Promise<JointTask> {
  await lockTask(tx, { id });
  const tops = await organisationsReached(tx, viewer, 'KEEP_LIFE');
  const [task] = await taskById(tx, { id, tops, keeps: tops });
  if (!task) throw notFound('joint task');
  return task;
}

const tasksWithin = statement<
  Reached &
    Paged<JointTaskId> & {
      keeps: readonly OrganisationId[];
      level: JointLevel | null;
      state: JointTaskState | null;
      meetingId: JointMeetingId | null;
    },
  JointTask
>({
  name: 'joint-tasks',
  text: `
    SELECT * FROM (${tasks}) found
    WHERE (:level::text IS NULL OR level = :level::text) AND (:state::text IS NULL OR state = :state::text)
      AND (:meetingId::uuid IS NULL OR meeting_id = :meetingId::uuid)
      AND (:after::uuid IS NULL OR (due_on, id) > (SELECT due_on, id FROM joint_task WHERE id = :after::uuid))
    ORDER BY due_on, id LIMIT :first`,
});

/** Whatever is due first comes first. */
export async function jointTasksOf(
  db: Database,
  viewer: Viewer,
  {
    first,
    ...asked
  }: Paged<JointTaskId> & {
    readonly level: JointLevel | null;
    readonly state: JointTaskState | null;
    readonly meetingId: JointMeetingId | null;
  },
): Promise<JointTaskPage> {
  const tops = await organisationsReached(db, viewer, 'SEE_LIFE');
  const keeps = await organisationsReached(db, viewer, 'KEEP_LIFE');
  const rows = await tasksWithin(db, { ...asked, tops, keeps, first: first + 1 });
  const page = rows.slice(0, first);
  return { tasks: page, endCursor: rows.length > first ? (page.at(-1)?.id ?? null) : null };
}

const counts = statement<Reached, JointLevelCount>({
  name: 'joint-levels',
  text: `
    WITH within AS (
      SELECT meeting.id, meeting.state, meeting.day, ${level} AS level
      FROM joint_meeting meeting JOIN organisation host ON host.id = meeting.organisation_id
      WHERE host.lineage && :tops::uuid[])
    SELECT level,
      count(DISTINCT within.id) FILTER (
        WHERE within.state = 'CONCLUDED' AND date_trunc('year', within.day) = date_trunc('year', ${today}))::int AS held,
      count(task.id) FILTER (WHERE task.closed_on IS NULL)::int AS open,
      count(task.id) FILTER (WHERE ${isLate})::int AS late,
      count(task.id) FILTER (WHERE task.closed_on IS NOT NULL)::int AS closed
    FROM within LEFT JOIN joint_task task ON task.meeting_id = within.id
    GROUP BY level ORDER BY array_position(ARRAY['DISTRICT', 'TOWN', 'COMMUNITY', 'ESTATE'], level)`,
});

export const jointLevelsOf = async (db: Database, viewer: Viewer): Promise<JointLevelCount[]> =>
  counts(db, { tops: await organisationsReached(db, viewer, 'SEE_LIFE') });

const notes = statement<{ ids: readonly JointTaskId[] }, JointTaskNote & { taskId: JointTaskId }>({
  name: 'joint-task-notes',
  text: 'SELECT id, task_id, at, text, by_name FROM joint_task_note WHERE task_id = ANY (:ids) ORDER BY at, id',
});
export const notesOf = batched(
  ({ db }, ids: readonly JointTaskId[]) => notes(db, { ids }),
  (all, id): JointTaskNote[] => all.filter(({ taskId }) => taskId === id),
);
