import { z } from 'zod';
import { organisationId, personId } from '../../access/index.js';
import { line, plainDate } from '../../base/index.js';
import { ExemptionReason, LeavingReason, MemberStage } from './member-stage.js';

export const membershipChangeId = z.uuidv7().brand<'MembershipChangeId'>();
export type MembershipChangeId = z.infer<typeof membershipChangeId>;

export const exemptionId = z.uuidv7().brand<'ExemptionId'>();
export type ExemptionId = z.infer<typeof exemptionId>;

/** `effectiveOn` is the first day on which it is so, today or earlier; the day on which it became known is the record's. */
const change = {
  id: membershipChangeId,
  residentId: personId,
  effectiveOn: plainDate,
  documentNumber: line(60).nullable(),
};

export const joinOrganisationInput = z.object({
  ...change,
  organisationId,
  stage: z.enum(MemberStage),
});
export type JoinOrganisationInput = z.infer<typeof joinOrganisationInput>;

export const transferMemberInput = z.object({ ...change, organisationId, documentNumber: line(60) });
export type TransferMemberInput = z.infer<typeof transferMemberInput>;

export const changeMemberStageInput = z.object({ ...change, stage: z.enum(MemberStage) });
export type ChangeMemberStageInput = z.infer<typeof changeMemberStageInput>;

/** `note`: where to, when somebody goes to another district. */
export const endMembershipInput = z.object({
  ...change,
  reason: z.enum(LeavingReason),
  note: line(100).nullable(),
});
export type EndMembershipInput = z.infer<typeof endMembershipInput>;

export const exemptMemberInput = z
  .object({
    id: exemptionId,
    residentId: personId,
    reason: z.enum(ExemptionReason),
    from: plainDate,
    to: plainDate.nullable(),
  })
  .refine(({ from, to }) => to === null || from <= to, { path: ['to'], message: 'ENDS_BEFORE_IT_BEGINS' });
export type ExemptMemberInput = z.infer<typeof exemptMemberInput>;

/** `lastDay` is the last day on which it holds. */
export const endExemptionInput = z.object({ id: exemptionId, lastDay: plainDate });
export type EndExemptionInput = z.infer<typeof endExemptionInput>;
