/** What a statement knows of who eats, and when: SQL expressions. */
interface EaterColumns {
  /** Subsidies are for meals: a condition. */
  readonly isMeal: string;
  readonly day: string;
  readonly age: string;
  readonly needs: string;
  readonly homeLineage: string;
  /** What a rule gives them for other meals of that day, given the rule's id. */
  readonly givenBy: (rule: string) => string;
}

/** The domain's `holdsFor` as a condition over `subsidy_rule`. */
const holds = ({ isMeal, day, age, needs, homeLineage }: EaterColumns): string => `
      ${isMeal}
      AND ${day} BETWEEN subsidy_rule.valid_from AND coalesce(subsidy_rule.valid_to, 'infinity')
      AND (subsidy_rule.min_age IS NULL OR ${age} >= subsidy_rule.min_age)
      AND (subsidy_rule.max_age IS NULL OR ${age} <= subsidy_rule.max_age)
      AND (subsidy_rule.care_need IS NULL OR subsidy_rule.care_need = ANY (${needs}))
      AND (subsidy_rule.area_id IS NULL OR subsidy_rule.area_id = ANY (${homeLineage}))`;

/** The rules that hold and give something for this meal, with what they give: the domain's `fenFor`. */
const giving = (which: string, eater: EaterColumns): string => `(
        SELECT * FROM (
          SELECT id, name, payer, additive, CASE WHEN day_cap_fen IS NULL THEN subsidy_fen
            ELSE least(subsidy_fen, day_cap_fen - ${eater.givenBy('subsidy_rule.id')}) END AS subsidy_fen
          FROM subsidy_rule WHERE ${which} AND ${holds(eater)}
        ) giving WHERE subsidy_fen > 0
      ) giving`;

/**
 * What the eater is helped with, as a lateral join named `rule`: the text of the domain's `rulesFor`, for statements that
 * price many sessions at once. A test holds the two together. `rule_id` is the one that is best.
 */
export const bestRuleFor = (eater: EaterColumns, fullFen: string): string => `
  LEFT JOIN LATERAL (
    SELECT coalesce(base.id, extra.id) AS rule_id, nullif(concat_ws('、', base.name, extra.names), '') AS rule_name,
      CASE WHEN extra.id IS NULL THEN base.payer ELSE (
        SELECT string_agg(DISTINCT payers.payer COLLATE "C", '、')
        FROM unnest(extra.payers || base.payer) AS payers(payer)) END AS payer,
      coalesce(base.subsidy_fen + extra.fen, base.subsidy_fen, extra.fen) AS subsidy_fen
    FROM (SELECT) one
      LEFT JOIN LATERAL (
        SELECT id, name, payer, subsidy_fen FROM ${giving('NOT additive', eater)}
        ORDER BY subsidy_fen DESC, id
        LIMIT 1
      ) base ON true
      LEFT JOIN LATERAL (
        SELECT (array_agg(id ORDER BY nth))[1] AS id, string_agg(name, '、' ORDER BY nth) AS names,
          array_agg(payer) AS payers, sum(subsidy_fen)::int AS fen
        FROM (
          SELECT id, name, payer, subsidy_fen, row_number() OVER best AS nth,
            coalesce(sum(subsidy_fen) OVER (best ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS paid
          FROM ${giving('additive', eater)}
          WINDOW best AS (ORDER BY subsidy_fen DESC, id)
        ) added
        WHERE coalesce(base.subsidy_fen, 0) + paid < ${fullFen}
      ) extra ON true
  ) rule ON true`;

/** Each rule that pays a part, in its order, with what it pays: `nth`, `rule_id`, `fen`. */
export const sharesFor = (eater: EaterColumns, fullFen: string): string => `
  SELECT nth, rule_id, least(subsidy_fen, left_fen)::int AS fen
  FROM (
    SELECT id AS rule_id, subsidy_fen,
      row_number() OVER (ORDER BY additive, subsidy_fen DESC, id)::int AS nth,
      ${fullFen} - coalesce(sum(subsidy_fen) OVER (
        ORDER BY additive, subsidy_fen DESC, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS left_fen
    FROM (
      (SELECT * FROM ${giving('NOT additive', eater)} ORDER BY subsidy_fen DESC, id LIMIT 1)
      UNION ALL
      SELECT * FROM ${giving('additive', eater)}
    ) chosen
  ) ranked
  WHERE left_fen > 0`;

/** The columns of a price, over the join and an expression of the full price; `priceOfRow` reads them. */
export const priceColumns = (fullFen: string): string => `
  ${fullFen} AS full_fen,
  least(coalesce(rule.subsidy_fen, 0), ${fullFen}) AS subsidy_fen,
  CASE WHEN ${fullFen} > 0 THEN rule.rule_name END AS rule_name,
  CASE WHEN ${fullFen} > 0 THEN rule.payer END AS payer`;
