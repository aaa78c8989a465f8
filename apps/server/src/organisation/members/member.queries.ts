import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { MemberStage } from '@linli/domain/organisation/members';
import { recordRead } from '../../access/audit/index.js';
import { behindWall, type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { today } from '../structure/index.js';
import { standing } from './as-known.js';
import type {
  Exemption,
  MemberCount,
  MemberRecord,
  Membership,
  MembershipChange,
  PartyMember,
  PartyMemberConnection,
} from './member.type.js';
import { organisationsReached, reachedOrganisations } from './reach.js';
import { memberCountsOn } from './rosters.js';

const member = `
  m.resident_id AS id, resident.name, resident.birth_date, resident.phone_masked AS phone, m.organisation_id,
  organisation.name AS organisation_name, m.stage, m.valid_from AS since,
  CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('id', e.id, 'reason', e.reason, 'validFrom', e.valid_from,
    'validTo', e.valid_to) END AS exemption`;
const day = `coalesce(:on::date, ${today})`;
const joins = `
  JOIN organisation ON organisation.id = m.organisation_id
  JOIN resident ON resident.id = m.resident_id
  LEFT JOIN exemption_version e ON e.resident_id = m.resident_id AND ${standing('e', day)}`;

export interface MembersAsked {
  readonly organisationId: OrganisationId;
  /** Null: today. */
  readonly on: PlainDate | null;
  /** Null: as known now. */
  readonly knownAt: Date | null;
  /** Part of a name, in either script. */
  readonly text: string | null;
  readonly stages: readonly MemberStage[] | null;
  readonly exempt: boolean | null;
  readonly first: number;
  readonly after: string | null;
}

// The cursor is the last row's own id: where it stands in the order is looked up.
const list = statement<MembersAsked, PartyMember>({
  name: 'members-of',
  text: `
    SELECT ${member}
    FROM organisation asked
      JOIN organisation below ON below.lineage @> ARRAY[asked.id]
      JOIN membership_version m ON m.organisation_id = below.id AND ${standing('m', day)} ${joins}
    WHERE asked.id = :organisationId
      AND (:stages::text[] IS NULL OR m.stage = ANY (:stages::text[]))
      AND (:exempt::boolean IS NULL OR (e.id IS NOT NULL) = :exempt::boolean)
      AND (:text::text IS NULL OR strpos(resident.folded, (SELECT fold_han(:text::text))) > 0)
      AND (:after::uuid IS NULL OR (resident.name, resident.id) > (SELECT name, id FROM resident WHERE id = :after::uuid))
    ORDER BY resident.name, resident.id
    LIMIT :first`,
});

const READ = 'MEMBERS_SHOWN';

/** 黨員名冊 Of an organisation with all below it; that they were shown is on record. */
export async function membersOf(
  db: Database,
  viewer: Viewer,
  asked: MembersAsked,
): Promise<PartyMemberConnection> {
  await reachedOrganisations(db, viewer, 'SEE_MEMBERS', [asked.organisationId]);
  const tops = await organisationsReached(db, viewer, 'SEE_MEMBERS');
  const rows = await behindWall(db, tops, (tx) => list(tx, { ...asked, first: asked.first + 1 }));
  const edges = rows.slice(0, asked.first).map((node) => ({ cursor: node.id, node }));
  await recordRead(db, viewer, {
    ...{ action: READ, subjectKind: 'MEMBER', ids: edges.map(({ node }) => node.id) },
    places: { organisationIds: [asked.organisationId] },
  });
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > asked.first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** So many in one file; a district's members are saved part by part. */
export const MOST_EXPORTED = 20_000;

/** 導出 All that the filters say, for a file; that it was taken out is on record. One more than the most: too many. */
export async function rosterToExport(
  db: Database,
  viewer: Viewer,
  asked: Pick<MembersAsked, 'organisationId' | 'text' | 'stages' | 'exempt'>,
): Promise<PartyMember[]> {
  await reachedOrganisations(db, viewer, 'SEE_MEMBERS', [asked.organisationId]);
  const tops = await organisationsReached(db, viewer, 'SEE_MEMBERS');
  const whole = { ...asked, on: null, knownAt: null, first: MOST_EXPORTED + 1, after: null };
  const rows = await behindWall(db, tops, (tx) => list(tx, whole));
  if (rows.length > MOST_EXPORTED) return rows;
  await recordRead(db, viewer, {
    ...{ action: 'MEMBERS_EXPORTED', subjectKind: 'MEMBER', ids: rows.map(({ id }) => id) },
    places: { organisationIds: [asked.organisationId] },
  });
  return rows;
}

const todayIs = statement<{ on: PlainDate | null }, { on: PlainDate }>({
  name: 'members-day',
  text: `SELECT ${day} AS "on"`,
});

export async function memberCounts(
  db: Database,
  viewer: Viewer,
  {
    organisationIds,
    on,
  }: { readonly organisationIds: readonly OrganisationId[]; readonly on: PlainDate | null },
): Promise<MemberCount[]> {
  await reachedOrganisations(db, viewer, 'SEE_MEMBERS', organisationIds);
  const tops = await organisationsReached(db, viewer, 'SEE_MEMBERS');
  return behindWall(db, tops, async (tx) => {
    const [asked] = await todayIs(tx, { on });
    return asked ? memberCountsOn(tx, { organisationIds, on: asked.on, knownAt: null }) : [];
  });
}

const current = statement<{ id: PersonId; on: null; knownAt: null }, PartyMember>({
  name: 'member-today',
  text: `SELECT ${member} FROM membership_version m ${joins} WHERE m.resident_id = :id AND ${standing('m', day)}`,
});

const memberships = statement<{ id: PersonId }, Membership & { residentName: string }>({
  name: 'memberships-of-member',
  text: `
    SELECT m.organisation_id, organisation.name AS organisation_name, m.stage, m.valid_from, m.valid_to,
      resident.name AS resident_name
    FROM membership_version m JOIN organisation ON organisation.id = m.organisation_id
      JOIN resident ON resident.id = m.resident_id
    WHERE m.resident_id = :id AND m.superseded_at IS NULL ORDER BY m.valid_from DESC`,
});

const changes = statement<{ id: PersonId }, MembershipChange>({
  name: 'changes-of-member',
  text: `
    SELECT c.id, c.kind, organisation.name AS organisation_name, earlier.name AS from_organisation_name, c.stage, c.reason,
      c.note, c.effective_on, c.recorded_at, c.recorded_by, c.document_number
    FROM membership_change c JOIN organisation ON organisation.id = c.organisation_id
      LEFT JOIN organisation earlier ON earlier.id = c.from_organisation_id
    WHERE c.resident_id = :id ORDER BY c.sequence DESC`,
});

const exemptions = statement<{ id: PersonId }, Exemption>({
  name: 'exemptions-of-member',
  text: `
    SELECT id, reason, valid_from, valid_to FROM exemption_version
    WHERE resident_id = :id AND superseded_at IS NULL ORDER BY valid_from DESC`,
});

/** Everything about one person as a member, as far as the viewer reaches. */
export async function recordOfMember(db: Database, viewer: Viewer, id: PersonId): Promise<MemberRecord> {
  const tops = await organisationsReached(db, viewer, 'SEE_MEMBERS');
  const record = await behindWall(db, tops, async (tx) => {
    const [periods, [now]] = [
      await memberships(tx, { id }),
      await current(tx, { id, on: null, knownAt: null }),
    ];
    const [told, exempt] = [await changes(tx, { id }), await exemptions(tx, { id })];
    return { periods, now, told, exempt };
  });
  const [{ residentName: name } = { residentName: undefined }] = record.periods;
  if (name === undefined) throw notFound('member');
  return {
    ...{ id, name, member: record.now ?? null, changes: record.told, exemptions: record.exempt },
    memberships: record.periods,
  };
}

/** The same for whoever opens it, on the trail. */
export async function showMember(db: Database, viewer: Viewer, id: PersonId): Promise<MemberRecord> {
  const record = await recordOfMember(db, viewer, id);
  await recordRead(db, viewer, {
    ...{ action: 'MEMBER_SHOWN', subjectKind: 'MEMBER', ids: [id] },
    places: { organisationIds: record.memberships.map(({ organisationId }) => organisationId) },
  });
  return record;
}
