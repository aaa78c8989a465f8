import type { PlainDate } from '@linli/domain/base';
import { type Database, statement } from '../../platform/database/index.js';
import { asStored } from '../../platform/han/index.js';
import type { SubsidyRule } from './subsidy-rule.entity.js';

const rulesOn = statement<{ day: PlainDate | null }, SubsidyRule>({
  name: 'subsidy-rules-on',
  text: `
    SELECT * FROM subsidy_rule
    WHERE coalesce(:day::date, (now() AT TIME ZONE 'Asia/Shanghai')::date)
      BETWEEN valid_from AND coalesce(valid_to, 'infinity')
    ORDER BY min_age NULLS LAST, max_age, care_need, id`,
});

/** The rules in force on a day; today when none is named. */
export const subsidyRulesOn = (db: Database, day: PlainDate | null): Promise<SubsidyRule[]> =>
  rulesOn(db, { day });

const rulesEver = statement<object, SubsidyRule>({
  name: 'subsidy-rules-ever',
  text: 'SELECT * FROM subsidy_rule ORDER BY valid_from DESC, min_age NULLS LAST, max_age, care_need, id',
});

/** Those that are over and those to come too. */
export const subsidyRulesEver = (db: Database): Promise<SubsidyRule[]> => rulesEver(db, {});

const payersEver = statement<object, { payer: string }>({
  name: 'payers-ever',
  text: 'SELECT DISTINCT payer FROM subsidy_rule',
});

/** A payer is known by name alone: one that pays already, in the signs in which it is stored. */
export async function payerAsStored(db: Database, payer: string): Promise<string> {
  const known = await payersEver(db, {});
  return asStored(
    payer,
    known.map((one) => one.payer),
  );
}
