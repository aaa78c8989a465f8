import type { OrganisationId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  cadence,
  type CadenceAsked,
  type CadenceCell,
  FULL_MEMBERS_FOR_A_COMMITTEE,
  type Gathering,
  type InForce,
  overdueOn,
  type Period,
} from '@linli/domain/organisation/life';
import type { OrganisationKind } from '@linli/domain/organisation/structure';
import { type Database, statement } from '../../platform/database/index.js';

/** What is within the viewer's reach, at an organisation or below it. */
export interface Below {
  readonly tops: readonly OrganisationId[];
  readonly organisationId: OrganisationId;
}

const WITHIN =
  'organisation.lineage && :tops::uuid[] AND organisation.lineage @> ARRAY[:organisationId::uuid]';

export interface Body {
  readonly id: OrganisationId;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly parentId: OrganisationId | null;
  readonly lineage: readonly OrganisationId[];
}

const bodies = statement<Below, Body>({
  name: 'life-bodies',
  text: `SELECT id, name, kind, parent_id, lineage FROM organisation WHERE ${WITHIN} ORDER BY cardinality(lineage), name`,
});

const versions = statement<Below, InForce>({
  name: 'life-in-force',
  text: `
    SELECT v.organisation_id, v.kind, v.valid_from AS "from", v.valid_to AS "to"
    FROM organisation_version v JOIN organisation ON organisation.id = v.organisation_id
    WHERE v.superseded_at IS NULL AND ${WITHIN}`,
});

const gatherings = statement<Below & { from: PlainDate }, Gathering>({
  name: 'life-gatherings',
  text: `
    SELECT meeting.organisation_id, meeting.day AS "on", array_agg(meeting_kind.kind) AS kinds
    FROM meeting JOIN organisation ON organisation.id = meeting.organisation_id
      JOIN meeting_kind ON meeting_kind.meeting_id = meeting.id
    WHERE meeting.state = 'SIGNED' AND meeting.day >= :from AND ${WITHIN}
    GROUP BY meeting.id`,
});

/**
 * The last days of months on which a branch had the members for a committee, as was known then: what becomes known later
 * changes no debt. Before its members were first written down, as they were then.
 */
const committees = statement<
  Below & { from: PlainDate; to: PlainDate; least: number },
  { organisationId: OrganisationId; day: PlainDate }
>({
  name: 'life-committees',
  text: `
    WITH days AS (
      SELECT (first + interval '1 month - 1 day')::date AS day
      FROM generate_series(date_trunc('month', :from::date), :to::date, interval '1 month') first
    ), own AS (
      SELECT m.organisation_id, m.valid_from, m.valid_to, m.recorded_at, m.superseded_at,
        min(m.recorded_at) OVER (PARTITION BY m.organisation_id) + interval '1 day' AS first_known
      FROM membership_version m JOIN organisation ON organisation.id = m.organisation_id
      WHERE m.stage = 'FULL' AND ${WITHIN}
    )
    SELECT organisation_id, day FROM own JOIN days
      ON day BETWEEN own.valid_from AND coalesce(own.valid_to, 'infinity')
      AND own.recorded_at < greatest(first_known, (day + 1) AT TIME ZONE 'Asia/Shanghai')
      AND coalesce(own.superseded_at, 'infinity') >= least(now(), greatest(first_known, (day + 1) AT TIME ZONE 'Asia/Shanghai'))
    GROUP BY organisation_id, day HAVING count(*) >= :least`,
});

// The first meeting of all is looked up in the index: a join would read each of them.
const kept = statement<object, { today: PlainDate; since: PlainDate }>({
  name: 'life-kept-since',
  text: `
    SELECT today, date_trunc('month', least(today, (SELECT min(day) FROM meeting)))::date AS since
    FROM (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) clock`,
});

export interface Cadence {
  readonly bodies: readonly Body[];
  /** From when the house keeps meetings, to the end of the year asked for or of this one. */
  readonly cells: readonly CadenceCell[];
  readonly today: PlainDate;
}

type Times = Omit<CadenceAsked, 'from' | 'to' | 'today'>;

/** What stood, what was held and who had a committee, of all that is below. */
async function timesOf(db: Database, below: Below, { from, to }: Period): Promise<Times> {
  const inForce = await versions(db, below);
  const held = await gatherings(db, { ...below, from });
  const known = await committees(db, { ...below, from, to, least: FULL_MEMBERS_FOR_A_COMMITTEE });
  const days = new Map<OrganisationId, Set<PlainDate>>();
  for (const { organisationId, day } of known)
    days.set(organisationId, (days.get(organisationId) ?? new Set()).add(day));
  return { inForce, gatherings: held, committees: days };
}

const roots = statement<object, { id: OrganisationId }>({
  name: 'life-root',
  text: 'SELECT id FROM organisation WHERE parent_id IS NULL',
});

/** On which of the days an organisation, any at all, had something overdue; `since` is from when the house can say. */
export async function overdueOnDays(
  db: Database,
  days: readonly PlainDate[],
): Promise<{
  readonly since: PlainDate;
  readonly overdue: ReadonlyMap<OrganisationId, ReadonlySet<PlainDate>>;
}> {
  const [{ today, since } = { today: '' as PlainDate, since: '' as PlainDate }] = await kept(db, {});
  const [root] = await roots(db, {});
  if (!root) return { since, overdue: new Map() };
  const below = { tops: [root.id], organisationId: root.id };
  const times = await timesOf(db, below, { from: since, to: today });
  return { since, overdue: overdueOn({ ...times, from: since, to: today }, days) };
}

/** What is owed at an organisation and below it: five statements, however many branches. */
export async function cadenceOf(db: Database, below: Below, year: number | null = null): Promise<Cadence> {
  const [{ today, since: from } = { today: '' as PlainDate, since: '' as PlainDate }] = await kept(db, {});
  const last = Math.max(year ?? 0, Number(today.slice(0, 4)));
  const to = `${last}-12-31` as PlainDate;
  const times = await timesOf(db, below, { from, to });
  return {
    bodies: await bodies(db, below),
    cells: cadence({ ...times, from, to, today }),
    today,
  };
}
