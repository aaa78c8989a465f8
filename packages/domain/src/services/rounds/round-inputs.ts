import { z } from 'zod';
import { personId } from '../../access/index.js';
import { line } from '../../base/index.js';
import { bookingId } from '../bookings/index.js';
import { sessionId } from '../centres/index.js';
import { DeliveryOutcome, HandedTo, markId } from './delivery-mark.js';
import { roundId } from './round.js';

const STOPS_AT_MOST = 200;
const ROUNDS_AT_MOST = 40;
const MARKS_AT_MOST = 300;

/** `version`: of the arrangement that was seen; somebody else's later change is not overwritten unseen. */
const version = z.int().min(0);

export const planRoundsInput = z.object({
  sessionId,
  version,
  mealsAtMost: z.int().min(1).max(60).nullish(),
  minutesAtMost: z.int().min(10).max(180).nullish(),
});
export type PlanRoundsInput = z.infer<typeof planRoundsInput>;

const roundInput = z.object({
  id: roundId,
  carrierId: personId.nullish(),
  bookingIds: z.array(bookingId).max(STOPS_AT_MOST),
});

/**
 * The whole arrangement of a session as it was put together by hand: who rides, which doors, in which order. Splitting,
 * joining and moving are all this. What stands in no round is in none; a round that is out keeps its stops.
 */
export const arrangeRoundsInput = z.object({
  sessionId,
  version,
  rounds: z.array(roundInput).max(ROUNDS_AT_MOST).refine(namesEachOnce, { message: 'NAMED_TWICE' }),
});
export type ArrangeRoundsInput = z.infer<typeof arrangeRoundsInput>;

function namesEachOnce(rounds: readonly z.infer<typeof roundInput>[]): boolean {
  const bookings = rounds.flatMap(({ bookingIds }) => bookingIds);
  const ids = rounds.map(({ id }) => id);
  return new Set(bookings).size === bookings.length && new Set(ids).size === ids.length;
}

export const startRoundInput = z.object({ id: roundId });
export type StartRoundInput = z.infer<typeof startRoundInput>;

export const endRoundInput = z.object({ id: roundId });
export type EndRoundInput = z.infer<typeof endRoundInput>;

const markInput = z.object({
  id: markId,
  bookingId,
  outcome: z.enum(DeliveryOutcome),
  handedTo: z.enum(HandedTo).nullish(),
  note: line(200).nullish(),
  /** By the phone's clock. */
  at: z.coerce.date(),
});
export type MarkInput = z.infer<typeof markInput>;

/** What a phone kept while it had no network. Sending it again, from one phone or two, changes nothing more. */
export const syncMarksInput = z.object({
  roundId,
  /** By the phone's clock, now. */
  sentAt: z.coerce.date(),
  marks: z.array(markInput).min(1).max(MARKS_AT_MOST),
});
export type SyncMarksInput = z.infer<typeof syncMarksInput>;
