import type { CentreId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { recordRead } from '../../access/audit/index.js';
import type { Request } from '../../platform/graphql/index.js';
import { arrivalsOf, sessionsWithPlacesOn } from '../bookings/index.js';
import { centreFor } from '../centres/index.js';
import type { Desk } from './desk.type.js';

interface At {
  readonly centreId: CentreId;
  readonly day: PlainDate;
}

export async function desk({ db, viewer, news }: Request, at: At): Promise<Desk> {
  // Before anything is read: what happens in between is heard again rather than missed.
  const cursor = news.cursor();
  const asOf = new Date();
  const centre = await centreFor(db, viewer, 'CHECK_IN', at.centreId);
  const [sessions, bookings] = await Promise.all([sessionsWithPlacesOn(db, at), arrivalsOf(db, viewer, at)]);
  await recordRead(db, viewer, {
    action: 'DESK_SHOWN',
    subjectKind: 'RESIDENT',
    ids: bookings.map(({ beneficiaryId }) => beneficiaryId),
    places: { centreIds: [at.centreId] },
  });
  const sessionOf = new Map(sessions.map((session) => [session.id, session]));
  const arrivals = bookings.map((booking) => {
    const session = sessionOf.get(booking.sessionId);
    return session ? Object.assign(booking, { session }) : booking;
  });
  return { centre, day: at.day, sessions, arrivals, asOf, cursor };
}
