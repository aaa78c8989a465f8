import type { PersonId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type {
  EndExemptionInput,
  ExemptionReason,
  ExemptMemberInput,
} from '@linli/domain/organisation/members';
import { maskedName } from '@linli/domain/organisation/people';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { recordExemptions } from './exemptions.js';
import { recordOfMember } from './member.queries.js';
import type { MemberRecord } from './member.type.js';
import { isInFuture, keptMember } from './member-verbs.js';

interface Standing {
  readonly id: string;
  readonly residentId: PersonId;
  readonly reason: ExemptionReason;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

const lock = statement<{ id: PersonId }, never>({
  name: 'lock-exempted',
  text: 'SELECT FROM resident WHERE id = :id FOR NO KEY UPDATE',
});

const ofResident = statement<{ id: PersonId }, Standing>({
  name: 'exemptions-standing',
  text: `
    SELECT id, resident_id, reason, valid_from, valid_to FROM exemption_version
    WHERE resident_id = :id AND superseded_at IS NULL`,
});

const byId = statement<{ id: string }, Standing>({
  name: 'exemption-standing',
  text: `
    SELECT id, resident_id, reason, valid_from, valid_to FROM exemption_version
    WHERE id = :id AND superseded_at IS NULL`,
});

const supersede = statement<{ id: string }, never>({
  name: 'supersede-exemption',
  text: 'UPDATE exemption_version SET superseded_at = clock_timestamp() WHERE id = :id AND superseded_at IS NULL',
});

const touches = ({ validFrom, validTo }: Standing, { from, to }: ExemptMemberInput): boolean =>
  validFrom <= (to ?? '9999-12-31') && from <= (validTo ?? '9999-12-31');

/** 年老體弱 Out of the rates from a day on, with the reason. */
export const exemptMember = (
  db: Database,
  viewer: Viewer,
  input: ExemptMemberInput,
): Promise<MemberRecord | Refused> =>
  transaction(db, async (tx) => {
    const { id, residentId, reason, from, to } = input;
    await keptMember(tx, viewer, residentId);
    await lock(tx, { id: residentId });
    const [earlier] = await byId(tx, { id });
    if (earlier)
      return isSame(earlier, input) ? recordOfMember(tx, viewer, residentId) : new Refused('CONFLICT');
    const inTheWay = (await ofResident(tx, { id: residentId })).some((other) => touches(other, input));
    if (inTheWay) return new Refused('EXEMPT_ALREADY');
    await recordExemptions(tx, { id: viewer.personId, name: viewer.name }, [
      { id, residentId, reason, from, to },
    ]);
    return noted(tx, viewer, { action: 'MEMBER_EXEMPTED', id: residentId, detail: { reason, from, to } });
  });

const isSame = (earlier: Standing, { residentId, reason, from, to }: ExemptMemberInput): boolean =>
  earlier.residentId === residentId &&
  earlier.reason === reason &&
  earlier.validFrom === from &&
  earlier.validTo === to;

/** What was known stays; from now on it is known to end. */
export const endExemption = (
  db: Database,
  viewer: Viewer,
  { id, lastDay }: EndExemptionInput,
): Promise<MemberRecord | Refused> =>
  transaction(db, async (tx) => {
    const [standing] = await byId(tx, { id });
    if (!standing) throw notFound('exemption');
    const { residentId, reason, validFrom: from } = standing;
    await keptMember(tx, viewer, residentId);
    await lock(tx, { id: residentId });
    if (standing.validTo === lastDay) return recordOfMember(tx, viewer, residentId);
    if (await isInFuture(tx, lastDay)) return new Refused('DAY_IN_FUTURE');
    if (lastDay < from) return new Refused('BEFORE_LAST_CHANGE', { last: from });
    await supersede(tx, { id });
    await recordExemptions(tx, { id: viewer.personId, name: viewer.name }, [
      { id, residentId, reason, from, to: lastDay },
    ]);
    return noted(tx, viewer, { action: 'MEMBER_EXEMPTION_ENDED', id: residentId, detail: { lastDay } });
  });

async function noted(
  tx: Transaction,
  viewer: Viewer,
  { action, id, detail }: { action: string; id: PersonId; detail: Readonly<Record<string, string | null>> },
): Promise<MemberRecord> {
  const record = await recordOfMember(tx, viewer, id);
  const own = placesOf(viewer);
  await recordAudit(tx, {
    ...{ actor: actorOf(viewer), action, detail },
    subject: { kind: 'MEMBER', id, name: maskedName(record.name) },
    places: {
      ...own,
      organisationIds: [
        ...own.organisationIds,
        ...record.memberships.map(({ organisationId }) => organisationId),
      ],
    },
  });
  return record;
}
