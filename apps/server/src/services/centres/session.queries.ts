import type { SessionId } from '@linli/domain/services/centres';
import type { Database } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { Session } from './session.entity.js';

export async function sessionById(db: Database, id: SessionId): Promise<Session> {
  const session = await db.findOneBy(Session, { id });
  if (!session) throw notFound('session');
  return session;
}
