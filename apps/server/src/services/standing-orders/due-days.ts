import type { CentreId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { Texture } from '@linli/domain/organisation/people';
import type { ServiceId, SessionId } from '@linli/domain/services/centres';
import {
  type KnownDay,
  type SessionOfDay,
  sessionToTake,
  type StandingOrder,
  type StandingOrderId,
} from '@linli/domain/services/standing-orders';
import { type Database, statement } from '../../platform/database/index.js';
import { groupBy } from '../centres/index.js';

interface Which {
  /** Null: of all. */
  readonly orderId: StandingOrderId | null;
  readonly day: PlainDate | null;
}

/** An order beside a session that might be taken for one of its days. */
interface Candidate
  extends
    Omit<StandingOrder, 'serviceId' | 'texture'>,
    Omit<KnownDay, 'serviceId' | 'texture'>,
    SessionOfDay {
  readonly orderId: StandingOrderId;
  readonly beneficiaryId: PersonId;
  readonly bookerId: PersonId;
  readonly bookerName: string | null;
  readonly usualServiceId: ServiceId;
  readonly usualTexture: Texture | null;
  readonly dayServiceId: ServiceId | null;
  readonly dayTexture: Texture | null;
  readonly sessionId: SessionId;
  readonly centreId: CentreId;
  readonly day: PlainDate;
  readonly now: Date;
}

export interface DueDay extends Pick<
  Candidate,
  'orderId' | 'beneficiaryId' | 'bookerId' | 'bookerName' | 'day' | 'sessionId' | 'centreId'
> {
  readonly texture: Texture | null;
}

// Narrowed to what can be booked by now: which of it is to be taken, the domain says.
const candidates = statement<Which, Candidate>({
  name: 'candidates-of-standing-orders',
  text: `
    SELECT standing.id AS order_id, standing.beneficiary_id, standing.booker_id, standing.booker_name,
      standing.service_id AS usual_service_id, standing.texture AS usual_texture, standing.weekdays,
      standing.valid_from, standing.valid_to, standing.paused,
      coalesce(known.taken_out, false) AS taken_out, known.service_id AS day_service_id, known.texture AS day_texture,
      known.booking_id, NULL::text AS booking_state, known.refusal,
      session.id AS session_id, session.service_id, session.centre_id, session.day, session.state, session.starts_at,
      session.opens_at, session.closes_at, now() AS now
    FROM standing_order standing
      JOIN session ON session.service_id = ANY (standing.service_id || ARRAY(
          SELECT edited.service_id FROM standing_order_day edited
          WHERE edited.order_id = standing.id AND edited.service_id IS NOT NULL
        ))
        AND session.starts_at > now() AND session.opens_at <= now()
        AND extract(isodow FROM session.day)::int = ANY (standing.weekdays)
      JOIN service ON service.id = session.service_id AND service.active
      LEFT JOIN standing_order_day known ON known.order_id = standing.id AND known.day = session.day
    WHERE (:orderId::uuid IS NULL OR standing.id = :orderId::uuid) AND (:day::date IS NULL OR session.day = :day::date)
      AND (standing.valid_to IS NULL OR session.day <= standing.valid_to) AND known.booking_id IS NULL
    ORDER BY standing.id, session.day, session.starts_at, session.id`,
});

/** The days whose time to be booked has come, each with the session to take. */
export async function dueDays(db: Database, which: Which): Promise<DueDay[]> {
  const rows = await candidates(db, which);
  const byDay = groupBy(rows, ({ orderId, day }) => `${orderId} ${day}`);
  return [...byDay.values()].flatMap((sessions) => {
    const [first] = sessions;
    if (!first) return [];
    const order = { ...first, serviceId: first.usualServiceId, texture: first.usualTexture };
    const known = { ...first, serviceId: first.dayServiceId, texture: first.dayTexture };
    const taken = sessionToTake(order, known, { day: first.day, sessions, now: first.now });
    return taken ? [{ ...taken, texture: taken.dayTexture ?? taken.usualTexture }] : [];
  });
}
