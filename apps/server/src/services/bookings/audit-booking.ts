import type { Viewer } from '@linli/domain/access';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Booking } from './booking.type.js';

/** What staff decided about a person's booking. Last of the transaction. */
export const auditBooking = (
  tx: Transaction,
  viewer: Viewer,
  { id, ticketNumber, centreId }: Booking,
  action: string,
  detail: Readonly<Record<string, string>> = {},
): Promise<void> =>
  recordAudit(tx, {
    ...{ actor: actorOf(viewer), action, detail },
    subject: { kind: 'BOOKING', id, name: ticketNumber },
    places: { ...placesOf(viewer), centreIds: [centreId] },
  });
