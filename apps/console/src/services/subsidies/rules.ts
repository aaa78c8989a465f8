import type { CareNeed, ProposeSubsidyRuleInput, Role, RuleFragment } from '../../gql/graphql';
import type { Faults } from '../../kit/form';
import type { Say, Words } from '../../kit/words';

export type Phase = 'CURRENT' | 'COMING' | 'OVER';
export const PHASES: readonly Phase[] = ['CURRENT', 'COMING', 'OVER'];

type Validity = Pick<RuleFragment, 'validFrom' | 'validTo'>;

/** Where a rule stands on this day. One that was withdrawn before it began never holds: it is over. */
export function phaseOf({ validFrom, validTo }: Validity, today: string): Phase {
  if (validTo !== null && (validTo < today || validTo < validFrom)) return 'OVER';
  return validFrom > today ? 'COMING' : 'CURRENT';
}

/** Whether it can still be ended, today at the soonest; one that holds everywhere is of who looks after all of the district. */
export const canEnd = (
  rule: Validity & Pick<RuleFragment, 'areaId'>,
  today: string,
  roles: readonly Role[],
): boolean =>
  phaseOf(rule, today) !== 'OVER' &&
  rule.validTo !== today &&
  (rule.areaId !== null || roles.includes('DISTRICT_CADRE'));

type Whom = Pick<RuleFragment, 'minAge' | 'maxAge' | 'careNeed'>;

/** 76–89 歲，獨居. */
export function whomInWords({ t }: Words, { minAge, maxAge, careNeed }: Whom): string {
  const age =
    minAge !== null && maxAge !== null
      ? t('console.subsidies.ages', { from: minAge, to: maxAge })
      : minAge !== null
        ? t('console.subsidies.agesFrom', { from: minAge })
        : maxAge !== null
          ? t('console.subsidies.agesTo', { to: maxAge })
          : undefined;
  const need = careNeed === null ? undefined : t(`CareNeed.${careNeed}`);
  return [age, need].filter(Boolean).join(t('console.comma')) || t('console.subsidies.everyone');
}

export interface RuleForm {
  readonly name: string;
  readonly payer: string;
  readonly minAge: string;
  readonly maxAge: string;
  readonly careNeed: CareNeed | 'ANY';
  readonly areaId: string;
  readonly yuan: string;
  readonly yuanADay: string;
  readonly additive: boolean;
  readonly paysNobodyOpened: boolean;
  readonly validFrom: string;
  readonly validTo: string;
}

/** From 8.5 to 850; undefined: no amount of money. */
export const fenOf = (yuan: string): number | undefined =>
  /^-?\d+([.]\d{1,2})?$/.test(yuan.trim()) ? Math.round(Number(yuan) * 100) : undefined;

const ageOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));
const isAge = (text: string): boolean =>
  text.trim() === '' || (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 120);

const MOST_FEN = 100_000;
const MOST_FEN_A_DAY = 300_000;

function faultOfMoney(t: Say, yuan: string): string | undefined {
  const fen = fenOf(yuan);
  if (fen === undefined) return t('console.subsidies.wrong.money');
  if (fen <= 0) return t('console.subsidies.wrong.belowZero');
  return fen > MOST_FEN ? t('issue.too_big') : undefined;
}

/** Empty: no cap. Below what one meal gets it would only be another way to say less for each. */
function faultOfCap(t: Say, { yuan, yuanADay }: RuleForm): string | undefined {
  if (!yuanADay.trim()) return undefined;
  const [fen, cap] = [fenOf(yuan), fenOf(yuanADay)];
  if (cap === undefined) return t('console.subsidies.wrong.money');
  if (cap < (fen ?? 1)) return t('console.subsidies.wrong.belowMeal');
  return cap > MOST_FEN_A_DAY ? t('issue.too_big') : undefined;
}

/** What is wrong, each beside its field. */
export function faultsOfRule(t: Say, form: RuleForm, today: string): Faults<RuleForm> {
  const { name, payer, minAge, maxAge, areaId, yuan, validFrom, validTo } = form;
  const missing = t('issue.invalid_type');
  const [money, cap] = [faultOfMoney(t, yuan), faultOfCap(t, form)];
  const ages = isAge(minAge) && isAge(maxAge) && minAge.trim() && maxAge.trim();
  return {
    ...(!name.trim() && { name: missing }),
    ...(!payer.trim() && { payer: missing }),
    ...(!isAge(minAge) && { minAge: t('console.subsidies.wrong.age') }),
    ...(!isAge(maxAge)
      ? { maxAge: t('console.subsidies.wrong.age') }
      : ages && Number(minAge) > Number(maxAge) && { maxAge: t('console.subsidies.wrong.ages') }),
    ...(!areaId && { areaId: missing }),
    ...(money !== undefined && { yuan: money }),
    ...(cap !== undefined && { yuanADay: cap }),
    ...(validFrom <= today && { validFrom: t('console.subsidies.wrong.past') }),
    ...(validTo && validTo < validFrom && { validTo: t('console.subsidies.wrong.order') }),
  };
}

export const inputOf = (form: RuleForm): Omit<ProposeSubsidyRuleInput, 'id'> => ({
  name: form.name.trim(),
  payer: form.payer.trim(),
  minAge: ageOf(form.minAge),
  maxAge: ageOf(form.maxAge),
  careNeed: form.careNeed === 'ANY' ? null : form.careNeed,
  areaId: form.areaId,
  subsidyFen: fenOf(form.yuan) ?? 0,
  dayCapFen: form.yuanADay.trim() ? (fenOf(form.yuanADay) ?? 0) : null,
  additive: form.additive,
  paysNobodyOpened: form.paysNobodyOpened,
  validFrom: form.validFrom,
  validTo: form.validTo || null,
});

const DAYS_OF_PREVIEW = 7;
const DAYS_OF_MONTH = 30;

/** A month at the pace of the week that the server reckoned with, in whole yuan: it is an estimate. */
export const monthOf = (weekFen: number): number =>
  Math.round((weekFen * DAYS_OF_MONTH) / DAYS_OF_PREVIEW / 100) * 100;
