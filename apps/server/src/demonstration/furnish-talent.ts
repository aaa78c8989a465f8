import type { OrganisationId, PersonId } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { type ReserveList, reserveId, type ReserveOutcome } from '@linli/domain/organisation/talent';
import { Chance, idOf } from '@linli/sample';
import { furnishReserves, type ReserveToFurnish } from '../organisation/talent/index.js';
import { statement, type Transaction } from '../platform/database/index.js';

interface Young {
  readonly organisationId: OrganisationId;
  readonly kind: string;
  readonly residentId: PersonId;
}
// Younger members of the branches below, three of each place, who lead nothing yet.
const young = statement<object, Young>({
  name: 'young-members',
  text: `
    SELECT organisation.id AS organisation_id, organisation.kind, m.resident_id
    FROM organisation CROSS JOIN LATERAL (
      SELECT DISTINCT m.resident_id, md5(organisation.id::text || m.resident_id::text) AS place
      FROM organisation below JOIN membership_version m ON m.organisation_id = below.id
        JOIN resident ON resident.id = m.resident_id
      WHERE below.lineage @> ARRAY[organisation.id] AND m.superseded_at IS NULL AND m.valid_to IS NULL
        AND m.stage = 'FULL' AND resident.birth_date > now() - interval '45 years'
        AND NOT EXISTS (SELECT FROM post_version p WHERE p.resident_id = m.resident_id)
      ORDER BY place LIMIT 3
    ) m
    WHERE organisation.valid_to IS NULL
      AND organisation.kind IN ('GRASSROOTS_COMMITTEE', 'COMMUNITY_COMMITTEE', 'VILLAGE_BRANCH')
    ORDER BY organisation.id, m.place`,
});

const NOTES = ['網格工作三年', '大學畢業，熟悉信息系統', '退役軍人，群眾基礎好', '曾獲優秀黨員'];
const OUTCOMES: readonly ReserveOutcome[] = ['ENTERED_TWO_COMMITTEES', 'BECAME_SECRETARY', 'TAKEN_OFF'];
const LEFT = 0.2;

/** 後備 A few for each town, community and village; one in five has left the list, with what became of them. */
export async function furnishTalent(tx: Transaction, today: PlainDate): Promise<void> {
  const seen = new Set<string>();
  const rows = (await young(tx, {})).flatMap(({ organisationId, kind, residentId }): ReserveToFurnish[] => {
    const list: ReserveList = kind === 'GRASSROOTS_COMMITTEE' ? 'SECRETARY_RESERVE' : 'COMMUNITY_RESERVE';
    if (seen.has(`${list} ${residentId}`)) return [];
    seen.add(`${list} ${residentId}`);
    const chance = new Chance(`reserve ${list} ${residentId}`);
    const days = chance.between(120, 900);
    const outcome = chance.happens(LEFT) ? chance.pick(OUTCOMES) : null;
    return [
      {
        ...{ id: reserveId.parse(idOf(`reserve ${list} ${residentId}`)), list, organisationId, residentId },
        ...{ since: addDays(today, -days), note: chance.pick(NOTES), outcome },
        lastDay: outcome === null ? null : addDays(today, -chance.between(5, 100)),
      },
    ];
  });
  await furnishReserves(tx, rows);
}
