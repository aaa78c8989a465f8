import type { PlanTrainingInput, ScheduleTrainingInput } from '@linli/domain/organisation/training';
import type { OrganisationId, PersonId } from '@linli/domain/access';
import { statement, type Transaction } from '../../platform/database/index.js';

export type TrainingToFurnish = ScheduleTrainingInput & {
  readonly forId: OrganisationId;
  readonly signedBy: string | null;
  readonly people: readonly PersonId[];
};

const insertPlans = statement<{ rows: string; by: string }, never>({
  name: 'furnish-training-plans',
  text: `
    INSERT INTO training_plan (id, organisation_id, year, title, audience, form, minutes, planned_by)
    SELECT id, "organisationId", year, title, audience, form, minutes, :by
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, "organisationId" uuid, year int, title text, audience text,
      form text, minutes int)`,
});
const insertSessions = statement<{ rows: string; by: string }, never>({
  name: 'furnish-training-sessions',
  text: `
    INSERT INTO training_session (id, plan_id, for_id, day, starts_at, minutes, place, topic, lecturer, scheduled_by)
    SELECT id, "planId", "forId", "on", ("on" + "time") AT TIME ZONE 'Asia/Shanghai', minutes, place, topic, lecturer, :by
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, "planId" uuid, "forId" uuid, "on" date, "time" time,
      minutes int, place text, topic text, lecturer text)`,
});
const insertPeople = statement<{ rows: string }, never>({
  name: 'furnish-training-people',
  text: `
    INSERT INTO training_attendance (session_id, resident_id, minutes)
    SELECT given.id, unnest(given.people), given.minutes
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, minutes int, people uuid[])`,
});
const signAll = statement<{ rows: string }, never>({
  name: 'furnish-training-signed',
  text: `
    UPDATE training_session session SET state = 'SIGNED', signed_at = starts_at + interval '1 day',
      signed_by = given."signedBy"
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, "signedBy" text)
    WHERE given.id = session.id AND given."signedBy" IS NOT NULL`,
});

/** For a house that is being furnished: a past that was kept elsewhere, and what is planned; four statements. */
export async function furnishTrainings(
  tx: Transaction,
  plans: readonly PlanTrainingInput[],
  sessions: readonly TrainingToFurnish[],
): Promise<void> {
  const [rows, by] = [JSON.stringify(sessions), '示範數據'];
  await insertPlans(tx, { rows: JSON.stringify(plans), by });
  await insertSessions(tx, { rows, by });
  await insertPeople(tx, { rows });
  await signAll(tx, { rows });
}
