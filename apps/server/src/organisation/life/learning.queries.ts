import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import {
  type Learner,
  LearningDuty,
  learningRate,
  learningRules,
  minutesDueOf,
  type Rate,
  trainedBy,
  valueOf,
} from '@linli/domain/organisation/life';
import { MEMBER_STAGES } from '@linli/domain/organisation/members';
import { PARTY_POSTS } from '@linli/domain/organisation/posts';
import { type Database, literals, now, statement, transaction } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { organisationsReached } from '../members/index.js';
import { inForce } from '../structure/index.js';
import { TRAINED } from '../training/index.js';
import type { Below } from './cadence.queries.js';
import { learntBy, type Span, WITHIN } from './learnt.js';
import type { LearningList, LearningOverview, LearningRate, LearningRow } from './learning.type.js';
import { namesShown } from './meeting.queries.js';
import { isReached, lifeTop } from './overview.js';
import { namesOf } from './rates.queries.js';
import type { RateSide } from './rates.type.js';

interface Row extends Learner {
  readonly residentId: PersonId;
  readonly organisationId: OrganisationId;
  /** Which of the organisations right below the one asked for, or itself. */
  readonly under: OrganisationId;
}

const exempt = `EXISTS (SELECT FROM exemption_version e WHERE e.resident_id = who.resident_id AND e.superseded_at IS NULL
  AND ${inForce('e', ':to::date')})`;
const GATHERED = `form = 'GATHERED'`;

// Whom the duty is about, on the last day; a person once, at whichever of their organisations stands highest.
const learners = (who: string): string => `
  WITH who AS (
    SELECT DISTINCT ON (found.resident_id) found.resident_id, found.organisation_id, found.since,
      coalesce(organisation.lineage[array_position(organisation.lineage, :organisationId::uuid) + 1], organisation.id)
        AS under
    FROM (${who}) found JOIN organisation ON organisation.id = found.organisation_id
    WHERE ${WITHIN}
    ORDER BY found.resident_id, cardinality(organisation.lineage), organisation.id
  ), learnt AS (${learntBy('who')}), trained AS (
    SELECT who.resident_id, bool_or(${GATHERED} AND day BETWEEN :from AND :to) AS gathered,
      min(day) FILTER (WHERE ${GATHERED} OR form = 'SECRETARY_CLASS') AS trained_on
    FROM who JOIN (${TRAINED}) trained USING (resident_id)
    WHERE day BETWEEN coalesce(who.since, :from) AND :to
    GROUP BY who.resident_id
  )
  SELECT who.*, coalesce(learnt.minutes, 0) AS minutes, coalesce(gathered, false) AS gathered,
    CASE WHEN who.since IS NOT NULL THEN trained_on END AS trained_on, ${exempt} AS exempt
  FROM who LEFT JOIN learnt USING (resident_id) LEFT JOIN trained USING (resident_id)`;

const posts = (kinds: string): string =>
  `p.superseded_at IS NULL AND p.kind IN (${kinds}) AND ${inForce('p', ':to::date')}`;
const MONTHS = String(learningRules.NEW_SECRETARY.withinMonths);

const WHO: Readonly<Record<LearningDuty, string>> = {
  MEMBER: `
    SELECT m.resident_id, m.organisation_id, NULL::date AS since FROM membership_version m
    WHERE m.superseded_at IS NULL AND m.stage IN (${literals(MEMBER_STAGES)}) AND ${inForce('m', ':to::date')}`,
  POST_HOLDER: `
    SELECT p.resident_id, p.organisation_id, NULL::date AS since FROM post_version p
    WHERE ${posts(literals(PARTY_POSTS))}`,
  // New is who was no secretary on the day before; of this year is whose time ends in it or later.
  NEW_SECRETARY: `
    SELECT p.resident_id, p.organisation_id, p.valid_from AS since FROM post_version p
    WHERE ${posts(`'SECRETARY'`)} AND p.valid_from + interval '${MONTHS} months' > :from::date
      AND NOT EXISTS (
        SELECT FROM post_version before
        WHERE before.resident_id = p.resident_id AND before.superseded_at IS NULL AND before.kind = 'SECRETARY'
          AND before.id <> p.id AND ${inForce('before', '(p.valid_from - 1)')})`,
};

const askFor = (duty: LearningDuty, name: string) =>
  statement<Below & Span, Row>({ name, text: learners(WHO[duty]) });
const ask: Readonly<Record<LearningDuty, ReturnType<typeof askFor>>> = {
  MEMBER: askFor('MEMBER', 'learning-of-members'),
  POST_HOLDER: askFor('POST_HOLDER', 'learning-of-post-holders'),
  NEW_SECRETARY: askFor('NEW_SECRETARY', 'learning-of-new-secretaries'),
};

interface Asked extends Below {
  readonly year: number;
  readonly month: number;
}

const spanOf = ({ year, month }: Asked): Span => ({
  from: `${String(year)}-01-01` as PlainDate,
  to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as PlainDate,
});

export const learnersOf = async (db: Database, duty: LearningDuty, asked: Asked): Promise<Rate<Row>> =>
  learningRate(duty, await ask[duty](db, { ...asked, ...spanOf(asked) }), asked.month);

const counted = (duty: LearningDuty, rate: Rate<Row>): LearningRate => ({
  ...{ duty, met: rate.met.length, gap: rate.gap.length, exempt: rate.exempt.length, value: valueOf(rate) },
});

const under = ({ met, gap, exempt }: Rate<Row>, id: OrganisationId): Rate<Row> => {
  const own = (rows: readonly Row[]) => rows.filter((row) => row.under === id);
  return { met: own(met), gap: own(gap), exempt: own(exempt) };
};

/** Nothing named: the top of the viewer's reach, this year. A year that is over counts whole. */
export async function learningOverview(
  db: Database,
  viewer: Viewer,
  {
    organisationId,
    year: wanted,
  }: { readonly organisationId: OrganisationId | null; readonly year: number | null },
): Promise<LearningOverview> {
  const tops = await organisationsReached(db, viewer, 'SEE_LIFE');
  const { id, path } = await lifeTop(db, tops, organisationId);
  const { year, month } = monthOf(plainDateOf(await transaction(db, now)), wanted);
  const asked = { tops, organisationId: id, year, month };
  const rates = new Map<LearningDuty, Rate<Row>>();
  for (const duty of Object.values(LearningDuty)) rates.set(duty, await learnersOf(db, duty, asked));
  const all = [...rates.values()].flatMap(({ met, gap, exempt }) => [...met, ...gap, ...exempt]);
  const ids = [...new Set(all.map((row) => row.under))];
  const names = await namesOf(db, { ids: [], organisationIds: [...ids, id] });
  const rows: LearningRow[] = ids.map((each) => ({
    ...{ organisationId: each, name: names.get(each) ?? '' },
    rates: [...rates].map(([duty, rate]) => counted(duty, under(rate, each))),
  }));
  const short = (row: LearningRow) => row.rates.reduce((sum, { gap }) => sum + gap, 0);
  return {
    ...{ organisationId: id, name: names.get(id) ?? '', year, month, path },
    rates: [...rates].map(([duty, rate]) => counted(duty, rate)),
    rows: rows.toSorted((a, b) => short(b) - short(a) || (a.name < b.name ? -1 : 1)),
  };
}

/** Up to the end of this month, or of the year asked for when it is over. */
const monthOf = (
  today: PlainDate,
  year: number | null,
): { readonly year: number; readonly month: number } => {
  const [thisYear, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return year === null || year === thisYear ? { year: thisYear, month } : { year, month: 12 };
};

const PAGE = 100;

/** 名單 Who is short, or is not; whoever looks at names is on the trail. */
export async function learningList(
  db: Database,
  viewer: Viewer,
  asked: Omit<Asked, 'tops'> & {
    readonly duty: LearningDuty;
    readonly side: RateSide;
    readonly offset: number;
  },
): Promise<LearningList> {
  const { duty, side, organisationId } = asked;
  const tops = await organisationsReached(db, viewer, 'SEE_LIFE');
  if (!(await isReached(db, tops, organisationId))) throw notFound('organisation');
  const rate = await learnersOf(db, duty, { ...asked, tops });
  const sides: Record<RateSide, readonly Row[]> = { MET: rate.met, GAP: rate.gap, EXEMPT: rate.exempt };
  const page = sides[side]
    .toSorted((a, b) => a.minutes - b.minutes || (a.residentId < b.residentId ? -1 : 1))
    .slice(asked.offset, asked.offset + PAGE);
  const ids = page.map(({ residentId }) => residentId);
  const names = await namesOf(db, { ids, organisationIds: page.map((row) => row.organisationId) });
  await namesShown(db, viewer, organisationId, ids);
  return {
    total: sides[side].length,
    people: page.map((row) => ({
      ...row,
      ...{ name: names.get(row.residentId) ?? '', organisationName: names.get(row.organisationId) ?? '' },
      minutesDue: duty === 'NEW_SECRETARY' ? 0 : minutesDueOf(duty, asked.month),
      dueOn: row.since === null ? null : trainedBy(row.since),
    })),
  };
}
