import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  educationCoverage,
  type MemberLife,
  participation,
  type Rate,
  valueOf,
} from '@linli/domain/organisation/life';
import { MEMBER_STAGES } from '@linli/domain/organisation/members';
import { type Database, literals, statement } from '../../platform/database/index.js';
import { learntBy, type Span, THERE, WITHIN } from './learnt.js';
import { namesShown } from './meeting.queries.js';
import type { Below } from './cadence.queries.js';
import type { LifeRate, LifeRateKind, RateList, RateSide } from './rates.type.js';

export interface Life extends MemberLife {
  readonly residentId: PersonId;
  readonly organisationId: OrganisationId;
}

// Whoever was due at least once, at whichever of the organisations it was the last time.
const onRosters = statement<Below & Span, Life>({
  name: 'life-on-rosters',
  text: `
    SELECT line.resident_id, (array_agg(meeting.organisation_id ORDER BY meeting.day DESC))[1] AS organisation_id,
      count(*)::int AS due, count(*) FILTER (WHERE ${THERE})::int AS present, bool_and(line.exempt) AS exempt,
      coalesce(sum(meeting.minutes) FILTER (WHERE ${THERE} OR line.made_up_on IS NOT NULL), 0)::int AS minutes
    FROM meeting JOIN organisation ON organisation.id = meeting.organisation_id
      JOIN meeting_roster line ON line.meeting_id = meeting.id
    WHERE meeting.state = 'SIGNED' AND meeting.day BETWEEN :from AND :to AND ${WITHIN}
    GROUP BY line.resident_id`,
});

// Every member of the last day; hours go with the person, wherever they were earned.
const members = statement<Below & Span, Life>({
  name: 'life-of-members',
  text: `
    WITH own AS (
      SELECT m.resident_id, m.organisation_id
      FROM membership_version m JOIN organisation ON organisation.id = m.organisation_id
      WHERE m.superseded_at IS NULL AND :to::date BETWEEN m.valid_from AND coalesce(m.valid_to, 'infinity')
        AND m.stage IN (${literals(MEMBER_STAGES)}) AND ${WITHIN}
    ), learnt AS (${learntBy('own')})
    SELECT own.resident_id, own.organisation_id, coalesce(due, 0) AS due, coalesce(present, 0) AS present,
      coalesce(minutes, 0) AS minutes,
      EXISTS (SELECT FROM exemption_version e WHERE e.resident_id = own.resident_id AND e.superseded_at IS NULL
        AND :to::date BETWEEN e.valid_from AND coalesce(e.valid_to, 'infinity')) AS exempt
    FROM own LEFT JOIN learnt USING (resident_id)`,
});

interface RatesAsked extends Below {
  readonly year: number;
  /** Up to the end of this month, 1 to 12. */
  readonly month: number;
}

const spanOf = ({ year, month }: RatesAsked): Span => ({
  from: `${year}-01-01` as PlainDate,
  to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as PlainDate,
});

const sum = (rows: readonly Life[], count: (row: Life) => number): number =>
  rows.reduce((all, row) => all + count(row), 0);
const absent = ({ due, present }: Life): number => due - present;

const counted = (kind: LifeRateKind, rate: Rate<Life>): LifeRate => ({
  ...{ kind, met: rate.met.length, gap: rate.gap.length, exempt: rate.exempt.length, value: valueOf(rate) },
});

/** The three rates of an organisation and all below it: two statements, whatever the size. */
export async function lifeRates(db: Database, asked: RatesAsked): Promise<LifeRate[]> {
  const span = spanOf(asked);
  const due = await onRosters(db, { ...asked, ...span });
  const all = await members(db, { ...asked, ...span });
  const [met, gap] = [sum(due, ({ present }) => present), sum(due, absent)];
  return [
    { kind: 'ATTENDANCE', met, gap, exempt: 0, value: met + gap === 0 ? null : met / (met + gap) },
    counted('PARTICIPATION', participation(due)),
    counted('EDUCATION', educationCoverage(all, asked.month)),
  ];
}

const named = statement<
  { ids: readonly PersonId[]; organisationIds: readonly OrganisationId[] },
  { id: string; name: string }
>({
  name: 'life-names',
  text: `SELECT id, name FROM resident WHERE id = ANY (:ids)
    UNION ALL SELECT id, name FROM organisation WHERE id = ANY (:organisationIds)`,
});

/** What people and organisations are called. */
export const namesOf = async (
  db: Database,
  asked: { readonly ids: readonly PersonId[]; readonly organisationIds: readonly OrganisationId[] },
): Promise<Map<string, string>> => new Map((await named(db, asked)).map(({ id, name }) => [id, name]));

interface Sided {
  readonly row: Life;
  readonly count: number;
}

async function sideOf(db: Database, kind: LifeRateKind, side: RateSide, asked: RatesAsked): Promise<Sided[]> {
  const span = { ...asked, ...spanOf(asked) };
  const once = (row: Life): Sided => ({ row, count: 1 });
  if (kind === 'ATTENDANCE') {
    if (side === 'EXEMPT') return [];
    const count = side === 'MET' ? ({ present }: Life) => present : absent;
    return (await onRosters(db, span))
      .map((row) => ({ row, count: count(row) }))
      .filter((each) => each.count > 0);
  }
  const rate =
    kind === 'PARTICIPATION'
      ? participation(await onRosters(db, span))
      : educationCoverage(await members(db, span), asked.month);
  const sides: Record<RateSide, readonly Life[]> = { MET: rate.met, GAP: rate.gap, EXEMPT: rate.exempt };
  return sides[side].map(once);
}

const PAGE = 100;

/** 名單 Who is behind the number; whoever looks at names is on the trail. */
export async function rateList(
  db: Database,
  viewer: Viewer,
  asked: RatesAsked & { readonly kind: LifeRateKind; readonly side: RateSide; readonly offset: number },
): Promise<RateList> {
  const side = await sideOf(db, asked.kind, asked.side, asked);
  const sorted = side.toSorted(
    (a, b) =>
      b.count - a.count || a.row.minutes - b.row.minutes || (a.row.residentId < b.row.residentId ? -1 : 1),
  );
  const page = sorted.slice(asked.offset, asked.offset + PAGE);
  const ids = page.map(({ row }) => row.residentId);
  const organisationIds = [...new Set(page.map(({ row }) => row.organisationId))];
  const names = await namesOf(db, { ids, organisationIds });
  await namesShown(db, viewer, asked.organisationId, ids);
  return {
    total: side.reduce((all, { count }) => all + count, 0),
    peopleCount: side.length,
    people: page.map(({ row, count }) => ({
      ...row,
      ...{
        count,
        name: names.get(row.residentId) ?? '',
        organisationName: names.get(row.organisationId) ?? '',
      },
    })),
  };
}
