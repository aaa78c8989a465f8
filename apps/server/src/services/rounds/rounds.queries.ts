import {
  can,
  type Action,
  type AreaId,
  type CentreId,
  type PersonId,
  type Viewer,
} from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { Allergen, Texture } from '@linli/domain/organisation/people';
import { type BookingId, statesGiven } from '@linli/domain/services/bookings';
import type { Meal, SessionId } from '@linli/domain/services/centres';
import type { RoundId, RoundState } from '@linli/domain/services/rounds';
import { homeAddress, joinHome } from '../../organisation/people/index.js';
import { type Database, literals, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { Carrier, DeliveryMark } from './rounds.type.js';

/** A session whose meals are brought to the door, and where they are cooked. */
export interface DeliverySession {
  readonly id: SessionId;
  readonly version: number;
  readonly centreId: CentreId;
  readonly centreLineage: AreaId[] | null;
  readonly day: PlainDate;
  readonly meal: Meal;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly now: Date;
}

const sessionColumns = `
  session.id, coalesce(plan.version, 0) AS version, session.centre_id, centre_area.lineage AS centre_lineage,
  session.day, service.meal, session.starts_at, session.ends_at, centre.latitude, centre.longitude, now() AS now
  FROM session
    JOIN service ON service.id = session.service_id AND service.way = 'DELIVERY'
    JOIN centre ON centre.id = session.centre_id
    LEFT JOIN area centre_area ON centre_area.id = centre.area_id
    LEFT JOIN delivery_plan plan ON plan.session_id = session.id`;

const oneSession = statement<{ id: SessionId }, DeliverySession>({
  name: 'delivery-session',
  text: `SELECT ${sessionColumns} WHERE session.id = :id`,
});

const sessionsOfDay = statement<{ centreId: CentreId; day: PlainDate }, DeliverySession>({
  name: 'delivery-sessions-of-day',
  text: `
    SELECT ${sessionColumns}
    WHERE session.centre_id = :centreId AND session.day = :day AND NOT session.withdrawn
    ORDER BY session.starts_at, session.id`,
});

export const deliverySessionsOn = (
  db: Database,
  at: { readonly centreId: CentreId; readonly day: PlainDate },
): Promise<DeliverySession[]> => sessionsOfDay(db, at);

export async function deliverySession(
  db: Database,
  viewer: Viewer,
  action: Action,
  id: SessionId,
): Promise<DeliverySession> {
  const [session] = await oneSession(db, { id });
  const target = session && { centreId: session.centreId, areaLineage: session.centreLineage ?? [] };
  if (!target || !can(viewer, action, target)) throw notFound('session');
  return session;
}

/** An order to be brought, with where and in which round. */
export interface OrderRow {
  readonly bookingId: BookingId;
  readonly residentId: PersonId;
  readonly ticketNumber: string;
  readonly name: string;
  readonly building: string | null;
  readonly texture: Texture;
  readonly allergies: Allergen[];
  readonly stands: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly home: string | null;
  readonly roundId: RoundId | null;
  readonly position: number | null;
  readonly mark: (Omit<DeliveryMark, 'at'> & { readonly at: string }) | null;
}

// What is cooked is brought, not what is only asked for or offered. The nearest place above the home that is on the map:
// the building's own, or its estate's.
const ordersOfSession = statement<{ id: SessionId }, OrderRow>({
  name: 'delivery-orders',
  text: `
    SELECT booking.id AS booking_id, resident.id AS resident_id, booking.ticket_number,
      resident.name, ${homeAddress} AS building,
      coalesce(booking.texture, resident.texture) AS texture, resident.allergies,
      booking.state IN (${literals(statesGiven)}) AS stands,
      place.latitude, place.longitude, home.code AS home, stop.round_id, stop.position,
      CASE WHEN mark.id IS NOT NULL THEN jsonb_build_object('id', mark.id, 'outcome', mark.outcome,
        'handedTo', mark.handed_to, 'note', mark.note, 'at', mark.at, 'corrected', mark.corrected,
        'byName', mark.by_name) END AS mark
    FROM booking
      JOIN resident ON resident.id = booking.beneficiary_id
      ${joinHome}
      LEFT JOIN LATERAL (
        SELECT latitude, longitude FROM area_position
        WHERE area_id = ANY (home.lineage)
        ORDER BY array_position(home.lineage, area_id) DESC LIMIT 1
      ) place ON true
      LEFT JOIN delivery_stop stop ON stop.booking_id = booking.id
      LEFT JOIN delivery_mark mark ON mark.booking_id = booking.id AND mark.stands
    WHERE booking.session_id = :id AND (booking.state IN (${literals(statesGiven)}) OR stop.round_id IS NOT NULL)
    ORDER BY home.code, booking.ticket_number`,
});

export interface RoundRow {
  readonly id: RoundId;
  readonly sessionId: SessionId;
  readonly number: number;
  readonly state: RoundState;
  readonly carrierId: PersonId | null;
  readonly carrierName: string | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

const roundColumns = `
  delivery_round.id, session_id, number, state, carrier_id, account.name AS carrier_name, started_at, ended_at
  FROM delivery_round LEFT JOIN account ON account.id = carrier_id`;

const roundsOfSession = statement<{ id: SessionId }, RoundRow>({
  name: 'delivery-rounds',
  text: `SELECT ${roundColumns} WHERE session_id = :id ORDER BY number`,
});

export const ordersOf = (db: Database, id: SessionId): Promise<OrderRow[]> => ordersOfSession(db, { id });
export const roundsOf = (db: Database, id: SessionId): Promise<RoundRow[]> => roundsOfSession(db, { id });

const roundToChange = statement<{ id: RoundId }, RoundRow>({
  name: 'delivery-round-to-change',
  text: `SELECT ${roundColumns} WHERE delivery_round.id = :id FOR NO KEY UPDATE OF delivery_round`,
});

export async function roundFor(
  db: Database,
  viewer: Viewer,
  id: RoundId,
): Promise<{ readonly round: RoundRow; readonly session: DeliverySession }> {
  const [round] = await roundToChange(db, { id });
  if (!round) throw notFound('round');
  return { round, session: await deliverySession(db, viewer, 'DELIVER', round.sessionId) };
}

const carriersOfCentre = statement<{ centreId: CentreId }, Carrier>({
  name: 'delivery-carriers',
  text: `
    SELECT account.id, account.name FROM account
    WHERE account.disabled_at IS NULL AND EXISTS (
      SELECT FROM duty
      WHERE duty.account_id = account.id AND duty.centre_id = :centreId
        AND duty.role IN ('DELIVERY_VOLUNTEER', 'CENTRE_STAFF')
        AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN duty.valid_from AND coalesce(duty.valid_to, 'infinity'))
    ORDER BY account.name, account.id`,
});

export const carriersOf = (db: Database, centreId: CentreId): Promise<Carrier[]> =>
  carriersOfCentre(db, { centreId });
