import type { PersonId, Viewer } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import {
  type AcceptClaimInput,
  type ClaimId,
  refusalToAnswer,
  refusalToSubmit,
  type ReturnClaimInput,
  type SubmitClaimInput,
} from '@linli/domain/services/claims';
import { type Database, now, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { auditClaim } from './audit-claim.js';
import { claimFor, claimToChange } from './claim.queries.js';
import type { Claim } from './claim.type.js';

const submit = statement<{ id: ClaimId; by: PersonId; byName: string }, never>({
  name: 'submit-claim',
  text: `
    UPDATE claim SET state = 'SUBMITTED', submitted_at = now(), submitted_by = :by, submitted_by_name = :byName
    WHERE id = :id`,
});

/** From here on the file stands as it is. */
export const submitClaim = (
  db: Database,
  viewer: Viewer,
  { id }: SubmitClaimInput,
): Promise<Claim | Refused> =>
  transaction(db, async (tx) => {
    const claim = await claimToChange(tx, viewer, 'MANAGE_CLAIMS', id);
    if (claim.state === 'SUBMITTED' && claim.submittedBy === viewer.personId) return claim;
    const today = plainDateOf(await now(tx));
    const { state, month, meals, counters, withoutEvidence } = claim;
    const refusal = refusalToSubmit({ state, month, today, withoutEvidence, lines: meals + counters });
    if (refusal) return new Refused(refusal, { withoutEvidence });

    await submit(tx, { id, by: viewer.personId, byName: viewer.name });
    const after = await claimFor(tx, viewer, 'MANAGE_CLAIMS', id);
    await recordEvent(tx, { name: 'claims.submitted', subjectId: after.centreId, payload: { claimId: id } });
    await auditClaim(tx, viewer, 'CLAIM_SUBMITTED', after, {});
    return after;
  });

interface Answer {
  readonly id: ClaimId;
  readonly state: 'ACCEPTED' | 'RETURNED';
  readonly by: string;
  readonly reason: string | null;
}

const answer = statement<Answer, never>({
  name: 'answer-claim',
  text: `
    UPDATE claim SET state = :state, answered_at = now(), answered_by_name = :by, reason = :reason WHERE id = :id`,
});

// What was not paid can be asked for again, and what was taken back in it stands again.
const release = statement<{ id: ClaimId }, never>({
  name: 'release-claimed-meals',
  text: `
    WITH countered AS (
      DELETE FROM countered_line USING claim_line WHERE by_line = claim_line.id AND claim_id = :id
    )
    DELETE FROM claimed_meal USING claim_line WHERE line_id = claim_line.id AND claim_id = :id`,
});

const answerClaim = (
  db: Database,
  viewer: Viewer,
  { id, state, reason }: Omit<Answer, 'by'>,
): Promise<Claim | Refused> =>
  transaction(db, async (tx) => {
    const claim = await claimToChange(tx, viewer, 'ANSWER_CLAIMS', id);
    if (claim.state === state && claim.answeredByName === viewer.name && claim.reason === reason)
      return claim;
    const isOwn = claim.submittedBy === viewer.personId;
    const refusal = refusalToAnswer({ state: claim.state, isOwn });
    if (refusal) return new Refused(refusal);

    await answer(tx, { id, state, by: viewer.name, reason });
    if (state === 'RETURNED') await release(tx, { id });
    const after = await claimFor(tx, viewer, 'ANSWER_CLAIMS', id);
    await recordEvent(tx, { name: 'claims.answered', subjectId: after.centreId, payload: { claimId: id } });
    await auditClaim(tx, viewer, `CLAIM_${state}`, after, reason === null ? {} : { reason });
    return after;
  });

export const acceptClaim = (db: Database, viewer: Viewer, { id }: AcceptClaimInput) =>
  answerClaim(db, viewer, { id, state: 'ACCEPTED', reason: null });

export const returnClaim = (db: Database, viewer: Viewer, { id, reason }: ReturnClaimInput) =>
  answerClaim(db, viewer, { id, state: 'RETURNED', reason });
