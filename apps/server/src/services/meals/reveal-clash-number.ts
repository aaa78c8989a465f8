import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { RevealClashNumberInput } from '@linli/domain/services/meals';
import { type NumberToCall, numberToCall } from '../../organisation/people/index.js';
import { type Database, transaction } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { allergyToSign } from '../bookings/index.js';
import { centreFor } from '../centres/index.js';
import { openClashOf } from './allergy-clashes.js';

/** The number of whom a changed menu could harm, as long as nobody has signed for it; that it was shown is on record. */
export const revealClashNumber = (
  db: Database,
  { viewer, dataKey }: { readonly viewer: Viewer; readonly dataKey: Buffer },
  { bookingId }: RevealClashNumberInput,
): Promise<NumberToCall | Refused> =>
  transaction(db, async (tx) => {
    const booking = await allergyToSign(tx, bookingId);
    if (!booking) throw notFound('booking');
    const { centreId, beneficiaryId: residentId } = booking;
    await centreFor(tx, viewer, 'BOOK_AT_COUNTER', centreId);
    if (!(await openClashOf(tx, bookingId, centreId))) return new Refused(Refusal.NO_ALLERGY_CLASH);
    return numberToCall(tx, { viewer, dataKey, residentId, centreId, why: 'ALLERGY_CLASH' });
  });
