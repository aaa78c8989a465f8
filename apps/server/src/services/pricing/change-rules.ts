import { can, type AreaId, type Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import {
  type EndSubsidyRuleInput,
  lastDayOf,
  type ProposeSubsidyRuleInput,
  refusalToEnd,
  refusalToPropose,
  type SubsidyRuleId,
} from '@linli/domain/services/pricing';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import {
  type Database,
  now,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import type { SubsidyRule } from './subsidy-rule.entity.js';
import { payerAsStored } from './subsidy-rule.queries.js';

const lineageOfArea = statement<{ id: AreaId }, { lineage: AreaId[] }>({
  name: 'lineage-of-subsidised-area',
  text: 'SELECT lineage FROM area WHERE id = :id',
});

const rootAreas = statement<object, { id: AreaId }>({
  name: 'root-areas',
  text: 'SELECT id FROM area WHERE parent_id IS NULL',
});

/** Where a rule holds. One without an area holds in all of the tree: it is of who looks after all of that. */
async function lineagesOf(tx: Transaction, area: AreaId | null): Promise<AreaId[][]> {
  if (area === null) return (await rootAreas(tx, {})).map(({ id }) => [id]);
  const [found] = await lineageOfArea(tx, { id: area });
  return found ? [found.lineage] : [];
}

const mayManage = (viewer: Viewer, lineages: readonly AreaId[][]): boolean =>
  lineages.length > 0 && lineages.every((areaLineage) => can(viewer, 'MANAGE_SUBSIDIES', { areaLineage }));

const highestPrice = statement<object, { highestFen: number | null }>({
  name: 'highest-price-of-a-meal',
  text: 'SELECT max(price_fen) AS highest_fen FROM service WHERE meal IS NOT NULL AND active',
});

const ruleById = statement<{ id: SubsidyRuleId }, SubsidyRule>({
  name: 'subsidy-rule-to-change',
  text: 'SELECT * FROM subsidy_rule WHERE id = :id FOR UPDATE',
});

interface Row {
  readonly row: string;
  readonly by: string;
}
const insertRule = statement<Row, SubsidyRule>({
  name: 'propose-subsidy-rule',
  text: `
    INSERT INTO subsidy_rule (id, name, payer, min_age, max_age, care_need, area_id, subsidy_fen, day_cap_fen, additive,
                              pays_nobody_opened, valid_from, valid_to, planned_to, proposed_by)
    SELECT id, name, payer, "minAge", "maxAge", "careNeed", "areaId", "subsidyFen", "dayCapFen", additive, "paysNobodyOpened",
      "validFrom", "validTo", "validTo", :by
    FROM jsonb_to_record(:row::jsonb) AS row (
      id uuid, name text, payer text, "minAge" int, "maxAge" int, "careNeed" text, "areaId" uuid, "subsidyFen" int,
      "dayCapFen" int, additive boolean, "paysNobodyOpened" boolean, "validFrom" date, "validTo" date)
    ON CONFLICT DO NOTHING RETURNING *`,
});

const endRule = statement<{ id: SubsidyRuleId; lastDay: PlainDate; by: string; reason: string }, SubsidyRule>(
  {
    name: 'end-subsidy-rule',
    text: `
    UPDATE subsidy_rule SET valid_to = :lastDay, ended_at = now(), ended_by = :by, end_reason = :reason
    WHERE id = :id RETURNING *`,
  },
);

/** A rule from tomorrow on, at the soonest. The same again is the same rule; it is never changed. */
export const proposeSubsidyRule = (
  db: Database,
  viewer: Viewer,
  given: ProposeSubsidyRuleInput,
): Promise<SubsidyRule | Refused> =>
  transaction(db, async (tx) => {
    const input = { ...given, payer: await payerAsStored(tx, given.payer) };
    if (!mayManage(viewer, await lineagesOf(tx, input.areaId))) throw notFound('area');
    const [earlier] = await ruleById(tx, { id: input.id });
    if (earlier) return isSame(earlier, input) ? earlier : new Refused(Refusal.CONFLICT);
    const [{ highestFen } = { highestFen: null }] = await highestPrice(tx, {});
    const refusal = refusalToPropose({ ...input, today: plainDateOf(await now(tx)), highestFen });
    if (refusal) return new Refused(refusal, highestFen === null ? {} : { highestFen });

    const [rule] = await insertRule(tx, { row: JSON.stringify(input), by: viewer.name });
    if (!rule) return new Refused(Refusal.CONFLICT);
    await audit(tx, viewer, 'SUBSIDY_RULE_PROPOSED', rule, {
      ...{ payer: rule.payer, subsidyFen: rule.subsidyFen, additive: rule.additive },
      ...(rule.dayCapFen !== null && { dayCapFen: rule.dayCapFen }),
      ...{ validFrom: rule.validFrom, validTo: rule.validTo },
    });
    return rule;
  });

/** Its last day, today at the soonest. What was priced by it stays. */
export const endSubsidyRule = (
  db: Database,
  viewer: Viewer,
  { id, lastDay, reason }: EndSubsidyRuleInput,
): Promise<SubsidyRule | Refused> =>
  transaction(db, async (tx) => {
    const [rule] = await ruleById(tx, { id });
    if (!rule || !mayManage(viewer, await lineagesOf(tx, rule.areaId))) throw notFound('subsidy rule');
    const { validFrom, validTo } = rule;
    const last = lastDayOf(rule, lastDay);
    if (rule.endedAt !== null && rule.validTo === last && rule.endReason === reason) return rule;
    const refusal = refusalToEnd({ validFrom, validTo, lastDay, today: plainDateOf(await now(tx)) });
    if (refusal) return new Refused(refusal);

    const [ended] = await endRule(tx, { id, lastDay: last, by: viewer.name, reason });
    if (!ended) throw notFound('subsidy rule');
    await audit(tx, viewer, 'SUBSIDY_RULE_ENDED', ended, { validTo: last, reason });
    return ended;
  });

const audit = (
  tx: Transaction,
  viewer: Viewer,
  action: string,
  { id, name, areaId }: SubsidyRule,
  detail: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> => {
  const own = placesOf(viewer);
  const places = { ...own, areaIds: [...own.areaIds, ...(areaId === null ? [] : [areaId])] };
  const subject = { kind: 'SUBSIDY_RULE', id, name };
  return recordAudit(tx, { actor: actorOf(viewer), action, subject, detail, places });
};

const isSame = (rule: SubsidyRule, input: ProposeSubsidyRuleInput): boolean => {
  const content = (each: Content, last: PlainDate | null | undefined) =>
    JSON.stringify([
      ...[
        each.name,
        each.payer,
        each.minAge ?? null,
        each.maxAge ?? null,
        each.careNeed ?? null,
        each.areaId,
      ],
      ...[
        each.subsidyFen,
        each.dayCapFen ?? null,
        each.additive,
        each.paysNobodyOpened,
        each.validFrom,
        last ?? null,
      ],
    ]);
  return content(rule, rule.plannedTo) === content(input, input.validTo);
};
type Content = Omit<ProposeSubsidyRuleInput, 'id' | 'validTo' | 'areaId'> & {
  readonly areaId: AreaId | null;
};
