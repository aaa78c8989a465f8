import { addDays, type EnumOf, enumOf, type PlainDate } from '../../base/index.js';
import { HOURS_A_YEAR, type MayBeExempt, type Rate, rateOf } from './rates.js';

/** Who owes learning: every member, who holds a post of the Party, and who is new as a secretary. */
export const LearningDuty = enumOf('MEMBER', 'POST_HOLDER', 'NEW_SECRETARY');
export type LearningDuty = EnumOf<typeof LearningDuty>;

/** What is required, as data: the table of the domain's paper. */
export const learningRules = {
  MEMBER: { hours: HOURS_A_YEAR, gathered: false },
  /** And one 集中培訓 by the end of the year. */
  POST_HOLDER: { hours: 56, gathered: true },
  NEW_SECRETARY: { withinMonths: 6 },
} as const;

/** What is due by the end of a month, 1 to 12, in minutes. */
export const minutesDueOf = (duty: 'MEMBER' | 'POST_HOLDER', month: number): number =>
  (learningRules[duty].hours * 60 * month) / 12;

/** The last day on which a new secretary is trained in time. */
export function trainedBy(since: PlainDate): PlainDate {
  const [year, month, day] = since.split('-').map(Number) as [number, number, number];
  const months = month - 1 + learningRules.NEW_SECRETARY.withinMonths;
  const last = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  const same = new Date(Date.UTC(year, months, Math.min(day, last))).toISOString().slice(0, 10);
  return addDays(same as PlainDate, -1);
}

export interface Learner extends MayBeExempt {
  readonly minutes: number;
  /** 集中培訓 Whether they had one in the year. */
  readonly gathered: boolean;
  /** New secretaries: since when, and when they were trained. */
  readonly since: PlainDate | null;
  readonly trainedOn: PlainDate | null;
}

/** Whoever has what is due by the month, and who is short: together they are all who owe it. */
export const learningRate = <Who extends Learner>(
  duty: LearningDuty,
  people: readonly Who[],
  month: number,
): Rate<Who> =>
  rateOf(people, ({ minutes, gathered, since, trainedOn }) => {
    if (duty === 'NEW_SECRETARY')
      return since !== null && trainedOn !== null && trainedOn <= trainedBy(since);
    const isWhole = duty === 'MEMBER' || month < 12 || gathered;
    return isWhole && minutes >= minutesDueOf(duty, month);
  });
