import { plainDateOf, type PlainDate } from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';
import type { SessionState } from '../centres/index.js';
import {
  type BookingMove,
  type BookingState,
  nextBookingState,
  statesPending,
  statesWithoutEffect,
} from './booking-state.js';

/** How long a check-in can be taken back. */
export const UNDO_CHECK_IN_MINUTES = 10;

/** What decides whether a booking can be changed at one moment. */
export interface ChangeFacts {
  readonly now: Date;
  readonly state: BookingState;
  readonly checkedInAt: Date | null;
  readonly sessionState: SessionState;
  readonly day: PlainDate;
  readonly startsAt: Date;
  readonly cancelUntil: Date;
  readonly closesAt: Date;
  /** Until when a place is held for whoever waited: of an offer. */
  readonly heldUntil: Date | null;
}

/**
 * A resident gives a place back until the service's cut-off for that; staff until the session starts. Who only waits, for
 * a place or for an answer, may leave until then too.
 */
export function refusalToCancel(facts: ChangeFacts, by: { readonly isStaff: boolean }): Refusal | undefined {
  if (facts.state === 'CHECKED_IN') return Refusal.ALREADY_CHECKED_IN;
  const isFree = by.isStaff || statesPending.includes(facts.state);
  const until = isFree ? facts.startsAt : facts.cancelUntil;
  const inTime = facts.now < until && nextBookingState(facts.state, 'CANCEL') !== undefined;
  return inTime ? undefined : Refusal.PAST_CANCELLING;
}

/** Something else instead: what can be given back, and of the same kind. Who only waits leaves, and asks elsewhere. */
export function refusalToReschedule(
  facts: ChangeFacts,
  by: { readonly isStaff: boolean; readonly isSameSession: boolean; readonly isSameKind: boolean },
): Refusal | undefined {
  if (facts.state === 'CHECKED_IN') return Refusal.ALREADY_CHECKED_IN;
  if (facts.state !== 'CONFIRMED' && facts.state !== 'REQUESTED') return Refusal.BOOKING_NOT_IN_FORCE;
  if (by.isSameSession) return Refusal.ALREADY_BOOKED;
  return refusalToCancel(facts, by) ?? (by.isSameKind ? undefined : Refusal.NOT_THE_SAME_KIND);
}

/** On the session's day in China, before or after its hours: who comes early or late is let in by a person, not by us. */
export function refusalToCheckIn(facts: ChangeFacts): Refusal | undefined {
  if (facts.sessionState === 'CANCELLED') return Refusal.SESSION_CANCELLED;
  if (statesWithoutEffect.includes(facts.state)) return Refusal.BOOKING_NOT_IN_FORCE;
  if (plainDateOf(facts.now) !== facts.day) return Refusal.NOT_TODAY;
  if (facts.state === 'CHECKED_IN' || facts.state === 'COMPLETED') return Refusal.ALREADY_CHECKED_IN;
  return nextBookingState(facts.state, 'CHECK_IN') ? undefined : Refusal.BOOKING_NOT_IN_FORCE;
}

export function refusalToUndoCheckIn(facts: ChangeFacts): Refusal | undefined {
  if (facts.state !== 'CHECKED_IN' || facts.checkedInAt === null) return Refusal.NOT_CHECKED_IN;
  const minutes = (facts.now.getTime() - facts.checkedInAt.getTime()) / 60_000;
  return minutes < UNDO_CHECK_IN_MINUTES ? undefined : Refusal.PAST_UNDOING;
}

/** An offer is taken while it is held, by whoever may book for the person. */
export function refusalToAccept(facts: ChangeFacts): Refusal | undefined {
  if (facts.sessionState === 'CANCELLED') return Refusal.SESSION_CANCELLED;
  if (facts.state === 'LAPSED') return Refusal.OFFER_OVER;
  if (statesWithoutEffect.includes(facts.state)) return Refusal.BOOKING_NOT_IN_FORCE;
  if (facts.state !== 'OFFERED' || facts.heldUntil === null) return Refusal.NOT_OFFERED;
  return facts.now < facts.heldUntil ? undefined : Refusal.OFFER_OVER;
}

/** What was asked for is decided until the cut-off. */
export function refusalToDecide(facts: ChangeFacts): Refusal | undefined {
  if (facts.sessionState === 'CANCELLED') return Refusal.SESSION_CANCELLED;
  if (facts.state !== 'REQUESTED') return Refusal.NOT_REQUESTED;
  return facts.now < facts.closesAt ? undefined : Refusal.PAST_CUT_OFF;
}

/** What somebody may do to this booking at all, by their duties. */
export interface Hands {
  readonly mayBook: boolean;
  readonly mayCancel: boolean;
  readonly mayCheckIn: boolean;
  readonly mayDecide: boolean;
  readonly isStaff: boolean;
}

/** The moves that would succeed now in these hands: a button that shows is an act that succeeds. */
export function movesOpenTo(facts: ChangeFacts, hands: Hands): BookingMove[] {
  const moves: BookingMove[] = [];
  if (hands.mayCheckIn && !refusalToCheckIn(facts)) moves.push('CHECK_IN');
  if (hands.mayCheckIn && !refusalToUndoCheckIn(facts)) moves.push('UNDO_CHECK_IN');
  if (hands.mayBook && !refusalToAccept(facts)) moves.push('CONFIRM');
  if (hands.mayDecide && !refusalToDecide(facts)) moves.push('CONFIRM', 'DECLINE');
  if (hands.mayCancel && !refusalToCancel(facts, hands)) moves.push('CANCEL');
  return moves;
}
