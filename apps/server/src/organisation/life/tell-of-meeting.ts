import type { PersonId } from '@linli/domain/access';
import { usefulUntil } from '@linli/domain/notices';
import type { MeetingId } from '@linli/domain/organisation/life';
import { queueNotices, translatorFor } from '../../notices/outbox/index.js';
import { statement, type Transaction } from '../../platform/database/index.js';
import type { MeetingRow } from './meeting.queries.js';

const due = statement<{ id: MeetingId }, { residentId: PersonId }>({
  name: 'who-is-told-of-meeting',
  text: 'SELECT resident_id FROM meeting_roster WHERE meeting_id = :id',
});

type MeetingNews =
  { readonly kind: 'MEETING_ANNOUNCED' } | { readonly kind: 'MEETING_CANCELLED'; readonly reason: string };

/** Tells all who are due at it, on their phones. Of what was never announced nobody heard: nobody is told. */
export async function tellOfMeeting(tx: Transaction, meeting: MeetingRow, news: MeetingNews): Promise<void> {
  const { id, kinds, startsAt, minutes, place, organisationName, now } = meeting;
  const { t } = await translatorFor('zh-Hant');
  const occasion = {
    ...{ bookingId: null, sessionId: null, centreId: null, centre: organisationName },
    service: kinds.map((kind) => t(`MeetingKind.${kind}`)).join(t('notice.and')),
    ...{ meeting: kinds.join(','), startsAt: startsAt.toISOString() },
    endsAt: new Date(startsAt.getTime() + minutes * 60_000).toISOString(),
  };
  const until = usefulUntil(news.kind, { startsAt, now });
  await queueNotices(
    tx,
    (await due(tx, { id })).map(({ residentId: to }) =>
      news.kind === 'MEETING_ANNOUNCED'
        ? { to, until, kind: news.kind, key: id, parameters: { ...occasion, place } }
        : { to, until, kind: news.kind, key: id, parameters: { ...occasion, reason: news.reason } },
    ),
  );
}
