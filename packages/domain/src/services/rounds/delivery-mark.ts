import { z } from 'zod';
import { type EnumOf, enumOf } from '../../base/index.js';

/** One tap at a door, made by a phone that may have had no network: its id is the phone's. */
export const markId = z.uuidv7().brand<'MarkId'>();
export type MarkId = z.infer<typeof markId>;

/** 已送達, 無人應門, 拒收. */
export const DeliveryOutcome = enumOf('DELIVERED', 'NOBODY_OPENED', 'REFUSED');
export type DeliveryOutcome = EnumOf<typeof DeliveryOutcome>;

/** Into whose hands: 本人, 家人, 鄰居. */
export const HandedTo = enumOf('RESIDENT', 'FAMILY', 'NEIGHBOUR');
export type HandedTo = EnumOf<typeof HandedTo>;

export interface DeliveryMark {
  readonly id: string;
  readonly outcome: DeliveryOutcome;
  /** By our clock. */
  readonly at: Date;
}

const isEarlier = (one: DeliveryMark, other: DeliveryMark): boolean =>
  one.at.getTime() === other.at.getTime() ? one.id < other.id : one.at < other.at;

const weighs = (mark: DeliveryMark, more: DeliveryMark): boolean =>
  (mark.outcome === 'DELIVERED') === (more.outcome === 'DELIVERED')
    ? isEarlier(mark, more)
    : mark.outcome === 'DELIVERED';

/**
 * The mark that counts for a door. Two phones may mark one: a meal that was handed over was handed over, whatever else was
 * said before or after; otherwise the first counts. The same whichever order the marks come in, and however often.
 */
export const standingMark = <Mark extends DeliveryMark>(marks: readonly Mark[]): Mark | undefined =>
  marks.reduce<Mark | undefined>(
    (best, mark) => (best === undefined || weighs(mark, best) ? mark : best),
    undefined,
  );

/** A phone whose clock is this much out is not believed. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;

interface PhoneTime {
  /** By the phone: when it was tapped, and when the batch was sent. */
  readonly at: Date;
  readonly sentAt: Date;
  /** By us: when the batch came, and when the round left. */
  readonly receivedAt: Date;
  readonly notBefore: Date;
}

/**
 * When it happened, by our clock. What the phone's clock shows on sending tells how wrong it is; a tap before the round
 * left or after the batch came cannot be, and is brought to that bound. `corrected`: it is not what the phone said.
 */
export function trueTime({ at, sentAt, receivedAt, notBefore }: PhoneTime): {
  readonly at: Date;
  readonly corrected: boolean;
} {
  const skew = receivedAt.getTime() - sentAt.getTime();
  const shifted = at.getTime() + (Math.abs(skew) > CLOCK_TOLERANCE_MS ? skew : 0);
  const bounded = Math.min(Math.max(shifted, notBefore.getTime()), receivedAt.getTime());
  return { at: new Date(bounded), corrected: Math.abs(bounded - at.getTime()) > CLOCK_TOLERANCE_MS };
}
