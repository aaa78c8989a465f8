import { z } from 'zod';
import { addDays, type EnumOf, enumOf, type PlainDate } from '../../base/index.js';
import type { Texture } from '../../organisation/people/index.js';
import { Refusal } from '../../refusals/index.js';
import { type BookingId, type BookingState, statesWithoutEffect } from '../bookings/index.js';
import { DayNote, type PlannedDay, type ServiceId, type SessionState, weekdayOf } from '../centres/index.js';

export const standingOrderId = z.uuidv7().brand<'StandingOrderId'>();
export type StandingOrderId = z.infer<typeof standingOrderId>;

/** Days from one to another, both included. */
export interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** 長期預約 What a person wants each week: "Monday to Friday lunch, soft". */
export interface StandingOrder {
  readonly serviceId: ServiceId;
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly texture: Texture | null;
  readonly validFrom: PlainDate;
  /** Null: until further notice. */
  readonly validTo: PlainDate | null;
  /** In order, none touching another. */
  readonly paused: readonly Span[];
}

/** What is known of one day of an order beyond the order itself. */
export interface KnownDay {
  /** The person wants none on this day. */
  readonly takenOut: boolean;
  /** On this day of another service, or another texture, than usual. */
  readonly serviceId: ServiceId | null;
  readonly texture: Texture | null;
  /** Once booked it is theirs to keep or to cancel; never booked anew by itself. */
  readonly bookingId: BookingId | null;
  readonly bookingState: BookingState | null;
  /** Why it could not be booked when it was last tried. */
  readonly refusal: Refusal | null;
}

export const UNKNOWN_DAY: KnownDay = {
  ...{ takenOut: false, serviceId: null, texture: null },
  ...{ bookingId: null, bookingState: null, refusal: null },
};

export interface SessionOfDay {
  readonly serviceId: ServiceId;
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

export const isPaused = ({ paused }: Pick<StandingOrder, 'paused'>, day: PlainDate): boolean =>
  paused.some(({ from, to }) => from <= day && day <= to);

/** The person wants it on this day: by weekday and dates, whether or not it is paused. */
export const isDayOf = (
  { weekdays, validFrom, validTo }: Pick<StandingOrder, 'weekdays' | 'validFrom' | 'validTo'>,
  day: PlainDate,
): boolean => validFrom <= day && (validTo === null || day <= validTo) && weekdays.includes(weekdayOf(day));

const isWanted = (order: StandingOrder, known: KnownDay, day: PlainDate): boolean =>
  isDayOf(order, day) && !isPaused(order, day) && !known.takenOut && known.bookingId === null;

/**
 * The session to book for this day now, out of those that the centre holds on it: the first of the service that takes
 * place. Undefined: nothing is to be done, today or ever. What was refused is tried again until the cut-off.
 */
export function sessionToTake<Session extends SessionOfDay>(
  order: StandingOrder,
  known: KnownDay,
  {
    day,
    sessions,
    now,
  }: { readonly day: PlainDate; readonly sessions: readonly Session[]; readonly now: Date },
): Session | undefined {
  if (!isWanted(order, known, day)) return undefined;
  const serviceId = known.serviceId ?? order.serviceId;
  const [first] = sessions
    .filter((session) => session.serviceId === serviceId && session.state === 'SCHEDULED')
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  if (!first || now < first.opensAt || now >= first.startsAt) return undefined;
  // After the cut-off it says so once, and keeps a better reason that it has.
  return now < first.closesAt || known.refusal === null ? first : undefined;
}

/** What is, or will be, on a day of an order. */
export const StandingDayState = enumOf(
  'PLANNED',
  'BOOKED',
  'REFUSED',
  'TAKEN_OUT',
  'PAUSED',
  'CLOSED',
  'HOLIDAY',
  'UNPUBLISHED',
  'NO_SESSION',
);
export type StandingDayState = EnumOf<typeof StandingDayState>;

const ofCalendar: Readonly<Partial<Record<DayNote, StandingDayState>>> = {
  CLOSED: 'CLOSED',
  HOLIDAY: 'HOLIDAY',
  UNPUBLISHED: 'UNPUBLISHED',
};

/** Undefined: no day of this order. A booking says more than the calendar, and the person's word more than either. */
export function stateOfDay(
  order: StandingOrder,
  known: KnownDay,
  planned: Pick<PlannedDay, 'day' | 'note' | 'times'>,
): StandingDayState | undefined {
  const { bookingState } = known;
  if (bookingState !== null && !statesWithoutEffect.includes(bookingState)) return 'BOOKED';
  if (!isDayOf(order, planned.day)) return undefined;
  if (known.takenOut || bookingState === 'CANCELLED') return 'TAKEN_OUT';
  if (bookingState !== null) return 'REFUSED';
  if (isPaused(order, planned.day)) return 'PAUSED';
  if (planned.times.length === 0) return ofCalendar[planned.note] ?? 'NO_SESSION';
  return known.refusal === null ? 'PLANNED' : 'REFUSED';
}

/** 未開始 生效中 暫停中 已結束. */
export const StandingOrderState = enumOf('COMING', 'STANDING', 'PAUSED', 'ENDED');
export type StandingOrderState = EnumOf<typeof StandingOrderState>;

export function stateOfOrder(order: StandingOrder, today: PlainDate): StandingOrderState {
  const { validFrom, validTo } = order;
  if (validTo !== null && (validTo < today || validTo < validFrom)) return 'ENDED';
  if (isPaused(order, today)) return 'PAUSED';
  return today < validFrom ? 'COMING' : 'STANDING';
}

/** Why nothing can be changed about this day any more, or not by this order. */
export function refusalToChangeDay(
  order: StandingOrder,
  { day, today }: { readonly day: PlainDate; readonly today: PlainDate },
): Refusal | undefined {
  if (stateOfOrder(order, today) === 'ENDED') return Refusal.ORDER_ENDED;
  if (day < today) return Refusal.SESSION_OVER;
  return isDayOf(order, day) ? undefined : Refusal.NOT_A_DAY_OF_ORDER;
}

/** The last day when it is to end: never earlier than it has stood, never later than it was to. */
export function lastDayOf(
  { validTo }: Pick<StandingOrder, 'validTo'>,
  { lastDay, today }: { readonly lastDay: PlainDate; readonly today: PlainDate },
): PlainDate {
  const yesterday = addDays(today, -1);
  if (validTo !== null && validTo < yesterday) return validTo;
  const end = lastDay < yesterday ? yesterday : lastDay;
  return validTo !== null && validTo < end ? validTo : end;
}
