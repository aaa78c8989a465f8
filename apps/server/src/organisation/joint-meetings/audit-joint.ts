import type { OrganisationId, Viewer } from '@linli/domain/access';
import { actorOf, type AuditNote, placesOf, recordAudit } from '../../access/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import type { JointMeeting, JointTask } from './joint-meeting.type.js';

type Detail = NonNullable<AuditNote['detail']>;

interface Change {
  readonly event: string;
  readonly action: string;
  readonly detail?: Detail;
}

async function note(
  tx: Transaction,
  viewer: Viewer,
  { event, action, detail = {} }: Change,
  about: {
    readonly subject: NonNullable<AuditNote['subject']> & { readonly id: string };
    readonly organisationId: OrganisationId;
  },
): Promise<void> {
  const { subject, organisationId } = about;
  await recordEvent(tx, { name: event, subjectId: organisationId, payload: { id: subject.id } });
  const own = placesOf(viewer);
  await recordAudit(tx, {
    ...{ actor: actorOf(viewer), action, subject, detail },
    places: { ...own, organisationIds: [...own.organisationIds, organisationId] },
  });
}

/** Told to who follows the host, and on the trail. Last of the transaction. */
export const noteMeeting = (
  tx: Transaction,
  viewer: Viewer,
  { id, organisationId, organisationName, body }: JointMeeting,
  change: Change,
): Promise<void> =>
  note(tx, viewer, change, {
    ...{ subject: { kind: 'JOINT_MEETING', id, name: `${organisationName} ${body}` }, organisationId },
  });

/** Told to who follows the owner. Last of the transaction. */
export const noteTask = (
  tx: Transaction,
  viewer: Viewer,
  { id, text, ownerId }: JointTask,
  change: Change,
): Promise<void> =>
  note(tx, viewer, change, { subject: { kind: 'JOINT_TASK', id, name: text }, organisationId: ownerId });
