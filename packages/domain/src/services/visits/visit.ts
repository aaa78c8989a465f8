import { z } from 'zod';
import { type EnumOf, enumOf, line, plainDateOf } from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';
import {
  bookingId,
  type BookingMove,
  type BookingState,
  type ChangeFacts,
  refusalToCheckIn,
} from '../bookings/index.js';
import { sessionId } from '../centres/index.js';

/** 已服務, 無人應門, 拒絕服務. */
export const VisitOutcome = enumOf('DONE', 'NOBODY_OPENED', 'REFUSED');
export type VisitOutcome = EnumOf<typeof VisitOutcome>;

/** From which state of the booking a visit ends so, and by which move. Whoever was let in has arrived; a shut door has not. */
export const visitEnds = {
  DONE: { CHECKED_IN: 'COMPLETE' },
  NOBODY_OPENED: { CONFIRMED: 'MISS' },
  REFUSED: { CONFIRMED: 'MISS', CHECKED_IN: 'COMPLETE' },
} as const satisfies Record<VisitOutcome, Partial<Record<BookingState, BookingMove>>>;

export const moveToEnd = (outcome: VisitOutcome, state: BookingState): BookingMove | undefined =>
  (visitEnds[outcome] as Partial<Record<BookingState, BookingMove>>)[state];

/** A visit at one moment: its booking, and how it ended, if it has. */
export type VisitFacts = Pick<ChangeFacts, 'now' | 'day' | 'state' | 'sessionState'> & {
  readonly outcome: VisitOutcome | null;
};

/** On the day of the visit, at the door: early or late is for a person to judge. */
export const refusalToSignIn = (facts: VisitFacts & ChangeFacts): Refusal | undefined =>
  facts.outcome === null ? refusalToCheckIn(facts) : Refusal.VISIT_ENDED;

export function refusalToEndVisit(facts: VisitFacts, outcome: VisitOutcome): Refusal | undefined {
  const { state, sessionState, now, day } = facts;
  if (facts.outcome !== null) return Refusal.VISIT_ENDED;
  if (sessionState === 'CANCELLED') return Refusal.SESSION_CANCELLED;
  if (plainDateOf(now) !== day) return Refusal.NOT_TODAY;
  if (moveToEnd(outcome, state)) return undefined;
  if (state === 'CONFIRMED') return Refusal.NOT_CHECKED_IN;
  return state === 'CHECKED_IN' ? Refusal.ALREADY_CHECKED_IN : Refusal.BOOKING_NOT_IN_FORCE;
}

/** What the worker may do now: a button that shows is an act that succeeds. */
export const VisitAct = enumOf('SIGN_IN', 'DONE', 'NOBODY_OPENED', 'REFUSED');
export type VisitAct = EnumOf<typeof VisitAct>;

export const actsOpenTo = (facts: VisitFacts & ChangeFacts): VisitAct[] => [
  ...(refusalToSignIn(facts) ? [] : (['SIGN_IN'] as const)),
  ...Object.values(VisitOutcome).filter((outcome) => !refusalToEndVisit(facts, outcome)),
];

/** The digits of the last number but the first: 2單元401 is 2單元4**. Enough to know one's own door, too little to find it. */
export function maskedDoor(door: string): string {
  const last = /\d+(?=\D*$)/.exec(door);
  if (!last) return `${door.slice(0, 1)}${'*'.repeat(Math.max(1, door.length - 1))}`;
  const number = last[0];
  const masked = number.length === 1 ? '*' : `${number.slice(0, 1)}${'*'.repeat(number.length - 1)}`;
  return `${door.slice(0, last.index)}${masked}${door.slice(last.index + number.length)}`;
}

export const signInVisitInput = z.object({ bookingId });
export type SignInVisitInput = z.infer<typeof signInVisitInput>;

/** Signs out, or says that it came to nothing. Who refused is asked why. */
export const endVisitInput = z
  .object({ bookingId, outcome: z.enum(VisitOutcome), note: line(200).nullish() })
  .refine(({ outcome, note }) => outcome !== 'REFUSED' || note != null, {
    path: ['note'],
    message: 'REFUSED_WITHOUT_NOTE',
  });
export type EndVisitInput = z.infer<typeof endVisitInput>;

/** The next one, agreed at the door: of the same service, for the same person. The client makes its id. */
export const bookNextVisitInput = z.object({ id: bookingId, after: bookingId, sessionId });
export type BookNextVisitInput = z.infer<typeof bookNextVisitInput>;
