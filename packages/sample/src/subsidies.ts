import { idOf } from './random.js';

export interface SampleSubsidyRule {
  readonly id: string;
  readonly name: string;
  readonly payer: string;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly careNeed: string | null;
  readonly subsidyFen: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const rule = (
  name: string,
  payer: string,
  unlike: Partial<SampleSubsidyRule> & { subsidyFen: number },
): SampleSubsidyRule => ({
  ...{
    id: idOf(`subsidy ${name} ${unlike.validFrom ?? ''}`),
    name,
    payer,
    minAge: null,
    maxAge: null,
    careNeed: null,
  },
  ...{ validFrom: '2020-01-01', validTo: null },
  ...unlike,
});

/** Made-up rates in the form of the reports' kind: by age on the day of the meal and by need; who pays is said. */
export const sampleSubsidyRules: readonly SampleSubsidyRule[] = [
  rule('60–75 歲助餐', '沙北等街道', { minAge: 60, maxAge: 75, subsidyFen: 400 }),
  rule('76–89 歲高齡助餐', '郾城區民政局', { minAge: 76, maxAge: 89, subsidyFen: 800 }),
  rule('90 歲以上免費助餐', '郾城區民政局', { minAge: 90, subsidyFen: 1200 }),
  rule('低保對象助餐', '郾城區民政局', { careNeed: 'LOW_INCOME', subsidyFen: 1000 }),
  rule('失能老人送餐', '郾城區慈善總會', { careNeed: 'DISABLED_FULLY', minAge: 60, subsidyFen: 1000 }),
];
