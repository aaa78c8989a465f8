import type { AreaId, OrganisationId } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read, type Tried } from './operation.scenario.js';
import { CADRES, row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const SEERS = [...CADRES, 'BRANCH_SECRETARY'];
const LINE = row(SEERS, 'yes yes none none');
const LIST = row(SEERS, 'yes yes empty empty');

/** Joint meetings of a level, as in `place-table`: own, subtree, sibling, parent. */
export const jointTable = {
  ...{ jointLevels: LIST, jointMeetings: LIST, jointTasks: LIST, jointMeeting: LINE },
  ...{ callJointMeeting: LINE, concludeJointMeeting: LINE, cancelJointMeeting: LINE },
  ...{ noteJointTask: LINE, closeJointTask: LINE },
};

export function jointOperations(
  api: ReturnType<typeof testApi>,
  givenCommittee: (area: AreaId) => Promise<OrganisationId>,
): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const sql = (text: string, values: unknown[]) => api.database().query<unknown>(text, values);
  const today = () => plainDateOf(new Date());

  /** A meeting that began an hour ago, with one task once it is concluded; only it has its words. */
  async function given(area: AreaId, state: 'CALLED' | 'CONCLUDED' = 'CALLED') {
    const [id, task, host] = [newUuid(), newUuid(), await givenCommittee(area)];
    await sql(
      `INSERT INTO joint_meeting (id, organisation_id, body, day, starts_at, place, agenda, called_by_name)
       SELECT $1, $2, '聯席會議', (at AT TIME ZONE 'Asia/Shanghai')::date, at, '會議室', '{停車}', '甲'
       FROM (SELECT now() - interval '1 hour' AS at) clock`,
      [id, host],
    );
    if (state === 'CONCLUDED') {
      await sql(
        `UPDATE joint_meeting SET state = 'CONCLUDED', minutes = '議定', concluded_at = now() WHERE id = $1`,
        [id],
      );
      await sql(
        `INSERT INTO joint_task (id, meeting_id, text, owner_id, owner_name, due_on) VALUES ($1, $2, '劃線', $3, '乙', $4)`,
        [task, id, host, addDays(today(), 9)],
      );
    }
    return { id, task, host };
  }
  const listed = (document: string, sought: (made: Awaited<ReturnType<typeof given>>) => string) =>
    read(async ({ viewer, area }: Tried) => {
      const made = await given(area, 'CONCLUDED');
      return async () => {
        const reply = await ask(viewer, document, {});
        const isThere = JSON.stringify(reply.value ?? '').includes(sought(made));
        return reply.answer === 'yes' && !isThere ? { ...reply, outcome: 'empty' as const } : reply;
      };
    });
  const change =
    (
      field: string,
      state: 'CALLED' | 'CONCLUDED',
      input: (made: Awaited<ReturnType<typeof given>>) => object,
    ): Operation =>
    async ({ viewer, area }) => {
      const made = await given(area, state);
      return () => mutate(viewer, field, input(made));
    };

  return {
    jointMeetings: listed('{ jointMeetings(first: 100) { meetings { id } } }', ({ id }) => id),
    jointTasks: listed('{ jointTasks(first: 100) { tasks { id } } }', ({ task }) => task),
    // Nothing but this meeting is there to be counted.
    jointLevels: read(async ({ viewer, area }) => {
      await sql('DELETE FROM joint_task_note', []);
      await sql('ALTER TABLE joint_task DISABLE TRIGGER USER', []);
      await sql('DELETE FROM joint_task', []);
      await sql('ALTER TABLE joint_task ENABLE TRIGGER USER', []);
      await sql('DELETE FROM joint_meeting', []);
      await given(area, 'CONCLUDED');
      return async () => {
        const reply = await ask(viewer, '{ jointLevels { level open } }', {});
        const isEmpty = Array.isArray(reply.value) && reply.value.length === 0;
        return isEmpty ? { ...reply, outcome: 'empty' as const } : reply;
      };
    }),
    jointMeeting: read(async ({ viewer, area }) => {
      const { id } = await given(area);
      return () => ask(viewer, 'query ($id: ID!) { jointMeeting(id: $id) { id } }', { id });
    }),
    async callJointMeeting({ viewer, area }) {
      const organisationId = await givenCommittee(area);
      const when = { on: addDays(today(), 3), time: '15:00', place: '會議室', agenda: ['停車'] };
      return () =>
        mutate(viewer, 'callJointMeeting', { id: newUuid(), organisationId, body: '聯席會議', ...when });
    },
    concludeJointMeeting: change('concludeJointMeeting', 'CALLED', ({ id }) => ({
      ...{ id, minutes: '議定', decisions: [] },
    })),
    cancelJointMeeting: change('cancelJointMeeting', 'CALLED', ({ id }) => ({ id, reason: '改期' })),
    noteJointTask: change('noteJointTask', 'CONCLUDED', ({ task }) => ({
      ...{ id: newUuid(), taskId: task, text: '已勘察' },
    })),
    closeJointTask: change('closeJointTask', 'CONCLUDED', ({ task }) => ({ id: task, record: '已劃好' })),
  };
}
