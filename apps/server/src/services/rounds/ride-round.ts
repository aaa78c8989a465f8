import type { Viewer } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import {
  type EndRoundInput,
  refusalToEnd,
  refusalToStart,
  type RoundId,
  type StartRoundInput,
} from '@linli/domain/services/rounds';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { missDeliveries } from '../bookings/index.js';
import { refusalToSetOutWith } from '../food-safety/index.js';
import { type Asking, roundOfSession } from './delivery-plan.js';
import { type DeliverySession, ordersOf, roundFor, type RoundRow } from './rounds.queries.js';
import type { DeliveryRound } from './rounds.type.js';

const markStarted = statement<{ id: RoundId; byName: string }, never>({
  name: 'start-delivery-round',
  text: `UPDATE delivery_round SET state = 'OUT', started_at = now(), starter_name = :byName WHERE id = :id`,
});

const markEnded = statement<{ id: RoundId; byName: string }, never>({
  name: 'end-delivery-round',
  text: `UPDATE delivery_round SET state = 'BACK', ended_at = now(), ender_name = :byName WHERE id = :id`,
});

interface Riding {
  readonly tx: Transaction;
  readonly viewer: Viewer;
  readonly round: RoundRow;
  readonly session: DeliverySession;
}

const ride = (
  db: Database,
  { viewer, dataKey }: Asking,
  id: RoundId,
  act: (riding: Riding) => Promise<Refused | null>,
): Promise<DeliveryRound | Refused> =>
  transaction(db, async (tx) => {
    const { round, session } = await roundFor(tx, viewer, id);
    const refused = await act({ tx, viewer, round, session });
    if (refused) return refused;
    await recordEvent(tx, {
      name: 'rounds.changed',
      subjectId: session.centreId,
      payload: { roundId: id, sessionId: session.id },
    });
    const now = await roundFor(tx, viewer, id);
    return roundOfSession(tx, dataKey, now.session, now.round);
  });

/** The bicycle leaves. Leaving twice is leaving once. */
export const startRound = (
  db: Database,
  asking: Asking,
  { id }: StartRoundInput,
): Promise<DeliveryRound | Refused> =>
  ride(db, asking, id, async ({ tx, viewer, round, session }) => {
    if (round.state === 'OUT') return null;
    const { centreId, day, meal } = session;
    const stops = (await ordersOf(tx, session.id)).filter(({ roundId, stands }) => roundId === id && stands);
    const refusal =
      refusalToStart({
        state: round.state,
        hasCarrier: round.carrierId !== null,
        stops: stops.length,
        isToday: plainDateOf(session.now) === day,
      }) ?? (await refusalToSetOutWith(tx, { centreId, day, meal }));
    if (refusal) return new Refused(refusal);
    await markStarted(tx, { id, byName: viewer.name });
    return null;
  });

/** The bicycle is back, each door with an outcome: a meal that nobody took is a booking that was missed. */
export const endRound = (
  db: Database,
  asking: Asking,
  { id }: EndRoundInput,
): Promise<DeliveryRound | Refused> =>
  ride(db, asking, id, async ({ tx, viewer, round, session }) => {
    if (round.state === 'BACK') return null;
    const mine = (await ordersOf(tx, session.id)).filter(({ roundId, stands }) => roundId === id && stands);
    const open = mine.filter(({ mark }) => mark === null).length;
    const refusal = refusalToEnd({ state: round.state, open });
    if (refusal) return new Refused(refusal, refusal === Refusal.STOPS_STILL_OPEN ? { open } : {});
    await markEnded(tx, { id, byName: viewer.name });
    const missed = mine.filter(({ mark }) => mark?.outcome !== 'DELIVERED');
    await missDeliveries(
      tx,
      missed.map(({ bookingId }) => bookingId),
    );
    return null;
  });
