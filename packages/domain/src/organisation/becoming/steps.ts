import { type EnumOf, enumOf } from '../../base/index.js';
import type { MemberStage } from '../members/index.js';

/** 申請, 積極分子, 發展對象, 接收預備黨員, 轉正. */
export const BecomingPhase = enumOf('APPLYING', 'CULTIVATING', 'PREPARING', 'ADMITTING', 'CONFIRMING');
export type BecomingPhase = EnumOf<typeof BecomingPhase>;

/** So many months counted from the day of an earlier step. */
export interface Span {
  readonly of: number;
  readonly months: number;
}

export interface BecomingStep {
  readonly number: number;
  readonly phase: BecomingPhase;
  readonly name: string;
  readonly papers: readonly string[];
  /** Not before that many months are over. */
  readonly notBefore?: Span;
  /** Late once that many months are over. */
  readonly within?: Span;
  /** What the person is from this step's day on, or from that of an earlier one. */
  readonly becomes?: { readonly stage: MemberStage; readonly fromStep: number };
}

const [A, C, P, M, F] = Object.values(BecomingPhase) as [
  ...[BecomingPhase, BecomingPhase, BecomingPhase, BecomingPhase, BecomingPhase],
];
const step = (
  number: number,
  phase: BecomingPhase,
  name: string,
  papers: readonly string[],
  rules: Omit<BecomingStep, 'number' | 'phase' | 'name' | 'papers'> = {},
): BecomingStep => ({ number, phase, name, papers, ...rules });

/** 發展黨員 The twenty-five steps, one after the other. */
export const BECOMING_STEPS: readonly BecomingStep[] = [
  step(1, A, '遞交入黨申請書', ['入黨申請書']),
  step(2, A, '黨組織派人談話', ['談話記錄'], { within: { of: 1, months: 1 } }),
  step(3, C, '推薦和確定入黨積極分子', ['推薦材料', '支委會記錄'], {
    becomes: { stage: 'ACTIVIST', fromStep: 3 },
  }),
  step(4, C, '上級黨委備案', ['備案報告']),
  step(5, C, '指定培養聯繫人', ['培養聯繫人登記']),
  step(6, C, '培養教育考察', ['考察登記表'], { notBefore: { of: 3, months: 12 } }),
  step(7, P, '確定發展對象', ['群眾意見', '支委會記錄'], {
    notBefore: { of: 3, months: 12 },
    becomes: { stage: 'CANDIDATE', fromStep: 7 },
  }),
  step(8, P, '報上級黨委備案', ['備案報告']),
  step(9, P, '確定入黨介紹人', ['介紹人登記']),
  step(10, P, '進行政治審查', ['政審報告']),
  step(11, P, '開展集中培訓', ['結業證明']),
  step(12, M, '支部委員會審查', ['審查意見']),
  step(13, M, '上級黨委預審', ['預審意見']),
  step(14, M, '填寫入黨志願書', ['入黨志願書']),
  step(15, M, '支部大會討論', ['大會決議'], { within: { of: 13, months: 1 } }),
  step(16, M, '上級黨委派人談話', ['談話記錄']),
  step(17, M, '上級黨委審批', ['審批意見'], {
    within: { of: 15, months: 3 },
    becomes: { stage: 'PROBATIONARY', fromStep: 15 },
  }),
  step(18, M, '再上一級黨委組織部門備案', ['備案報告']),
  step(19, F, '編入黨支部和黨小組', ['編入通知']),
  step(20, F, '入黨宣誓', ['宣誓記錄']),
  step(21, F, '繼續教育考察', ['預備黨員考察表']),
  step(22, F, '提出轉正申請', ['轉正申請書'], { notBefore: { of: 15, months: 12 } }),
  step(23, F, '支部大會討論轉正', ['大會決議'], { notBefore: { of: 15, months: 12 } }),
  step(24, F, '上級黨委審批轉正', ['審批意見'], {
    within: { of: 23, months: 3 },
    becomes: { stage: 'FULL', fromStep: 23 },
  }),
  step(25, F, '材料歸檔', ['檔案目錄']),
];

export const LAST_STEP = BECOMING_STEPS.length;
/** 半年考察 From being an activist until being a candidate, one review each half-year. */
export const [ACTIVIST_STEP, CANDIDATE_STEP, REVIEW_MONTHS] = [3, 7, 6];
export const [INTRODUCERS_STEP, INTRODUCERS] = [9, 2];
export const [TRAINING_STEP, TRAINING_HOURS, TRAINING_DAYS] = [11, 24, 3];
/** 審批 In special cases six months instead of three. */
export const [APPROVAL_STEP, SPECIAL_MONTHS] = [17, 6];
/** 延長預備期 By six to twelve months, once. */
export const [ADMISSION_STEP, PROBATION_ENDS_STEPS] = [15, [22, 23] as readonly number[]];
