import type { CentreId, Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import {
  type ClaimId,
  type ClaimLineId,
  type ClaimState,
  type CounterClaimLineInput,
  refusalToCounter,
} from '@linli/domain/services/claims';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { auditClaim } from './audit-claim.js';
import { claimFor, claimToChange } from './claim.queries.js';
import type { Claim } from './claim.type.js';

interface Claimed {
  readonly claimId: ClaimId;
  readonly state: ClaimState;
  readonly centreId: CentreId;
  readonly payer: string;
  readonly isCounter: boolean;
  /** The claim that takes it back, and why. */
  readonly counteredIn: ClaimId | null;
  readonly why: string | null;
}

const claimedLine = statement<{ lineId: ClaimLineId }, Claimed>({
  name: 'claimed-line',
  text: `
    SELECT claim_line.claim_id, claim.state, claim.centre_id, claim.payer, claim_line.fen < 0 AS is_counter,
      counter.claim_id AS countered_in, counter.reason AS why
    FROM claim_line
      JOIN claim ON claim.id = claim_line.claim_id
      LEFT JOIN countered_line ON line_id = claim_line.id
      LEFT JOIN claim_line counter ON counter.id = by_line
    WHERE claim_line.id = :lineId`,
});

const insertCounter = statement<
  { lineId: ClaimLineId; claimId: ClaimId; reason: string },
  { id: ClaimLineId }
>({
  name: 'insert-counter-line',
  text: `
    WITH line AS MATERIALIZED (
      SELECT gen_random_uuid() AS counter_id, claim_line.* FROM claim_line WHERE id = :lineId
    ), registered AS (
      INSERT INTO countered_line (line_id, by_line) SELECT id, counter_id FROM line
      ON CONFLICT DO NOTHING RETURNING by_line
    )
    INSERT INTO claim_line (id, claim_id, booking_id, beneficiary_id, day, meal, way, rule_name, fen, evidence_kind,
                            evidence_at, evidence_by, evidence_by_name, counters, reason)
    SELECT counter_id, :claimId, booking_id, beneficiary_id, day, meal, way, rule_name, -fen, evidence_kind,
      evidence_at, evidence_by, evidence_by_name, line.id, :reason
    FROM line JOIN registered ON by_line = counter_id
    RETURNING id`,
});

/** Takes a meal back that should not have been claimed. The meal is not claimed again. */
export const counterClaimLine = (
  db: Database,
  viewer: Viewer,
  { claimId, lineId, reason }: CounterClaimLineInput,
): Promise<Claim | Refused> =>
  transaction(db, async (tx) => {
    const draft = await claimToChange(tx, viewer, 'MANAGE_CLAIMS', claimId);
    const [line] = await claimedLine(tx, { lineId });
    if (line?.centreId !== draft.centreId) throw notFound('claim line');
    if (line.counteredIn === claimId && line.why === reason) return draft;
    const refusal = refusalToCounter({
      ...{ draft: draft.state, claimed: line.state, isSamePayer: line.payer === draft.payer },
      ...{ isSameClaim: line.claimId === claimId, isCounter: line.isCounter },
      isCountered: line.counteredIn !== null,
    });
    if (refusal) return new Refused(refusal);

    const [counter] = await insertCounter(tx, { lineId, claimId, reason });
    if (!counter) return new Refused(Refusal.CLAIM_LINE_NOT_STANDING);
    const after = await claimFor(tx, viewer, 'MANAGE_CLAIMS', claimId);
    await auditClaim(tx, viewer, 'CLAIM_LINE_COUNTERED', after, { lineId, reason });
    return after;
  });
