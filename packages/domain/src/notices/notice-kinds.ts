import { type EnumOf, enumOf } from '../base/index.js';

/** What people are told of. */
export const NoticeKind = enumOf(
  'BOOKING_CONFIRMED',
  'BOOKING_MOVED',
  'BOOKING_CANCELLED_BY_CENTRE',
  'BOOKING_CANCELLED_FOR_YOU',
  'SESSION_TIME_CHANGED',
  'REQUEST_RECEIVED',
  'APPROVED',
  'DECLINED',
  'WAITLISTED',
  'PLACE_OFFERED',
  'OFFER_LAPSED',
  'REMINDER',
  'MEAL_REMINDER',
  'STANDING_ORDER_SKIPPED',
  'NO_SHOW',
  'COUNTER_ONLY',
  'NO_SHOW_HEALED',
  'APPEAL_DECLINED',
  'RUN_BOOKED',
  'RUN_LEFT',
  'SERIES_CLOSED',
  'RUN_APPROVED',
  'RUN_DECLINED',
  'MEETING_ANNOUNCED',
  'MEETING_CANCELLED',
  'CARE_GRANTED',
  'CARE_CHANGED',
  'CARE_REVOKED',
);
export type NoticeKind = EnumOf<typeof NoticeKind>;

/** CALM waits for the morning; TIMELY does unless it would come too late; URGENT is sent at any hour. */
export type Urgency = 'CALM' | 'TIMELY' | 'URGENT';

/** What a resident can turn off, beside the channels themselves. */
export type Wish = 'reminders' | 'mealReminders';

export interface NoticeRule {
  readonly urgency: Urgency;
  /** Who has no channel of their own has to be told by somebody: staff see that nobody has yet. */
  readonly mustReach: boolean;
  /** Only for those who wish it. */
  readonly wish?: Wish;
  /** It is told after the event: of use for days, not until it begins. */
  readonly after?: true;
  /** That it concerns somebody at all is confidential: whoever calls the unreached for a centre does not see it. */
  readonly confidential?: true;
}

const CALM: NoticeRule = { urgency: 'CALM', mustReach: false };
/** Who did not agree to it should hear of it the same day. */
const CARE: NoticeRule = { urgency: 'TIMELY', mustReach: false, after: true };
const MATTERS: NoticeRule = { urgency: 'TIMELY', mustReach: true };

export const noticeRules: Readonly<Record<NoticeKind, NoticeRule>> = {
  BOOKING_CONFIRMED: CALM,
  BOOKING_MOVED: MATTERS,
  BOOKING_CANCELLED_BY_CENTRE: MATTERS,
  BOOKING_CANCELLED_FOR_YOU: { urgency: 'TIMELY', mustReach: false },
  SESSION_TIME_CHANGED: MATTERS,
  REQUEST_RECEIVED: CALM,
  APPROVED: MATTERS,
  DECLINED: MATTERS,
  WAITLISTED: CALM,
  PLACE_OFFERED: { urgency: 'URGENT', mustReach: true },
  OFFER_LAPSED: CALM,
  REMINDER: { ...CALM, wish: 'reminders' },
  MEAL_REMINDER: { ...CALM, wish: 'mealReminders' },
  STANDING_ORDER_SKIPPED: { urgency: 'CALM', mustReach: true },
  NO_SHOW: { ...CALM, after: true },
  COUNTER_ONLY: { ...CALM, after: true },
  NO_SHOW_HEALED: { ...CALM, after: true },
  APPEAL_DECLINED: { ...CALM, after: true },
  RUN_BOOKED: CALM,
  RUN_LEFT: { urgency: 'TIMELY', mustReach: false },
  SERIES_CLOSED: MATTERS,
  RUN_APPROVED: MATTERS,
  RUN_DECLINED: MATTERS,
  MEETING_ANNOUNCED: { ...CALM, confidential: true },
  MEETING_CANCELLED: { urgency: 'TIMELY', mustReach: false, confidential: true },
  CARE_GRANTED: { ...CARE, confidential: true },
  CARE_CHANGED: { ...CARE, confidential: true },
  CARE_REVOKED: { ...CARE, confidential: true },
};

const DAYS_AFTER_MS = 3 * 24 * 60 * 60 * 1000;

/** From then on sending it would be late: the offer is over, the session has begun, what happened is long known. */
export function usefulUntil(
  kind: NoticeKind,
  { startsAt, now, until }: { readonly startsAt: Date; readonly now: Date; readonly until?: string },
): Date {
  if (noticeRules[kind].after) return new Date(now.getTime() + DAYS_AFTER_MS);
  return until === undefined ? startsAt : new Date(until);
}

const kinds = Object.values(NoticeKind);
export const kindsOfUrgency = (urgency: Urgency): NoticeKind[] =>
  kinds.filter((kind) => noticeRules[kind].urgency === urgency);
