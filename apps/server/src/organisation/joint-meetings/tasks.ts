import type { Viewer } from '@linli/domain/access';
import type {
  CloseJointTaskInput,
  JointTaskId,
  NoteJointTaskInput,
} from '@linli/domain/organisation/joint-meetings';
import { Refusal } from '@linli/domain/refusals';
import { type Database, secondLook, statement, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { today } from '../structure/index.js';
import { noteTask } from './audit-joint.js';
import { jointTaskToChange } from './joint-meeting.queries.js';
import type { JointTask } from './joint-meeting.type.js';

const known = statement<Pick<NoteJointTaskInput, 'id'>, { taskId: JointTaskId; text: string }>({
  name: 'joint-task-note',
  text: 'SELECT task_id, text FROM joint_task_note WHERE id = :id',
});

const insert = statement<NoteJointTaskInput & { byName: string }, never>({
  name: 'note-joint-task',
  text: 'INSERT INTO joint_task_note (id, task_id, text, by_name) VALUES (:id, :taskId, :text, :byName)',
});

/** 進展 How far it is, for those who wait. The same again is the same. */
export const noteJointTask = (
  db: Database,
  viewer: Viewer,
  input: NoteJointTaskInput,
): Promise<JointTask | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const task = await jointTaskToChange(tx, viewer, input.taskId);
      const [earlier] = await known(tx, { id: input.id });
      if (earlier)
        return earlier.taskId === input.taskId && earlier.text === input.text
          ? task
          : new Refused(Refusal.CONFLICT);
      if (task.closedOn !== null) return new Refused(Refusal.TASK_CLOSED);
      await insert(tx, { ...input, byName: viewer.name });
      await noteTask(tx, viewer, task, {
        ...{ event: 'joint.task-noted', action: 'JOINT_TASK_NOTED', detail: { text: input.text } },
      });
      return task;
    }),
  );

const close = statement<CloseJointTaskInput & { byName: string }, never>({
  name: 'close-joint-task',
  text: `
    UPDATE joint_task SET closed_on = ${today}, closing_record = :record, closed_by_name = :byName
    WHERE id = :id`,
});

/** 銷號 With the record of what was done, dated today: nothing is backdated. Twice is once. */
export const closeJointTask = (
  db: Database,
  viewer: Viewer,
  input: CloseJointTaskInput,
): Promise<JointTask | Refused> =>
  transaction(db, async (tx) => {
    const { id, record } = input;
    const task = await jointTaskToChange(tx, viewer, id);
    if (task.closedOn !== null)
      return task.closingRecord === record ? task : new Refused(Refusal.TASK_CLOSED);
    await close(tx, { ...input, byName: viewer.name });
    const after = await jointTaskToChange(tx, viewer, id);
    await noteTask(tx, viewer, after, {
      ...{ event: 'joint.task-closed', action: 'JOINT_TASK_CLOSED', detail: { record } },
    });
    return after;
  });
