import { type EnumOf, enumOf, type PlainDate } from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';

/** 待審核 已公示 已退回. */
export const PointState = enumOf('ENTERED', 'PUBLISHED', 'RETURNED');
export type PointState = EnumOf<typeof PointState>;

/** 積分規則 What the house brings as the first version; the district publishes later ones. */
export const FIRST_POINT_RULES: readonly { readonly name: string; readonly points: number }[] = [
  { name: '參加志願服務（每次）', points: 2 },
  { name: '認領並完成群眾微心願', points: 3 },
  { name: '在疫情、防汛等急難任務中值守（每天）', points: 5 },
  { name: '承擔黨課主講', points: 5 },
  { name: '受到街道以上表揚', points: 10 },
  { name: '化解鄰里矛盾（每件）', points: 3 },
  { name: '無故不完成支部交辦任務', points: -5 },
];

interface Entry {
  readonly state: PointState;
  readonly isCountered: boolean;
}

/** Of what was put in another hand than the one that entered it says yes or no. */
export function refusalToReview({ state }: Entry, isOwn: boolean): Refusal | undefined {
  if (state !== 'ENTERED') return Refusal.POINTS_NOT_AT_THIS_STEP;
  return isOwn ? Refusal.POINTS_ARE_YOUR_OWN : undefined;
}

/** Nothing is deleted: what was wrong is taken back once, by a counter-entry of another hand. */
export function refusalToCounter(entry: Entry, isOwn: boolean): Refusal | undefined {
  if (entry.isCountered) return Refusal.POINTS_COUNTERED;
  if (entry.state !== 'PUBLISHED') return Refusal.POINTS_NOT_AT_THIS_STEP;
  return isOwn ? Refusal.POINTS_ARE_YOUR_OWN : undefined;
}

/** Until the last day of the notice, once. */
export function refusalToAppeal(
  entry: Entry & { readonly noticeUntil: PlainDate | null; readonly appeal: 'NONE' | 'OPEN' | 'ANSWERED' },
  today: PlainDate,
): Refusal | undefined {
  if (entry.appeal !== 'NONE') return entry.appeal === 'OPEN' ? Refusal.APPEAL_OPEN : Refusal.APPEAL_ANSWERED;
  if (entry.isCountered) return Refusal.POINTS_COUNTERED;
  if (entry.state !== 'PUBLISHED' || entry.noticeUntil === null) return Refusal.POINTS_NOT_AT_THIS_STEP;
  return today > entry.noticeUntil ? Refusal.NOTICE_OVER : undefined;
}

export interface Countable extends Entry {
  readonly points: number;
  readonly noticeUntil: PlainDate | null;
  readonly hasOpenAppeal: boolean;
}

/** It counts once its notice is over and nobody waits for an answer; with its counter-entry it comes to nothing. */
export const countsOn = (entry: Countable, today: PlainDate): boolean =>
  entry.state === 'PUBLISHED' &&
  !entry.isCountered &&
  !entry.hasOpenAppeal &&
  entry.noticeUntil !== null &&
  today > entry.noticeUntil;

export const totalOn = (entries: readonly Countable[], today: PlainDate): number =>
  entries.reduce((sum, entry) => sum + (countsOn(entry, today) ? entry.points : 0), 0);
