import type { Action, OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import { plainDateOf, type PlainDate } from '@linli/domain/base';
import {
  countsOn,
  type PointEntryId,
  type PointState,
  totalOn,
} from '@linli/domain/organisation/member-points';
import { recordRead } from '../../access/audit/index.js';
import {
  behindWall,
  type Database,
  now,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { organisationsReached } from '../members/index.js';
import type { MyPoints, PointEntry, PointEntryPage } from './points.type.js';

type Row = Omit<PointEntry, 'counts' | 'isOwn'>;

const entries = `
  SELECT entry.id, entry.organisation_id, organisation.name AS organisation_name, entry.resident_id, resident.name,
    rules.version AS rules_version, item.name AS item, entry.points, entry.done_on, entry.evidence, entry.state,
    entry.entered_at, entry.entered_by, entry.entered_by_name, entry.reviewed_by_name, entry.note, entry.notice_until,
    EXISTS (SELECT FROM point_entry counter WHERE counter.counters = entry.id) AS is_countered,
    entry.counters IS NOT NULL AS is_counter,
    CASE WHEN appeal.id IS NOT NULL THEN jsonb_build_object('id', appeal.id, 'text', appeal.text,
      'upheld', appeal.upheld, 'answer', appeal.answer, 'answeredByName', appeal.answered_by_name) END AS appeal
  FROM point_entry entry
    JOIN organisation ON organisation.id = entry.organisation_id
    JOIN resident ON resident.id = entry.resident_id
    JOIN point_item item ON item.id = entry.item_id
    JOIN point_rules rules ON rules.id = item.rules_id
    LEFT JOIN point_appeal appeal ON appeal.entry_id = entry.id`;

const hasOpenAppeal = ({ appeal }: Row): boolean => appeal !== null && appeal.upheld === null;
const shownTo = (row: Row, viewer: Viewer, today: PlainDate): PointEntry => ({
  ...row,
  counts: countsOn({ ...row, hasOpenAppeal: hasOpenAppeal(row) }, today),
  isOwn: row.enteredBy === viewer.personId,
});

interface Asked {
  readonly state: PointState | null;
  readonly appealed: boolean | null;
  readonly after: PointEntryId | null;
  readonly first: number;
}

const list = statement<Asked & { tops: readonly OrganisationId[] }, Row>({
  name: 'point-entries',
  text: `${entries}
    WHERE organisation.lineage && :tops::uuid[] AND (:state::text IS NULL OR entry.state = :state::text)
      AND (NOT coalesce(:appealed::boolean, false) OR (appeal.id IS NOT NULL AND appeal.upheld IS NULL))
      AND (:after::uuid IS NULL OR (entry.entered_at, entry.id) <
        (SELECT entered_at, id FROM point_entry WHERE id = :after::uuid))
    ORDER BY entry.entered_at DESC, entry.id DESC LIMIT :first`,
});

/** The last that were entered first; whose names were shown is on the trail. */
export async function pointEntriesOf(
  db: Database,
  viewer: Viewer,
  { first, ...asked }: Asked,
): Promise<PointEntryPage> {
  const tops = await organisationsReached(db, viewer, 'SEE_LIFE');
  const rows = await behindWall(db, tops, (tx) => list(tx, { ...asked, tops, first: first + 1 }));
  const today = plainDateOf(await transaction(db, now));
  const page = rows.slice(0, first).map((row) => shownTo(row, viewer, today));
  await recordRead(db, viewer, {
    ...{ action: 'POINTS_SHOWN', subjectKind: 'resident', ids: page.map(({ residentId }) => residentId) },
    places: { organisationIds: [...new Set(page.map(({ organisationId }) => organisationId))] },
  });
  return { entries: page, endCursor: rows.length > first ? (page.at(-1)?.id ?? null) : null };
}

const lockEntry = statement<{ id: PointEntryId }, never>({
  name: 'lock-point-entry',
  text: 'SELECT FROM point_entry WHERE id = :id FOR UPDATE',
});
const entryWithin = statement<{ id: PointEntryId; tops: readonly OrganisationId[] }, Row>({
  name: 'point-entry',
  text: `${entries} WHERE entry.id = :id AND organisation.lineage && :tops::uuid[]`,
});

/** The entry as whoever moves it finds it, under its lock; what is beyond reach is not there. */
export async function pointEntryFor(
  tx: Transaction,
  viewer: Viewer,
  id: PointEntryId,
  action: Action = 'KEEP_LIFE',
): Promise<PointEntry> {
  await lockEntry(tx, { id });
  const [row] = await entryWithin(tx, { id, tops: await organisationsReached(tx, viewer, action) });
  if (!row) throw notFound('point entry');
  return shownTo(row, viewer, plainDateOf(await now(tx)));
}

const own = statement<{ id: PersonId; entryId: PointEntryId | null }, Row>({
  name: 'my-point-entries',
  text: `${entries}
    WHERE entry.resident_id = :id AND entry.state = 'PUBLISHED' AND (:entryId::uuid IS NULL OR entry.id = :entryId::uuid)
    ORDER BY entry.entered_at DESC, entry.id LIMIT 500`,
});

/** What is published of the viewer's own, and what it comes to. */
export const myPoints = (db: Database, viewer: Viewer): Promise<MyPoints> =>
  transaction(db, async (tx) => {
    const today = plainDateOf(await now(tx));
    const rows = await own(tx, { id: viewer.personId, entryId: null });
    return {
      total: totalOn(
        rows.map((row) => ({ ...row, hasOpenAppeal: hasOpenAppeal(row) })),
        today,
      ),
      entries: rows.map((row) => shownTo(row, viewer, today)),
    };
  });

/** One of the viewer's own, under its lock. */
export async function myPointEntry(tx: Transaction, viewer: Viewer, id: PointEntryId): Promise<PointEntry> {
  await lockEntry(tx, { id });
  const [row] = await own(tx, { id: viewer.personId, entryId: id });
  if (!row) throw notFound('point entry');
  return shownTo(row, viewer, plainDateOf(await now(tx)));
}
