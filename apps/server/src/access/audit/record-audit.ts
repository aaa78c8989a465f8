import { createHash } from 'node:crypto';
import type { AreaId, CentreId, Face, OrganisationId, Role, Viewer } from '@linli/domain/access';
import { maskedName } from '@linli/domain/organisation/people';
import { type Database, newUuid, statement, type Transaction } from '../../platform/database/index.js';

/** Who did it; a resident by the masked name. Before anyone is known by name, the name that they gave. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly role: Role | null;
  readonly face: Face;
}

/** Where it happened: who may see the audit of such a place sees the entry. */
export interface Places {
  readonly areaIds?: readonly AreaId[];
  readonly organisationIds?: readonly OrganisationId[];
  readonly centreIds?: readonly CentreId[];
}

export interface AuditNote {
  readonly actor: Actor;
  /** What was done, as `PASSWORD_RESET`. */
  readonly action: string;
  /** To what. A resident's name is masked here: the trail is read by more people than the record. */
  readonly subject?: { readonly kind: string; readonly id: string | null; readonly name: string | null };
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  readonly places?: Places;
}

interface Row {
  readonly id: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly actorRole: Role | null;
  readonly face: Face;
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly detail: string;
  readonly areaIds: readonly string[];
  readonly organisationIds: readonly string[];
  readonly centreIds: readonly string[];
  readonly onceKey: string | null;
}

// The trigger numbers and chains the row. The key is looked at first without the lock that the trigger takes.
const insertEntry = statement<Row, never>({
  name: 'insert-audit-entry',
  text: `
    INSERT INTO audit_entry (sequence, id, at, actor_id, actor_name, actor_role, face, action, subject_kind, subject_id,
      subject_name, detail, area_ids, organisation_ids, centre_ids, once_key, previous_hash, hash)
    SELECT 0, :id, now(), :actorId::uuid, :actorName, :actorRole, :face, :action, :subjectKind, :subjectId::uuid,
      :subjectName, :detail::jsonb, :areaIds::uuid[], :organisationIds::uuid[], :centreIds::uuid[], :onceKey, '', ''
    WHERE NOT EXISTS (SELECT FROM audit_entry WHERE once_key = :onceKey)`,
});

const rowOf = (
  { actor, action, subject, detail = {}, places = {} }: AuditNote,
  onceKey: string | null,
): Row => ({
  id: newUuid(),
  actorId: actor.id,
  actorName: actor.name,
  actorRole: actor.role,
  face: actor.face,
  action,
  subjectKind: subject?.kind ?? null,
  subjectId: subject?.id ?? null,
  subjectName: subject?.name ?? null,
  detail: JSON.stringify(detail),
  areaIds: [...new Set(places.areaIds)],
  organisationIds: [...new Set(places.organisationIds)],
  centreIds: [...new Set(places.centreIds)],
  onceKey,
});

/**
 * Adds an entry to the trail, true if and only if the change is. Every writer waits for the one before it to commit, so
 * make this the last statement of the transaction.
 */
export const recordAudit = async (tx: Transaction, note: AuditNote): Promise<void> => {
  await insertEntry(tx, rowOf(note, null));
};

/** An entry about what changed nothing: a refused sign-in. */
export const recordAttempt = async (db: Database, note: AuditNote): Promise<void> => {
  await insertEntry(db, rowOf(note, null));
};

/**
 * That the viewer was shown confidential records. The same viewer looking at the same again within the hour is no news:
 * a desk that refreshes every minute would drown all else.
 */
export async function recordRead(
  db: Database,
  viewer: Viewer,
  {
    action,
    subjectKind,
    ids,
    places,
  }: { action: string; subjectKind: string; ids: readonly string[]; places?: Places },
): Promise<void> {
  if (ids.length === 0) return;
  const sorted = [...new Set(ids)].toSorted();
  const list = createHash('sha256').update(sorted.join()).digest('base64url');
  const hour = new Date().toISOString().slice(0, 13);
  const note = {
    actor: actorOf(viewer),
    action,
    subject: { kind: subjectKind, id: sorted.length === 1 ? (sorted[0] ?? null) : null, name: null },
    detail: { count: sorted.length, ids: sorted },
    places: { ...placesOf(viewer), ...places },
  };
  await insertEntry(db, rowOf(note, [viewer.personId, action, list, hour].join(' ')));
}

export const actorOf = ({ personId, name, duties, face }: Viewer): Actor => ({
  id: personId,
  name: face === 'RESIDENT' ? maskedName(name) : name,
  role: duties[0]?.role ?? null,
  face,
});

/** The places of one's duties: what one did is seen by those above. */
export const placesOf = ({ duties }: Pick<Viewer, 'duties'>): Required<Places> => ({
  areaIds: duties.flatMap(({ areaId }) => areaId ?? []),
  organisationIds: duties.flatMap(({ organisationId }) => organisationId ?? []),
  centreIds: duties.flatMap(({ centreId }) => centreId ?? []),
});
