import type { CentreId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import { type ClaimId, type DraftClaimInput, firstDayOf } from '@linli/domain/services/claims';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { centreFor } from '../centres/index.js';
import { payerAsStored } from '../pricing/index.js';
import { auditClaim } from './audit-claim.js';
import { claimFor } from './claim.queries.js';
import type { Claim } from './claim.type.js';
import { gather } from './gather-claim.js';

interface Row {
  readonly id: ClaimId;
  readonly centreId: CentreId;
  readonly payer: string;
  readonly month: PlainDate;
  readonly by: string;
}

const insertClaim = statement<Row, { id: ClaimId }>({
  name: 'insert-claim',
  text: `
    INSERT INTO claim (id, centre_id, payer, month, number, drafted_by_name)
    SELECT :id, :centreId::uuid, :payer::text, :month::date,
      1 + count(*), :by
    FROM claim WHERE centre_id = :centreId::uuid AND payer = :payer::text AND month = :month::date
    ON CONFLICT DO NOTHING RETURNING id`,
});

const lockById = statement<{ id: ClaimId }, { centreId: CentreId; payer: string; month: PlainDate }>({
  name: 'claim-of-wish',
  text: 'SELECT centre_id, payer, month FROM claim WHERE id = :id FOR UPDATE',
});

/** A draft of what this payer owes for a month; sent again it is gathered afresh, until it is submitted. */
export const draftClaim = (db: Database, viewer: Viewer, input: DraftClaimInput): Promise<Claim | Refused> =>
  transaction(db, async (tx) => {
    const { id, centreId, month } = input;
    await centreFor(tx, viewer, 'MANAGE_CLAIMS', centreId);
    const first = firstDayOf(month);
    const payer = await payerAsStored(tx, input.payer);
    const [made] = await insertClaim(tx, { id, centreId, payer, month: first, by: viewer.name });
    const [claim] = await lockById(tx, { id });
    if (!claim) return new Refused(Refusal.CLAIM_OPEN_ALREADY);
    const isSame = claim.centreId === centreId && claim.payer === payer && claim.month === first;
    if (!isSame) return new Refused(Refusal.CONFLICT);
    const before = await claimFor(tx, viewer, 'MANAGE_CLAIMS', id);
    if (before.state !== 'DRAFT') return before;

    await gather(tx, { ...input, payer });
    const after = await claimFor(tx, viewer, 'MANAGE_CLAIMS', id);
    await recordEvent(tx, { name: 'claims.drafted', subjectId: centreId, payload: { claimId: id } });
    if (made) await auditClaim(tx, viewer, 'CLAIM_DRAFTED', after, {});
    return after;
  });
