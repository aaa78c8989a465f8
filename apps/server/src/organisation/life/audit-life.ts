import type { OrganisationId, Viewer } from '@linli/domain/access';
import { actorOf, type AuditNote, placesOf, recordAudit } from '../../access/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { MeetingRow } from './meeting.queries.js';

type Detail = NonNullable<AuditNote['detail']>;

/** Seen by those who look after where it was done and after the organisation. Last of the transaction. */
export function auditLife(
  tx: Transaction,
  viewer: Viewer,
  action: string,
  about: {
    readonly subject: NonNullable<AuditNote['subject']>;
    readonly organisationIds: readonly OrganisationId[];
    readonly detail?: Detail;
  },
): Promise<void> {
  const own = placesOf(viewer);
  return recordAudit(tx, {
    ...{ actor: actorOf(viewer), action, subject: about.subject, detail: about.detail ?? {} },
    places: { ...own, organisationIds: [...own.organisationIds, ...about.organisationIds] },
  });
}

export const auditMeeting = (
  tx: Transaction,
  viewer: Viewer,
  action: string,
  meeting: Pick<MeetingRow, 'id' | 'organisationId' | 'organisationName' | 'day' | 'kinds'>,
  detail: Detail = {},
): Promise<void> =>
  auditLife(tx, viewer, action, {
    subject: { kind: 'MEETING', id: meeting.id, name: meeting.organisationName },
    organisationIds: [meeting.organisationId],
    detail: { day: meeting.day, kinds: meeting.kinds, ...detail },
  });
