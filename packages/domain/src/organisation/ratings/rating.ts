import { addDays, type EnumOf, enumOf, nextState, type PlainDate } from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';

/** 已申報 已自評 已初評 已複核 公示中 已定級. */
export const RatingState = enumOf('DECLARED', 'SELF_RATED', 'REVIEWED', 'CONFIRMED', 'PUBLISHED', 'GRANTED');
export type RatingState = EnumOf<typeof RatingState>;
export const RatingMove = enumOf('RATE_ITSELF', 'REVIEW', 'CONFIRM', 'PUBLISH', 'UPHOLD_APPEAL', 'GRANT');
export type RatingMove = EnumOf<typeof RatingMove>;

/** An appeal that is upheld sends it back to whoever confirms: what was published is published again. */
export const ratingStates = {
  DECLARED: { RATE_ITSELF: 'SELF_RATED' },
  SELF_RATED: { RATE_ITSELF: 'SELF_RATED', REVIEW: 'REVIEWED' },
  REVIEWED: { CONFIRM: 'CONFIRMED' },
  CONFIRMED: { PUBLISH: 'PUBLISHED' },
  PUBLISHED: { UPHOLD_APPEAL: 'REVIEWED', GRANT: 'GRANTED' },
  GRANTED: {},
} as const satisfies Record<RatingState, Partial<Record<RatingMove, RatingState>>>;

/** Who gave the points: 自評, 初評, 複核. */
export const RatingRound = enumOf('SELF', 'TOWN', 'DISTRICT');
export type RatingRound = EnumOf<typeof RatingRound>;

/** 分類管理. */
export const RatingClass = enumOf('A', 'B', 'C');
export type RatingClass = EnumOf<typeof RatingClass>;

/** Both days included. */
export const SHORTEST_NOTICE_DAYS = 7;

/** Each step follows the one before it, and nobody answers for what they rated themselves. */
export function refusalToRatingMove(facts: {
  readonly state: RatingState;
  readonly move: RatingMove;
  readonly ratedItself: boolean;
}): Refusal | undefined {
  if (!nextState<RatingState, RatingMove>(ratingStates, facts.state, facts.move))
    return Refusal.RATING_NOT_AT_THIS_STEP;
  return facts.move !== 'RATE_ITSELF' && facts.ratedItself ? Refusal.RATING_IS_YOUR_OWN : undefined;
}

export const noticeIsLongEnough = (from: PlainDate, until: PlainDate): boolean =>
  until >= addDays(from, SHORTEST_NOTICE_DAYS - 1);

export function refusalToGrantStars(facts: {
  readonly until: PlainDate;
  readonly today: PlainDate;
  readonly openAppeals: number;
}): Refusal | undefined {
  if (facts.today <= facts.until) return Refusal.NOTICE_NOT_OVER;
  return facts.openAppeals > 0 ? Refusal.APPEAL_OPEN : undefined;
}

interface Criterion {
  readonly id: string;
  readonly points: number;
}

/** Every criterion once, none of them above what it is worth. */
export function scoresFit(
  criteria: readonly Criterion[],
  scores: readonly { readonly criterionId: string; readonly points: number }[],
): boolean {
  const most = new Map(criteria.map(({ id, points }) => [id, points]));
  const named = new Set(scores.map(({ criterionId }) => criterionId));
  return (
    scores.length === criteria.length &&
    named.size === criteria.length &&
    scores.every(({ criterionId, points }) => points <= (most.get(criterionId) ?? -1))
  );
}

export const classOf = (
  points: number,
  { classAFrom, classBFrom }: { readonly classAFrom: number; readonly classBFrom: number },
): RatingClass => (points >= classAFrom ? 'A' : points >= classBFrom ? 'B' : 'C');
