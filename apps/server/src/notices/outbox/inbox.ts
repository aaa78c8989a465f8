import { caredFor, type PersonId, type Viewer } from '@linli/domain/access';
import { type NoticeId, noticeId } from '@linli/domain/notices';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import type { Notice, NoticeConnection, NoticesRead } from './notice.type.js';

interface Reader {
  readonly residentId: PersonId;
  /** Whose affairs one may know of: a carer's notices go with the grant. */
  readonly people: readonly PersonId[];
}
const readerOf = (viewer: Viewer): Reader => ({
  residentId: viewer.personId,
  people: [viewer.personId, ...caredFor(viewer, 'BOOKINGS')],
});

const MINE = 'resident_id = :residentId AND about_id = ANY (:people::uuid[])';

const noticesAfter = statement<Reader & { after: NoticeId | null; limit: number }, Notice>({
  name: 'notices-after',
  text: `
    SELECT id, kind, at, read_at IS NOT NULL AS is_read, until, resident_id, about_id, parameters, centre_id,
      parameters ->> 'bookingId' AS booking_id, parameters ->> 'service' AS service, parameters ->> 'centre' AS centre,
      (parameters ->> 'startsAt')::timestamptz AS starts_at, (parameters ->> 'endsAt')::timestamptz AS ends_at
    FROM notice
    WHERE ${MINE} AND (:after::uuid IS NULL OR id < :after::uuid)
    ORDER BY id DESC
    LIMIT :limit`,
});

const countUnread = statement<Reader, { unread: number }>({
  name: 'unread-notices',
  text: `SELECT count(*)::int AS unread FROM notice WHERE ${MINE} AND read_at IS NULL`,
});

const markRead = statement<Reader & { ids: readonly NoticeId[] | null }, { id: NoticeId }>({
  name: 'mark-notices-read',
  text: `
    UPDATE notice SET read_at = now()
    WHERE ${MINE} AND read_at IS NULL AND (:ids::uuid[] IS NULL OR id = ANY (:ids::uuid[]))
    RETURNING id`,
});

const unreadOf = async (db: Database, reader: Reader): Promise<number> =>
  (await countUnread(db, reader))[0]?.unread ?? 0;

/** The latest first. A cursor that is none begins at the beginning. */
export async function noticesPage(
  db: Database,
  viewer: Viewer,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<NoticeConnection> {
  const reader = readerOf(viewer);
  const place = noticeId.safeParse(after).data ?? null;
  const [rows, unread] = [
    await noticesAfter(db, { ...reader, after: place, limit: first + 1 }),
    await unreadOf(db, reader),
  ];
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: node.id }));
  const pageInfo = { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null };
  return { edges, pageInfo, unread };
}

/** Those of others are not there: nothing happens to them. */
export const markNoticesRead = (
  db: Database,
  viewer: Viewer,
  ids: readonly NoticeId[] | null,
): Promise<NoticesRead> =>
  transaction(db, async (tx) => {
    const reader = readerOf(viewer);
    const marked = await markRead(tx, { ...reader, ids });
    // For the same person's other devices.
    if (marked.length > 0)
      await recordEvent(tx, { name: 'notices.read', subjectId: viewer.personId, payload: {} });
    return { unread: await unreadOf(tx, reader) };
  });
