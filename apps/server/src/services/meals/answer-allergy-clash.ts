import type { PersonId, Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import { type BookingId, statesStillToCome } from '@linli/domain/services/bookings';
import type { AllergyAnswerId, AnswerAllergyClashInput } from '@linli/domain/services/meals';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { allergyToSign, signAllergy } from '../bookings/index.js';
import { centreFor } from '../centres/index.js';
import { openClashOf } from './allergy-clashes.js';
import type { AllergyAnswer } from './allergy.type.js';

interface Row {
  readonly id: AllergyAnswerId;
  readonly bookingId: BookingId;
  readonly dishes: readonly string[];
  readonly note: string;
  readonly byId: PersonId;
  readonly byName: string;
}

const insertAnswer = statement<Row, AllergyAnswer>({
  name: 'insert-allergy-answer',
  text: `
    INSERT INTO allergy_answer (id, booking_id, dishes, note, by_id, by_name)
    VALUES (:id, :bookingId, :dishes::text[], :note, :byId, :byName)
    RETURNING id, booking_id, dishes, note, at, by_name`,
});

const answerById = statement<{ id: AllergyAnswerId }, AllergyAnswer>({
  name: 'allergy-answer-by-id',
  text: 'SELECT id, booking_id, dishes, note, at, by_name FROM allergy_answer WHERE id = :id',
});

/** Staff take the clash on their name; the kitchen hears of it by the sheet, or by a slip when that is frozen. */
export const answerAllergyClash = (
  db: Database,
  viewer: Viewer,
  input: AnswerAllergyClashInput,
): Promise<AllergyAnswer | Refused> => transaction(db, (tx) => answerInside(tx, viewer, input));

async function answerInside(
  tx: Transaction,
  viewer: Viewer,
  input: AnswerAllergyClashInput,
): Promise<AllergyAnswer | Refused> {
  const { id, bookingId, note } = input;
  const booking = await allergyToSign(tx, bookingId);
  if (!booking) throw notFound('booking');
  await centreFor(tx, viewer, 'BOOK_AT_COUNTER', booking.centreId);
  const [earlier] = await answerById(tx, { id });
  if (earlier) {
    return earlier.bookingId === bookingId && earlier.note === note ? earlier : new Refused(Refusal.CONFLICT);
  }
  if (!statesStillToCome.includes(booking.state)) return new Refused(Refusal.BOOKING_NOT_IN_FORCE);
  if (booking.now >= booking.endsAt) return new Refused(Refusal.SESSION_OVER);
  const clash = await openClashOf(tx, bookingId, booking.centreId);
  if (!clash) return new Refused(Refusal.NO_ALLERGY_CLASH);

  const { dishes, allergens } = clash;
  await signAllergy(tx, bookingId, viewer);
  const signed = { byId: viewer.personId, byName: viewer.name };
  const [answer] = await insertAnswer(tx, { id, bookingId, dishes, note, ...signed });
  if (!answer) return new Refused(Refusal.CONFLICT);
  await recordAudit(tx, {
    ...{ actor: actorOf(viewer), action: 'ALLERGY_OVERRIDDEN' },
    subject: { kind: 'BOOKING', id: bookingId, name: booking.ticketNumber },
    detail: { dishes, allergens, note },
    places: { ...placesOf(viewer), centreIds: [booking.centreId] },
  });
  return answer;
}
