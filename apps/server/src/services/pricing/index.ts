import type { BoundedContext } from '../../platform/bounded-context.js';
import { DayCap1763800004020 } from './day-cap.migration.js';
import { Pricing1763800004000 } from './pricing.migration.js';
import { PricingResolver } from './pricing.resolver.js';
import { RuleHistory1763800004010 } from './rule-history.migration.js';
import { SubsidyRule } from './subsidy-rule.entity.js';

export { bestRuleFor, priceColumns, sharesFor } from './best-rule.js';
export { endSubsidyRule, proposeSubsidyRule } from './change-rules.js';
export { furnishSubsidyRules, type SubsidyRuleToFurnish } from './furnish.js';
export { priceOfRow, type PriceRow } from './price-of-row.js';
export { priceShape } from './price.shape.js';
export { Price } from './price.type.js';
export { SubsidyRule } from './subsidy-rule.entity.js';
export { payerAsStored, subsidyRulesEver, subsidyRulesOn } from './subsidy-rule.queries.js';

export const pricing: BoundedContext = {
  entities: [SubsidyRule],
  migrations: [Pricing1763800004000, RuleHistory1763800004010, DayCap1763800004020],
  resolvers: [PricingResolver],
};
