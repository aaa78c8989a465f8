import type { CentreId, Viewer } from '@linli/domain/access';
import { addDays } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import { type BookingId, statesServed } from '@linli/domain/services/bookings';
import type { BookNextVisitInput } from '@linli/domain/services/visits';
import type { Database } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { book, type BookableSession, bookableSessions, type Booking } from '../bookings/index.js';
import { sessionById } from '../centres/index.js';
import { visitToChange } from './visits.queries.js';

/** How far ahead is spoken of at the door. */
const DAYS_AHEAD = 28;

/**
 * Who goes to people's homes may book nothing by themselves. For this one person and this one service they speak for
 * the centre, whose name it is booked in.
 */
const asTheCentre = (viewer: Viewer, centreId: CentreId): Viewer => ({
  ...viewer,
  duties: [{ role: 'CENTRE_STAFF', areaId: null, organisationId: null, centreId }],
});

/** What could be the next visit of the same service for the same person. */
export async function nextVisits(db: Database, viewer: Viewer, id: BookingId): Promise<BookableSession[]> {
  const { centreId, serviceId, residentId, day } = await visitToChange(db, viewer, id);
  return bookableSessions(db, asTheCentre(viewer, centreId), {
    ...{ centreId, serviceId, beneficiaryId: residentId },
    ...{ from: addDays(day, 1), to: addDays(day, DAYS_AHEAD) },
  });
}

/** Agreed at the door, once somebody was let in. */
export async function bookNextVisit(
  db: Database,
  viewer: Viewer,
  { id, after, sessionId }: BookNextVisitInput,
): Promise<Booking | Refused> {
  const { centreId, serviceId, residentId: beneficiaryId, state } = await visitToChange(db, viewer, after);
  if (!statesServed.includes(state)) return new Refused(Refusal.NOT_CHECKED_IN);
  const session = await sessionById(db, sessionId);
  if (session.serviceId !== serviceId) return new Refused(Refusal.NOT_THE_SAME_KIND);
  const wish = { id, sessionId, beneficiaryId, channel: 'COUNTER' as const };
  return book(db, asTheCentre(viewer, centreId), wish);
}
