import type { OrganisationId, Viewer } from '@linli/domain/access';
import {
  type CancelTrainingInput,
  type PlanTrainingInput,
  type RecordTrainingInput,
  refusalToMove,
  refusalToRecord,
  type ScheduleTrainingInput,
  type SignTrainingInput,
} from '@linli/domain/organisation/training';
import { actorOf, type AuditNote, placesOf, recordAudit } from '../../access/audit/index.js';
import {
  type Database,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { reachedOrganisations } from '../members/index.js';
import {
  outsideAudience,
  trainingPlanFor,
  trainingSessionFor,
  trainingSessionToChange,
} from './training.queries.js';
import type { TrainingPlan, TrainingSession } from './training.type.js';

async function noted(
  tx: Transaction,
  viewer: Viewer,
  action: string,
  about: {
    readonly id: string;
    readonly title: string;
    readonly organisationId: OrganisationId;
    readonly detail: NonNullable<AuditNote['detail']>;
  },
): Promise<void> {
  const { id, title, organisationId, detail } = about;
  const name = `training.${action.toLowerCase().replaceAll('_', '-')}`;
  await recordEvent(tx, { name, subjectId: organisationId, payload: { id } });
  const own = placesOf(viewer);
  await recordAudit(tx, {
    ...{ actor: actorOf(viewer), action, subject: { kind: 'TRAINING', id, name: title }, detail },
    places: { ...own, organisationIds: [...own.organisationIds, organisationId] },
  });
}

const known = statement<PlanTrainingInput, { same: boolean }>({
  name: 'training-as-planned',
  text: `
    SELECT (organisation_id, year, title, audience, form, minutes) =
      (:organisationId::uuid, :year::int, :title::text, :audience::text, :form::text, :minutes::int) AS same
    FROM training_plan WHERE id = :id`,
});
const insertPlan = statement<PlanTrainingInput & { by: string }, never>({
  name: 'plan-training',
  text: `
    INSERT INTO training_plan (id, organisation_id, year, title, audience, form, minutes, planned_by)
    VALUES (:id, :organisationId, :year, :title, :audience, :form, :minutes, :by)`,
});

/** 列入計劃 A line of the year's plan. The same again is the same. */
export const planTraining = (
  db: Database,
  viewer: Viewer,
  input: PlanTrainingInput,
): Promise<TrainingPlan | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const { id, organisationId, title, year, audience, form } = input;
      await reachedOrganisations(tx, viewer, 'KEEP_LIFE', [organisationId]);
      const [earlier] = await known(tx, input);
      if (earlier) return earlier.same ? trainingPlanFor(tx, viewer, id) : new Refused('CONFLICT');
      await insertPlan(tx, { ...input, by: viewer.name });
      const plan = await trainingPlanFor(tx, viewer, id);
      await noted(tx, viewer, 'TRAINING_PLANNED', {
        ...{ id, title, organisationId, detail: { year, audience, form } },
      });
      return plan;
    }),
  );

const scheduled = statement<ScheduleTrainingInput & { forId: OrganisationId }, { same: boolean }>({
  name: 'training-as-scheduled',
  text: `
    SELECT (plan_id, for_id, starts_at, place, topic, lecturer, minutes) =
      (:planId::uuid, :forId::uuid, (:on::date + :time::time) AT TIME ZONE 'Asia/Shanghai', :place::text, :topic::text,
        :lecturer::text, :minutes::int) AS same
    FROM training_session WHERE id = :id`,
});
const isBelow = statement<{ id: OrganisationId; holder: OrganisationId }, { id: OrganisationId }>({
  name: 'training-batch-below-holder',
  text: 'SELECT id FROM organisation WHERE id = :id AND lineage @> ARRAY[:holder::uuid]',
});
const insertSession = statement<ScheduleTrainingInput & { forId: OrganisationId; by: string }, never>({
  name: 'schedule-training',
  text: `
    INSERT INTO training_session (id, plan_id, for_id, day, starts_at, minutes, place, topic, lecturer, scheduled_by)
    VALUES (:id, :planId, :forId, :on, (:on::date + :time::time) AT TIME ZONE 'Asia/Shanghai', :minutes, :place, :topic,
      :lecturer, :by)`,
});

/** 開一期 On a day of the plan's year, for all of the audience or those of an organisation below. */
export const scheduleTraining = (
  db: Database,
  viewer: Viewer,
  input: ScheduleTrainingInput,
): Promise<TrainingSession | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const { id, planId, on, minutes } = input;
      const plan = await trainingPlanFor(tx, viewer, planId);
      const row = { ...input, forId: input.forId ?? plan.organisationId };
      const [earlier] = await scheduled(tx, row);
      if (earlier)
        return earlier.same ? trainingSessionFor(tx, viewer, 'KEEP_LIFE', id) : new Refused('CONFLICT');
      const [below] = await isBelow(tx, { id: row.forId, holder: plan.organisationId });
      if (!below) throw notFound('organisation');
      if (Number(on.slice(0, 4)) !== plan.year)
        return new Refused('TRAINING_OUTSIDE_YEAR', { year: String(plan.year) });
      await insertSession(tx, { ...row, by: viewer.name });
      return changed(tx, viewer, 'TRAINING_SCHEDULED', id, { day: on, minutes });
    }),
  );

async function changed(
  tx: Transaction,
  viewer: Viewer,
  action: string,
  id: TrainingSession['id'],
  detail: NonNullable<AuditNote['detail']>,
): Promise<TrainingSession> {
  const session = await trainingSessionFor(tx, viewer, 'KEEP_LIFE', id);
  const { title, organisationId } = session;
  await noted(tx, viewer, action, { id, title, organisationId, detail });
  return session;
}

const record = statement<{ id: TrainingSession['id']; rows: string }, never>({
  name: 'record-training',
  text: `
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS rows ("residentId" uuid, minutes int)
    ), gone AS (
      DELETE FROM training_attendance WHERE session_id = :id AND resident_id NOT IN (SELECT "residentId" FROM given)
    ), there AS (
      INSERT INTO training_attendance (session_id, resident_id, minutes) SELECT :id, "residentId", minutes FROM given
      ON CONFLICT (session_id, resident_id) DO UPDATE SET minutes = excluded.minutes
    )
    UPDATE training_session SET state = 'HELD' WHERE id = :id`,
});

/** 登記 All who were there, and how long; it may be written again until it is signed. */
export const recordTraining = (
  db: Database,
  viewer: Viewer,
  { id, attendees }: RecordTrainingInput,
): Promise<TrainingSession | Refused> =>
  transaction(db, async (tx) => {
    const session = await trainingSessionToChange(tx, viewer, id);
    const refusal = refusalToRecord(session, attendees);
    if (refusal) return new Refused(refusal);
    const ids = attendees.map(({ residentId }) => residentId);
    const strangers = await outsideAudience(tx, session, ids);
    if (strangers > 0) return new Refused('NOT_IN_AUDIENCE', { count: strangers });
    await record(tx, { id, rows: JSON.stringify(attendees) });
    return changed(tx, viewer, 'TRAINING_RECORDED', id, { people: ids.length });
  });

const sign = statement<{ id: TrainingSession['id']; by: string }, never>({
  name: 'sign-training',
  text: `UPDATE training_session SET state = 'SIGNED', signed_at = now(), signed_by = :by WHERE id = :id`,
});

/** 簽字 From then on it stays, and its hours count. Twice is once. */
export const signTraining = (
  db: Database,
  viewer: Viewer,
  { id }: SignTrainingInput,
): Promise<TrainingSession | Refused> =>
  transaction(db, async (tx) => {
    const session = await trainingSessionToChange(tx, viewer, id);
    if (session.state === 'SIGNED') return session;
    const refusal = refusalToMove(session.state, 'SIGN');
    if (refusal) return new Refused(refusal);
    await sign(tx, { id, by: viewer.name });
    return changed(tx, viewer, 'TRAINING_SIGNED', id, { people: session.attended });
  });

const cancel = statement<CancelTrainingInput, never>({
  name: 'cancel-training',
  text: `UPDATE training_session SET state = 'CANCELLED', cancelled_because = :reason WHERE id = :id`,
});

/** Before it is signed. Twice is once. */
export const cancelTraining = (
  db: Database,
  viewer: Viewer,
  input: CancelTrainingInput,
): Promise<TrainingSession | Refused> =>
  transaction(db, async (tx) => {
    const session = await trainingSessionToChange(tx, viewer, input.id);
    if (session.state === 'CANCELLED') return session;
    const refusal = refusalToMove(session.state, 'CANCEL');
    if (refusal) return new Refused(refusal);
    await cancel(tx, input);
    return changed(tx, viewer, 'TRAINING_CANCELLED', input.id, { reason: input.reason });
  });
