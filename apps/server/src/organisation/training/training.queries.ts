import type { Action, OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import type { OrganisationKind } from '@linli/domain/organisation/structure';
import {
  AUDIENCE_POSTS,
  AUDIENCE_STAGES,
  trainingDue,
  trainingPeriods,
  type TrainingPlanId,
  type TrainingSessionId,
} from '@linli/domain/organisation/training';
import { recordRead } from '../../access/audit/index.js';
import { type Database, now, statement, transaction } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { organisationsReached } from '../members/index.js';
import { inForce } from '../structure/index.js';
import type {
  TrainingPeople,
  TrainingPerson,
  TrainingPlan,
  TrainingSession,
  TrainingYear,
} from './training.type.js';

interface Reached {
  readonly tops: readonly OrganisationId[];
}
interface Kept extends Reached {
  /** What the viewer may keep, beside what they may see. */
  readonly keeps: readonly OrganisationId[];
}

const sessions = `
  SELECT session.*, plan.title, plan.audience, plan.form, plan.organisation_id, holder.name AS holder_name,
    come.name AS for_name, now() AS now, holder.lineage && :keeps::uuid[] AS may_keep,
    (SELECT count(*)::int FROM training_attendance WHERE session_id = session.id) AS attended
  FROM training_session session JOIN training_plan plan ON plan.id = session.plan_id
    JOIN organisation holder ON holder.id = plan.organisation_id
    JOIN organisation come ON come.id = session.for_id
  WHERE holder.lineage && :tops::uuid[]`;

const sessionById = statement<Kept & { id: TrainingSessionId }, TrainingSession>({
  name: 'training-session',
  text: `${sessions} AND session.id = :id`,
});
const lockSession = statement<{ id: TrainingSessionId }, never>({
  name: 'lock-training-session',
  text: 'SELECT FROM training_session WHERE id = :id FOR UPDATE',
});

const kept = (db: Database, viewer: Viewer): Promise<OrganisationId[]> =>
  organisationsReached(db, viewer, 'KEEP_LIFE');

/** The session within reach; what is beyond it is not there. */
export async function trainingSessionFor(
  db: Database,
  viewer: Viewer,
  action: Action,
  id: TrainingSessionId,
): Promise<TrainingSession> {
  const tops = await organisationsReached(db, viewer, action);
  const [session] = await sessionById(db, { id, tops, keeps: await kept(db, viewer) });
  if (!session) throw notFound('training session');
  return session;
}

export async function trainingSessionToChange(
  db: Database,
  viewer: Viewer,
  id: TrainingSessionId,
): Promise<TrainingSession> {
  await lockSession(db, { id });
  return trainingSessionFor(db, viewer, 'KEEP_LIFE', id);
}

const planById = statement<Reached & { id: TrainingPlanId }, TrainingPlan>({
  name: 'training-plan',
  text: `
    SELECT plan.* FROM training_plan plan JOIN organisation holder ON holder.id = plan.organisation_id
    WHERE plan.id = :id AND holder.lineage && :tops::uuid[]`,
});

export async function trainingPlanFor(
  db: Database,
  viewer: Viewer,
  id: TrainingPlanId,
): Promise<TrainingPlan> {
  const [plan] = await planById(db, { id, tops: await kept(db, viewer) });
  if (!plan) throw notFound('training plan');
  return plan;
}

const holderOf = statement<
  Kept & { id: OrganisationId | null },
  { id: OrganisationId; name: string; kind: OrganisationKind; mayKeep: boolean }
>({
  name: 'training-holder',
  text: `
    SELECT id, name, kind, lineage && :keeps::uuid[] AS may_keep FROM organisation
    WHERE lineage && :tops::uuid[] AND (:id::uuid IS NULL OR id = :id)
    ORDER BY cardinality(lineage), name LIMIT 1`,
});
const plansOf = statement<{ id: OrganisationId; year: number }, TrainingPlan>({
  name: 'training-plans',
  text: 'SELECT * FROM training_plan WHERE organisation_id = :id AND year = :year ORDER BY planned_at, id',
});
const sessionsOf = statement<Kept & { id: OrganisationId; year: number }, TrainingSession>({
  name: 'training-sessions',
  text: `${sessions} AND plan.organisation_id = :id AND plan.year = :year ORDER BY session.starts_at, session.id`,
});

/** 年度計劃 Nothing named: the top of the viewer's reach, this year. */
export async function trainingYear(
  db: Database,
  viewer: Viewer,
  asked: { readonly organisationId: OrganisationId | null; readonly year: number | null },
): Promise<TrainingYear> {
  const tops = await organisationsReached(db, viewer, 'SEE_LIFE');
  const keeps = await kept(db, viewer);
  const [holder] = await holderOf(db, { tops, keeps, id: asked.organisationId });
  if (!holder) throw notFound('organisation');
  const today = plainDateOf(await transaction(db, now));
  const year = asked.year ?? Number(today.slice(0, 4));
  const plans = await plansOf(db, { id: holder.id, year });
  const all = await sessionsOf(db, { tops, keeps, id: holder.id, year });
  const held = all.filter(({ state }) => state === 'HELD' || state === 'SIGNED');
  return {
    ...{ organisationId: holder.id, name: holder.name, year, mayKeep: holder.mayKeep },
    periods: trainingPeriods(holder.kind, year).map((period) => {
      const count = held.filter(({ day }) => period.from <= day && day <= period.to).length;
      return { ...period, held: count, state: trainingDue(period, count, today) };
    }),
    lines: plans.map((plan) =>
      Object.assign(plan, { sessions: all.filter(({ planId }) => planId === plan.id) }),
    ),
  };
}

interface Audience {
  readonly forId: OrganisationId;
  readonly day: PlainDate;
  readonly stages: readonly string[];
  readonly posts: readonly string[];
}

/** Whom a session is for, on its day; a person once, at whichever organisation stands highest. */
const AUDIENCE = `
  SELECT DISTINCT ON (found.resident_id) found.resident_id, organisation.name AS organisation_name
  FROM (
    SELECT m.resident_id, m.organisation_id FROM membership_version m
    WHERE m.superseded_at IS NULL AND m.stage = ANY (:stages::text[]) AND ${inForce('m', ':day::date')}
    UNION ALL
    SELECT p.resident_id, p.organisation_id FROM post_version p
    WHERE p.superseded_at IS NULL AND p.kind = ANY (:posts::text[]) AND ${inForce('p', ':day::date')}
  ) found JOIN organisation ON organisation.id = found.organisation_id
  WHERE organisation.lineage @> ARRAY[:forId::uuid]
  ORDER BY found.resident_id, cardinality(organisation.lineage), organisation.id`;

export const audienceFor = ({
  audience,
  forId,
  day,
}: Pick<TrainingSession, 'audience' | 'forId' | 'day'>): Audience => ({
  ...{ forId, day },
  ...{ stages: AUDIENCE_STAGES[audience], posts: AUDIENCE_POSTS[audience] },
});

const outside = statement<Audience & { ids: readonly PersonId[] }, { count: number }>({
  name: 'outside-training-audience',
  text: `
    SELECT count(*)::int AS count FROM unnest(:ids::uuid[]) AS given (id)
    WHERE given.id NOT IN (SELECT resident_id FROM (${AUDIENCE}) audience)`,
});

/** How many of them are not of the audience. */
export const outsideAudience = async (
  db: Database,
  session: Pick<TrainingSession, 'audience' | 'forId' | 'day'>,
  ids: readonly PersonId[],
): Promise<number> => (await outside(db, { ...audienceFor(session), ids }))[0]?.count ?? 0;

const MOST_PEOPLE = 500;
const people = statement<
  Audience & { id: TrainingSessionId; text: string | null },
  TrainingPerson & { total: number }
>({
  name: 'training-people',
  text: `
    WITH audience AS (${AUDIENCE}), everybody AS (
      SELECT coalesce(audience.resident_id, attended.resident_id) AS resident_id,
        coalesce(audience.organisation_name, '') AS organisation_name, coalesce(attended.minutes, 0) AS minutes
      FROM audience FULL JOIN (
        SELECT resident_id, minutes FROM training_attendance WHERE session_id = :id
      ) attended ON attended.resident_id = audience.resident_id
    )
    SELECT everybody.*, resident.name, count(*) OVER ()::int AS total
    FROM everybody JOIN resident ON resident.id = everybody.resident_id
    WHERE :text::text IS NULL OR resident.name LIKE '%' || :text || '%' OR organisation_name LIKE '%' || :text || '%'
    ORDER BY minutes = 0, organisation_name, resident.name, resident_id LIMIT ${String(MOST_PEOPLE)}`,
});

/** 培訓對象 Who may come and who was there; whoever looks at names is on the trail. */
export async function trainingPeople(
  db: Database,
  viewer: Viewer,
  id: TrainingSessionId,
  text: string | null,
): Promise<TrainingPeople> {
  const session = await trainingSessionFor(db, viewer, 'SEE_LIFE', id);
  const rows = await people(db, { ...audienceFor(session), id, text });
  await recordRead(db, viewer, {
    ...{ action: 'LIFE_NAMES_SHOWN', subjectKind: 'resident', ids: rows.map((row) => row.residentId) },
    places: { organisationIds: [session.organisationId] },
  });
  return { people: rows, total: rows[0]?.total ?? 0 };
}
