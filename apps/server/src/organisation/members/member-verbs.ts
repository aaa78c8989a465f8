import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import type {
  ChangeMemberStageInput,
  EndMembershipInput,
  JoinOrganisationInput,
  MembershipStep,
  TransferMemberInput,
} from '@linli/domain/organisation/members';
import { maskedName } from '@linli/domain/organisation/people';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import {
  type Database,
  now,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { residentsReached } from '../people/index.js';
import { recordOfMember } from './member.queries.js';
import type { MemberRecord } from './member.type.js';
import { organisationNames, reachedOrganisations } from './reach.js';
import { type MembershipToRecord, recordMemberships } from './record-memberships.js';

interface Verb {
  readonly action: string;
  readonly change: MembershipToRecord;
  /** What the viewer must reach: where somebody comes from, and where they go. */
  readonly organisationIds: readonly OrganisationId[];
}

const earlierChange = statement<{ id: string }, { same: string }>({
  name: 'membership-change-made',
  text: `
    SELECT concat_ws(' ', kind, resident_id, effective_on, document_number, reason, note,
      CASE WHEN kind IN ('JOINED', 'TRANSFERRED') THEN organisation_id END,
      CASE WHEN kind IN ('JOINED', 'STAGE_CHANGED') THEN stage END) AS same
    FROM membership_change WHERE id = :id`,
});
const sameAs = ({ residentId, step, documentNumber, reason, note }: MembershipToRecord): string =>
  [
    ...[step.kind, residentId, step.on, documentNumber, reason, note],
    ...['organisationId' in step && step.organisationId, 'stage' in step && step.stage],
  ]
    .filter((part) => typeof part === 'string')
    .join(' ');

const belongsTo = statement<{ id: PersonId }, { organisationId: OrganisationId; name: string }>({
  name: 'where-member-belongs',
  text: `
    SELECT m.organisation_id, resident.name FROM resident
      LEFT JOIN membership_version m ON m.resident_id = resident.id AND superseded_at IS NULL
    WHERE resident.id = :id ORDER BY m.valid_from DESC LIMIT 1`,
});

/** Where somebody belongs, or did last: who keeps the members of that branch keeps this one. */
export async function keptMember(
  tx: Transaction,
  viewer: Viewer,
  id: PersonId,
): Promise<{ organisationId: OrganisationId; name: string }> {
  const [row] = await belongsTo(tx, { id });
  // Somebody who belongs nowhere is nobody's member.
  if (!row?.organisationId) throw notFound('member');
  await reachedOrganisations(tx, viewer, 'KEEP_MEMBERS', [row.organisationId]);
  return row;
}

/** 接收 Of a resident within reach, into a branch within reach. */
export const joinOrganisation = (
  db: Database,
  viewer: Viewer,
  input: JoinOrganisationInput,
): Promise<MemberRecord | Refused> =>
  transaction(db, async (tx) => {
    await residentsReached(tx, viewer, [input.residentId]);
    const { organisationId, stage, effectiveOn: on } = input;
    return write(tx, viewer, {
      ...{ action: 'MEMBER_JOINED', organisationIds: [organisationId] },
      change: changeOf(input, { kind: 'JOINED', on, organisationId, stage }),
    });
  });

/** 組織關係轉接 Between two branches that the viewer both looks after. */
export const transferMember = (
  db: Database,
  viewer: Viewer,
  input: TransferMemberInput,
): Promise<MemberRecord | Refused> =>
  transaction(db, async (tx) => {
    const { organisationId, effectiveOn: on } = input;
    const { organisationId: from } = await keptMember(tx, viewer, input.residentId);
    return write(tx, viewer, {
      ...{ action: 'MEMBER_TRANSFERRED', organisationIds: [from, organisationId] },
      change: changeOf(input, { kind: 'TRANSFERRED', on, organisationId }),
    });
  });

export const changeMemberStage = (
  db: Database,
  viewer: Viewer,
  input: ChangeMemberStageInput,
): Promise<MemberRecord | Refused> =>
  transaction(db, async (tx) => {
    const { organisationId } = await keptMember(tx, viewer, input.residentId);
    const step = { kind: 'STAGE_CHANGED', on: input.effectiveOn, stage: input.stage } as const;
    return write(tx, viewer, {
      ...{ action: 'MEMBER_STAGE_CHANGED', organisationIds: [organisationId], change: changeOf(input, step) },
    });
  });

export const endMembership = (
  db: Database,
  viewer: Viewer,
  input: EndMembershipInput,
): Promise<MemberRecord | Refused> =>
  transaction(db, async (tx) => {
    const { organisationId } = await keptMember(tx, viewer, input.residentId);
    const { reason, note } = input;
    return write(tx, viewer, {
      ...{ action: 'MEMBER_LEFT', organisationIds: [organisationId] },
      change: { ...changeOf(input, { kind: 'LEFT', on: input.effectiveOn }), reason, note },
    });
  });

const changeOf = (
  { id, residentId, documentNumber }: Pick<JoinOrganisationInput, 'id' | 'residentId' | 'documentNumber'>,
  step: MembershipStep,
): MembershipToRecord => ({ id, residentId, step, documentNumber });

async function write(
  tx: Transaction,
  viewer: Viewer,
  { action, change, organisationIds }: Verb,
): Promise<MemberRecord | Refused> {
  const { residentId, step } = change;
  await reachedOrganisations(tx, viewer, 'KEEP_MEMBERS', organisationIds);
  const [earlier] = await earlierChange(tx, { id: change.id });
  if (earlier)
    return earlier.same === sameAs(change) ? recordOfMember(tx, viewer, residentId) : new Refused('CONFLICT');
  if (await isInFuture(tx, step.on)) return new Refused('DAY_IN_FUTURE');
  const [refused] = await recordMemberships(tx, { id: viewer.personId, name: viewer.name }, [change]);
  if (refused) return inWords(tx, refused);
  const record = await recordOfMember(tx, viewer, residentId);
  await recordAudit(tx, {
    ...{ actor: actorOf(viewer), action },
    subject: { kind: 'MEMBER', id: residentId, name: maskedName(record.name) },
    detail: { effectiveOn: step.on, documentNumber: change.documentNumber },
    places: {
      ...placesOf(viewer),
      organisationIds: [...placesOf(viewer).organisationIds, ...organisationIds],
    },
  });
  return record;
}

export const isInFuture = async (tx: Transaction, day: PlainDate): Promise<boolean> =>
  day > plainDateOf(await now(tx));

/** Where the membership in the way is, by name. */
export async function inWords(
  tx: Transaction,
  { code, details, membership }: Awaited<ReturnType<typeof recordMemberships>>[number],
): Promise<Refused> {
  if (!membership) return new Refused(code, details);
  const names = await organisationNames(tx, [membership.organisationId]);
  return new Refused(code, { ...details, organisation: names.get(membership.organisationId) ?? '' });
}
