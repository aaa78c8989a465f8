import { Refusal } from '../../refusals/index.js';
import { type BookingFacts, refusalToBook } from './booking-policy.js';

export interface WaitingFacts extends BookingFacts {
  /** The service has a list of those who wait. */
  readonly waitlist: boolean;
}

/**
 * Why this person cannot wait for a place: whatever would refuse the booking itself, and a place that is free. After the
 * cut-off nothing is offered any more, so nobody waits, not at the counter either.
 */
export function refusalToJoin(facts: WaitingFacts): Refusal | undefined {
  const standing = refusalToBook({ ...facts, taken: 0 });
  if (standing) return standing;
  if (facts.now >= facts.closesAt) return Refusal.PAST_CUT_OFF;
  if (!facts.waitlist) return Refusal.NO_WAITLIST;
  return facts.taken < facts.capacity ? Refusal.PLACES_LEFT : undefined;
}

/** Why the place that is held for a person cannot become theirs any more: all rules of booking, but for the place itself. */
export const refusalToTakeUp = (facts: BookingFacts): Refusal | undefined =>
  refusalToBook({
    ...{ ...facts, alreadyBooked: false, taken: 0, wholeSeries: null },
    // What is offered counts already.
    bookedThisWeek: facts.bookedThisWeek - 1,
    bookedThisMonth: facts.bookedThisMonth - 1,
  });

/** Until when a place that is offered now is held; undefined after the cut-off, when nothing is offered. */
export function heldUntil(now: Date, holdMinutes: number, closesAt: Date): Date | undefined {
  if (now >= closesAt) return undefined;
  return new Date(Math.min(now.getTime() + holdMinutes * 60_000, closesAt.getTime()));
}

interface Waiting {
  readonly queueNumber: number;
}

/** Those who are offered the free places: who came first, and no more than there are places. */
export const toBeOffered = <Waiter extends Waiting>(waiting: readonly Waiter[], free: number): Waiter[] =>
  waiting.toSorted((one, other) => one.queueNumber - other.queueNumber).slice(0, Math.max(0, free));
