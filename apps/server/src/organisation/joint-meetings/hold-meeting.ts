import type { OrganisationId, Viewer } from '@linli/domain/access';
import {
  type CallJointMeetingInput,
  type CancelJointMeetingInput,
  type ConcludeJointMeetingInput,
  type JointMeetingId,
  levelOf,
  refusalToConclude,
} from '@linli/domain/organisation/joint-meetings';
import type { OrganisationKind } from '@linli/domain/organisation/structure';
import { Refusal } from '@linli/domain/refusals';
import { type Database, now, secondLook, statement, transaction } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { reachedOrganisations } from '../members/index.js';
import { noteMeeting } from './audit-joint.js';
import { jointMeetingFor, jointMeetingToChange } from './joint-meeting.queries.js';
import type { JointMeeting } from './joint-meeting.type.js';

const known = statement<CallJointMeetingInput, { same: boolean }>({
  name: 'joint-meeting-as-called',
  text: `
    SELECT (organisation_id, body, starts_at, place, agenda) =
      (:organisationId::uuid, :body::text, (:on::date + :time::time) AT TIME ZONE 'Asia/Shanghai', :place::text,
        :agenda::text[]) AS same
    FROM joint_meeting WHERE id = :id`,
});

const kindOf = statement<{ id: OrganisationId }, { kind: OrganisationKind }>({
  name: 'kind-that-calls',
  text: 'SELECT kind FROM organisation WHERE id = :id',
});

const insert = statement<CallJointMeetingInput & { byName: string }, never>({
  name: 'call-joint-meeting',
  text: `
    INSERT INTO joint_meeting (id, organisation_id, body, day, starts_at, place, agenda, called_by_name)
    VALUES (:id, :organisationId, :body, :on, (:on::date + :time::time) AT TIME ZONE 'Asia/Shanghai', :place,
      :agenda::text[], :byName)`,
});

/** 召集 In a time to come, with what it is about. The same again is the same. */
export const callJointMeeting = (
  db: Database,
  viewer: Viewer,
  input: CallJointMeetingInput,
): Promise<JointMeeting | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const { id, organisationId, on, time, body } = input;
      await reachedOrganisations(tx, viewer, 'KEEP_LIFE', [organisationId]);
      const [earlier] = await known(tx, input);
      if (earlier)
        return earlier.same ? jointMeetingFor(tx, viewer, 'KEEP_LIFE', id) : new Refused(Refusal.CONFLICT);
      const [host] = await kindOf(tx, { id: organisationId });
      if (!host || !levelOf(host.kind)) return new Refused(Refusal.LEVEL_HOLDS_NONE);
      if (new Date(`${on}T${time}:00+08:00`) <= (await now(tx)))
        return new Refused(Refusal.JOINT_MEETING_IN_THE_PAST);
      await insert(tx, { ...input, byName: viewer.name });
      const meeting = await jointMeetingFor(tx, viewer, 'KEEP_LIFE', id);
      await noteMeeting(tx, viewer, meeting, {
        ...{ event: 'joint.called', action: 'JOINT_MEETING_CALLED', detail: { on, body } },
      });
      return meeting;
    }),
  );

const owners = statement<{ host: OrganisationId; ids: readonly OrganisationId[] }, { id: OrganisationId }>({
  name: 'owners-below-host',
  text: 'SELECT id FROM organisation WHERE id = ANY (:ids) AND lineage @> ARRAY[:host::uuid]',
});

const sameDecisions = statement<
  { id: JointMeetingId; decisions: string; minutes: string },
  { same: boolean }
>({
  name: 'joint-decisions-as-sent',
  text: `
    SELECT meeting.minutes = :minutes AND NOT EXISTS (
      (SELECT id, text, "ownerId", "ownerName", "dueOn" FROM jsonb_to_recordset(:decisions::jsonb)
         AS given (id uuid, text text, "ownerId" uuid, "ownerName" text, "dueOn" date)
       EXCEPT SELECT id, text, owner_id, owner_name, due_on FROM joint_task WHERE meeting_id = :id)
      UNION ALL
      (SELECT id, text, owner_id, owner_name, due_on FROM joint_task WHERE meeting_id = :id
       EXCEPT SELECT id, text, "ownerId", "ownerName", "dueOn" FROM jsonb_to_recordset(:decisions::jsonb)
         AS given (id uuid, text text, "ownerId" uuid, "ownerName" text, "dueOn" date))) AS same
    FROM joint_meeting meeting WHERE id = :id`,
});

const conclude = statement<{ id: JointMeetingId; minutes: string; decisions: string; byName: string }, never>(
  {
    name: 'conclude-joint-meeting',
    text: `
    WITH decided AS (
      INSERT INTO joint_task (id, meeting_id, text, owner_id, owner_name, due_on)
      SELECT given.id, :id, text, "ownerId", "ownerName", "dueOn" FROM jsonb_to_recordset(:decisions::jsonb)
        AS given (id uuid, text text, "ownerId" uuid, "ownerName" text, "dueOn" date)
    )
    UPDATE joint_meeting SET state = 'CONCLUDED', minutes = :minutes, concluded_at = now(), concluded_by_name = :byName
    WHERE id = :id`,
  },
);

/** 議定 What was decided: each a task with an owner, at the host or below it, and a day. Twice is once. */
export const concludeJointMeeting = (
  db: Database,
  viewer: Viewer,
  { id, minutes, decisions }: ConcludeJointMeetingInput,
): Promise<JointMeeting | Refused> =>
  transaction(db, async (tx) => {
    const meeting = await jointMeetingToChange(tx, viewer, id);
    const { state, day, startsAt } = meeting;
    const sent = { id, minutes, decisions: JSON.stringify(decisions) };
    if (state === 'CONCLUDED' && (await sameDecisions(tx, sent))[0]?.same) return meeting;
    const refusal = refusalToConclude({ state, day, startsAt, now: await now(tx) }, decisions);
    if (refusal) return new Refused(refusal);
    const wanted = new Set(decisions.map(({ ownerId }) => ownerId));
    const found = await owners(tx, { host: meeting.organisationId, ids: [...wanted] });
    if (found.length < wanted.size) throw notFound('owner');
    await conclude(tx, { ...sent, byName: viewer.name });
    const after = await jointMeetingFor(tx, viewer, 'KEEP_LIFE', id);
    await noteMeeting(tx, viewer, after, {
      ...{
        event: 'joint.concluded',
        action: 'JOINT_MEETING_CONCLUDED',
        detail: { decisions: decisions.length },
      },
    });
    return after;
  });

const cancel = statement<CancelJointMeetingInput, never>({
  name: 'cancel-joint-meeting',
  text: `UPDATE joint_meeting SET state = 'CANCELLED', cancelled_because = :reason WHERE id = :id`,
});

/** Before it was held. Twice is once. */
export const cancelJointMeeting = (
  db: Database,
  viewer: Viewer,
  input: CancelJointMeetingInput,
): Promise<JointMeeting | Refused> =>
  transaction(db, async (tx) => {
    const meeting = await jointMeetingToChange(tx, viewer, input.id);
    if (meeting.state === 'CANCELLED') return meeting;
    if (meeting.state === 'CONCLUDED') return new Refused(Refusal.JOINT_MEETING_CONCLUDED);
    await cancel(tx, input);
    const after = await jointMeetingFor(tx, viewer, 'KEEP_LIFE', input.id);
    await noteMeeting(tx, viewer, after, {
      ...{ event: 'joint.cancelled', action: 'JOINT_MEETING_CANCELLED', detail: { reason: input.reason } },
    });
    return after;
  });
