import type { Shape } from '../../platform/straight/index.js';

/** A price over the columns that `priceColumns` give, or a booking has. */
export const priceShape = (row: string): Shape => ({
  fullFen: `${row}.full_fen`,
  subsidyFen: `${row}.subsidy_fen`,
  payFen: `${row}.full_fen - ${row}.subsidy_fen`,
  ruleName: `${row}.rule_name`,
  payer: `${row}.payer`,
});
