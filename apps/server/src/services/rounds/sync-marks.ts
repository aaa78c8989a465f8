import type { PersonId } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { BookingId } from '@linli/domain/services/bookings';
import {
  type DeliveryMark as MarkFacts,
  DeliveryOutcome,
  type HandedTo,
  type MarkId,
  type MarkInput,
  type RoundId,
  standingMark,
  type SyncMarksInput,
  trueTime,
} from '@linli/domain/services/rounds';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { completeDeliveries } from '../bookings/index.js';
import { mealHandedOver, openWelfareCheck } from '../welfare/index.js';
import { type Asking, roundOfSession } from './delivery-plan.js';
import { type DeliverySession, roundFor } from './rounds.queries.js';
import type { SyncedMarks } from './rounds.type.js';

interface Stop {
  readonly bookingId: BookingId;
  readonly residentId: PersonId;
}

// In one order: two phones that send the same doors never wait for each other in a circle.
const stopsToMark = statement<{ roundId: RoundId; ids: readonly BookingId[] }, Stop>({
  name: 'delivery-stops-to-mark',
  text: `
    SELECT stop.booking_id, booking.beneficiary_id AS resident_id
    FROM delivery_stop stop JOIN booking ON booking.id = stop.booking_id
    WHERE stop.round_id = :roundId AND stop.booking_id = ANY (:ids::uuid[])
    ORDER BY stop.booking_id FOR NO KEY UPDATE OF stop`,
});

interface Row {
  readonly id: MarkId;
  readonly bookingId: BookingId;
  readonly outcome: DeliveryOutcome;
  readonly handedTo: HandedTo | null;
  readonly note: string | null;
  readonly at: Date;
  readonly saidAt: Date;
  readonly corrected: boolean;
  readonly by: PersonId;
  readonly byName: string;
}

const insertMark = statement<Row, never>({
  name: 'insert-delivery-mark',
  text: `
    INSERT INTO delivery_mark (id, booking_id, outcome, handed_to, note, at, said_at, corrected, by, by_name)
    VALUES (:id, :bookingId, :outcome, :handedTo, :note, :at, :saidAt, :corrected, :by, :byName)
    ON CONFLICT (id) DO NOTHING`,
});

type KnownMark = MarkFacts & Pick<Row, 'bookingId' | 'byName'> & { readonly stands: boolean };

const marksOf = statement<{ ids: readonly BookingId[] }, KnownMark>({
  name: 'delivery-marks',
  text: `
    SELECT id, booking_id, outcome, at, by_name, stands FROM delivery_mark
    WHERE booking_id = ANY (:ids::uuid[]) ORDER BY booking_id, at, id`,
});

const unstand = statement<{ bookingId: BookingId }, never>({
  name: 'unstand-delivery-mark',
  text: 'UPDATE delivery_mark SET stands = false WHERE booking_id = :bookingId AND stands',
});

const stand = statement<{ id: string }, never>({
  name: 'stand-delivery-mark',
  text: 'UPDATE delivery_mark SET stands = true WHERE id = :id',
});

/** What a mark that counts now does beyond itself. */
async function follow(
  tx: Transaction,
  { viewer }: Asking,
  session: DeliverySession,
  { bookingId, residentId }: Stop,
  mark: KnownMark,
): Promise<void> {
  if (mark.outcome === 'DELIVERED') {
    await completeDeliveries(tx, [bookingId]);
    await mealHandedOver(tx, viewer, bookingId);
  }
  if (mark.outcome !== 'NOBODY_OPENED') return;
  const { centreId } = session;
  await openWelfareCheck(tx, { residentId, centreId, bookingId, openedAt: mark.at, openerName: mark.byName });
}

async function settle(
  tx: Transaction,
  asking: Asking,
  session: DeliverySession,
  stops: readonly Stop[],
): Promise<readonly KnownMark[]> {
  const marks = await marksOf(tx, { ids: stops.map(({ bookingId }) => bookingId) });
  const counting: KnownMark[] = [];
  for (const stop of stops) {
    const mine = marks.filter(({ bookingId }) => bookingId === stop.bookingId);
    const counts = standingMark(mine);
    if (!counts) continue;
    counting.push(counts);
    if (counts.stands) continue;
    await unstand(tx, { bookingId: stop.bookingId });
    await stand(tx, { id: counts.id });
    await follow(tx, asking, session, stop, counts);
  }
  return counting;
}

/** What a phone kept while it had no network: sent twice, by two phones, in any order, the same stands. */
export const syncMarks = (
  db: Database,
  asking: Asking,
  { roundId, sentAt, marks }: SyncMarksInput,
): Promise<SyncedMarks | Refused> =>
  transaction(db, async (tx) => {
    const { viewer, dataKey } = asking;
    const { round, session } = await roundFor(tx, viewer, roundId);
    if (round.startedAt === null) return new Refused(Refusal.ROUND_NOT_OUT);
    const stops = await stopsToMark(tx, { roundId, ids: marks.map(({ bookingId }) => bookingId) });
    const isHere = ({ bookingId }: MarkInput): boolean => stops.some((stop) => stop.bookingId === bookingId);
    const here = marks.filter(isHere);
    const times = { sentAt, receivedAt: session.now, notBefore: round.startedAt };
    for (const { at: saidAt, handedTo = null, note = null, ...mark } of here) {
      const time = trueTime({ ...times, at: saidAt });
      const by = { by: viewer.personId, byName: viewer.name };
      await insertMark(tx, { ...mark, ...time, ...by, saidAt, handedTo, note });
    }
    const counting = await settle(tx, asking, session, stops);
    await recordEvent(tx, {
      name: 'rounds.marked',
      subjectId: session.centreId,
      payload: { roundId, sessionId: session.id },
    });
    const counts = new Set(counting.map(({ id }) => id));
    return {
      kept: here.map(({ id }) => id),
      unknown: marks.filter((mark) => !isHere(mark)).map(({ id }) => id),
      outweighed: here.map(({ id }) => id).filter((id) => !counts.has(id)),
      round: await roundOfSession(tx, dataKey, session, round),
    };
  });
