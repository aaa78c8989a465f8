export {
  bestRule,
  type Eater,
  holdsFor,
  type Price,
  priceOf,
  type SubsidyRule,
  type SubsidyRuleId,
  subsidyRuleId,
} from './subsidy.js';
