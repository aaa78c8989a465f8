export {
  type EndSubsidyRuleInput,
  endSubsidyRuleInput,
  lastDayOf,
  type ProposeSubsidyRuleInput,
  proposeSubsidyRuleInput,
  refusalToEnd,
  refusalToPropose,
  rulesAsKnown,
  type RuleWithHistory,
} from './rule-changes.js';
export { effectOf, type OrderedMeal, type PayerEffect, type RuleEffect } from './rule-effect.js';
export {
  type Eater,
  holdsFor,
  type Price,
  priceOf,
  rulesFor,
  sharesOf,
  type SubsidyRule,
  type SubsidyRuleId,
  subsidyRuleId,
} from './subsidy.js';
