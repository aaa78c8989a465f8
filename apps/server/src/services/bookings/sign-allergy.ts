import type { CentreId, PersonId, Viewer } from '@linli/domain/access';
import type { BookingId, BookingState } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { statement, type Transaction } from '../../platform/database/index.js';

interface ToSign {
  readonly beneficiaryId: PersonId;
  readonly id: BookingId;
  readonly sessionId: SessionId;
  readonly centreId: CentreId;
  readonly ticketNumber: string;
  readonly state: BookingState;
  readonly endsAt: Date;
  readonly now: Date;
}

// The place before the booking, as everyone who changes one.
const lock = statement<{ id: BookingId }, ToSign>({
  name: 'allergy-to-sign',
  text: `
    WITH place AS MATERIALIZED (
      SELECT session_id FROM session_places
      WHERE session_id = (SELECT booking.session_id FROM booking WHERE id = :id)
      FOR NO KEY UPDATE
    )
    SELECT booking.id, booking.beneficiary_id, booking.session_id, session.centre_id, booking.ticket_number, booking.state, session.ends_at,
      now() AS now
    FROM place
      JOIN booking ON booking.session_id = place.session_id
      JOIN session ON session.id = booking.session_id
    WHERE booking.id = :id
    FOR NO KEY UPDATE OF booking`,
});

// Rooms above that write slips learn from the setting who it was.
const sayWho = statement<{ name: string }, never>({
  name: 'say-who-changes',
  text: `SELECT set_config('linli.by', :name, true)`,
});

const sign = statement<{ id: BookingId }, never>({
  name: 'sign-allergy',
  text: 'UPDATE booking SET allergy_overridden = true WHERE id = :id AND NOT allergy_overridden',
});

/** A booking about whose allergies somebody decides: it waits for nobody else then. */
export const allergyToSign = async (tx: Transaction, id: BookingId): Promise<ToSign | undefined> =>
  (await lock(tx, { id }))[0];

/** Somebody took it on their name that the clashing dishes will be replaced. */
export const signAllergy = async (tx: Transaction, id: BookingId, { name }: Viewer): Promise<void> => {
  await sayWho(tx, { name });
  await sign(tx, { id });
};
