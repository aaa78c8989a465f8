import type { AreaId } from '@linli/domain/access';
import type { CareNeed } from '@linli/domain/organisation/people';
import { statement, type Transaction } from '../../platform/database/index.js';

export interface SubsidyRuleToFurnish {
  readonly id: string;
  readonly name: string;
  readonly payer: string;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly careNeed: CareNeed | null;
  readonly areaId: AreaId | null;
  readonly subsidyFen: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const insertRules = statement<{ rows: string }, never>({
  name: 'furnish-subsidy-rules',
  text: `
    INSERT INTO subsidy_rule (id, name, payer, min_age, max_age, care_need, area_id, subsidy_fen, valid_from, valid_to,
                              planned_to, proposed_at)
    SELECT id, name, payer, "minAge", "maxAge", "careNeed", "areaId", "subsidyFen", "validFrom", "validTo",
      "validTo", "validFrom"::timestamp AT TIME ZONE 'Asia/Shanghai'
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (
      id uuid, name text, payer text, "minAge" int, "maxAge" int, "careNeed" text, "areaId" uuid, "subsidyFen" int,
      "validFrom" date, "validTo" date)`,
});

/** The rules that an empty database begins with. */
export async function furnishSubsidyRules(
  tx: Transaction,
  rules: readonly SubsidyRuleToFurnish[],
): Promise<void> {
  await insertRules(tx, { rows: JSON.stringify(rules) });
}
