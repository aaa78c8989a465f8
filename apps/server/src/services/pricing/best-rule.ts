/** What a statement knows of who eats, and when: SQL expressions. */
interface EaterColumns {
  /** Subsidies are for meals: a condition. */
  readonly isMeal: string;
  readonly day: string;
  readonly age: string;
  readonly needs: string;
  readonly homeLineage: string;
}

/**
 * The one rule that is best for the eater, as a lateral join named `rule`: the text of the domain's `bestRule`, for
 * statements that price many sessions at once. A test holds the two together.
 */
export const bestRuleFor = ({ isMeal, day, age, needs, homeLineage }: EaterColumns): string => `
  LEFT JOIN LATERAL (
    SELECT subsidy_rule.id AS rule_id, subsidy_rule.name AS rule_name, payer, subsidy_fen
    FROM subsidy_rule
    WHERE ${isMeal}
      AND ${day} BETWEEN subsidy_rule.valid_from AND coalesce(subsidy_rule.valid_to, 'infinity')
      AND (subsidy_rule.min_age IS NULL OR ${age} >= subsidy_rule.min_age)
      AND (subsidy_rule.max_age IS NULL OR ${age} <= subsidy_rule.max_age)
      AND (subsidy_rule.care_need IS NULL OR subsidy_rule.care_need = ANY (${needs}))
      AND (subsidy_rule.area_id IS NULL OR subsidy_rule.area_id = ANY (${homeLineage}))
    ORDER BY subsidy_fen DESC, subsidy_rule.id
    LIMIT 1
  ) rule ON true`;

/** The columns of a price, over the join and an expression of the full price; `priceOfRow` reads them. */
export const priceColumns = (fullFen: string): string => `
  ${fullFen} AS full_fen,
  least(coalesce(rule.subsidy_fen, 0), ${fullFen}) AS subsidy_fen,
  CASE WHEN ${fullFen} > 0 THEN rule.rule_name END AS rule_name,
  CASE WHEN ${fullFen} > 0 THEN rule.payer END AS payer`;
