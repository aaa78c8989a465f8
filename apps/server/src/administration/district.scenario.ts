import {
  type AreaId,
  areaId,
  type CentreId,
  centreId,
  type Duty,
  type Face,
  type OrganisationId,
  organisationId,
  personId,
  type Role,
  type Viewer,
} from '@linli/domain/access';
import type { Database } from '../platform/database/index.js';
import { newId } from '../testing/index.js';

const NO_PLACE: Omit<Duty, 'role'> = { areaId: null, organisationId: null, centreId: null };

const FACES: Partial<Record<Role, Face>> = { RESIDENT: 'RESIDENT', SCREEN: 'SCREEN' };

/** Somebody who signs in with just that duty. */
export const holder = (role: Role, place: Partial<Omit<Duty, 'role'>> = {}, name = '王曉敏'): Viewer => ({
  personId: newId(personId),
  face: FACES[role] ?? 'CONSOLE',
  name,
  duties: [{ ...NO_PLACE, role, ...place }],
  caresFor: [],
});

/** A small district: two towns, communities below the first, an estate, a building; a centre at each. */
export async function givenDistrict(db: Database) {
  const lineages = new Map<AreaId, AreaId[]>();
  const area = async (kind: string, name: string, parent?: AreaId): Promise<AreaId> => {
    const id = newId(areaId);
    const lineage = [...(parent ? (lineages.get(parent) ?? []) : []), id];
    lineages.set(id, lineage);
    await db.query(
      `INSERT INTO area (id, code, kind, name, official_name, parent_id, lineage) VALUES ($1, $2, $3, $4, $4, $5, $6)`,
      [id, id, kind, name, parent ?? null, lineage],
    );
    return id;
  };
  const district = await area('DISTRICT', '測試區');
  const town = await area('SUB_DISTRICT', '甲街道', district);
  const otherTown = await area('SUB_DISTRICT', '乙街道', district);
  const community = await area('COMMUNITY', '一社區', town);
  const otherCommunity = await area('COMMUNITY', '二社區', town);
  const estate = await area('ESTATE', '幸福小區', community);
  const otherEstate = await area('ESTATE', '平安小區', community);
  const building = await area('BUILDING', '一號樓', estate);
  const places = { district, town, otherTown, community, otherCommunity, estate, otherEstate, building };
  const entries = await Promise.all(
    Object.entries(places).map(async ([name, id]) => [name, await givenCentre(db, id)] as const),
  );
  const centres = Object.fromEntries(entries) as Record<keyof typeof places, CentreId>;
  return { ...places, centres };
}

async function givenCentre(db: Database, area: AreaId): Promise<CentreId> {
  const id = newId(centreId);
  await db.query(
    `INSERT INTO centre (id, name, kind, area_id, address, phone)
     VALUES ($1, '測試中心', 'NEIGHBOURHOOD_CENTRE', $2, '測試路 1 號', '03955550118')`,
    [id, area],
  );
  return id;
}

/** A party organisation that covers these areas. */
export async function givenOrganisation(
  db: Database,
  { kind, parent, covers }: { kind: string; parent?: OrganisationId; covers: readonly AreaId[] },
): Promise<OrganisationId> {
  const id = newId(organisationId);
  await db.query(
    `INSERT INTO organisation (id, kind, name, parent_id, lineage)
     SELECT $1::uuid, $2, '測試支部', $3::uuid, coalesce((SELECT lineage FROM organisation WHERE id = $3), '{}') || $1::uuid`,
    [id, kind, parent ?? null],
  );
  for (const area of covers) {
    await db.query(
      `INSERT INTO organisation_covers (organisation_id, area_id, valid_from) VALUES ($1, $2, '2020-01-01')`,
      [id, area],
    );
  }
  return id;
}
