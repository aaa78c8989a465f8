import type { Price } from './price.type.js';

/** A price as a row of a statement, or of a booking, has it. */
export type PriceRow = Omit<Price, 'payFen'>;

export const priceOfRow = ({ fullFen, subsidyFen, ruleName, payer }: PriceRow): Price => ({
  fullFen,
  subsidyFen,
  payFen: fullFen - subsidyFen,
  ruleName,
  payer,
});
