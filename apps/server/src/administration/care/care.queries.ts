import {
  type AreaId,
  type CareScope,
  type PersonId,
  type Reach,
  reachOf,
  type Viewer,
} from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import { type CareEnder, type CareGrantId, careStateOf, type CareWay } from '@linli/domain/organisation/care';
import { maskedName } from '@linli/domain/organisation/people';
import { type Database, statement, withinReach } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { CareGrant } from './care-grant.type.js';

/** A grant with the two whom it is about, as far as the viewer reaches them. */
export interface CareRow {
  readonly id: CareGrantId;
  readonly elderId: PersonId;
  readonly elderName: string;
  readonly elderHome: AreaId;
  readonly elderWithin: boolean;
  readonly carerId: PersonId;
  readonly carerName: string;
  readonly carerPhone: string | null;
  readonly carerWithin: boolean;
  readonly scopes: CareScope[];
  readonly grantedAt: Date;
  readonly endsAt: Date;
  readonly revokedAt: Date | null;
  readonly way: CareWay | null;
  readonly endedBy: CareEnder | null;
  readonly now: Date;
}

// Staff of a centre reach those who live where it serves, as when they register them.
const within = (resident: string, home: string): string => `(
  ${withinReach({ person: `${resident}.id`, areaLineage: `${home}.lineage` })}
  OR ${home}.lineage && ARRAY(SELECT area_id FROM centre WHERE id = ANY (:centres::uuid[])))`;

const grants = `
  SELECT care.id, elder_id, elder.name AS elder_name, elder.building_id AS elder_home,
    coalesce(${within('elder', 'elder_home')}, false) AS elder_within,
    carer_id, carer.name AS carer_name, carer.phone_masked AS carer_phone,
    coalesce(${within('carer', 'carer_home')}, false) AS carer_within,
    scopes, granted_at, ends_at, revoked_at, way, ended_by, now() AS now
  FROM carer_grant care
    JOIN resident elder ON elder.id = elder_id
    JOIN resident carer ON carer.id = carer_id
    LEFT JOIN area elder_home ON elder_home.id = elder.building_id
    LEFT JOIN area carer_home ON carer_home.id = carer.building_id`;

const grantsOf = statement<Reach & { id: PersonId; most: number }, CareRow>({
  name: 'care-grants-of-resident',
  text: `${grants}
    WHERE (elder_id = :id OR carer_id = :id)
      AND (revoked_at IS NULL OR revoked_at > now() - interval '90 days') AND ended_by IS DISTINCT FROM 'RENEWED'
    ORDER BY revoked_at IS NOT NULL, ends_at <= now(), granted_at DESC, care.id LIMIT :most`,
});

const grantById = statement<Reach & { id: CareGrantId }, CareRow>({
  name: 'care-grant',
  text: `${grants} WHERE care.id = :id`,
});

interface ReachedResident {
  readonly name: string;
  readonly home: AreaId;
}

const residentWithin = statement<Reach & { id: PersonId }, ReachedResident>({
  name: 'resident-within-care-reach',
  text: `
    SELECT elder.name, elder.building_id AS home
    FROM resident elder LEFT JOIN area elder_home ON elder_home.id = elder.building_id
    WHERE elder.id = :id AND ${within('elder', 'elder_home')}`,
});

const reach = (viewer: Viewer): Reach => reachOf(viewer, 'KEEP_CARE');

/** Whose grants the viewer keeps: their own, or those of the residents of their place. Of others there are none. */
export async function elderWithin(db: Database, viewer: Viewer, id: PersonId): Promise<ReachedResident> {
  const [resident] = await residentWithin(db, { ...reach(viewer), id });
  if (!resident) throw notFound('resident');
  return resident;
}

const MOST = 100;

export async function careGrants(db: Database, viewer: Viewer, id: PersonId): Promise<CareGrant[]> {
  await elderWithin(db, viewer, id);
  return (await grantsOf(db, { ...reach(viewer), id, most: MOST })).map((row) => shown(viewer, row));
}

/** A grant that the viewer has to do with: as one of the two, or as who keeps the elder's. */
export async function careGrant(db: Database, viewer: Viewer, id: CareGrantId): Promise<CareRow> {
  const [row] = await grantById(db, { ...reach(viewer), id });
  if (!row || !(row.elderWithin || row.carerId === viewer.personId)) throw notFound('careGrant');
  return row;
}

/** As it is after a change. */
export const careGrantShown = async (db: Database, viewer: Viewer, id: CareGrantId): Promise<CareGrant> =>
  shown(viewer, await careGrant(db, viewer, id));

const lastDayOf = (endsAt: Date): PlainDate => plainDateOf(new Date(endsAt.getTime() - 1));

function shown({ personId }: Viewer, row: CareRow): CareGrant {
  const { elderWithin: keeps, carerWithin, elderHome: _, endsAt, revokedAt, now, ...rest } = row;
  const isParty = [row.elderId, row.carerId].includes(personId);
  const state = careStateOf(row, now);
  return {
    ...rest,
    elderName: keeps || isParty ? row.elderName : maskedName(row.elderName),
    carerName: keeps || isParty || carerWithin ? row.carerName : maskedName(row.carerName),
    until: lastDayOf(endsAt),
    state,
    endedAt: revokedAt,
    mayChange: keeps && state !== 'ENDED',
    mayRevoke: (keeps || row.carerId === personId) && state === 'ACTIVE',
  };
}
