import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { movingId } from '@linli/domain/organisation/moving';
import { Chance, idOf } from '@linli/sample';
import { recordMoving, reportMoving, reportToEstate } from '../organisation/moving/index.js';
import { statement, type Transaction } from '../platform/database/index.js';
import { Refused } from '../platform/graphql/index.js';

interface Somebody {
  readonly residentId: PersonId;
  readonly organisationId: OrganisationId;
  readonly unit: string;
}
const MOST = 48;

const young = statement<{ most: number }, Somebody>({
  name: 'members-who-may-move',
  text: `
    SELECT m.resident_id, m.organisation_id, '' AS unit
    FROM membership_version m JOIN organisation ON organisation.id = m.organisation_id
      JOIN resident ON resident.id = m.resident_id
    WHERE m.superseded_at IS NULL AND m.valid_to IS NULL AND m.stage = 'FULL'
      AND organisation.kind IN ('VILLAGE_BRANCH', 'ESTATE_BRANCH')
      AND resident.birth_date > now() - interval '50 years'
      AND NOT EXISTS (SELECT FROM post_version p WHERE p.resident_id = m.resident_id)
    ORDER BY md5(m.resident_id::text) LIMIT :most`,
});
// Whoever works for an agency reports where they live.
const inService = statement<{ most: number }, Somebody>({
  name: 'members-in-service',
  text: `
    SELECT DISTINCT ON (md5(m.resident_id::text)) m.resident_id, estate.id AS organisation_id, agency.name AS unit
    FROM membership_version m JOIN organisation agency ON agency.id = m.organisation_id
      JOIN resident ON resident.id = m.resident_id JOIN area home ON home.id = resident.building_id
      JOIN organisation_covers c ON c.area_id = ANY (home.lineage) AND c.superseded_at IS NULL AND c.valid_to IS NULL
      JOIN organisation estate ON estate.id = c.organisation_id AND estate.kind = 'ESTATE_BRANCH'
        AND estate.valid_to IS NULL
    WHERE m.superseded_at IS NULL AND m.valid_to IS NULL AND m.stage = 'FULL' AND agency.kind = 'AGENCY_BRANCH'
    ORDER BY md5(m.resident_id::text), estate.id LIMIT :most`,
});

const PLACES = ['廣東深圳', '浙江杭州', '江蘇蘇州', '鄭州市金水區', '上海閔行', '北京昌平'];

function made<Result>(result: Result | Refused): Result {
  if (result instanceof Refused) throw new Error(`A sample moving member was refused: ${result.code}`);
  return result;
}

/** 流動黨員 who were heard of lately, some not; 雙報到 of those who work for an agency. */
export async function furnishMoving(tx: Transaction, viewer: Viewer, today: PlainDate): Promise<void> {
  for (const { residentId, organisationId } of await young(tx, { most: MOST })) {
    const chance = new Chance(`moving ${residentId}`);
    const since = addDays(today, -chance.between(200, 500));
    const place = chance.pick(PLACES);
    const id = movingId.parse(idOf(`moving ${residentId}`));
    made(
      await recordMoving(tx, viewer, {
        ...{ id, residentId, organisationId, direction: 'OUT', since, place, everyMonths: 3 },
        ...{ expectedUntil: addDays(since, 900), contact: `${place}流動黨員服務站` },
      }),
    );
    const heardOn = addDays(today, -chance.between(2, 160));
    made(
      await reportMoving(tx, viewer, {
        ...{ id: movingId.parse(idOf(`moving report ${residentId}`)), movingId: id, heardOn },
        note: chance.pick(['電話聯繫，工作正常', '參加了視頻黨課', '已交黨費']),
      }),
    );
  }
  for (const { residentId, organisationId, unit } of await inService(tx, { most: MOST })) {
    const chance = new Chance(`in service ${residentId}`);
    made(
      await reportToEstate(tx, viewer, {
        ...{ id: movingId.parse(idOf(`estate report ${residentId}`)), residentId, organisationId },
        ...{ unit: unit.replace('機關黨支部', ''), level: 'DISTRICT' },
        since: addDays(today, -chance.between(60, 700)),
      }),
    );
  }
}
