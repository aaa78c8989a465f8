import { type Database, statement } from '../../platform/database/index.js';
import type { SubsidyRule } from './subsidy-rule.entity.js';

export type SubsidyRuleToFurnish = SubsidyRule;

const insertRules = statement<{ rows: string }, { count: number }>({
  name: 'furnish-subsidy-rules',
  text: `
    WITH added AS (
      INSERT INTO subsidy_rule (id, name, payer, min_age, max_age, care_need, area_id, subsidy_fen, valid_from, valid_to)
      SELECT id, name, payer, "minAge", "maxAge", "careNeed", "areaId", "subsidyFen", "validFrom", "validTo"
      FROM jsonb_to_recordset(:rows::jsonb) AS given (
        id uuid, name text, payer text, "minAge" int, "maxAge" int, "careNeed" text, "areaId" uuid, "subsidyFen" int,
        "validFrom" date, "validTo" date)
      ON CONFLICT (id) DO NOTHING
      RETURNING id
    )
    SELECT count(*)::int AS count FROM added`,
});

/** Adds rules; those that are here already stay as they are. */
export async function furnishSubsidyRules(
  db: Database,
  rules: readonly SubsidyRuleToFurnish[],
): Promise<number> {
  const [result] = await insertRules(db, { rows: JSON.stringify(rules) });
  return result?.count ?? 0;
}
