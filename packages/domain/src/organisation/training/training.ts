import { type EnumOf, enumOf, nextState, type PlainDate } from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';
import { MEMBER_STAGES, type MemberStage } from '../members/index.js';
import { PARTY_POSTS, type PostKind } from '../posts/index.js';
import type { OrganisationKind } from '../structure/index.js';

/** 對象 書記, 黨務工作者, 全體黨員 (in batches), 積極分子. */
export const TrainingAudience = enumOf('SECRETARIES', 'PARTY_WORKERS', 'ALL_MEMBERS', 'ACTIVISTS');
export type TrainingAudience = EnumOf<typeof TrainingAudience>;

/** 形式 以會代訓, 集中學習, 現場觀摩, 書記課堂. */
export const TrainingForm = enumOf('WITH_MEETING', 'GATHERED', 'SITE_VISIT', 'SECRETARY_CLASS');
export type TrainingForm = EnumOf<typeof TrainingForm>;

/** Whom an audience is made of: members in these stages, or those who hold one of these posts. */
export const AUDIENCE_STAGES: Readonly<Record<TrainingAudience, readonly MemberStage[]>> = {
  SECRETARIES: [],
  PARTY_WORKERS: [],
  ALL_MEMBERS: MEMBER_STAGES,
  ACTIVISTS: ['ACTIVIST', 'CANDIDATE'],
};
export const AUDIENCE_POSTS: Readonly<Record<TrainingAudience, readonly PostKind[]>> = {
  SECRETARIES: ['SECRETARY'],
  PARTY_WORKERS: PARTY_POSTS,
  ALL_MEMBERS: [],
  ACTIVISTS: [],
};

/** Hours count once the record is signed, and what is signed stays. */
export const TrainingState = enumOf('PLANNED', 'HELD', 'SIGNED', 'CANCELLED');
export type TrainingState = EnumOf<typeof TrainingState>;

export const TrainingMove = enumOf('RECORD', 'SIGN', 'CANCEL');
export type TrainingMove = EnumOf<typeof TrainingMove>;

export const trainingMoves: Readonly<
  Record<TrainingState, Readonly<Partial<Record<TrainingMove, TrainingState>>>>
> = {
  PLANNED: { RECORD: 'HELD', CANCEL: 'CANCELLED' },
  HELD: { RECORD: 'HELD', SIGN: 'SIGNED', CANCEL: 'CANCELLED' },
  SIGNED: {},
  CANCELLED: {},
};

const WHY_NOT: Readonly<Record<TrainingState, Refusal>> = {
  PLANNED: Refusal.TRAINING_NOT_RECORDED,
  HELD: Refusal.CONFLICT,
  SIGNED: Refusal.TRAINING_SIGNED,
  CANCELLED: Refusal.TRAINING_CANCELLED,
};

export const refusalToMove = (state: TrainingState, move: TrainingMove): Refusal | undefined =>
  nextState(trainingMoves, state, move) ? undefined : WHY_NOT[state];

interface Session {
  readonly state: TrainingState;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly now: Date;
}

/** Who was there is written once it began; nobody learnt longer than it lasted. */
export function refusalToRecord(
  { state, startsAt, minutes, now }: Session,
  attendees: readonly { readonly minutes: number }[],
): Refusal | undefined {
  const refusal = refusalToMove(state, 'RECORD');
  if (refusal) return refusal;
  if (now < startsAt) return Refusal.TRAINING_NOT_YET;
  return attendees.some((each) => each.minutes > minutes) ? Refusal.LONGER_THAN_TRAINING : undefined;
}

export interface TrainingPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** How often in a year: 街道 each half-year, 社區 each quarter. */
const TIMES_A_YEAR: Readonly<Partial<Record<OrganisationKind, number>>> = {
  GRASSROOTS_COMMITTEE: 2,
  COMMUNITY_COMMITTEE: 4,
};

/** The periods of a year in each of which an organisation of this kind holds a training; none for others. */
export function trainingPeriods(kind: OrganisationKind, year: number): TrainingPeriod[] {
  const times = TIMES_A_YEAR[kind] ?? 0;
  const day = (month: number, last: boolean) =>
    new Date(Date.UTC(year, month, last ? 0 : 1)).toISOString().slice(0, 10) as PlainDate;
  return Array.from({ length: times }, (_, n) => ({
    from: day((12 / times) * n, false),
    to: day((12 / times) * (n + 1), true),
  }));
}

/** 該辦的 Whether a period has had its training. */
export const TrainingDue = enumOf('HELD', 'MISSED', 'DUE', 'AHEAD');
export type TrainingDue = EnumOf<typeof TrainingDue>;

export function trainingDue({ from, to }: TrainingPeriod, held: number, today: PlainDate): TrainingDue {
  if (held > 0) return 'HELD';
  if (to < today) return 'MISSED';
  return from <= today ? 'DUE' : 'AHEAD';
}
