import { createHash, randomBytes } from 'node:crypto';
import type { AreaId, CentreId, OrganisationId } from '@linli/domain/access';
import type { OrganisationKind } from '@linli/domain/organisation/structure';
import { newPairingCode } from '@linli/domain/screens';
import { type Database, newUuid } from '../../platform/database/index.js';
import { givenDistrict, givenOrganisation } from '../district.scenario.js';

export type PlaceName = keyof Awaited<ReturnType<typeof givenDistrict>>['centres'];

async function addArea(db: Database, id: AreaId, kind: string, parent: AreaId): Promise<void> {
  await db.query(
    `INSERT INTO area (id, code, kind, name, official_name, parent_id, lineage)
     SELECT $1::uuid, $1::text, $2, '新區', '新区', id, lineage || $1::uuid FROM area WHERE id = $3`,
    [id, kind, parent],
  );
}

/** The district with its history, and what can be changed in it: each try gets a thing of its own. */
export async function givenPlaces(db: Database) {
  const at = await givenDistrict(db);
  const far = newUuid() as AreaId;
  await addArea(db, far, 'COMMUNITY', at.otherTown);
  await db.query(
    `UPDATE area SET code = 'K' || n FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM area) numbered
     WHERE numbered.id = area.id`,
  );
  await db.query(
    `INSERT INTO area_version (area_id, kind, name, code, official_name, parent_id)
     SELECT id, kind, name, code, official_name, parent_id FROM area`,
  );
  const root = await givenOrganisation(db, { kind: 'DISTRICT_COMMITTEE', covers: [at.district] });
  const node = async (id: AreaId, kind: string) => {
    const [area] = await db.query<{ code: string }[]>('SELECT code FROM area WHERE id = $1', [id]);
    return { id, kind, code: area?.code ?? '' };
  };
  const [farOne, other, own] = [
    await node(far, 'ESTATE'),
    await node(at.otherCommunity, 'ESTATE'),
    await node(at.community, 'ESTATE'),
  ];
  const [estate, otherEstate] = [await node(at.estate, 'BUILDING'), await node(at.otherEstate, 'BUILDING')];
  /** A place inside of each that lies in none of the places on the way to the viewers' own. */
  const inside: Readonly<Record<PlaceName, { id: AreaId; code: string; kind: string }>> = {
    ...{ district: farOne, otherTown: farOne, town: other, community: own, otherCommunity: other },
    ...{ estate, otherEstate, building: estate },
  };
  /** An area of its own within a place, to be changed. */
  async function givenArea(parent: AreaId): Promise<AreaId> {
    const id = newUuid() as AreaId;
    await addArea(db, id, 'GRID', parent);
    await db.query(
      `INSERT INTO area_version (area_id, kind, name, code, official_name, parent_id)
       SELECT id, kind, name, code, official_name, parent_id FROM area WHERE id = $1`,
      [id],
    );
    return id;
  }
  async function givenBranch(
    area: AreaId,
    parent: OrganisationId = root,
    kind: OrganisationKind = 'GRASSROOTS_COMMITTEE',
  ) {
    const id = await givenOrganisation(db, { kind, parent, covers: [area] });
    await db.query(
      `INSERT INTO organisation_version (organisation_id, kind, name, parent_id)
       SELECT id, kind, name, parent_id FROM organisation WHERE id = $1`,
      [id],
    );
    return id;
  }
  async function givenService(centre: CentreId): Promise<string> {
    const id = newUuid();
    await db.query(
      `INSERT INTO service (id, centre_id, category, name, description, place, price_fen, opens_days_ahead,
         cut_off_minutes, cancel_minutes, walk_in, follows_calendar)
       VALUES ($1, $2, 'HAIRCUT', '理髮', '示例', '一樓', 500, 7, 60, 60, true, false)`,
      [id, centre],
    );
    return id;
  }
  async function givenScreen(centre: CentreId): Promise<string> {
    const id = newUuid();
    await db.query(`INSERT INTO screen (id, name, centre_id, paired_by) VALUES ($1, '大廳', $2, '甲')`, [
      id,
      centre,
    ]);
    return id;
  }
  async function givenCode(): Promise<string> {
    const code = newPairingCode(randomBytes(64)) ?? '';
    await db.query(
      `INSERT INTO pairing (secret_hash, code, address, resolution, version, expires_at)
       VALUES ($1, $2, '127.0.0.1', '1920x1080', '1', now() + interval '1 minute')`,
      [createHash('sha256').update(newUuid()).digest(), code],
    );
    return code;
  }
  return { at, inside, givenArea, givenBranch, givenService, givenScreen, givenCode };
}
