import type { Action, OrganisationId, Viewer } from '@linli/domain/access';
import type { PostId } from '@linli/domain/organisation/posts';
import type { ReserveId, ReserveList } from '@linli/domain/organisation/talent';
import { recordRead } from '../../access/audit/index.js';
import { behindWall, type Database, statement, type Transaction } from '../../platform/database/index.js';
import { organisationsReached, reachedOrganisations } from '../members/index.js';
import { inForce, today } from '../structure/index.js';
import type {
  EstateSecretary,
  EstateSecretaryConnection,
  ReserveEntry,
  ReserveEntryConnection,
} from './talent.type.js';

interface Asked {
  readonly organisationId: OrganisationId;
  readonly first: number;
}

/** Reads within reach and behind the wall, and puts on the trail whom it showed. */
async function shown<Row extends { readonly id: string }>(
  db: Database,
  viewer: Viewer,
  about: {
    readonly action: Action;
    readonly act: string;
    readonly subjectKind: string;
    readonly asked: Asked;
  },
  read: (tx: Transaction) => Promise<Row[]>,
) {
  const { organisationId, first } = about.asked;
  await reachedOrganisations(db, viewer, about.action, [organisationId]);
  const tops = await organisationsReached(db, viewer, about.action);
  const rows = await behindWall(db, tops, read);
  const page = rows.slice(0, first);
  await recordRead(db, viewer, {
    ...{ action: about.act, subjectKind: about.subjectKind, ids: page.map(({ id }) => id) },
    places: { organisationIds: [organisationId] },
  });
  return {
    ...{ page, tops },
    pageInfo: { hasNextPage: rows.length > first, endCursor: page.at(-1)?.id ?? null },
  };
}

interface SecretariesAsked extends Asked {
  readonly text: string | null;
  readonly after: PostId | null;
}
const secretaries = statement<SecretariesAsked, EstateSecretary>({
  name: 'estate-secretaries',
  text: `
    SELECT p.id, p.organisation_id, organisation.name AS organisation_name, resident.name, resident.birth_date,
      resident.phone_masked AS phone, p.source, p.valid_from AS since,
      (SELECT min(m.valid_from) FROM membership_version m
       WHERE m.resident_id = p.resident_id AND m.superseded_at IS NULL AND m.stage IN ('PROBATIONARY', 'FULL')) AS member_since,
      EXISTS (
        SELECT FROM organisation_covers c JOIN area home ON home.id = resident.building_id
        WHERE c.organisation_id = p.organisation_id AND c.superseded_at IS NULL AND ${inForce('c', today)}
          AND c.area_id = ANY (home.lineage)
      ) AS lives_there
    FROM post_version p JOIN organisation ON organisation.id = p.organisation_id
      JOIN resident ON resident.id = p.resident_id
    WHERE organisation.lineage @> ARRAY[:organisationId::uuid] AND organisation.kind = 'ESTATE_BRANCH'
      AND p.kind = 'SECRETARY' AND p.superseded_at IS NULL AND ${inForce('p', today)}
      AND (:text::text IS NULL OR strpos(resident.folded, (SELECT fold_han(:text::text))) > 0)
      AND (:after::uuid IS NULL OR (organisation.name, p.id) > (
        SELECT o.name, l.id FROM post_version l JOIN organisation o ON o.id = l.organisation_id
        WHERE l.id = :after::uuid AND l.superseded_at IS NULL))
    ORDER BY organisation.name, p.id LIMIT :first`,
});

/** 小區黨支部書記數據庫. */
export async function estateSecretaries(
  db: Database,
  viewer: Viewer,
  asked: SecretariesAsked,
): Promise<EstateSecretaryConnection> {
  const about = { action: 'SEE_SECRETARIES', act: 'SECRETARIES_SHOWN', subjectKind: 'POST', asked } as const;
  const { page, pageInfo } = await shown(db, viewer, about, (tx) =>
    secretaries(tx, { ...asked, first: asked.first + 1 }),
  );
  return { secretaries: page, pageInfo };
}

const columns = `
  e.id, e.list, e.organisation_id, organisation.name AS organisation_name, e.resident_id, resident.name,
  resident.birth_date, e.since, e.note, e.last_day, e.outcome`;
const from = `
  FROM reserve_entry e JOIN organisation ON organisation.id = e.organisation_id
    JOIN resident ON resident.id = e.resident_id`;

interface ReservesAsked extends Asked {
  readonly list: ReserveList;
  readonly closed: boolean;
  readonly after: ReserveId | null;
}
const entries = statement<ReservesAsked, ReserveEntry>({
  name: 'reserve-entries',
  text: `
    SELECT ${columns} ${from}
    WHERE organisation.lineage @> ARRAY[:organisationId::uuid] AND e.list = :list
      AND (e.last_day IS NOT NULL) = :closed::boolean
      AND (:after::uuid IS NULL OR (e.since, e.id) < (SELECT l.since, l.id FROM reserve_entry l WHERE l.id = :after::uuid))
    ORDER BY e.since DESC, e.id DESC LIMIT :first`,
});
const counts = statement<
  Pick<ReservesAsked, 'organisationId' | 'list'>,
  { standing: number; succeeded: number }
>({
  name: 'reserve-counts',
  text: `
    SELECT count(*) FILTER (WHERE e.last_day IS NULL)::int AS standing,
      count(*) FILTER (WHERE e.outcome IN ('ENTERED_TWO_COMMITTEES', 'BECAME_SECRETARY'))::int AS succeeded
    ${from} WHERE organisation.lineage @> ARRAY[:organisationId::uuid] AND e.list = :list`,
});

/** 書記後備人才庫, 社區後備幹部庫. */
export async function reserveEntries(
  db: Database,
  viewer: Viewer,
  asked: ReservesAsked,
): Promise<ReserveEntryConnection> {
  const about = { action: 'SEE_RESERVES', act: 'RESERVES_SHOWN', subjectKind: 'RESERVE', asked } as const;
  const { page, pageInfo, tops } = await shown(db, viewer, about, (tx) =>
    entries(tx, { ...asked, first: asked.first + 1 }),
  );
  const [sum = { standing: 0, succeeded: 0 }] = await behindWall(db, tops, (tx) => counts(tx, asked));
  return { entries: page, pageInfo, ...sum };
}

const byId = statement<{ id: ReserveId }, ReserveEntry>({
  name: 'reserve-entry',
  text: `SELECT ${columns} ${from} WHERE e.id = :id`,
});
export const reserveEntry = async (db: Database, id: ReserveId): Promise<ReserveEntry | undefined> =>
  (await byId(db, { id }))[0];
