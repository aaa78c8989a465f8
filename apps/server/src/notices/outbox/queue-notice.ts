import { type NewNotice, type NoticeId, NoticeKind, noticeRules } from '@linli/domain/notices';
import { literals, newUuid, statement, type Transaction } from '../../platform/database/index.js';

const kindsThat = (what: (kind: NoticeKind) => boolean): string =>
  `ARRAY[${literals(Object.values(NoticeKind).filter(what))}]::text[]`;
const wishedBy = (wish: string): string => kindsThat((kind) => noticeRules[kind].wish === wish);

// In the order of the key that makes them unique: two that queue the same people do not wait for each other in a circle.
const insertNotices = statement<{ rows: string }, { id: NoticeId }>({
  name: 'queue-notices',
  text: `
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS rows (
        id uuid, sms_id uuid, wechat_id uuid, "to" uuid, about uuid, kind text, key text, parameters jsonb, until timestamptz)
    ), queued AS (
      INSERT INTO notice (id, resident_id, about_id, kind, key, parameters, centre_id, until)
      SELECT id, "to", about, kind, key, parameters, (parameters ->> 'centreId')::uuid, until
      FROM wanted ORDER BY "to", kind, key
      ON CONFLICT (resident_id, kind, key) DO NOTHING
      RETURNING id, resident_id
    ), reachable AS (
      SELECT queued.id, sms_id, wechat_id, kind,
        resident.phone_cipher IS NOT NULL AS has_phone, follower.resident_id IS NOT NULL AS has_wechat,
        sms_notices, wechat_notices,
        (kind <> ALL (${wishedBy('reminders')}) OR reminders)
          AND (kind <> ALL (${wishedBy('mealReminders')}) OR meal_reminders) AS wished
      FROM queued JOIN wanted USING (id)
        JOIN resident ON resident.id = queued.resident_id
        LEFT JOIN wechat_follower follower ON follower.resident_id = resident.id
    ), delivered AS (
      INSERT INTO notice_delivery (id, notice_id, channel, state, ended_at, problem)
      SELECT sms_id, id, 'SMS', 'QUEUED', NULL::timestamptz, NULL FROM reachable
      WHERE wished AND has_phone AND sms_notices
      UNION ALL
      SELECT wechat_id, id, 'WECHAT', 'QUEUED', NULL, NULL FROM reachable
      WHERE wished AND has_wechat AND wechat_notices
      UNION ALL
      SELECT sms_id, id, 'SMS', 'FAILED', now(), 'NO_ADDRESS' FROM reachable
      WHERE NOT has_phone AND NOT (has_wechat AND wechat_notices)
        AND kind = ANY (${kindsThat((kind) => noticeRules[kind].mustReach)})
    ), recorded AS (
      INSERT INTO event (name, subject_id, payload)
      SELECT 'notices.queued', resident_id, jsonb_build_object('noticeId', id) FROM queued
    )
    SELECT id FROM queued`,
});

/**
 * Queues notices in the caller's transaction: they are told if and only if what they tell is true. The same one again is
 * none. Gives back those that are new. Many at once are one statement.
 */
export async function queueNotices(tx: Transaction, notices: readonly NewNotice[]): Promise<NoticeId[]> {
  if (notices.length === 0) return [];
  const rows = notices.map(({ to, about = to, ...notice }) => ({
    ...{ id: newUuid(), sms_id: newUuid(), wechat_id: newUuid(), to, about },
    ...notice,
  }));
  return (await insertNotices(tx, { rows: JSON.stringify(rows) })).map(({ id }) => id);
}

export const queueNotice = async (tx: Transaction, notice: NewNotice): Promise<void> => {
  await queueNotices(tx, [notice]);
};
