import type { Action, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { CentreId, SessionId } from '@linli/domain/services/centres';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { centreFor } from './managed.js';
import type { Session } from './session.entity.js';

interface Days {
  readonly centreId: CentreId;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const selectSessions = statement<Days, Session>({
  name: 'sessions-of-days',
  text: `
    SELECT * FROM session
    WHERE centre_id = :centreId AND day BETWEEN :from AND :to AND NOT withdrawn
    ORDER BY starts_at, id`,
});

/** The sessions of a centre, cancelled ones too: whoever comes shall read that it is closed, and why. */
export async function sessionsOf(db: Database, viewer: Viewer, days: Days): Promise<Session[]> {
  await centreFor(db, viewer, 'BROWSE_SERVICES', days.centreId);
  return selectSessions(db, days);
}

const selectSession = statement<{ id: SessionId }, Session>({
  name: 'session-by-id',
  text: 'SELECT * FROM session WHERE id = :id',
});

/** For rooms above, who ask for the right themselves. */
export async function sessionById(db: Database, id: SessionId): Promise<Session> {
  const [session] = await selectSession(db, { id });
  if (!session) throw notFound('session');
  return session;
}

const selectByIds = statement<{ ids: readonly SessionId[] }, Session>({
  name: 'sessions-by-ids',
  text: 'SELECT * FROM session WHERE id = ANY (:ids)',
});

export const sessionsByIds = (db: Database, ids: readonly SessionId[]): Promise<Session[]> =>
  selectByIds(db, { ids });

/** A session to which the viewer may do this, at its centre. */
export async function sessionFor(
  db: Database,
  viewer: Viewer,
  action: Action,
  id: SessionId,
): Promise<Session> {
  const session = await sessionById(db, id);
  await centreFor(db, viewer, action, session.centreId);
  return session;
}
