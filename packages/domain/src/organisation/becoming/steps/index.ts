import { type EnumOf, enumOf } from '../../../base/index.js';
import type { MemberStage } from '../../members/index.js';

/** 申請, 積極分子, 發展對象, 接收預備黨員, 轉正. */
export const BecomingPhase = enumOf('APPLYING', 'CULTIVATING', 'PREPARING', 'ADMITTING', 'CONFIRMING');
export type BecomingPhase = EnumOf<typeof BecomingPhase>;

/** What is done in each step. */
export const BecomingStepName = enumOf(
  'APPLICATION',
  'FIRST_TALK',
  'ACTIVIST_CHOSEN',
  'ACTIVIST_FILED',
  'MENTORS_NAMED',
  'CULTIVATION',
  'CANDIDATE_CHOSEN',
  'CANDIDATE_FILED',
  'INTRODUCERS_NAMED',
  'POLITICAL_REVIEW',
  'TRAINING',
  'COMMITTEE_EXAMINATION',
  'PRELIMINARY_APPROVAL',
  'ADMISSION_FORM',
  'ADMISSION_MEETING',
  'TALK_BEFORE_APPROVAL',
  'ADMISSION_APPROVED',
  'ADMISSION_FILED',
  'ASSIGNED_TO_BRANCH',
  'OATH',
  'PROBATION',
  'CONFIRMATION_ASKED',
  'CONFIRMATION_MEETING',
  'CONFIRMATION_APPROVED',
  'ARCHIVED',
);
export type BecomingStepName = EnumOf<typeof BecomingStepName>;

/** 材料 What a step leaves in the file. */
export const BecomingPaper = enumOf(
  'APPLICATION_LETTER',
  'TALK_RECORD',
  'RECOMMENDATION',
  'COMMITTEE_MINUTES',
  'FILING_REPORT',
  'MENTORS_RECORD',
  'OBSERVATION_FORM',
  'NEIGHBOURS_OPINIONS',
  'INTRODUCERS_RECORD',
  'REVIEW_REPORT',
  'TRAINING_CERTIFICATE',
  'EXAMINATION_OPINION',
  'PRELIMINARY_OPINION',
  'ADMISSION_FORM',
  'MEETING_RESOLUTION',
  'APPROVAL',
  'ASSIGNMENT_NOTICE',
  'OATH_RECORD',
  'PROBATION_FORM',
  'CONFIRMATION_LETTER',
  'ARCHIVE_INDEX',
);
export type BecomingPaper = EnumOf<typeof BecomingPaper>;

/** So many months counted from the day of an earlier step. */
export interface Span {
  readonly of: number;
  readonly months: number;
}

export interface BecomingStep {
  readonly number: number;
  readonly phase: BecomingPhase;
  readonly name: BecomingStepName;
  readonly papers: readonly BecomingPaper[];
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
  name: BecomingStepName,
  papers: readonly BecomingPaper[],
  rules: Omit<BecomingStep, 'number' | 'phase' | 'name' | 'papers'> = {},
): BecomingStep => ({ number, phase, name, papers, ...rules });

/** 發展黨員 The twenty-five steps, one after the other. */
export const BECOMING_STEPS: readonly BecomingStep[] = [
  step(1, A, 'APPLICATION', ['APPLICATION_LETTER']),
  step(2, A, 'FIRST_TALK', ['TALK_RECORD'], { within: { of: 1, months: 1 } }),
  step(3, C, 'ACTIVIST_CHOSEN', ['RECOMMENDATION', 'COMMITTEE_MINUTES'], {
    becomes: { stage: 'ACTIVIST', fromStep: 3 },
  }),
  step(4, C, 'ACTIVIST_FILED', ['FILING_REPORT']),
  step(5, C, 'MENTORS_NAMED', ['MENTORS_RECORD']),
  step(6, C, 'CULTIVATION', ['OBSERVATION_FORM'], { notBefore: { of: 3, months: 12 } }),
  step(7, P, 'CANDIDATE_CHOSEN', ['NEIGHBOURS_OPINIONS', 'COMMITTEE_MINUTES'], {
    notBefore: { of: 3, months: 12 },
    becomes: { stage: 'CANDIDATE', fromStep: 7 },
  }),
  step(8, P, 'CANDIDATE_FILED', ['FILING_REPORT']),
  step(9, P, 'INTRODUCERS_NAMED', ['INTRODUCERS_RECORD']),
  step(10, P, 'POLITICAL_REVIEW', ['REVIEW_REPORT']),
  step(11, P, 'TRAINING', ['TRAINING_CERTIFICATE']),
  step(12, M, 'COMMITTEE_EXAMINATION', ['EXAMINATION_OPINION']),
  step(13, M, 'PRELIMINARY_APPROVAL', ['PRELIMINARY_OPINION']),
  step(14, M, 'ADMISSION_FORM', ['ADMISSION_FORM']),
  step(15, M, 'ADMISSION_MEETING', ['MEETING_RESOLUTION'], { within: { of: 13, months: 1 } }),
  step(16, M, 'TALK_BEFORE_APPROVAL', ['TALK_RECORD']),
  step(17, M, 'ADMISSION_APPROVED', ['APPROVAL'], {
    within: { of: 15, months: 3 },
    becomes: { stage: 'PROBATIONARY', fromStep: 15 },
  }),
  step(18, M, 'ADMISSION_FILED', ['FILING_REPORT']),
  step(19, F, 'ASSIGNED_TO_BRANCH', ['ASSIGNMENT_NOTICE']),
  step(20, F, 'OATH', ['OATH_RECORD']),
  step(21, F, 'PROBATION', ['PROBATION_FORM']),
  step(22, F, 'CONFIRMATION_ASKED', ['CONFIRMATION_LETTER'], { notBefore: { of: 15, months: 12 } }),
  step(23, F, 'CONFIRMATION_MEETING', ['MEETING_RESOLUTION'], { notBefore: { of: 15, months: 12 } }),
  step(24, F, 'CONFIRMATION_APPROVED', ['APPROVAL'], {
    within: { of: 23, months: 3 },
    becomes: { stage: 'FULL', fromStep: 23 },
  }),
  step(25, F, 'ARCHIVED', ['ARCHIVE_INDEX']),
];

export const LAST_STEP = BECOMING_STEPS.length;
/** 半年考察 From being an activist until being a candidate, one review each half-year. */
export const [ACTIVIST_STEP, CANDIDATE_STEP, REVIEW_MONTHS] = [3, 7, 6];
export const [INTRODUCERS_STEP, INTRODUCERS] = [9, 2];
export const [TRAINING_STEP, TRAINING_HOURS, TRAINING_DAYS] = [11, 24, 3];
/** 審批 In special cases six months instead of three: said between the meeting and the approval. */
export const [APPROVAL_STEP, SPECIAL_MONTHS] = [17, 6];
/** 延長預備期 By six to twelve months, once. */
export const [ADMISSION_STEP, CONFIRMING_STEP] = [15, 23];
export const PROBATION_ENDS_STEPS: readonly number[] = [22, CONFIRMING_STEP];
