import type { PlainDate } from '@linli/domain/base';
import type { CentreId, SessionId } from '@linli/domain/services/centres';
import { type Database, statement } from '../../platform/database/index.js';
import { batched, notFound, type Request } from '../../platform/graphql/index.js';
import type { Session } from '../centres/index.js';
import type { SessionWithPlaces } from './bookable-session.type.js';

export interface Places {
  readonly taken: number;
  readonly checkedIn: number;
  readonly waiting: number;
}

const placesOfSessions = statement<{ ids: readonly SessionId[] }, Places & { sessionId: SessionId }>({
  name: 'places-of-sessions',
  text: 'SELECT session_id, taken, checked_in, waiting FROM session_places WHERE session_id = ANY (:ids::uuid[])',
});

const loadPlaces = batched(
  ({ db }, ids: readonly SessionId[]) => placesOfSessions(db, { ids }),
  (rows, id): Places =>
    rows.find(({ sessionId }) => sessionId === id) ?? { taken: 0, checkedIn: 0, waiting: 0 },
);

/** How many places are taken, and by how many who came; a session that was read with its places brings them along. */
export function placesOf(request: Request, session: Session | SessionWithPlaces): Promise<Places> {
  return 'taken' in session ? Promise.resolve(session) : loadPlaces(request, session.id);
}

const sessionsWithPlaces = statement<{ ids: readonly SessionId[] }, SessionWithPlaces>({
  name: 'sessions-with-places',
  text: `
    SELECT session.*, taken, checked_in, waiting
    FROM session JOIN session_places ON session_id = session.id
    WHERE session.id = ANY (:ids::uuid[])`,
});

const loadSession = batched(
  ({ db }, ids: readonly SessionId[]) => sessionsWithPlaces(db, { ids }),
  (rows, id) => rows.find((row) => row.id === id),
);

const sessionsOfDay = statement<{ centreId: CentreId; day: PlainDate }, SessionWithPlaces>({
  name: 'sessions-of-day-with-places',
  text: `
    SELECT session.*, taken, checked_in, waiting
    FROM session JOIN session_places ON session_id = session.id
    WHERE session.centre_id = :centreId AND session.day = :day AND NOT session.withdrawn
    ORDER BY session.starts_at, session.id`,
});

/** A day of a centre, with its counters; whoever asks has asked for the right to. */
export const sessionsWithPlacesOn = (
  db: Database,
  at: { readonly centreId: CentreId; readonly day: PlainDate },
): Promise<SessionWithPlaces[]> => sessionsOfDay(db, at);

/** The session of a booking. */
export async function sessionOf(request: Request, id: SessionId): Promise<Session> {
  const session = await loadSession(request, id);
  if (!session) throw notFound('session');
  return session;
}

const visits = statement<{ ids: readonly SessionId[] }, { id: SessionId }>({
  name: 'visits-among-sessions',
  text: `
    SELECT session.id FROM session JOIN service ON service.id = session.service_id
    WHERE session.id = ANY (:ids::uuid[]) AND service.at_home`,
});

/** Of these sessions those in which somebody comes to the door. */
export const visitsAmong = (db: Database, ids: readonly SessionId[]): Promise<{ id: SessionId }[]> =>
  visits(db, { ids });

/** Whether somebody comes to the door. */
export const isVisit = batched(
  ({ db }, ids: readonly SessionId[]) => visitsAmong(db, ids),
  (rows, id) => rows.some((row) => row.id === id),
);
