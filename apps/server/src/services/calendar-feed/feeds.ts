import { createHash, randomBytes } from 'node:crypto';
import type { PersonId, Viewer } from '@linli/domain/access';
import type { CalendarFeedId } from '@linli/domain/notices';
import { Refusal } from '@linli/domain/refusals';
import {
  type Database,
  isUniqueViolation,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import type { CalendarFeed } from './calendar-feed.type.js';

type Row = Omit<CalendarFeed, 'path'> & { readonly residentId: PersonId };
const COLUMNS = 'id, resident_id, made_at, revoked_at';

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const feedOf = statement<{ residentId: PersonId }, Row>({
  name: 'calendar-feed-of',
  text: `SELECT ${COLUMNS} FROM calendar_feed WHERE resident_id = :residentId AND revoked_at IS NULL`,
});

// Whoever makes or takes back one's address waits for the other.
const lockResident = statement<{ residentId: PersonId }, object>({
  name: 'lock-resident-for-feed',
  text: 'SELECT FROM resident WHERE id = :residentId FOR NO KEY UPDATE',
});

const feedById = statement<{ id: CalendarFeedId }, Row>({
  name: 'calendar-feed-by-id',
  text: `SELECT ${COLUMNS} FROM calendar_feed WHERE id = :id`,
});

const endOthers = statement<{ residentId: PersonId; id: CalendarFeedId }, never>({
  name: 'end-other-calendar-feeds',
  text: `
    UPDATE calendar_feed SET revoked_at = now()
    WHERE resident_id = :residentId AND id <> :id AND revoked_at IS NULL`,
});

const putFeed = statement<{ id: CalendarFeedId; residentId: PersonId; tokenHash: Buffer }, Row>({
  name: 'put-calendar-feed',
  text: `
    INSERT INTO calendar_feed (id, resident_id, token_hash) VALUES (:id, :residentId, :tokenHash)
    ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash, made_at = now()
      WHERE calendar_feed.resident_id = excluded.resident_id AND calendar_feed.revoked_at IS NULL
    RETURNING ${COLUMNS}`,
});

const endFeed = statement<{ id: CalendarFeedId }, Row>({
  name: 'end-calendar-feed',
  text: `
    UPDATE calendar_feed SET revoked_at = coalesce(revoked_at, now()) WHERE id = :id
    RETURNING ${COLUMNS}`,
});

const shown = ({ id, madeAt, revokedAt }: Row, path: string | null = null): CalendarFeed => ({
  ...{ id, madeAt, revokedAt, path },
});

/** The one that is in force. */
export async function calendarFeedOf(db: Database, { personId }: Viewer): Promise<CalendarFeed | null> {
  const [row] = await feedOf(db, { residentId: personId });
  return row ? shown(row) : null;
}

/** A new address; the one before is void at once. The same id again, whose answer was lost, is a new address too. */
export const makeCalendarFeed = (
  db: Database,
  { personId: residentId }: Viewer,
  id: CalendarFeedId,
): Promise<CalendarFeed | Refused> =>
  transaction(db, async (tx) => {
    await residentOnly(tx, residentId);
    await endOthers(tx, { residentId, id });
    const token = randomBytes(32).toString('base64url');
    const [row] = await putFeed(tx, { id, residentId, tokenHash: hashOfToken(token) });
    // Somebody else's id, or one that was taken back.
    if (!row) throw new IdTaken();
    return shown(row, `/calendar/${token}.ics`);
  }).catch((error: unknown) => {
    if (error instanceof IdTaken || isUniqueViolation(error)) return new Refused(Refusal.CONFLICT);
    throw error;
  });

/** Undoes the transaction: the address that was in force stays. */
class IdTaken extends Error {}

export const revokeCalendarFeed = (
  db: Database,
  { personId: residentId }: Viewer,
  id: CalendarFeedId,
): Promise<CalendarFeed> =>
  transaction(db, async (tx) => {
    const [row] = await feedById(tx, { id });
    if (row?.residentId !== residentId) throw notFound('calendar feed');
    await residentOnly(tx, residentId);
    const [ended] = await endFeed(tx, { id });
    return shown(ended ?? row);
  });

async function residentOnly(tx: Transaction, residentId: PersonId): Promise<void> {
  const rows = await lockResident(tx, { residentId });
  if (rows.length === 0) throw notFound('resident');
}
