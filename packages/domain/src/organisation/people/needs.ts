import { type EnumOf, enumOf, type PlainDate } from '../../base/index.js';

/** 高齡, 獨居, 空巢, 半失能, 失能, 殘疾, 低保, 特困, 低保邊緣. */
export const CareNeed = enumOf(
  'OLD_AGE',
  'LIVING_ALONE',
  'EMPTY_NEST',
  'DISABLED_PARTLY',
  'DISABLED_FULLY',
  'HANDICAP',
  'LOW_INCOME',
  'EXTREME_POVERTY',
  'LOW_INCOME_MARGIN',
);
export type CareNeed = EnumOf<typeof CareNeed>;

/** What a dish may hold that makes someone ill. */
export const Allergen = enumOf('PEANUT', 'EGG', 'MILK', 'SOY', 'WHEAT', 'FISH', 'SHELLFISH', 'SESAME', 'NUT');
export type Allergen = EnumOf<typeof Allergen>;

/** How a meal must be for the person to eat it: 普食, 軟食, 流食. */
export const Texture = enumOf('REGULAR', 'SOFT', 'LIQUID');
export type Texture = EnumOf<typeof Texture>;

/** A need as it was assessed: it holds from the first day to the last, both included; null is until further notice. */
export interface CareNeedPeriod {
  readonly need: CareNeed;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** The needs in force on a day, each once, in the order of the enum. */
export function careNeedsOn(periods: readonly CareNeedPeriod[], day: PlainDate): CareNeed[] {
  const inForce = periods.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
  return Object.values(CareNeed).filter((need) => inForce.some((period) => period.need === need));
}
